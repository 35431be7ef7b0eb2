"""Held, blocked and repeated words through the product: none may count as a filler."""

from collections.abc import Iterator
from dataclasses import dataclass

from audio_fixtures.stutters import sixty, stuttered
from simulator.answer import Given, judge_samples
from simulator.records import Analysis
from simulator.seams import Transcriber

EVENTS = {
    "prolongation": frozenset(("prolongation",)),
    "block": frozenset(("cut_off",)),
    "repeat": frozenset(("repetition", "cut_off")),
}
"""As what each may be told. A silence inside a word has no event of its own: it is a
pause, and counts as told when it is found as one."""


@dataclass(frozen=True)
class Told:
    """What was made of one."""

    kind: str
    text: str
    fillers: int
    """Filled pauses that count in a score."""
    event: bool
    """Whether it was told as what it is."""


def told(ear: Transcriber) -> Iterator[Told]:
    """All sixty."""
    for stutter in sixty():
        made = stuttered(stutter)
        given = judge_samples(made.samples, ear.transcribe(made.samples), Given())
        yield Told(
            kind=stutter.kind,
            text=f"{stutter.before} [{stutter.word}] {stutter.after}",
            fillers=sum(f.counted for f in given.analysis.fillers),
            event=_is_told(stutter.kind, given.analysis, made.start_s, made.end_s),
        )


def _is_told(kind: str, found: Analysis, start_s: float, end_s: float) -> bool:
    if kind == "block" and any(
        p.start_s < end_s and p.end_s > start_s for p in found.pauses
    ):
        return True
    return any(
        e.kind in EVENTS[kind] and (e.start_s or 0) < end_s and (e.end_s or 0) > start_s
        for e in found.events
    )
