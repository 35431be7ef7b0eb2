"""What a spoken reply adds to how its answer was spoken.

Its fillers, repairs and pauses stand behind the answer's, on one clock; the two filler
rates count both, over the minutes in which each was spoken. The wait for the follow-up
question and before the reply is in neither. Pace, pauses per 100 words, latency and
length stay the answer's: a reply of one sentence has no pace of its own worth a number.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from simulator import intervals
from simulator.records import (
    Analysis,
    Answer,
    Event,
    Filler,
    Measurement,
    Moment,
    Pause,
)

from . import events, fillers, pauses, showing, warnings
from .tokens import said_span
from .withheld import not_judged

Found = TypeVar("Found", Filler, Event, Pause, Moment)


@dataclass(frozen=True)
class Reply:
    """A spoken reply, by itself and joined to its answer."""

    both: Answer
    second: Answer
    offset_s: float
    """Where it begins on the clock of both."""


def added(analysis: Analysis, reply: Reply) -> Analysis:
    """The answer's analysis with what the reply adds; put away where it was before."""
    second, offset_s = reply.second, reply.offset_s
    held = analysis.withheld or analysis
    measured = _measured(held.measurements, reply)
    more = {
        "fillers": (*held.fillers, *_moved(fillers.find(second), offset_s)),
        "events": (*held.events, *_moved(events.find(second), offset_s)),
        "pauses": (*held.pauses, *_moved(pauses.find(second), offset_s)),
        "measurements": measured,
    }
    heard_on = {"warnings": warnings.find(reply.both)}
    if analysis.withheld is None:
        return analysis.model_copy(update={**more, **heard_on})
    away = analysis.withheld.model_copy(
        update={**more, "measurements": tuple(map(not_judged, measured))}
    )
    return analysis.model_copy(update={"withheld": away, **heard_on})


def _measured(before: tuple[Measurement, ...], reply: Reply) -> tuple[Measurement, ...]:
    """The answer's measures, the two filler rates being those of both."""
    bounds = said_span(reply.second)
    if bounds is None:
        return before
    found = fillers.find(reply.second)
    rates = fillers.rates(found, (bounds[1] - bounds[0]) / 60)
    later = {m.name: m for m in rates}
    return tuple(
        _over_both(m, later[m.name], reply) if m.name in later else m for m in before
    )


def _over_both(first: Measurement, second: Measurement, reply: Reply) -> Measurement:
    evidence = (*first.evidence, *_moved(second.evidence, reply.offset_s))
    rate = fillers.rate(first.name, evidence, _minutes(first) + _minutes(second))
    (shown,) = showing.shown(reply.both, (rate,))
    return shown


def _minutes(rate: Measurement) -> float:
    """The minutes a rate was counted over, which its interval tells; 0 if unknown."""
    return intervals.exposure(len(rate.evidence), rate.high) if rate.high else 0.0


def _moved(found: Iterable[Found], offset_s: float) -> tuple[Found, ...]:
    """The same on the clock of both."""
    return tuple(
        one.model_copy(
            update={
                "start_s": None if one.start_s is None else one.start_s + offset_s,
                "end_s": None if one.end_s is None else one.end_s + offset_s,
            }
        )
        for one in found
    )
