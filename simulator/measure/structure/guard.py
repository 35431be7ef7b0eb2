"""What must not be taken for an answer: the question read back, loops, word salad.

The verdict on a recording is given elsewhere; this is the judge's own last line, so
that "judge" praises no nonsense whoever calls it.
"""

from collections.abc import Sequence
from itertools import pairwise

from simulator.measure import word_order
from simulator.measure.sentences import Sentence
from simulator.measure.stems import listed, plain
from simulator.measure.tokens import tokens
from simulator.records import Answer, Question

COPIED_SHARE = 0.8
"""A sentence with this share of its words in the question is the question read back."""
SALAD_SCORE = -3.6
"""Standard deviations below ordinary word order; the lowest of 321 real answers lies at
-3.1 without its punctuation. Wider than the verdict's own limit: the rest is its."""
LEAST_WORDS = 6
FUNCTION_SHARE = (0.25, 0.85)
"""Share of grammatical words in English speech is about 0.45 to 0.65; lists of nouns,
other languages and syllables fall below, "and so the to the" above."""
BROKEN_SHARE = 0.05
"""Share of impossible pairs ("an of", "the was", "from at"); in fluent and halting
speech alike they come only where a sentence is dropped, about once in a hundred
words."""
_OPEN = listed("a an the my our of at from with by for into")
_CLOSED = listed(
    """
    of at from with by for and or is was were had has an be to it's i we he they
    """
)
FUNCTION_WORDS = listed(
    """
    the a an and or but so because if when while then that this these those it
    its i me my we us our you your he him his she her they them their who which
    what there here of to in on at by with for from as about into over after
    before up out off down was were is are am be been being have has had do does
    did not no would could should will can may might must just very also really
    all some any more most one than how where why only even still again like
    """
)


def salad(answer: Answer) -> bool:
    """Whether the words stand in no order of English, however many they are."""
    order = word_order.score(tokens(answer))
    return order is not None and order < SALAD_SCORE


def sayable(
    found: Sequence[Sentence], question: Question | None
) -> tuple[Sentence, ...]:
    """The sentences that may be judged; none where the whole is not English prose."""
    asked = {plain(w) for w in question.text.split()} if question else set()
    seen: set[tuple[str, ...]] = set()
    kept: list[Sentence] = []
    words: list[str] = []
    for one in found:
        bare = tuple(plain(w) for w in one.text.split())
        if bare in seen or _copied(bare, asked):
            continue
        seen.add(bare)
        kept.append(one)
        words.extend(bare)
    return tuple(kept) if _prose(words) else ()


def _copied(bare: Sequence[str], asked: set[str]) -> bool:
    if not asked or len(bare) < LEAST_WORDS:
        return False
    return sum(w in asked for w in bare) / len(bare) >= COPIED_SHARE


def _prose(words: Sequence[str]) -> bool:
    if len(words) < LEAST_WORDS:
        return False
    grammar = sum(w in FUNCTION_WORDS or "'" in w for w in words) / len(words)
    pairs = pairwise(words)
    broken = sum(b in _CLOSED for a, b in pairs if a in _OPEN) / len(words)
    if broken > BROKEN_SHARE:
        return False
    varied = len(set(words)) / len(words) > 0.2 or len(words) > 150
    return FUNCTION_SHARE[0] <= grammar <= FUNCTION_SHARE[1] and varied
