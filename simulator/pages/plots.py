"""Plots as numbers a template can draw: everything in percent of the width.

SVG with percentages instead of a viewBox: lines stretch with the page while letters
keep their size, so one drawing serves 360 px, a desk and paper. Nothing is drawn here;
`plots.html.jinja` turns these into SVG.
"""

from collections.abc import Sequence
from dataclasses import dataclass

HEIGHT_PX = 170
"""Of the curve; tall enough for a slope to be seen, low enough for two on a screen."""

_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600)
TICKS = 7
"""More labels than this collide on 320 px."""


@dataclass(frozen=True)
class Tick:
    """A labelled place on an axis."""

    at: float
    label: str
    anchor: str = "middle"


@dataclass(frozen=True)
class Span:
    """A stretch on a lane."""

    x: float
    width: float
    kind: str
    label: str = ""


@dataclass(frozen=True)
class Lane:
    """One row of the timeline."""

    title: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Curve:
    """A value through the answer; y in pixels from the top."""

    points: tuple[tuple[float, float], ...]
    band: tuple[float, float] | None
    """(top_px, height_px) of the usual range."""
    lines: tuple[Tick, ...]
    """Horizontal lines with their labels; `at` in pixels."""
    ticks: tuple[Tick, ...]


def percent(time_s: float, duration_s: float) -> float:
    """Where a time lies on the axis, 0 to 100."""
    share = time_s / duration_s if duration_s > 0 else 0.0
    return round(100 * min(1.0, max(0.0, share)), 2)


def time_ticks(duration_s: float) -> tuple[Tick, ...]:
    """Round times along the axis, the first and last turned inwards."""
    step = next((s for s in _STEPS_S if duration_s / s <= TICKS), _STEPS_S[-1])
    ticks = []
    for k in range(int(duration_s // step) + 1):
        at = percent(k * step, duration_s)
        anchor = "start" if k == 0 else "end" if at > 95 else "middle"
        minutes, seconds = divmod(k * step, 60)
        ticks.append(Tick(at, f"{minutes}:{seconds:02}", anchor))
    return tuple(ticks)


def span(start_s: float, end_s: float, duration_s: float, kind: str) -> Span:
    """A stretch in percent; never thinner than can be seen (0.4 %)."""
    x = percent(start_s, duration_s)
    width = max(0.4, round(percent(end_s, duration_s) - x, 2))
    return Span(x, min(width, round(100 - x, 2)), kind)


def curve(
    series: Sequence[tuple[float, float]],
    duration_s: float,
    band: tuple[float | None, float | None] = (None, None),
) -> Curve:
    """A series of (time_s, value) on its own scale, the usual range always in view."""
    values = [value for _, value in series]
    limits = [limit for limit in band if limit is not None]
    low, high = min(values + limits), max(values + limits)
    room = (high - low) * 0.12 or max(1.0, abs(high) * 0.1)
    low, high = low - room, high + room

    def y(value: float) -> float:
        return round(HEIGHT_PX * (high - value) / (high - low), 1)

    shade = None
    if limits:
        top = y(band[1]) if band[1] is not None else 0.0
        bottom = y(band[0]) if band[0] is not None else float(HEIGHT_PX)
        shade = (top, round(bottom - top, 1))
    marks = sorted(set(limits)) or [min(values), max(values)]
    return Curve(
        points=tuple((percent(t, duration_s), y(v)) for t, v in series),
        band=shade,
        lines=tuple(Tick(y(mark), f"{mark:.0f}") for mark in marks),
        ticks=time_ticks(duration_s),
    )
