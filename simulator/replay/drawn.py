"""What the page's canvas draws: numbers only, no text of anybody's."""

from collections.abc import Sequence
from typing import Any

from ..records import Turn
from ..studio.comments import Comment
from ..studio.corrections import Rulings
from ..studio.moments import pace_curve
from .said import key
from .scoring import parts_of


def drawn(
    measured: Turn,
    corrected: Turn,
    rulings: Rulings,
    comments: Sequence[Comment],
    hidden: bool,
) -> dict[str, Any]:
    """Marks on the waveform, in seconds; the tool's own are left out while `hidden`."""
    rate = corrected.analysis.measurement("speech_rate")
    own = {
        "fillers": _fillers(measured, corrected, rulings),
        "pauses": [
            [p.start_s, p.end_s, int(p.place == "mid_clause")]
            for p in corrected.analysis.pauses
        ],
        "parts": [list(part) for part in parts_of(corrected)],
        "pace": [list(point) for point in pace_curve(corrected)],
        "pace_good": [rate.good_low, rate.good_high] if rate else [None, None],
    }
    nothing: dict[str, Any] = {name: [] for name in own}
    return {
        "duration_s": corrected.duration_s or 0.0,
        "hidden": hidden,
        **(nothing if hidden else own),
        "comments": [
            {"id": c.id, "start_s": c.start_s, "kind": c.kind}
            for c in comments
            if c.start_s is not None and c.resolved_by is None
        ],
    }


def _fillers(
    measured: Turn, corrected: Turn, rulings: Rulings
) -> list[list[float | int]]:
    """[start_s, end_s, place, state]: 2 counted, 1 shown, 0 rejected."""
    after = {key(f) for f in corrected.analysis.fillers}
    marks: list[list[float | int]] = []
    for place, filler in enumerate(measured.analysis.fillers):
        if filler.start_s is None or filler.end_s is None:
            continue
        if place not in rulings.fillers and key(filler) not in after:
            continue  # a corrected word left nothing of it
        ruling = rulings.fillers.get(place)
        counted = filler.counted if ruling is None else ruling
        state = 0 if ruling is False else 2 if counted else 1
        marks.append([filler.start_s, filler.end_s, place, state])
    return sorted(marks)
