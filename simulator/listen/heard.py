"""What a turn is given, and what comes back from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from simulator.errors import SimulatorError
from simulator.events import Key, Shown
from simulator.records import SAMPLE_RATE_HZ, EndedBy, Samples

from .turn import Decision

Foreseen = Callable[[], Samples]
"""Gives the turn's samples up to the decision."""

LONGEST_ANSWER_S = 5400.0
"""A microphone forgotten in manual mode must not fill the disk; 60 minutes must fit."""


@dataclass(frozen=True)
class ListenSettings:
    """How one turn is listened to."""

    patience: float = 1.0
    manual: bool = False
    lag_s: float = 0.0
    """As `Speaker.say` returned it: how far its sound lags behind. Live sources
    only."""
    listen_from_now: bool = True
    """Whether sound that came in before the call is our own voice, to be discarded."""
    longest_s: float = LONGEST_ANSWER_S
    before_s: float = 0.0
    """Length of what was said of this answer in earlier stretches; the clock on the
    screen and the nudge go on from there."""
    replies: bool = True
    """Whether a question of the candidate's is one about the question; not where they
    are to ask."""
    nudge_s: float | None = None
    """When a line on the screen says that the answer is long; None for never."""


class Attending(Protocol):
    """Who follows an answer while it is spoken (a `Hearing`, and whoever wraps it)."""

    def accept(self, chunk: Samples) -> None:
        """Take the next sound; returns at once."""
        ...

    def words(self) -> tuple[str, str]:
        """(settled, tentative) text so far."""
        ...


@dataclass(frozen=True)
class Desk:
    """The person's side of a turn."""

    key: Callable[[], Key | None]
    """The next key pressed, or None at once."""
    tell: Callable[[Shown], None]
    """Takes Level, Words, Note and Trouble events."""
    prompt: Callable[[Decision], float | None] = lambda _: None
    """Called for ENCOURAGE, OFFER_REPEAT and REASSURE. Returns the loudspeaker's lag in
    seconds if something was said aloud (that sound is thrown away), None if not."""
    foresee: Callable[[Foreseen], bool] = lambda _: True
    """Called when silence has decided the end, and again with each piece of sound while
    it may still be re-opened, until it returns True: time in which the feedback is
    worked out. Gets the turn's samples up to the decision."""


@dataclass(frozen=True)
class Heard:
    """A complete answer, as samples; everything in its own time."""

    samples: Samples
    ended_by: EndedBy
    pressed: Key | None = None
    """The key that ended it: REPEAT, RESTART, SKIP and FINISH want different things."""
    interrupted: bool = False
    """Ended by Ctrl-C (then `pressed` is FINISH)."""
    asked_again: bool = False
    """Nothing was said but a request for the question (then `pressed` is REPEAT)."""
    opened_after_s: float = 0.0
    """Seconds between the end of the question and the first sample kept."""
    first_speech_s: float | None = None
    """When the first word began; None where nobody spoke."""
    last_speech_s: float | None = None
    would_cut: int = 0
    """Recorded answers: how often silence would have ended them before their end."""
    cut_offs: int = 0
    """How often speech came after an end decided by silence, and re-opened it."""
    overflows: int = 0
    """How often the machine was too busy and sound was lost."""
    error: SimulatorError | None = None
    """What ended it, where `ended_by` is "trouble"."""
    safe: bool = True
    """Whether all of it reached the part file (or none was asked for)."""

    @property
    def duration_s(self) -> float:
        """Length of the answer."""
        return len(self.samples) / SAMPLE_RATE_HZ
