"""A posting cut into lines, each under the heading it stands below.

Postings differ in everything but this: somewhere a heading or a lead-in says that what
follows is needed, is welcome, or is something else. Lines that no heading claims are
judged by their own words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .headings import Section, heading, named

_NUMBER = r"\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?"
_PICTURE = r"[^\w\s(\[{<#$£€=+\"'“-]{1,4}"
_BULLET = re.compile(rf"^\s*(?:(?:[-–—*+o]|{_NUMBER}|{_PICTURE})\s+){{1,2}}")
_HEADING_SIGN = re.compile(rf"^\s*(?:{_NUMBER}|{_PICTURE})\s+")
"""A heading may have a number or a picture too ("2. MAIN DUTIES"), never a dash."""
_LEGEND = re.compile(r"^\(?E\)? ?[=:–-]+ ?essential\b", re.I)
_EMPHASIS = re.compile(r"(\*{1,2}|__)(?=\S)([^*_\n]{1,200}?)(?<=\S)\1")
"""Markdown's: "**Company:** Little Owl"."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


@dataclass(frozen=True)
class Line:
    """One item or sentence of a posting."""

    text: str
    section: Section
    listed: bool
    """Whether it is an item of a list."""
    first: bool = True
    """Whether it opens its item or paragraph."""


def lines(text: str) -> tuple[Line, ...]:
    """The items and sentences of a posting, without the headings."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    section: Section = ""
    for raw in _whole_lines(text):
        listed = bool(_BULLET.match(raw))
        bare = _EMPHASIS.sub(r"\2", _BULLET.sub("", raw)).strip(" *_#|\t")
        if not bare or _LEGEND.match(bare):
            continue
        lead, rest = _inline(bare)
        if lead is not None:
            for item in re.split(r"\s*;\s*", rest):
                yield Line(item, lead, True)
            continue
        may_head = not listed or bool(_HEADING_SIGN.match(raw))
        kind = heading(bare) if may_head else None
        if kind is not None:
            section = kind
            continue
        for number, sentence in enumerate(_SENTENCE.split(bare)):
            yield Line(sentence.strip(), section, listed, number == 0)


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


def _inline(line: str) -> tuple[Section | None, str]:
    """ "Must have: X; Y" on one line: its section and what follows; else (None, "")."""
    head, colon, rest = line.partition(":")
    if not colon or not rest.strip() or len(head.split()) > 5:
        return None, ""
    kind = named(f"{head}:")
    return (kind, rest.strip()) if kind else (None, "")
