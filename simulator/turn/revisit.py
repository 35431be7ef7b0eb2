"""The one thing from last time: offered again, heard again, compared.

A rehearsal that forgets the last one teaches nothing. So the last next step opens the
new session, its question is asked first, and the old and the new passage are played in
turn before the verdict: the candidate hears the change before being told of it.
"""

from dataclasses import dataclass
from pathlib import Path

from .. import coach
from ..coach import Opening
from ..errors import SimulatorError
from ..events import Choice, Note, Trouble
from ..records import SAMPLE_RATE_HZ, Turn
from ..sound import flac
from .answering import say
from .parts import Parts


@dataclass(frozen=True)
class Again:
    """The answer from last time that is tried again."""

    opening: Opening
    folder: Path
    """Where the earlier recording lies."""


def accepted(again: Again, parts: Parts) -> bool:
    """Greet with the last next step, and ask whether to begin with that question."""
    say(again.opening.said, parts)
    if again.opening.next_step:
        parts.screen.show(Note(f"Last next step: {again.opening.next_step}"))
    wish = parts.screen.choose(
        Choice(
            f"“{again.opening.question.text}” Begin with this question again?",
            (("yes", "Yes, try it again"), ("no", "No, new questions only")),
            "yes",
        )
    )
    return wish == "yes"


def compared(turn: Turn, again: Again | None) -> Turn:
    """The turn, saying whether the one thing to change did change."""
    if again is None or turn.question.id != again.opening.turn.question.id:
        return turn
    if turn.ended_by == "skip":
        return turn
    said = coach.compare(again.opening.turn, turn)
    return turn.model_copy(update={"compared": said})


def play_both(turn: Turn, folder: Path, again: Again, parts: Parts) -> None:
    """Play the old and the new passage in turn, then say what changed."""
    before = again.opening.turn
    old, new = coach.passages(before, turn)
    for label, audio, passage in (
        ("Last time:", _path(again.folder, before), old),
        ("This time:", _path(folder, turn), new),
    ):
        if passage is None or audio is None:
            continue
        say(label, parts)
        _play(audio, passage.start_s or 0.0, passage.end_s, parts)
    parts.screen.show(Note(turn.compared))
    parts.speaker.say(coach.aloud(turn.compared))


def _path(folder: Path, turn: Turn) -> Path | None:
    return folder / turn.audio if turn.audio else None


def _play(path: Path, start_s: float, end_s: float | None, parts: Parts) -> None:
    try:
        samples = flac.read(path)
    except SimulatorError as error:
        parts.screen.show(Trouble(error.what, "That passage is left out."))
        return
    end = len(samples) if end_s is None else round(end_s * SAMPLE_RATE_HZ)
    parts.speaker.play(samples[round(start_s * SAMPLE_RATE_HZ) : end])
