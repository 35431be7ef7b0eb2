"""Names and jargon that Whisper is told to expect.

Its prompt is short (some dozen words keep their effect), so only what it could
misspell goes in: abbreviations, names, words with digits or capitals inside. A word
that the papers also write small ("Customer Success", "your customers") is no name.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from simulator.records import Requirement

from .word_set import word_set

MOST_TERMS = 40
LONGEST_ABBREVIATION = 6
"""More capitals are a heading or a shout."""
_ODD = re.compile(r"[A-Za-z]+[A-Z0-9][\w+#.]*|[A-Z]{2,}[\w+#]*|[A-Za-z]+[+#]+")
_WORD = re.compile(r"[A-Za-z][\w+#'&-]*")
_SENTENCE_START = re.compile(
    r"(?:^|[.!?:;|*\n]\s*|[-–—·]\s+|[^\x00-\x7f\s]\s+)([A-Z][\w'-]*)"
)
_PLAIN = word_set(
    """
    I We You Our Your The A An And Or In On At Of For With By To It Is Are This That
    Must Nice Job About Us Requirements Values Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays
    Sundays January February March April May June July August September October
    November December English German French Spanish Germany Europe OK CV PDF UK US USA
    EU EUR USD GBP AM PM HR GmbH Ltd Inc LLC PLC Software Full-time Part-time Permanent
    Remote Hybrid LinkedIn BA MA BSc MSc Manager Clinic Hospital School Company Team
    Senior Junior Officer Assistant Engineer Analyst Teacher Nurse Trust University
    Education Experience Languages Tools Skills Profile Summary References
    """
)


def job_terms(
    requirements: Iterable[Requirement], names: Iterable[str], texts: Sequence[str]
) -> tuple[str, ...]:
    """Terms worth a place in the prompt, the company's and the requirements' first.

    Args:
        requirements: as confirmed; what they name comes first.
        names: of the company and the job.
        texts: posting, notes and CV, in which names are looked for.
    """
    small = set(re.findall(r"(?<![\w'-])[a-z][\w+#'&-]*", " ".join(texts)))
    found: list[str] = []
    for name in names:
        found += [w for w in _WORD.findall(name) if w[0].isupper()]
    for requirement in requirements:
        found += _odd_words(requirement.text)
    for text in texts:
        found += _odd_words(text)
    kept = dict.fromkeys(t.strip(".,").removesuffix("'s") for t in found)
    return tuple(t for t in kept if _is_term(t, small))[:MOST_TERMS]


def _is_term(word: str, small: Collection[str]) -> bool:
    lower = word.lower()
    plain = word in _PLAIN or lower in small or lower.rstrip("s") in small
    shouted = word.isupper() and len(word) > LONGEST_ABBREVIATION
    return len(word) > 1 and not plain and not shouted


def _odd_words(text: str) -> list[str]:
    """Abbreviations, and words with a capital that opens no sentence."""
    text = "\n".join("" if _shouted(line) else line for line in text.split("\n"))
    starts = {match.start(1) for match in _SENTENCE_START.finditer(text)}
    found = []
    for match in _WORD.finditer(text):
        word = match[0]
        named = word[0].isupper() and match.start() not in starts and len(word) > 2
        if _ODD.fullmatch(word) or (named and not word.isupper()):
            found.append(word)
    return found


def _shouted(line: str) -> bool:
    """Whether a line is a heading in capitals, of more than one word.

    Linear in its length, as one pattern for all of it is not.
    """
    capitals = re.search(r"[A-Z]{2}", line)
    if capitals is None or re.search(r"[a-z]", line):
        return False
    return bool(re.search(r"\s", line[capitals.end() :]))
