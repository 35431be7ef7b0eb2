"""How the answer was spoken: only what is far outside the usual is a remark.

- Slow speech is never a remark: in an interview it is well accepted (Street, Brady and
  Putman 1983), and it is how many people think.
- Five filler sounds a minute cost nothing, twelve do (Laske and DiGennaro Reed 2024).
  A count from less than three minutes is too uncertain to grade, unless even the lower
  end of its interval is above the red limit.
- Where speech repeats or stretches sounds often, pauses inside sentences may be blocks
  of a stammer. They are not ours to correct.
- What the recording makes doubtful is no remark, however far out it is.
- Everything between the good and the red band is written, not said.
"""

from ..records import Measurement, Moment
from .case import Case
from .remarks import Gap
from .times import clock, span

GRADED_SPEECH_S = 180.0
"""Fillers are graded over at least 3 minutes of speech (science notes 2.7)."""

STRETCH_S = 10.0
"""A fast stretch counts from 10 s on (science notes 1.4, a proposal)."""

CLUSTER_S = 30.0
"""Width of the stretch in which most fillers are looked for."""

CLUSTER_SHARE = 0.5
"""A stretch is named only when more than half of the fillers stand in it."""

REPAIRS = 3
"""From three repeated or stretched sounds on, pauses are left alone (a proposal)."""

Curve = tuple[tuple[float, float], ...]
"""(time_s, value) points."""

_HANDLED = {
    "answer_length",
    "speech_rate",
    "articulation_rate",
    "filled_pause_rate",
    "discourse_marker_rate",
    "mid_clause_pause_rate",
    "response_latency",
}


def red(m: Measurement) -> bool:
    """Whether the value is outside its red limits. Grading is the caller's question."""
    if m.value is None:
        return False
    high = m.red_high is not None and m.value > m.red_high
    return high or (m.red_low is not None and m.value < m.red_low)


def clearly_above_red(m: Measurement) -> bool:
    """Whether even the low end of the interval lies above the red limit."""
    return m.red_high is not None and m.low is not None and m.low > m.red_high


def faults(case: Case) -> tuple[Gap, ...]:
    """Red-band delivery that may be said aloud, most important first."""
    found = (_pace(case), _fillers(case), _pauses(case), _latency(case))
    return tuple(gap for gap in found if gap)


def refinements(case: Case) -> tuple[Gap, ...]:
    """Delivery that is written and never said."""
    found = [_pace_amber(case), _fillers_amber(case), _markers(case)]
    found += [_generic(m) for m in case.analysis.measurements]
    return tuple(gap for gap in found if gap)


