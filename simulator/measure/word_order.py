"""Whether the words stand in an order that English allows: text or word salad.

Definition: every word belongs to one of 23 coarse classes (article, preposition,
subject pronoun, auxiliary, ...; the rest by its ending). The score is the mean over
neighbouring words of log P(class | class before) / P(class), set against that of
ordinary answers: the same words in any order fall far below.

Conventions: neighbours are compared only inside a clause, so a comma, a stop or a
filled pause between two words is no evidence. The same word said twice is a repeat, not
an order, and is left out: stammering must not look like salad.

Edge cases: fewer than `MIN_PAIRS` neighbours give None.

Source: the table was learnt by `learn` from this project's own example answers
(tests/measure/data, about 10,000 words); tests/measure/learn_word_order.py makes it
again.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .tokens import Token
from .word_order_table import TABLE

MIN_PAIRS = 12
USUAL = 0.49
TEXT_VARIANCE = 0.016
PAIR_VARIANCE = 0.62
"""Mean log ratio (nats) of ordinary texts, its variance from text to text, and that of
one pair; fitted to 211 texts, most of which the table was not learnt from."""

_CLASSES: dict[str, str] = {
    "article": "the a an every",
    "possessive": "my your our their its his her",
    "demonstrative": "this these those some any all both each no another many few",
    "of": "of",
    "preposition": "in on at for with from by into about over under after before "
    "between through during without against within since until",
    "to": "to",
    "I": "i we",
    "he": "he she they",
    "pronoun": "you it me him us them myself himself themselves ourselves everyone "
    "someone nobody everybody something anything everything nothing",
    "short": "i'm i've i'd i'll we're we've we'd we'll you're you've they're they've "
    "he's she's it's that's there's",
    "being": "am is are was were be been being",
    "having": "have has had do does did",
    "modal": "will would can could should may might must don't didn't doesn't can't "
    "couldn't wouldn't isn't wasn't haven't hadn't won't",
    "and": "and or but",
    "linking": "because so if when while as than where who which what how why that",
    "adverb": "not also just very really too only then now here there still always "
    "never often again even more most much well maybe",
    "verb": "say said tell told make made take took get got go went come came give "
    "gave find found know knew think thought see saw leave left keep kept write wrote "
    "send sent run ran put let ask want need like learn work help try use call look "
    "speak spoke talk feel felt lose lost bring brought buy bought sell sold build "
    "built lead led teach taught start stop show meet met read become became begin "
    "began hear heard hold held stay move check fix plan explain understand",
}
_CLASS_OF = {word: name for name, words in _CLASSES.items() for word in words.split()}
_ENDINGS = (("ing", "-ing"), ("ed", "-ed"), ("ly", "-ly"), ("s", "-s"))
NAMES = (*_CLASSES, "-ing", "-ed", "-ly", "-s", "number", "other")
_ROW = {name: k for k, name in enumerate(NAMES)}


def word_class(word: str) -> str:
    """The class of a bare word."""
    known = _CLASS_OF.get(word)
    if known:
        return known
    if word[:1].isdigit():
        return "number"
    for ending, name in _ENDINGS:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            return name
    return "other"


_AUXILIARIES = ("being", "having", "modal")
_INVERTED = {
    *((verb, subject) for verb in _AUXILIARIES for subject in ("I", "he", "pronoun")),
    *(("and", verb) for verb in _AUXILIARIES),
}
"""The order of questions ("is it paid", "or do you"), rare in answers and no salad: it
is learnt like any other, and left out of a score."""


def pairs(toks: Sequence[Token]) -> list[tuple[str, str]]:
    """Classes of neighbouring words with nothing between them."""
    return [
        (word_class(a.bare), word_class(b.bare))
        for a, b in pairwise(toks)
        if b.index == a.index + 1 and not a.stop and not a.comma and a.bare != b.bare
    ]


SMOOTHING = 1.0
"""Added to what was seen and to what chance would give: a pair that is rare by chance
says nothing, one that should have come up twenty times and never did says much."""


def learn(answers: Iterable[Sequence[Token]]) -> dict[str, dict[str, float]]:
    """The table: log P(second | first) / P(second) for each pair of classes."""
    both: Counter[tuple[str, str]] = Counter()
    for toks in answers:
        both.update(pairs(toks))
    total = sum(both.values())
    first, second = Counter[str](), Counter[str]()
    for (a, b), n in both.items():
        first[a] += n
        second[b] += n
    table: dict[str, dict[str, float]] = {}
    for a in NAMES:
        table[a] = {}
        for b in NAMES:
            chance = first[a] * second[b] / max(1, total)
            ratio = (both[a, b] + SMOOTHING) / (chance + SMOOTHING)
            table[a][b] = round(math.log(ratio), 1)
    return table


def score(toks: Sequence[Token]) -> float | None:
    """How far the order is from that of ordinary answers, in standard deviations.

    -2.7 to 3 for ordinary answers, well below for the same words shuffled. None where
    too few neighbours can be compared.
    """
    found = [pair for pair in pairs(toks) if pair not in _INVERTED]
    if len(found) < MIN_PAIRS:
        return None
    mean = sum(_ratio(a, b) for a, b in found) / len(found)
    return (mean - USUAL) / math.sqrt(TEXT_VARIANCE + PAIR_VARIANCE / len(found))


def _ratio(first: str, second: str) -> float:
    return TABLE[_ROW[first]][_ROW[second]]
