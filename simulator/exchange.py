"""One question, asked and answered: spoken, heard, transcribed, measured, coached.

Whatever happens in between (a key, Ctrl-C, a lost microphone, a full disk), what the
candidate said up to then comes back as a turn.
"""

from dataclasses import dataclass, field, replace

import numpy as np

from .answer import Given, judge_samples, judge_words
from .errors import DeviceError, SimulatorError
from .events import (
    Choice,
    Key,
    Note,
    QuestionAsked,
    Said,
    Trouble,
    TurnEnded,
    Working,
    YourTurn,
)
from .listen.heard import Desk, Heard
from .listen.listening import listen
from .listen.recording import PartFile, encode, recover
from .listen.turn import Decision
from .parts import Outcome, Parts, Slot
from .records import EndedBy, Samples, Turn
from .seams import AudioSource, Hearing
from .sound import flac
from .transcribe.typed import transcript_of

PROMPTS = {
    Decision.ENCOURAGE: "Take your time.",
    Decision.OFFER_REPEAT: (
        "Shall I say the question again? Press R, or begin whenever you are ready."
    ),
}


@dataclass
class _Spoken:
    """An answer as it grows; a repeated question leaves it in pieces."""

    hearing: Hearing
    pieces: list[Samples] = field(default_factory=list)
    last: Heard | None = None
    opened_after_s: float = 0.0
    safe: bool = True
    """Whether all of it is in the part file; else it is only in memory."""

    @property
    def samples(self) -> Samples:
        return np.concatenate(self.pieces) if self.pieces else np.zeros(0, np.float32)

    @property
    def heard_speech(self) -> bool:
        return self.last is not None and self.last.first_speech_s is not None


def exchange(slot: Slot, parts: Parts, *, rephrased: bool = False) -> Outcome:
    """Ask one question and return the judged answer.

    Args:
        slot: which question, and where its files go.
        parts: devices, model, screen.
        rephrased: ask it in the bank's other words.
    """
    _ask(slot, parts, rephrased=rephrased)
    source = _source(slot, parts)
    if source is None:
        return _typed(slot, parts)
    spoken = _listened(slot, parts, source)
    heard = spoken.last
    assert heard is not None
    if heard.pressed is Key.SKIP:
        spoken.hearing.drop()
        slot.part.unlink(missing_ok=True)
        return Outcome(_empty(slot, "skip"))
    finish = heard.pressed is Key.FINISH
    if finish and not spoken.heard_speech:
        spoken.hearing.drop()
        slot.part.unlink(missing_ok=True)
        return Outcome(None, finish=True, interrupted=heard.interrupted)
    parts.screen.show(TurnEnded(heard.ended_by, heard.duration_s))
    return Outcome(_judged(slot, parts, spoken), finish, heard.interrupted)


def recovered(slot: Slot, parts: Parts) -> Turn | None:
    """The turn of an answer that a crash interrupted, or None if nothing was said.

    A crash may have come while it was recorded (raw samples), or after it was encoded
    and before it was measured (a FLAC that no turn names).
    """
    audio = slot.folder / f"{slot.stem}.flac"
    if slot.part.is_file():
        samples = recover(slot.part)
    elif audio.is_file():
        samples = flac.read(audio)
    else:
        return None
    if not len(samples):
        slot.part.unlink(missing_ok=True)
        return None
    spoken = _Spoken(parts.transcriber.listen(), [samples])
    spoken.hearing.accept(samples)
    return _judged(slot, parts, spoken)


def say(text: str, parts: Parts, *, slower: bool = False) -> float:
    """Say something that is not a question; it always stands on the screen too."""
    parts.screen.show(Said(text))
    return parts.speaker.say(text, slower=slower)


def _ask(
    slot: Slot, parts: Parts, *, rephrased: bool = False, again: bool = False
) -> float:
    question = slot.question
    text = question.rephrase if rephrased and question.rephrase else question.text
    shown = question.model_copy(update={"text": text})
    parts.screen.show(
        QuestionAsked(slot.number, slot.total, shown, repeated=again or rephrased)
    )
    return parts.speaker.say(text, slower=again)


def _source(slot: Slot, parts: Parts) -> AudioSource | None:
    """The source for this answer; without a microphone, the answer is written."""
    try:
        return parts.sources(slot.number)
    except DeviceError as error:
        parts.screen.show(Trouble(error.what, error.next_step))
        return None


