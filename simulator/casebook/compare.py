"""Two attempts at one question: what changed in the measures and in the words."""

import difflib
import re
from dataclasses import dataclass
from typing import Literal

from ..coach import units
from ..coach.case import STAR
from ..records import Measurement, Turn

Change = Literal["same", "gone", "new"]

_BARE = re.compile(r"[^\w']+")


@dataclass(frozen=True)
class MeasureChange:
    """One measure of both attempts, in everyday words."""

    title: str
    a: str
    b: str
    difference: str
    """ "12 words a minute more", "" where either is unknown or nothing changed."""
    nearer: bool | None
    """Whether b lies nearer to the usual range; None where that cannot be said."""


@dataclass(frozen=True)
class Run:
    """Words that stand together: in both, only in a, or only in b."""

    change: Change
    text: str


@dataclass(frozen=True)
class Compared:
    """What changed from attempt a to attempt b."""

    measures: tuple[MeasureChange, ...]
    parts: tuple[tuple[str, bool, bool], ...]
    """(part, heard in a, heard in b)."""
    a: tuple[Run, ...]
    """The words of a, same and gone."""
    b: tuple[Run, ...]
    """The words of b, same and new."""
    shared: float
    """Share of b's words that a had in the same order, 0 to 1."""


def compare(a: Turn, b: Turn) -> Compared:
    """Set two attempts side by side."""
    was, now = a.transcript.text.split(), b.transcript.text.split()
    matcher = difflib.SequenceMatcher(
        None, [_bare(w) for w in was], [_bare(w) for w in now], autojunk=False
    )
    left: list[Run] = []
    right: list[Run] = []
    same = 0
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            left.append(Run("same", " ".join(was[i:j])))
            right.append(Run("same", " ".join(now[k:m])))
            same += m - k
            continue
        if j > i:
            left.append(Run("gone", " ".join(was[i:j])))
        if m > k:
            right.append(Run("new", " ".join(now[k:m])))
    return Compared(
        measures=_measures(a, b),
        parts=_parts(a, b),
        a=tuple(left),
        b=tuple(right),
        shared=same / len(now) if now else 0.0,
    )


def _bare(word: str) -> str:
    return _BARE.sub("", word.lower()) or word


def _measures(a: Turn, b: Turn) -> tuple[MeasureChange, ...]:
    """Those with a usual range first: they are the ones that are spoken of."""
    pairs = [
        (m, other)
        for m in a.analysis.measurements
        if (other := b.analysis.measurement(m.name)) is not None
    ]
    pairs.sort(key=lambda pair: not units.usual(pair[1]))
    return tuple(_change(m, other) for m, other in pairs)


def _change(m: Measurement, other: Measurement) -> MeasureChange:
    was, now = _amount(m), _amount(other)
    difference = ""
    if m.value is not None and other.value is not None and was != now:
        by = other.value - m.value
        word = "more" if by > 0 else "less"
        difference = f"{units.amount(abs(by), m.unit)} {word}"
    return MeasureChange(m.title, was, now, difference, _nearer(m, other))


def _amount(m: Measurement) -> str:
    return "unknown" if m.value is None else units.amount(m.value, m.unit)


def _nearer(m: Measurement, other: Measurement) -> bool | None:
    """Only where both are judged, and one of them lies outside the usual range."""
    if not (m.graded and other.graded) or m.value is None or other.value is None:
        return None
    before, after = _outside(m, m.value), _outside(other, other.value)
    return None if before == after else after < before


def _outside(m: Measurement, value: float) -> float:
    low = m.good_low if m.good_low is not None else value
    high = m.good_high if m.good_high is not None else value
    return max(low - value, value - high, 0.0)


def _parts(a: Turn, b: Turn) -> tuple[tuple[str, bool, bool], ...]:
    names: dict[str, None] = {}
    for turn in (a, b):
        found = turn.analysis.structure
        for name in (*STAR, *found.parts, *found.missing, *found.uncertain):
            if _has(turn, name) or name in (*found.missing, *found.uncertain):
                names[name] = None
    ordered = sorted(names, key=lambda n: STAR.index(n) if n in STAR else len(STAR))
    return tuple((name, _has(a, name), _has(b, name)) for name in ordered)


def _has(turn: Turn, name: str) -> bool:
    found = turn.analysis.structure
    return bool(getattr(found, name) if name in STAR else found.parts.get(name))
