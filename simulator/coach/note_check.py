"""A note looked over before it is sent: what it has, what it lacks, what it invents.

A fact is a number, a name, or words in quotation marks. One that stands neither in the
session nor in what the user told is named, because a note that says what nobody said
is worse than none.
"""

import re
from collections.abc import Collection, Sequence

from . import note_openers
from . import note_words as words

_NUMBER = re.compile(r"\b\d[\d.,]*%?")
_IN_DIGITS = {
    word: str(number)
    for number, word in enumerate(
        [
            *("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen", "twenty"),
        ],
        2,
    )
}
"""A transcript has "14" where a note has "fourteen", or the other way round."""
_NUMBER_WORDS = frozenset(
    [
        *_IN_DIGITS,
        *("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        *("hundred", "thousand", "million", "billion", "half", "third", "quarter"),
        *("double", "doubled", "halved", "tripled", "twice", "dozen", "percent"),
    ]
)
_NAME = re.compile(r"(?<![.!?:“\"\n] )(?<!^)\b(?!I\b|I['’])[A-Z][\w'’-]+")
_QUOTED = re.compile(r"[“\"]([^”\"]{3,})[”\"]")
_SMALL = frozenset(
    [
        *("dear", "thank", "thanks", "kind", "regards", "sincerely", "best", "yours"),
        *("subject", "hello", "hi", "mr", "mrs", "ms", "dr"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ]
)
_HAS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("It does not say thank you.", re.compile(r"\bthank", re.I)),
    (
        "It does not say that you are interested in the position.",
        re.compile(
            r"\binterest|\bkeen\b|\bexcited\b|\bwould (?:love|like) to (?:work|join|do)"
            r"|\blook(?:ing)? forward to (?:working|joining)|\bthe (?:position|role"
            r"|job)",
            re.I,
        ),
    ),
    (
        "It names no next step.",
        re.compile(
            r"\bnext step|\blook(?:ing)? forward|\bhear(?:ing)? from you|\bcomes next"
            r"|\bplease (?:let|tell)|\bget back\b|\bfollow up\b|\buntil then\b",
            re.I,
        ),
    ),
    (
        "It names nothing that they need: one sentence that begins “You are looking "
        "for” is enough.",
        re.compile(
            r"\byou(?:'re| are)? (?:need|look|looking|want|seek)|\byour (?:team|need"
            r"|plan|goal|clients|customers|patients|pupils|project)",
            re.I,
        ),
    ),
)


def check(
    text: str, sources: Sequence[str], names: Collection[str] = ()
) -> tuple[str, ...]:
    """What to change in a note, a sentence each; empty where nothing is.

    Args:
        text: the note.
        sources: transcripts, notes, what the user told; see `note.sources`.
        names: of those who were talked with.
    """
    found: list[str] = []
    count = len(words.words_of(text))
    if count < words.FEWEST_WORDS:
        found.append(f"It has {count} words; about {words.FEWEST_WORDS} say enough.")
    if count > words.MOST_WORDS:
        found.append(f"It has {count} words; more than {words.MOST_WORDS} are skimmed.")
    found += [said for said, pattern in _HAS if not pattern.search(text)]
    for name in names:
        if name.strip() and name.split()[-1].lower() not in text.lower():
            found.append(f"It does not name {name.strip()}.")
    if sources and not _concrete(text, sources):
        found.append("It names no one thing that you talked about.")
    if sources:
        found += [
            f"“{fact}” was not said in the session, nor is it in your notes."
            for fact in unknown_facts(_body(text), sources)
        ]
    return tuple(found)


def _body(text: str) -> str:
    """A note without greeting and signature: whom one writes to, and as whom, is not
    checked."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    if lines and re.match(r"(?:dear|hello|hi|good \w+)\b", lines[0].strip(), re.I):
        _, _, rest = lines[0].partition(",")
        lines[0] = rest
    signed = re.search(
        r"(?i)\b(?:kind regards|best regards|regards|sincerely|best wishes|best|yours"
        r"(?: \w+)?),?\s+[\w .'-]{2,40}$",
        "\n".join(lines),
    )
    text = "\n".join(lines)
    return text[: signed.start()] if signed else text


def unknown_facts(text: str, sources: Sequence[str]) -> tuple[str, ...]:
    """Numbers, names and quoted words of a text that stand in none of the sources."""
    # With a space at both ends: "he led" is no part of "she led".
    known = f" {' '.join(words.words_of(' '.join(sources)))} "
    known_words = set(known.split())
    for word, digits in _IN_DIGITS.items():
        if known_words & {word, digits}:
            known_words |= {word, digits}
    unknown: list[str] = []
    for quoted in _QUOTED.findall(text):
        if f" {' '.join(words.words_of(quoted))} " not in known:
            unknown.append(quoted)
    rest = re.sub(r"\s+", " ", _QUOTED.sub(". ", text).replace("\n", ". "))
    opening = note_openers.names(rest)
    for fact in (*_NUMBER.findall(rest), *_NAME.findall(rest), *opening):
        parts = words.words_of(fact)
        if not all(p in known_words or p in _SMALL for p in parts):
            unknown.append(fact)
    unknown += [w for w in words.words_of(rest) if w in _NUMBER_WORDS - known_words]
    return tuple(dict.fromkeys(unknown))


def _concrete(text: str, sources: Sequence[str]) -> bool:
    """Whether a sentence shares three telling words with what was talked about."""
    frame = words.frame_words()
    told = {w for s in sources for w in words.words_of(s) if len(w) > 3} - frame
    return any(
        len(told & set(words.words_of(sentence))) >= 3
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    )
