"""The plots of one answer, each with the sentence that says what it shows.

A plot is for those who like to look; the sentence and the tables beside it hold the
same facts for those who cannot, and on paper.
"""

from dataclasses import dataclass

from ..pages import plots
from ..records import Measurement
from .case import STAR, Case
from .delivery_gaps import cluster
from .times import clock, span
from .units import amount, band, figure, unit_words, usual


@dataclass(frozen=True)
class CurvePlot:
    """A measure through the answer."""

    title: str
    sentence: str
    plot: plots.Curve
    usual: str
    rows: tuple[tuple[str, str], ...]
    """(time, value) for the table."""
    duration_s: float


@dataclass(frozen=True)
class Timeline:
    """Structure, fillers and pauses on one axis."""

    sentence: str
    lanes: tuple[plots.Lane, ...]
    ticks: tuple[plots.Tick, ...]
    duration_s: float


@dataclass(frozen=True)
class Strip:
    """Where one value lies beside the usual range, in percent of the width."""

    good_x: float
    good_width: float
    value_x: float
    low_x: float | None
    high_x: float | None


def duration_s(case: Case) -> float | None:
    """Length of the axis; None where nothing has a time."""
    ends = [case.duration_s or 0.0, case.extent[1] if case.extent else 0.0]
    longest = max(ends)
    return longest if longest > 0 else None


def curves(case: Case) -> tuple[CurvePlot, ...]:
    """A plot for every measure that brings a curve."""
    length_s = duration_s(case)
    if length_s is None or not case.assessable:
        return ()
    found = [m for m in case.analysis.measurements if len(m.series) > 1]
    return tuple(_curve(case, m, length_s) for m in found)


def _curve(case: Case, m: Measurement, length_s: float) -> CurvePlot:
    judged = _pace(case, m)
    unit = judged.unit
    lowest = min(m.series, key=lambda point: point[1])
    highest = max(m.series, key=lambda point: point[1])
    low, high = figure(lowest[1], unit), figure(highest[1], unit)
    sentence = (
        f"Lowest {low} around {clock(lowest[0])}, highest {high} "
        f"{unit_words(unit)} around {clock(highest[0])}."
    )
    return CurvePlot(
        title=m.title,
        sentence=sentence,
        plot=plots.curve(m.series, length_s, (judged.good_low, judged.good_high)),
        usual=usual(judged),
        rows=tuple((clock(t), amount(v, unit)) for t, v in m.series),
        duration_s=length_s,
    )


def _pace(case: Case, m: Measurement) -> Measurement:
    """The measure whose unit and band the curve has.

    The variation of pace is a percentage, its curve is words a minute.
    """
    rate = case.analysis.measurement("speech_rate")
    return rate if m.name == "pace_variation" and rate is not None else m


def timeline(case: Case) -> Timeline | None:
    """Lanes for structure, fillers and pauses; None without times."""
    length_s = duration_s(case)
    if length_s is None or not case.transcript.words:
        return None
    lanes = [_structure(case, length_s), *_fillers(case, length_s)]
    lanes += _pauses(case, length_s)
    shown = tuple(lane for lane in lanes if lane.spans)
    if not shown:
        return None
    ticks = plots.time_ticks(length_s)
    content_only = case.analysis.withheld is not None
    sentence = "" if content_only else _sentence(case)
    return Timeline(sentence, shown, ticks, length_s)


def _structure(case: Case, length_s: float) -> plots.Lane:
    spans = []
    names = (*STAR, *case.analysis.structure.parts) if case.assessable else ()
    for name in names:
        for p in case.part(name):
            if p.start_s is not None and p.end_s is not None:
                kind = name if name in STAR else "other"
                bar = plots.span(p.start_s, p.end_s, length_s, kind)
                label = name[0].upper() if bar.width > 3 else ""
                spans.append(plots.Span(bar.x, bar.width, kind, label))
    title = "Structure"
    if case.analysis.structure.shape in ("", "star"):
        title = "Structure: S situation, T task, A action, R result"
    return plots.Lane(title, tuple(spans))


def _fillers(case: Case, length_s: float) -> tuple[plots.Lane, ...]:
    sounds, words = [], []
    for f in case.analysis.fillers:
        if f.start_s is None or f.end_s is None:
            continue
        if f.kind == "filled_pause":
            kind = "filler" if f.counted else "perhaps"
            sounds.append(plots.span(f.start_s, f.end_s, length_s, kind))
        else:
            words.append(plots.span(f.start_s, f.end_s, length_s, "marker"))
    return (
        plots.Lane("Filler sounds", tuple(sounds)),
        plots.Lane("Filler words", tuple(words)),
    )


def _pauses(case: Case, length_s: float) -> tuple[plots.Lane, ...]:
    inside: list[plots.Span] = []
    between: list[plots.Span] = []
    for p in case.analysis.pauses:
        mid = p.place == "mid_clause"
        bar = plots.span(p.start_s, p.end_s, length_s, "inside" if mid else "between")
        (inside if mid else between).append(bar)
    return (
        plots.Lane("Pauses inside a sentence", tuple(inside)),
        plots.Lane("Pauses between sentences", tuple(between)),
    )


def _sentence(case: Case) -> str:
    count = len(case.fillers)
    said = [f"{count} filler sound{'' if count == 1 else 's'}"]
    most = cluster(case)
    if most and most.start_s is not None and most.end_s is not None:
        said[0] += f", most of them {span(most.start_s, most.end_s)}"
    inside = [p for p in case.analysis.pauses if p.place == "mid_clause"]
    said.append(
        f"{len(inside)} pause{'' if len(inside) == 1 else 's'} inside a sentence"
    )
    longest = max(case.analysis.pauses, key=lambda p: p.end_s - p.start_s, default=None)
    if longest:
        lasted = f"{longest.end_s - longest.start_s:.1f} seconds"
        said.append(f"the longest pause {lasted} at {clock(longest.start_s)}")
    return f"{'; '.join(said)}."


def strip(m: Measurement) -> Strip | None:
    """The value beside its usual range; None where nothing is judged."""
    if m.value is None or not band(m):
        return None
    limits = (m.good_low, m.good_high, m.red_low, m.red_high, m.low, m.high, m.value)
    known = [limit for limit in limits if limit is not None]
    low, high = min(known), max(known)
    if m.good_low is None and m.red_low is None:
        low = min(0.0, low)
    room = (high - low) * 0.08 or 1.0
    high += room
    low = low - room if low > 0 else low

    def x(value: float) -> float:
        return round(100 * (value - low) / (high - low), 2)

    start = x(m.good_low) if m.good_low is not None else 0.0
    end = x(m.good_high) if m.good_high is not None else 100.0
    return Strip(
        good_x=start,
        good_width=round(end - start, 2),
        value_x=x(m.value),
        low_x=x(m.low) if m.low is not None else None,
        high_x=x(m.high) if m.high is not None else None,
    )
