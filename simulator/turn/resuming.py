"""What a crash left of an answer, or of the reply to a follow-up question.

A crash may have come while it was recorded (raw samples in a part file: the candidate
can go on speaking), or after it was encoded and before it was measured (a FLAC that no
turn names: it had ended, and is judged as it is).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .. import coach
from ..coach.times import clock
from ..events import Choice
from ..keep import stem_for
from ..listen.recording import recover
from ..records import SAMPLE_RATE_HZ, Samples, Session, Turn
from ..sound import flac
from .answering import spoke
from .exchange import follow_up, gone_on, taken, taken_reply
from .parts import Outcome, Parts, Slot

PART, AUDIO = ".part.s16", ".flac"


def recordings(folder: Path) -> list[Path]:
    """All sound of answers in a session's folder, raw or encoded, by name."""
    found = (p for suffix in (PART, AUDIO) for p in folder.glob(f"*{suffix}"))
    return sorted(path for path in found if path.is_file())


def stem_of(recording: Path) -> str:
    """The stem of the turn that it belongs to."""
    return recording.name.removesuffix(PART).removesuffix(AUDIO)


@dataclass(frozen=True)
class Left:
    """An answer that a crash interrupted."""

    slot: Slot
    samples: Samples
    goes_on: bool
    """Whether it was still being recorded."""
    before: Turn | None = None
    """Of a reply: the answer that it joins."""
    text: str = ""
    """Of a reply: the follow-up question."""

    @property
    def length(self) -> str:
        """For people: minutes and seconds."""
        return clock(len(self.samples) / SAMPLE_RATE_HZ)

    @property
    def what(self) -> str:
        """For people: which answer it is."""
        whose = "reply" if self.before else "answer"
        return f"interrupted {whose} to question {self.slot.number} ({self.length})"


def places(session: Session, slot: Slot) -> Iterator[tuple[Slot, Turn | None, str]]:
    """Where what is left of a question may lie: its next reply, or an attempt that
    came to nothing (its sound could not be understood then, or a crash came).

    Args:
        session: as far as it is kept.
        slot: of the question's first attempt.
    """
    mine = [t for t in session.turns if t.question.id == slot.question.id]
    attempt = max((turn.attempt for turn in mine), default=0)
    said = [turn for turn in mine if turn.attempt == attempt]
    if said:
        asked = [turn.follow_up for turn in said if turn.follow_up]
        stem = stem_for(session, slot.question, attempt, len(asked) + 1)
        text = coach.probe(said[-1], asked) or ""
        yield replace(slot, stem=stem, attempt=attempt), said[-1], text
    done = {turn.attempt for turn in mine}
    for number in range(1, attempt + 2):
        if number not in done:
            stem = stem_for(session, slot.question, number)
            yield replace(slot, stem=stem, attempt=number), None, ""


def left_over(session: Session, slot: Slot, parts: Parts) -> Left | None:
    """What a crash left of a question, or None if nothing was said.

    Raises:
        SimulatorError: what is there cannot be read; it is left alone.
    """
    for place, before, text in places(session, slot):
        audio = place.folder / f"{place.stem}.flac"
        goes_on = place.part.is_file()
        if not goes_on and not audio.is_file():
            continue
        samples = recover(place.part) if goes_on else flac.read(audio)
        if before is not None and not goes_on:
            # Answer and reply stand in it one after the other.
            samples = samples[round((before.duration_s or 0.0) * SAMPLE_RATE_HZ) :]
        if spoke(samples, parts.detector):
            return Left(place, samples, goes_on, before, text)
        # They were thinking: the question is asked again.
        place.part.unlink(missing_ok=True)
        audio.unlink(missing_ok=True)
    return None


def taken_up(left: Left, parts: Parts) -> Outcome:
    """Go on with it, if the candidate is there and wants to; else judge it as it is."""
    if left.goes_on and parts.person and _wants_to_go_on(left, parts):
        if left.before is None:
            return gone_on(left.slot, parts, left.samples)
        before = Outcome(left.before)
        return follow_up(left.slot, parts, before, left.text, left.samples)
    if left.before is None:
        return Outcome(taken(left.slot, parts, left.samples))
    joined = taken_reply(left.slot, parts, left.before, left.text, left.samples)
    return Outcome(joined)


def _wants_to_go_on(left: Left, parts: Parts) -> bool:
    options: Sequence[tuple[str, str]] = (
        ("on", "Go on speaking where it broke off"),
        ("take", "Take it as it is"),
    )
    prompt = f"Your {left.what} is kept. How shall we go on?"
    return parts.screen.choose(Choice(prompt, tuple(options), "on")) == "on"
