"""What an exchange is made of, where its files go, and what comes out of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from ..listen.heard import ListenSettings
from ..listen.microphone import Device
from ..records import Measures, Question, Sound, Turn
from ..seams import AudioSource, Screen, Speaker, Transcriber, VoiceDetector

Sources = Callable[[int], AudioSource | None]
"""The source that answers question n (from 1); None where answers are written."""


class Microphones(Protocol):
    """The microphones of this machine, where answers are spoken."""

    def devices(self) -> Sequence[Device]:
        """What is plugged in now; closes the one in use."""
        ...

    def choose(self, device: str | None) -> AudioSource:
        """Open another from now on; DeviceError where it cannot be opened."""
        ...


@dataclass(frozen=True)
class Parts:
    """Everything an exchange is made of, already chosen (see `wiring`)."""

    screen: Screen
    speaker: Speaker
    transcriber: Transcriber
    detector: VoiceDetector
    sources: Sources
    listening: ListenSettings = field(default_factory=ListenSettings)
    microphones: Microphones | None = None
    """To go on with another one; None where answers come from elsewhere."""
    probes: int = 0
    """Follow-up questions at most, an answer."""
    person: bool = True
    """Whether somebody is there to be asked what to do next."""
    measures: Measures = "all"
    """What is judged and shown of each answer."""
    tones: bool = False
    """Whether "your turn" and "recorded" are heard as well as seen."""
    nudge: bool = False
    """Whether a line on the screen says that an answer has become long."""


@dataclass(frozen=True)
class Slot:
    """Where an answer belongs."""

    question: Question
    number: int
    total: int
    stem: str
    folder: Path
    attempt: int = 1
    measures: Measures = "all"

    @property
    def part(self) -> Path:
        """Raw samples while the answer is being recorded."""
        return self.folder / f"{self.stem}.part.s16"


@dataclass(frozen=True)
class Outcome:
    """A turn, and whether the candidate wants to end the interview here."""

    turn: Turn | None
    finish: bool = False
    sound: Sound | None = None
    """Of the answer, described; kept in memory for its follow-up questions."""
    interrupted: bool = False
    """By Ctrl-C: the session stays open, so that it can be resumed."""
