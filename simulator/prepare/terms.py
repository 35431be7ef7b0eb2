"""Names and jargon that Whisper is told to expect.

Its prompt is short (some dozen words keep their effect), so only what it could
misspell goes in: abbreviations, names, words with digits or capitals inside.
"""

import re
from collections.abc import Iterable

from simulator.records import Requirement

from .word_set import word_set

MOST_TERMS = 40
_ODD = re.compile(r"[A-Za-z]+[A-Z0-9][\w+#.]*|[A-Z]{2,}[\w+#]*|[A-Za-z]+[+#]+")
_WORD = re.compile(r"[A-Za-z][\w+#'&-]*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:•\n]\s*|-\s+)([A-Z][\w'-]*)")
_PLAIN = word_set(
    """
    I We You Our Your The A An And Or In On At Of For With By To It Is Are This That
    Must Nice Job About Us Requirements Values Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday January February March April May June July August
    September October November December English OK CV PDF UK US USA EU
    """
)


def job_terms(
    requirements: Iterable[Requirement], names: Iterable[str], texts: Iterable[str]
) -> tuple[str, ...]:
    """Terms worth a place in the prompt, the company's and the requirements' first.

    Args:
        requirements: as confirmed; what they name comes first.
        names: of the company and the job.
        texts: posting, notes and CV, in which names are looked for.
    """
    found: list[str] = []
    for name in names:
        found += [w for w in _WORD.findall(name) if w[0].isupper()]
    for requirement in requirements:
        found += _odd_words(requirement.text)
    for text in texts:
        found += _odd_words(text)
    kept = dict.fromkeys(t.strip(".,") for t in found)
    return tuple(t for t in kept if t not in _PLAIN and len(t) > 1)[:MOST_TERMS]


def _odd_words(text: str) -> list[str]:
    """Abbreviations, and words with a capital that opens no sentence."""
    starts = {match.start(1) for match in _SENTENCE_START.finditer(text)}
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        named = word[0].isupper() and match.start() not in starts and len(word) > 2
        if _ODD.fullmatch(word) or (named and not word.isupper()):
            found.append(word)
    return found
