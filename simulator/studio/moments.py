"""Where a coach with ten minutes should listen first: at most three moments, with why.

Chosen by what only ears can settle or what costs the candidate most, in this order: the
main gap of an answer, a refused answer, a stretch the transcript is unsure of, fillers
close together, a long silence inside a sentence, and what went well. One of each sort,
and as far as possible from different answers: three views of one minute are one.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..records import Moment, Turn

MOST = 3
AROUND_S = 1.0
"""Sound before a moment, so that the ear is there when it begins."""
LONGEST_S = 30.0
"""Of a moment: three of them are a minute and a half of the ten."""
TAIL_S = 12.0
"""The end of an answer whose result is missing: two or three sentences."""
CLUSTER_S, CLUSTER = 10.0, 3
"""Three counted fillers in ten seconds are heard as a cluster (18 a minute)."""
SILENCE_S = 3.0
"""Inside a sentence; listeners hear trouble from about there on."""
DOUBTFUL_WORDS = 4
"""Doubtful words close together: a phrase that may say something else."""
DOUBTFUL_GAP_S = 2.0


@dataclass(frozen=True)
class ListenFirst:
    """A moment of an answer and the reason to hear it."""

    stem: str
    start_s: float
    end_s: float
    why: str
    about: str
    """gap, refused, doubtful, fillers, silence or strength."""


_ORDER = ("gap", "refused", "doubtful", "fillers", "silence", "strength")


def listen_first(turns: Sequence[Turn]) -> tuple[ListenFirst, ...]:
    """At most three moments of a session, in the order in which they were spoken."""
    candidates = [m for turn in turns if turn.duration_s for m in _moments(turn)]
    candidates.sort(key=lambda m: _ORDER.index(m.about))
    chosen: list[ListenFirst] = []
    for fresh_answer in (True, False):
        for moment in candidates:
            if len(chosen) == MOST:
                break
            if any(m.about == moment.about or _overlap(m, moment) for m in chosen):
                continue
            if fresh_answer and any(m.stem == moment.stem for m in chosen):
                continue
            chosen.append(moment)
    places = {turn.stem: n for n, turn in enumerate(turns)}
    return tuple(sorted(chosen, key=lambda m: (places[m.stem], m.start_s)))


def pace_curve(turn: Turn) -> tuple[tuple[float, float], ...]:
    """(time_s, words a minute) through an answer; empty where it is too short."""
    for name in ("speech_rate", "pace_variation"):
        found = turn.analysis.measurement(name)
        if found and found.series:
            return found.series
    return ()


def _moments(turn: Turn) -> Iterator[ListenFirst]:
    length_s = turn.duration_s or 0.0
    if turn.analysis.verdict == "not_assessable":
        if turn.ended_by != "skip":
            why = f"This was not judged: {turn.feedback.headline.rstrip('.')}."
            yield _moment(turn, (0.0, length_s), why, "refused")
        return
    if turn.feedback.advice:
        gap = turn.feedback.advice[0]
        place = _first_known(gap.evidence)
        if place is None and "result" in turn.analysis.structure.missing:
            place = (max(0.0, length_s - TAIL_S), length_s)
        if place is not None:
            yield _moment(turn, place, gap.text, "gap")
    found = (_doubtful(turn), _cluster(turn), _silence(turn))
    yield from (moment for moment in found if moment)
    strength = turn.feedback.strength
    if strength and (place := _first_known(strength.evidence)):
        yield _moment(turn, place, strength.text, "strength")


def _moment(
    turn: Turn, place: tuple[float, float], why: str, about: str
) -> ListenFirst:
    start_s = max(0.0, place[0] - AROUND_S)
    end_s = min(turn.duration_s or place[1], place[1] + AROUND_S, start_s + LONGEST_S)
    return ListenFirst(turn.stem, round(start_s, 3), round(end_s, 3), why, about)


def _first_known(evidence: Sequence[Moment]) -> tuple[float, float] | None:
    for moment in evidence:
        if moment.start_s is not None and moment.end_s is not None:
            return moment.start_s, moment.end_s
    return None


def _cluster(turn: Turn) -> ListenFirst | None:
    found = sorted(
        (f.start_s, f.end_s)
        for f in turn.analysis.fillers
        if f.counted and f.start_s is not None and f.end_s is not None
    )
    starts = [start_s for start_s, _ in found]
    groups = (
        found[n : bisect_right(starts, start_s + CLUSTER_S)]
        for n, start_s in enumerate(starts)
    )
    densest = max(groups, key=len, default=[])
    if len(densest) < CLUSTER:
        return None
    why = f"{len(densest)} fillers within {CLUSTER_S:.0f} seconds."
    return _moment(turn, (densest[0][0], densest[-1][1]), why, "fillers")


def _silence(turn: Turn) -> ListenFirst | None:
    inside = [p for p in turn.analysis.pauses if p.place == "mid_clause"]
    longest = max(inside, key=lambda p: p.end_s - p.start_s, default=None)
    if longest is None or longest.end_s - longest.start_s < SILENCE_S:
        return None
    length_s = longest.end_s - longest.start_s
    why = f"A silence of {length_s:.1f} seconds inside a sentence."
    return _moment(turn, (longest.start_s, longest.end_s), why, "silence")


def _doubtful(turn: Turn) -> ListenFirst | None:
    runs: list[list[tuple[float, float]]] = []
    for word in turn.transcript.words:
        if not word.doubtful or word.start_s is None or word.end_s is None:
            continue
        if runs and word.start_s - runs[-1][-1][1] <= DOUBTFUL_GAP_S:
            runs[-1].append((word.start_s, word.end_s))
        else:
            runs.append([(word.start_s, word.end_s)])
    longest = max(runs, key=len, default=[])
    if len(longest) < DOUBTFUL_WORDS:
        return None
    why = f"{len(longest)} words here may have been misheard. Correct them if so."
    return _moment(turn, (longest[0][0], longest[-1][1]), why, "doubtful")


def _overlap(one: ListenFirst, other: ListenFirst) -> bool:
    return (
        one.stem == other.stem
        and one.start_s < other.end_s
        and other.start_s < one.end_s
    )
