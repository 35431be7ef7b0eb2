"""The words chosen: hedges, absolutes, repeats, sentence openers and lengths, variety.

Definition:
    hedge_rate             "I think", "maybe", "a bit" ...          per 100 words
    absolute_rate          "always", "never", "everyone" ...        per 100 words
    emphasis_rate          "actually", "basically", "literally" ... per 100 words
    repeated_words         words of content said 5 times or more, and 1 in 50 words
    repeated_phrases       runs of 3 to 5 words said 3 times or more
    same_opener_share      sentences that begin with the commonest opener, %
    sentence_length        median words in a sentence
    unique_word_share      distinct words in 100, mean over windows of 200 words (MATTR)
    unexplained_acronyms   capitals that the answer never spells out

Conventions: nothing here is graded. These are habits worth seeing, not faults, and the
right number depends on what is said. Words of the question do not count as repeats.

Edge cases: rates need a word, shares a sentence, unique_word_share 200 words; below,
None. Works the same for written answers.

Source: hedges lower how sure a speaker sounds (Hosman 1989); poor written answers held
twice as many absolutes and 40 % more adverbs (Leadership IQ, 20,572 answers, industry);
MATTR, Covington & McFall 2010. No study gives a band for any of them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median

from simulator.records import Answer, Measurement, Moment

from . import acronyms
from .function_words import ENGLISH
from .stems import listed
from .tokens import Token, bare, per_100_words, said, sentences, tokens

_HEDGES = (
    "i think|i guess|i suppose|i feel like|i believe|i would say|i'd say|maybe|perhaps|"
    "probably|possibly|hopefully|a bit|a little bit|somewhat|sort of|kind of|might|"
    "more or less|i'm not sure|not really sure|to be honest|i hope|i tried to"
)
_ABSOLUTES = (
    "always|never|everyone|everybody|nobody|no one|everything|nothing|all the time|"
    "totally|completely|absolutely|perfectly|the best|the worst|100%|impossible|"
    "every single"
)
_EMPHASIS = (
    "actually|basically|literally|honestly|obviously|really|very|extremely|definitely|"
    "super|just"
)
REPEATED_WORD = 5
REPEATED_SHARE = 1 / 50
REPEATED_PHRASE = 3
PHRASE_WORDS = (5, 4, 3)
MIN_SENTENCES = 4
WINDOW_WORDS = 200
SHOWN = 8
"""Moments shown of one measure; more is a wall."""
_NOT_SHOWN_ALONE = ENGLISH | listed("percent also really still actually team")


def _index(phrases: str) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases.split("|"):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    for found in table.values():
        found.sort(key=len, reverse=True)
    return table


_LISTS = tuple(
    (name, title, _index(phrases))
    for name, title, phrases in (
        ("hedge_rate", "Softening words", _HEDGES),
        ("absolute_rate", "Always and never", _ABSOLUTES),
        ("emphasis_rate", "Really, very, actually", _EMPHASIS),
    )
)


def _moment(toks: Sequence[Token], label: str = "") -> Moment:
    text = label or " ".join(t.bare for t in toks)
    return Moment(start_s=toks[0].start_s, end_s=toks[-1].end_s, label=text)


def _phrases(
    toks: Sequence[Token], table: dict[str, list[tuple[str, ...]]]
) -> list[Moment]:
    found, at = [], 0
    while at < len(toks):
        step = 1
        for phrase in table.get(toks[at].bare, ()):
            end = at + len(phrase)
            if tuple(t.bare for t in toks[at:end]) == phrase:
                found.append(_moment(toks[at:end]))
                step = len(phrase)
                break
        at += step
    return found


def _rates(toks: Sequence[Token]) -> list[Measurement]:
    made = []
    for name, title, table in _LISTS:
        found = _phrases(toks, table)
        made.append(
            Measurement(
                name=name,
                title=title,
                value=per_100_words(len(found), len(toks)),
                unit="per 100 words",
                evidence=tuple(found),
            )
        )
    return made


def _repeated_words(answer: Answer, toks: Sequence[Token]) -> Measurement:
    asked = set()
    if answer.question:
        asked = {bare(piece) for piece in answer.question.text.split()}
    counts = Counter(
        t.bare
        for t in toks
        if t.bare not in _NOT_SHOWN_ALONE and t.bare not in asked and len(t.bare) > 2
    )
    least = max(REPEATED_WORD, REPEATED_SHARE * len(toks))
    often = [(word, n) for word, n in counts.most_common(SHOWN) if n >= least]
    first = {t.bare: t for t in reversed(toks)}
    return Measurement(
        name="repeated_words",
        title="Words said again and again",
        value=float(len(often)) if toks else None,
        unit="words",
        evidence=tuple(_moment([first[w]], f"{w}, {n} times") for w, n in often),
    )


def _repeated_phrases(toks: Sequence[Token]) -> Measurement:
    words = [t.bare for t in toks]
    ends = [0]  # sentence ends before each word: a phrase holds none inside
    for token in toks:
        ends.append(ends[-1] + token.stop)
    found: list[tuple[tuple[str, ...], int, int]] = []
    for size in PHRASE_WORDS:
        places: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(words) - size + 1):
            if ends[at + size - 1] == ends[at]:
                places.setdefault(tuple(words[at : at + size]), []).append(at)
        for phrase, at_all in places.items():
            if len(at_all) < REPEATED_PHRASE or all(w in ENGLISH for w in phrase):
                continue
            if not any(" ".join(phrase) in " ".join(longer) for longer, _, _ in found):
                found.append((phrase, len(at_all), at_all[0]))
    return Measurement(
        name="repeated_phrases",
        title="Phrases said again and again",
        value=float(len(found)) if toks else None,
        unit="phrases",
        evidence=tuple(
            _moment(toks[at : at + len(phrase)], f"{' '.join(phrase)}, {n} times")
            for phrase, n, at in found[:SHOWN]
        ),
    )


def _sentences(answer: Answer) -> tuple[Measurement, Measurement]:
    words = said(answer)
    found = sentences(answer)
    lengths = [len(s.words) for s in found if s.words]
    openers = Counter(bare(words[s.words[0]].text) for s in found if s.words)
    opener, count = openers.most_common(1)[0] if openers else ("", 0)
    enough = len(lengths) >= MIN_SENTENCES
    same = tuple(
        Moment(
            start_s=s.start_s,
            end_s=words[s.words[0]].end_s,
            label=words[s.words[0]].text,
        )
        for s in found
        if s.words and bare(words[s.words[0]].text) == opener
    )
    return (
        Measurement(
            name="same_opener_share",
            title="Sentences that begin alike",
            value=100.0 * count / len(lengths) if enough else None,
            unit="% of sentences",
            evidence=same if enough and count > 1 else (),
            note=f"The commonest opening is “{opener}”." if enough else "",
        ),
        Measurement(
            name="sentence_length",
            title="Length of a sentence",
            value=float(median(lengths)) if lengths else None,
            unit="words",
            note="Where sentences end is guessed.",
        ),
    )


def _variety(toks: Sequence[Token]) -> Measurement:
    words = [t.bare for t in toks]
    value = None
    if len(words) >= WINDOW_WORDS:
        value = 100.0 * sum(_distinct(words)) / (len(words) - WINDOW_WORDS + 1)
        value /= WINDOW_WORDS
    return Measurement(
        name="unique_word_share",
        title="Different words in a hundred",
        value=value,
        unit="% of words",
        note="" if value is not None else "Known from 200 words on.",
    )


def _distinct(words: Sequence[str]) -> Iterable[int]:
    """Distinct words in each window of 200, moved one word at a time."""
    counts = Counter(words[:WINDOW_WORDS])
    yield len(counts)
    for gone, come in zip(words, words[WINDOW_WORDS:], strict=False):
        counts[gone] -= 1
        if not counts[gone]:
            del counts[gone]
        counts[come] += 1
        yield len(counts)


def measure(answer: Answer) -> tuple[Measurement, ...]:
    """The nine measures of the table above, in its order."""
    toks = tokens(answer)
    return (
        *_rates(toks),
        _repeated_words(answer, toks),
        _repeated_phrases(toks),
        *_sentences(answer),
        _variety(toks),
        acronyms.measure(answer),
    )