def fast_stretch(points: Curve, limit: float) -> tuple[float, float, float] | None:
    """(start_s, end_s, mean value) of the longest run of the curve above `limit`."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point[1] > limit:
            runs[-1].append(point)
        elif runs[-1]:
            runs.append([])
    longest = max(runs, key=len)
    if len(longest) < 2:
        return None
    start_s, end_s = longest[0][0], longest[-1][0]
    return start_s, end_s, sum(value for _, value in longest) / len(longest)


def cluster(case: Case) -> Moment | None:
    """The half minute that holds most of the counted fillers, if one does."""
    starts = [f.start_s for f in case.fillers if f.start_s is not None]
    if len(starts) < 3 or (case.speech_s or 0.0) < 2 * CLUSTER_S:
        return None
    groups = [[s for s in starts if a <= s <= a + CLUSTER_S] for a in starts]
    densest = max(groups, key=len)
    if len(densest) <= CLUSTER_SHARE * len(starts):
        return None
    end_s = densest[-1] + 1.0
    return Moment(start_s=densest[0], end_s=end_s, label="most of them")


def to_five(value: float) -> int:
    """A pace to the nearest 5: nobody hears the difference between 193 and 195."""
    return 5 * round(value / 5)


def curve(case: Case) -> Curve:
    """Words a minute through the answer, wherever it was measured."""
    for name in ("speech_rate", "pace_variation"):
        m = case.analysis.measurement(name)
        if m and m.series:
            return m.series
    return ()


def _pace(case: Case) -> Gap | None:
    m = case.analysis.measurement("speech_rate")
    if m is None or m.value is None or not m.graded or m.red_high is None:
        return None
    stretch = fast_stretch(curve(case), m.red_high)
    if stretch and (stretch[1] - stretch[0] >= STRETCH_S or m.value > m.red_high):
        start_s, end_s, value = stretch
        where = span(start_s, end_s)
        evidence: tuple[Moment, ...] = (
            Moment(start_s=start_s, end_s=end_s, label="the fast stretch"),
        )
        text = (
            f"{where.capitalize()} you spoke at about {to_five(value)} words a minute."
        )
    elif m.value > m.red_high:
        evidence = m.evidence
        text = f"You spoke at about {to_five(m.value)} words a minute."
    else:
        return None
    return Gap(
        "speech_rate",
        "speech_rate",
        "it went fast",
        text,
        "Next time, take one breath after each sentence.",
        evidence,
    )


def _pace_amber(case: Case) -> Gap | None:
    m = case.analysis.measurement("speech_rate")
    if m is None or m.value is None or not m.graded or m.good_high is None:
        return None
    if m.value <= m.good_high or _pace(case):
        return None
    return Gap(
        "speech_rate",
        "speech_rate",
        "it went a little fast",
        f"You spoke at about {to_five(m.value)} words a minute, a little fast.",
        "A breath after each sentence is enough.",
        m.evidence,
        speakable=False,
    )


def _fillers(case: Case) -> Gap | None:
    m = case.analysis.measurement("filled_pause_rate")
    if m is None or m.value is None or m.doubtful:
        return None
    long_enough = (case.speech_s or 0.0) >= GRADED_SPEECH_S and m.graded
    if not (clearly_above_red(m) or (long_enough and red(m))):
        return None
    most = cluster(case)
    where = ""
    if most and most.start_s is not None and most.end_s is not None:
        where = f", most of them {span(most.start_s, most.end_s)}"
    return Gap(
        "filled_pause_rate",
        "filled_pause_rate",
        "there were many sounds like um",
        f"I heard about {round(m.value)} sounds like um a minute{where}.",
        "Next time, when you look for a word, let the pause be silent.",
        (most,) if most else m.evidence[:5],
    )


def _fillers_amber(case: Case) -> Gap | None:
    m = case.analysis.measurement("filled_pause_rate")
    if m is None or m.value is None or not m.graded or m.good_high is None:
        return None
    too_short = (case.speech_s or 0.0) < GRADED_SPEECH_S
    if too_short or round(m.value) <= m.good_high or _fillers(case):
        return None
    return Gap(
        "filled_pause_rate",
        "filled_pause_rate",
        "there were some sounds like um",
        f"I heard about {round(m.value)} sounds like um a minute; "
        f"up to {m.good_high:g} nobody minds.",
        "A silent pause does the same work.",
        m.evidence[:5],
        speakable=False,
    )


def _markers(case: Case) -> Gap | None:
    """Words such as "like" mislead detectors too often to be said to a person."""
    m = case.analysis.measurement("discourse_marker_rate")
    if m is None or m.value is None or m.doubtful or not clearly_above_red(m):
        return None
    return Gap(
        "discourse_marker_rate",
        "discourse_marker_rate",
        "there were many small filler words",
        f"I heard about {round(m.value)} words such as like or you know a minute.",
        "Listen to a few of them, and see which you can leave out.",
        m.evidence[:5],
        speakable=False,
    )


def _pauses(case: Case) -> Gap | None:
    m = case.analysis.measurement("mid_clause_pause_rate")
    repairs = [
        e for e in case.analysis.events if e.kind in ("repetition", "prolongation")
    ]
    if m is None or m.value is None or not m.graded or len(repairs) >= REPAIRS:
        return None
    if m.red_high is None or m.value <= m.red_high:
        return None
    inside = [p for p in case.analysis.pauses if p.place == "mid_clause"]
    longest = sorted(inside, key=lambda p: p.start_s - p.end_s)[:3]
    where = ""
    if longest:
        where = f", the longest at {clock(longest[0].start_s)}"
    return Gap(
        "mid_clause_pause_rate",
        "mid_clause_pause_rate",
        "there were many stops inside sentences",
        f"In 100 words you stopped inside a sentence about {round(m.value)} times"
        f"{where}.",
        "Next time, pause before a sentence, and say it whole.",
        tuple(Moment(start_s=p.start_s, end_s=p.end_s, label="pause") for p in longest),
    )


def _latency(case: Case) -> Gap | None:
    m = case.analysis.measurement("response_latency")
    if m is None or m.value is None or not m.graded:
        return None
    if m.red_high is None or m.value <= m.red_high:
        return None
    return Gap(
        "response_latency",
        "response_latency",
        "there was a long silence before the first word",
        f"Your first word came {round(m.value)} seconds after the question.",
        "Next time, say that you need a moment, and then take it.",
    )


def _generic(m: Measurement) -> Gap | None:
    """Any other measure: a plain line when it is graded and red."""
    if m.name in _HANDLED or not m.graded or m.value is None or not red(m):
        return None
    side = "high" if m.red_high is not None and m.value > m.red_high else "low"
    return Gap(
        m.name,
        m.name,
        f"{m.title.lower()} was {side}",
        f"{m.title} was {side} compared with what is usual.",
        m.note or "Listen to it once, and decide for yourself.",
        m.evidence[:5],
        speakable=False,
    )
