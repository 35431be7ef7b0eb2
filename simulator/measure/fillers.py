"""Filled pauses and discourse markers, and how many there are in a minute.

Definition: a filled pause is a word that the transcriber heard as one ("um", "uh");
certainty and reason are its. A discourse marker is found by context (`markers`).
`filled_pause_rate` counts filled pauses that are sure or probable, per minute from the
first to the last thing said; `discourse_marker_rate` counts discourse markers.

Conventions: only `filled_pause_rate` is ever graded, and only over at least 3 minutes:
3 in 45 s are 4 a minute with a 95 % interval of 0.8 to 11.7, which grades nothing.
Blocks, prolongations and repeats are no fillers (see `events`).

Edge cases: written text has no rates (None). No filler heard is a rate of 0, with its
interval up to what could have been missed by chance.

Source: bands, Laske & DiGennaro Reed 2024 (JABA): 5 a minute cost a speaker nothing, 12
did; sounds hurt more than words. Interval: exact Poisson (Garwood 1936).
"""

from collections.abc import Iterable, Sequence

from simulator import intervals
from simulator.records import Answer, Filler, Measurement, Moment

from . import markers
from .marker_use import Use
from .once import once
from .tokens import said, said_span, unknown

GOOD_PER_MIN = 5.0
RED_PER_MIN = 12.0
GRADED_FROM_S = 180.0

_SHORT = "Shown, not judged: three minutes of speech are needed for a fair rate."
_WORDS = "Shown, not judged: meaning cannot always be told from the words."


def _filled(answer: Answer) -> list[Filler]:
    return [
        Filler(
            text=word.text.strip(" .,?!").lower() or word.text,
            start_s=word.start_s,
            end_s=word.end_s,
            kind="filled_pause",
            certainty=word.certainty,
            why=word.why,
        )
        for word in said(answer)
        if word.kind == "filled_pause"
    ]


def _reason(use: Use) -> str:
    seen = []
    if use.initial:
        seen.append("it opens the sentence")
    if use.comma_before or use.comma_after:
        seen.append("it is set off by a comma")
    if use.quiet_before or use.quiet_after:
        seen.append("a pause or a filler stands beside it")
    if use.final and not use.initial:
        seen.append("it closes the sentence")
    return "; ".join(seen) or "the sentence says the same without it"


def _discourse(answer: Answer) -> list[Filler]:
    return [
        Filler(
            text=" ".join(t.bare for t in marker.tokens),
            start_s=marker.tokens[0].start_s,
            end_s=marker.tokens[-1].end_s,
            kind="discourse_marker",
            certainty="probable" if marker.cues >= 2 else "possible",
            why=_reason(marker.use),
        )
        for marker in markers.find(answer)
    ]


@once
def find(answer: Answer) -> tuple[Filler, ...]:
    """Every filled pause and discourse marker, in order of time.

    Without times (written text) the filled pauses come first.
    """
    found = _filled(answer) + _discourse(answer)
    return tuple(sorted(found, key=lambda f: (f.start_s is None, f.start_s or 0.0)))


_TITLES = {
    "filled_pause_rate": "Um and uh",
    "discourse_marker_rate": "Like, you know and such",
}


def rate(name: str, heard: Sequence[Moment], minutes: float) -> Measurement:
    """One of the two rates: the moments counted in so many minutes of speech."""
    sounds = name == "filled_pause_rate"
    graded = sounds and 60 * minutes >= GRADED_FROM_S
    low, high = intervals.rate(len(heard), minutes)
    return Measurement(
        name=name,
        title=_TITLES[name],
        value=len(heard) / minutes,
        unit="per min",
        low=low,
        high=high,
        graded=graded,
        good_high=GOOD_PER_MIN,
        red_high=RED_PER_MIN,
        evidence=tuple(heard),
        note="" if graded else _SHORT if sounds else _WORDS,
    )


def rates(found: Iterable[Filler], minutes: float) -> tuple[Measurement, ...]:
    """Both rates of what was found in so many minutes of speech.

    Markers in words that were typed have no time and count in no minute.
    """
    heard = [f for f in found if f.start_s is not None]
    filled = [f for f in heard if f.counted]
    discourse = [f for f in heard if f.kind == "discourse_marker"]
    return tuple(
        rate(name, [_moment(f) for f in counted], minutes)
        for name, counted in zip(_TITLES, (filled, discourse), strict=True)
    )


def _moment(filler: Filler) -> Moment:
    return Moment(start_s=filler.start_s, end_s=filler.end_s, label=filler.text)


def measure(answer: Answer) -> tuple[Measurement, ...]:
    """filled_pause_rate, discourse_marker_rate."""
    bounds = said_span(answer)
    if bounds is None:
        note = "Rates are known only for a spoken answer."
        return tuple(
            unknown(name, title, "per min", note) for name, title in _TITLES.items()
        )
    return rates(find(answer), (bounds[1] - bounds[0]) / 60)
