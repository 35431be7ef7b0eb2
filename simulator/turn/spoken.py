"""A spoken answer as it grows: its sound, and what is already known of it.

A repeated question leaves it in pieces that belong together. It is transcribed and
described while it is spoken, so that little is left to do at its end, however long it
was.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from ..listen.heard import Heard
from ..records import SAMPLE_RATE_HZ, EndedBy, Samples, Sound, Transcript, Turn
from ..seams import Hearing
from ..sound.describe import Describing, describe


@dataclass(frozen=True)
class Ready:
    """The judged answer, worked out while it could still be re-opened."""

    samples: int
    transcript: Transcript
    turn: Turn


@dataclass
class Spoken:
    """One answer, from its first sample to its judgement."""

    hearing: Hearing
    describing: Describing = field(default_factory=Describing)
    pieces: list[Samples] = field(default_factory=list)
    described: Sound | None = None
    """Of all of it, at the last end that was decided by silence."""
    ready: Ready | None = None
    last: Heard | None = None
    opened_after_s: float = 0.0
    """Seconds between the end of the question and the first sample."""
    heard_speech: bool = False
    """In any of its pieces."""
    cut_offs: int = 0
    would_cut: int = 0
    """As in `Heard`, of all its pieces."""
    cut_short: bool = False
    """By a crash, and taken as it is."""
    written: str = ""
    """The rest, where the microphone was lost and it was written instead."""
    safe: bool = True
    """Whether all of it is in the part file; else it is only in memory."""

    @property
    def ended_by(self) -> EndedBy:
        """What ended it; while it still can be re-opened, silence has."""
        if self.cut_short:
            return "trouble"
        return self.last.ended_by if self.last else "silence"

    @property
    def duration_s(self) -> float:
        """Length of all of it so far."""
        return sum(map(len, self.pieces)) / SAMPLE_RATE_HZ

    @property
    def samples(self) -> Samples:
        """All of it, in order."""
        if len(self.pieces) == 1:
            return self.pieces[0]
        return np.concatenate([*self.pieces, np.zeros(0, np.float32)])

    def accept(self, chunk: Samples) -> None:
        """Take the next sound."""
        self.hearing.accept(chunk)
        self.describing.push(chunk)

    def words(self) -> tuple[str, str]:
        """What is understood so far."""
        return self.hearing.words()

    def recall(self, samples: Samples) -> None:
        """Begin with what was said before."""
        self.pieces.append(samples)
        self.accept(samples)

    def add(self, heard: Heard, *, safe: bool) -> None:
        """Take what a stretch of listening brought.

        Args:
            heard: that stretch.
            safe: whether all of it is on the disk.
        """
        self.safe = self.safe and safe
        self.pieces.append(heard.samples)
        self.last = heard
        self.heard_speech |= heard.first_speech_s is not None
        self.cut_offs += heard.cut_offs
        self.would_cut += heard.would_cut

    def sound(self) -> Sound:
        """The description of all of it."""
        samples = self.samples
        known = self.described
        if known is None or not _fits(known, samples):
            whole = self.describing.samples == len(samples)
            known = self.describing.sound(samples) if whole else describe(samples)
        self.described = known
        return known

    def judged(self, transcript: Transcript, judge: "Judge") -> Turn:
        """The judged answer; nothing is left to do where it was foreseen."""
        ready = self.ready
        foreseen = ready is not None and ready.samples == len(self.samples)
        if foreseen and ready is not None and ready.transcript == transcript:
            return ready.turn
        return judge(self, self.sound(), transcript)

    def foresee(self, piece: Callable[[], Samples], judge: "Judge") -> bool:
        """Judge it as it stands, if every word is known; whether that is done."""
        samples = np.concatenate([*self.pieces, piece()]) if self.pieces else piece()
        if self.described is None or not _fits(self.described, samples):
            self.described = self.describing.sound(samples)
        transcript = self.hearing.foreseen()
        if transcript is None:
            return False
        turn = judge(self, self.described, transcript)
        self.ready = Ready(len(samples), transcript, turn)
        return True


Judge = Callable[[Spoken, Sound, Transcript], Turn]
"""Measures and coaches an answer as it stands."""


def _fits(sound: Sound, samples: Samples) -> bool:
    return sound.duration_s == len(samples) / SAMPLE_RATE_HZ
