"""A posting cut into lines, each under the heading it stands below.

Postings differ in everything but this: somewhere a heading or a lead-in says that what
follows is needed, is welcome, or is something else. Lines that no heading claims are
judged by their own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Section = Literal["", "must", "nice", "values", "duties", "company", "other"]

LONGEST_HEADING_WORDS = 9

_BULLET = re.compile(r"^\s*(?:[-*•●▪◦‣·–—o►✓✔»]|\(?\d{1,2}[.)])\s+")
_HEADINGS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    (
        "nice",
        re.compile(
            r"nice[- ]to[- ]haves?|desirable|preferred|bonus|good to have|optional"
            r"|(?:would|will) be (?:great|nice|good|welcome)|ideally|pluses|a plus"
            r"|advantageous|not essential|extra points|we(?:'d| would) (?:love|like)",
            re.I,
        ),
    ),
    (
        "must",
        re.compile(
            r"requirement|must[- ]haves?|essential|qualification|your profile"
            r"|who you are|you (?:will )?have\b|you bring|you(?:'ll| will)? need"
            r"|look(?:ing)? for|skills|minimum|what we need|person spec|ideal candidate"
            r"|we expect|about you\b|what it takes|you should|experience\b|criteria"
            r"|what you(?:'ll)? bring|you are\b",
            re.I,
        ),
    ),
    (
        "values",
        re.compile(
            r"values?\b|principles|culture|what we (?:believe|stand for)|mission"
            r"|how we work|we believe",
            re.I,
        ),
    ),
    (
        "duties",
        re.compile(
            r"responsibilit|you(?:'ll| will)|your (?:tasks|role|days?|work)|duties"
            r"|tasks|the (?:role|job|work|position)|day[- ]to[- ]day|main activities",
            re.I,
        ),
    ),
    ("company", re.compile(r"about (?:us|the|our|\w+)|who we are|the company", re.I)),
    (
        "other",
        re.compile(
            r"benefits?|offer|perks|salary|pay\b|apply|location|contact|why (?:us|join)"
            r"|equal|diversity|hours|what you(?:'ll)? get|in return",
            re.I,
        ),
    ),
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


@dataclass(frozen=True)
class Line:
    """One item or sentence of a posting."""

    text: str
    section: Section
    listed: bool
    """Whether it is an item of a list."""


def lines(text: str) -> tuple[Line, ...]:
    """The items and sentences of a posting, without the headings."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    section: Section = ""
    for raw in _whole_lines(text):
        listed = bool(_BULLET.match(raw))
        bare = _BULLET.sub("", raw).strip(" *_#|\t")
        if not bare:
            continue
        lead, rest = _inline(bare)
        if lead is not None:
            for item in re.split(r"\s*;\s*", rest):
                yield Line(item, lead, True)
            continue
        kind = None if listed else _heading(bare)
        if kind is not None:
            section = kind
            continue
        for sentence in _SENTENCE.split(bare):
            yield Line(sentence.strip(), section, listed)


def _whole_lines(text: str) -> Iterator[str]:
    """Lines, with a line that was broken by a page's width joined again."""
    held = ""
    for raw in text.splitlines():
        broken = (
            held
            and raw.strip()
            and not _BULLET.match(raw)
            and raw.strip()[0].islower()
            and not held.rstrip().endswith((".", ":", ";"))
        )
        if broken:
            held = f"{held.rstrip()} {raw.strip()}"
            continue
        if held:
            yield held
        held = raw
    if held:
        yield held


def _heading(line: str) -> Section | None:
    """The section that a line opens, or None if it is no heading."""
    short = len(line.split()) <= LONGEST_HEADING_WORDS
    if not short or line.endswith((".", "!", ",", ";")):
        return None
    closed = line.endswith((":", "?")) or line.isupper() or line.startswith("#")
    found = next((kind for kind, p in _HEADINGS if p.search(line)), None)
    if found is not None:
        # "Experience with SQL" has a heading's word and is none: it says with what.
        names_a_thing = re.search(r"\b(?:with|in|of|using)\s+\w", line, re.I)
        return None if names_a_thing and not closed else found
    return "other" if closed and not line.endswith("?") else None


def _inline(line: str) -> tuple[Section | None, str]:
    """ "Must have: X; Y" on one line: its section and what follows; else (None, "")."""
    head, colon, rest = line.partition(":")
    if not colon or not rest.strip() or len(head.split()) > 5:
        return None, ""
    kind = _heading(f"{head}:")
    return (kind, rest.strip()) if kind not in (None, "other") else (None, "")
