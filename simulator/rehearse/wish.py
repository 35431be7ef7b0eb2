"""What a rehearsal begins with: what was asked for, and who and what is there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .. import wiring
from ..keep import FolderStore
from ..seams import Screen
from ..turn.parts import Parts
from .preparation import Papers


@dataclass(frozen=True)
class Wish:
    """What a person asked for beside the settings."""

    private: bool = False
    typed: bool = False
    answers: tuple[Path, ...] = ()
    """Recordings that answer, one a question."""
    audible: bool = False
    """Whether recorded answers are heard in the room, where there is a device."""
    guided: bool = True
    """Whether to help with the microphone and the length first."""
    papers: Papers = field(default_factory=Papers)
    """Posting, company notes and CV."""
    assignment: Path | None = None
    """What a coach set: its questions are asked, and no others."""


@dataclass(frozen=True)
class Stage:
    """The person and the disk."""

    screen: Screen
    store: FolderStore
    parts_for: Callable[..., Parts] = wiring.parts_for
    """Chooses the devices and the model."""
