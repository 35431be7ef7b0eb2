"""Silences inside the answer, and the wait before it.

Definition: a pause is a stretch without speech of at least 0.25 s between the first and
the last said word, seen in the sound. It is `clause_end` or `mid_clause` by the words
around it (`places`). `mid_clause_pause_rate` counts mid-clause pauses of at least
0.35 s per 100 words. `response_latency` is the time from the end of the question to the
first speech. `pause_share` is the part of the speaking time that is silent.

Conventions: the sound decides, not the gaps between Whisper's words, which glues
pauses to words. A comma beside a filled pause is the filler's own and ends no clause.

Edge cases: written text has no pauses and all values None. Speech-like sound before the
first word (a cough, a chair) is no response. No speech gives None, not 0.

Source: threshold 0.25 s, De Jong & Bosker 2013; 0.35 s for perceived fluency in
dialogue, Gao, Sun & Li 2025; only mid-clause pauses go with judged fluency, Kahng 2018,
and no study gives a band for their rate, so it is shown and not judged. Latency bands
are the project's choice: listeners doubt slow answers from 2 s on (Ziano & Wang 2021),
but questions about one's past buy a better story with the delay (Bangerter et al.).
"""

from itertools import pairwise

from simulator import intervals
from simulator.records import Answer, Measurement, Moment, Pause

from . import places
from .once import once
from .places import REACH, Around
from .tokens import Token, per_100_words, said_span, span, timed, unknown

PAUSE_S = 0.25
MID_CLAUSE_S = 0.35
EDGE_S = 0.15
"""How far a word's edge may lie off the sound's and still touch it."""
LONGEST_EVIDENCE = 5

_QUICK = ("self", "opinion", "asking")
GOOD_LATENCY_S = {"quick": 3.0, "recalled": 8.0}
RED_LATENCY_S = 15.0


def _middle(token: Token) -> float:
    return ((token.start_s or 0.0) + (token.end_s or 0.0)) / 2


@once
def find(answer: Answer) -> tuple[Pause, ...]:
    """The pauses inside the answer, in order. Empty without sound or words."""
    bounds = said_span(answer)
    if answer.sound is None or bounds is None:
        return ()
    words = timed(answer)
    found, passed = [], 0
    for (_, start_s), (end_s, _) in pairwise(answer.sound.speech):
        inside = start_s > bounds[0] - EDGE_S and end_s < bounds[1] + EDGE_S
        if not inside or round(end_s - start_s, 6) < PAUSE_S:
            continue
        centre = (start_s + end_s) / 2
        while passed < len(words) and _middle(words[passed]) <= centre:
            passed += 1
        after = words[passed : passed + REACH]
        before = words[max(0, passed - REACH) : passed]
        # A gap in the indices means a filled pause or a fragment stands between.
        last = before[-1].index if before else -1
        filled = bool(after) and after[0].index - last > 1
        place = places.place(Around(before, after, filled))
        kind = "clause_end" if place == "clause_end" else "mid_clause"
        found.append(Pause(start_s=start_s, end_s=end_s, place=kind))
    return tuple(found)


def _moment(pause: Pause) -> Moment:
    label = f"a pause of {pause.end_s - pause.start_s:.1f} s"
    return Moment(start_s=pause.start_s, end_s=pause.end_s, label=label)


def _mid_clause_rate(found: tuple[Pause, ...], words: int) -> Measurement:
    mid = [
        p
        for p in found
        if p.place == "mid_clause" and round(p.end_s - p.start_s, 6) >= MID_CLAUSE_S
    ]
    low, high = intervals.rate(len(mid), words / 100.0)
    return Measurement(
        name="mid_clause_pause_rate",
        title="Pauses in the middle of a thought",
        value=per_100_words(len(mid), words),
        unit="per 100 words",
        low=low,
        high=high,
        evidence=tuple(_moment(p) for p in mid),
        note="Pauses between thoughts are not counted: they help the listener.",
    )


def _longest(found: tuple[Pause, ...]) -> Measurement:
    ranked = sorted(found, key=lambda p: p.start_s - p.end_s)
    top = ranked[0] if ranked else None
    return Measurement(
        name="longest_pause",
        title="Longest pause",
        value=top.end_s - top.start_s if top else None,
        unit="s",
        evidence=tuple(_moment(p) for p in ranked[:LONGEST_EVIDENCE]),
        note="" if top else "No pause of a quarter of a second or more was heard.",
    )


def _share(found: tuple[Pause, ...], bounds: tuple[float, float]) -> Measurement:
    silent_s = sum(
        max(0.0, min(p.end_s, bounds[1]) - max(p.start_s, bounds[0])) for p in found
    )
    return Measurement(
        name="pause_share",
        title="Silence within the answer",
        value=100.0 * silent_s / (bounds[1] - bounds[0]),
        unit="% of the time",
        evidence=(Moment(start_s=bounds[0], end_s=bounds[1]),),
    )


def _latency(answer: Answer) -> Measurement:
    title, unit = "Time to the first word", "s"
    bounds = said_span(answer)
    if answer.sound is None or bounds is None:
        note = "Known only for a spoken answer."
        return unknown("response_latency", title, unit, note)
    # Not the first sound of any kind: the stretch that reaches the first said word.
    onset_s = next(
        (s for s, e in answer.sound.speech if e > bounds[0] - EDGE_S), bounds[0]
    )
    kind = answer.question.kind if answer.question else None
    good = GOOD_LATENCY_S["quick" if kind in _QUICK else "recalled"] if kind else None
    return Measurement(
        name="response_latency",
        title=title,
        value=onset_s + answer.opened_after_s,
        unit=unit,
        graded=good is not None,
        good_high=good,
        red_high=RED_LATENCY_S if good else None,
        evidence=(Moment(start_s=0.0, end_s=onset_s, label="before the first word"),),
        note="Thinking first is fine; it can be said aloud.",
    )


def measure(answer: Answer) -> tuple[Measurement, ...]:
    """mid_clause_pause_rate, longest_pause, pause_share, response_latency."""
    bounds = span(answer)
    words = len(timed(answer))
    if answer.sound is None or bounds is None:
        note = "Pauses are known only for a spoken answer."
        return (
            unknown("mid_clause_pause_rate", "Pauses in the middle of a thought",
                    "per 100 words", note),
            unknown("longest_pause", "Longest pause", "s", note),
            unknown("pause_share", "Silence within the answer", "% of the time", note),
            _latency(answer),
        )  # fmt: skip
    found = find(answer)
    return (
        _mid_clause_rate(found, words),
        _longest(found),
        _share(found, bounds),
        _latency(answer),
    )