def _listened(slot: Slot, parts: Parts, source: AudioSource) -> _Spoken:
    """Listen until the answer is complete, repeating and restarting as asked."""
    spoken = _Spoken(parts.transcriber.listen())
    lag_s = 0.0
    while True:
        from_file = "" if source.live else source.name
        parts.screen.show(YourTurn(slot.question, slot.question.target_s, from_file))
        part = _part_file(slot, parts)
        heard = listen(
            source,
            parts.detector,
            spoken.hearing,
            _desk(parts),
            part,
            replace(parts.listening, lag_s=lag_s),
        )
        spoken.safe = spoken.safe and heard.safe and part is not None
        if not spoken.pieces:
            spoken.opened_after_s = heard.opened_after_s
        spoken.pieces.append(heard.samples)
        said_before = spoken.heard_speech
        spoken.last = heard
        if heard.pressed is Key.REPEAT:
            lag_s = _ask(slot, parts, again=True)
            if not (said_before or spoken.heard_speech):
                spoken = _afresh(slot, parts, spoken)
        elif heard.pressed is Key.RESTART:
            parts.screen.show(Note("From the beginning, whenever you are ready."))
            spoken = _afresh(slot, parts, spoken)
        elif isinstance(heard.error, DeviceError):
            source.close()
            again = _reopened(slot, parts)
            if again is None:
                return spoken
            source = again
        else:
            return spoken


def _afresh(slot: Slot, parts: Parts, spoken: _Spoken) -> _Spoken:
    spoken.hearing.drop()
    slot.part.unlink(missing_ok=True)
    return _Spoken(parts.transcriber.listen())


def _reopened(slot: Slot, parts: Parts) -> AudioSource | None:
    """After a lost microphone: the one with which the answer goes on, if it does."""
    while parts.person:
        wish = parts.screen.choose(
            Choice(
                "What you said is kept. How shall we go on?",
                (
                    ("microphone", "I have plugged it in again: go on recording"),
                    ("end", "Take the answer as it is"),
                ),
                "end",
            )
        )
        if wish != "microphone":
            return None
        try:
            return parts.sources(slot.number)
        except DeviceError as error:
            parts.screen.show(Trouble(error.what, error.next_step))
    return None


def _desk(parts: Parts) -> Desk:
    def prompt(decision: Decision) -> float | None:
        text = PROMPTS.get(decision)
        return None if text is None else say(text, parts)

    return Desk(parts.screen.key, parts.screen.show, prompt)


def _part_file(slot: Slot, parts: Parts) -> PartFile | None:
    try:
        return PartFile(slot.part)
    except SimulatorError as error:
        parts.screen.show(Trouble(error.what, error.next_step))
        return None


def _judged(slot: Slot, parts: Parts, spoken: _Spoken) -> Turn:
    """Encode, finish the words, measure, coach."""

    def progress(done: float) -> None:
        parts.screen.show(Working("Reading your answer", done))

    audio = _encoded(slot, parts, spoken)
    try:
        transcript = spoken.hearing.finish(progress)
    finally:
        spoken.hearing.drop()
    heard = spoken.last
    given = Given(
        question=slot.question,
        stem=slot.stem,
        attempt=slot.attempt,
        ended_by=heard.ended_by if heard else "trouble",
        opened_after_s=spoken.opened_after_s,
        audio=audio,
    )
    return judge_samples(spoken.samples, transcript, given)


def _encoded(slot: Slot, parts: Parts, spoken: _Spoken) -> str | None:
    """The FLAC's name; None where the disk would not take it."""
    path = slot.folder / f"{slot.stem}.flac"
    try:
        if not spoken.safe:
            # The disk refused a while; what is in memory is whole.
            flac.write(path, spoken.samples)
            slot.part.unlink(missing_ok=True)
        elif slot.part.is_file():
            encode(slot.part, path)
    except (SimulatorError, OSError) as error:
        what = error.what if isinstance(error, SimulatorError) else str(error)
        parts.screen.show(Trouble(what, "The words and the feedback are kept."))
        return None
    return path.name if path.is_file() else None


def _typed(slot: Slot, parts: Parts) -> Outcome:
    text = parts.screen.choose(Choice("Your answer, in writing (empty to skip):"))
    if not text.strip():
        return Outcome(_empty(slot, "skip"))
    given = Given(slot.question, slot.stem, slot.attempt, "typed")
    return Outcome(judge_words(transcript_of(text), given))


def _empty(slot: Slot, ended_by: EndedBy) -> Turn:
    given = Given(slot.question, slot.stem, slot.attempt, ended_by)
    return judge_words(transcript_of(""), given)
