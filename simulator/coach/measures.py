"""Measures as rows of a table, generic: a new measure needs no change here."""

from dataclasses import dataclass

from ..records import Measurement
from . import timelines, units
from .case import Case
from .definitions import definition
from .stretches import Stretch, stretches

BUTTONS = 5
"""Play buttons beside one number; every filler and pause has its own further up."""

NEARLY_ALL = 0.9
"""A stretch that covers this share of the answer points at nothing."""


@dataclass(frozen=True)
class MeasureRow:
    """One measure in everyday words."""

    title: str
    value: str
    interval: str
    usual: str
    band: str
    band_words: str
    definition: str
    note: str
    stretches: tuple[Stretch, ...]
    strip: timelines.Strip | None


def rows(case: Case) -> tuple[tuple[MeasureRow, ...], tuple[MeasureRow, ...]]:
    """(with a usual range, without one); all in the second where nothing is judged."""
    made = [_measure(m, case) for m in case.analysis.measurements]
    if not case.assessable:
        return (), tuple(made)
    return tuple(r for r in made if r.usual), tuple(r for r in made if not r.usual)


def _measure(m: Measurement, case: Case) -> MeasureRow:
    shown = m if case.assessable else m.model_copy(update={"graded": False})
    interval = ""
    if m.value is not None and m.low is not None and m.high is not None:
        low, high = units.figure(m.low, m.unit), units.figure(m.high, m.unit)
        interval = f"likely between {low} and {high}"
    return MeasureRow(
        title=m.title,
        value="unknown" if m.value is None else units.amount(m.value, m.unit),
        interval=interval,
        usual=units.usual(m),
        band=units.band(shown),
        band_words=_band_words(shown),
        definition=definition(m.name),
        note=m.note,
        stretches=_telling(m, case)[:BUTTONS],
        strip=timelines.strip(shown),
    )


def _band_words(m: Measurement) -> str:
    """The band, unless there is no value or the note says the same."""
    if m.value is None or (not m.graded and "not judged" in m.note):
        return ""
    return units.band_words(m)


def _telling(m: Measurement, case: Case) -> tuple[Stretch, ...]:
    """Evidence that says where; the whole answer has a player of its own."""
    whole_s = case.speech_s or 0.0
    found = stretches(m.evidence)
    return tuple(s for s in found if s.end_s - s.start_s < NEARLY_ALL * whole_s)
