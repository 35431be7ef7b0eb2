"""One question, asked and answered: spoken, heard, transcribed, measured, coached.

Whatever happens in between (a key, Ctrl-C, a lost microphone, a full disk), what the
candidate said up to then comes back as a turn.
"""

from dataclasses import replace

import numpy as np

from .answer import Given, judge_follow_up, judge_samples, judge_words
from .answering import Spoken, forget, listened, spoke
from .errors import DeviceError, SimulatorError
from .events import Choice, Key, QuestionAsked, Trouble, TurnEnded, Working
from .listen.recording import encode, recover
from .parts import Outcome, Parts, Slot
from .records import EndedBy, Transcript, Turn
from .seams import AudioSource
from .sound import flac
from .transcribe.typed import transcript_of

WRITE = "Your answer, in writing (empty to skip):"


def exchange(slot: Slot, parts: Parts, *, rephrased: bool = False) -> Outcome:
    """Ask one question and return the judged answer.

    Args:
        slot: which question, and where its files go.
        parts: devices, model, screen.
        rephrased: ask it in the bank's other words.
    """
    lag_s = _ask(slot, parts, rephrased=rephrased)
    source = _source(slot, parts)
    if source is None:
        return _typed(slot, parts)
    spoken = listened(slot, parts, source, lag_s, lambda: _ask(slot, parts, again=True))
    heard = spoken.last
    assert heard is not None
    if heard.pressed is Key.SKIP:
        forget(slot, spoken)
        return Outcome(_empty(slot, "skip"))
    finish = heard.pressed is Key.FINISH
    if finish and not spoken.heard_speech:
        forget(slot, spoken)
        return Outcome(None, finish=True, interrupted=heard.interrupted)
    parts.screen.show(TurnEnded(heard.ended_by, heard.duration_s))
    return Outcome(_judged(slot, parts, spoken), finish, heard.interrupted)


def recovered(slot: Slot, parts: Parts) -> Turn | None:
    """The turn of an answer that a crash interrupted, or None if nothing was said.

    A crash may have come while it was recorded (raw samples), or after it was encoded
    and before it was measured (a FLAC that no turn names).

    Raises:
        SimulatorError: what is there cannot be read or understood; it is left alone.
    """
    audio = slot.folder / f"{slot.stem}.flac"
    if slot.part.is_file():
        samples = recover(slot.part)
    elif audio.is_file():
        samples = flac.read(audio)
    else:
        return None
    if not spoke(samples, parts.detector):
        # They were thinking: the question is asked again.
        slot.part.unlink(missing_ok=True)
        audio.unlink(missing_ok=True)
        return None
    spoken = Spoken(parts.transcriber.listen(), [samples])
    spoken.hearing.accept(samples)
    return _judged(slot, parts, spoken)


def follow_up(slot: Slot, parts: Parts, before: Turn, text: str) -> Outcome:
    """Ask a follow-up question; the reply joins the answer. No turn if nothing came.

    Args:
        slot: of the joined answer (a stem of its own: what was kept is never edited).
        parts: devices, model, screen.
        before: the answer so far, kept already.
        text: the follow-up question.
    """
    asked = slot.question.model_copy(update={"text": text, "rephrase": ""})
    slot = replace(slot, question=asked)
    lag_s = _ask(slot, parts)
    source = _source(slot, parts)
    if source is None:
        reply = transcript_of(parts.screen.choose(Choice(WRITE)))
        if not reply.words:
            return Outcome(None)
        given = Given(asked, slot.stem, slot.attempt, "typed")
        return Outcome(judge_follow_up(before, None, reply, given))
    spoken = listened(slot, parts, source, lag_s, lambda: _ask(slot, parts, again=True))
    heard = spoken.last
    assert heard is not None
    finish = heard.pressed is Key.FINISH
    if heard.pressed is Key.SKIP or not spoken.heard_speech:
        forget(slot, spoken)
        return Outcome(None, finish, heard.interrupted)
    parts.screen.show(TurnEnded(heard.ended_by, heard.duration_s))
    turn = _joined(slot, parts, before, spoken)
    return Outcome(turn, finish, heard.interrupted)


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


def _joined(slot: Slot, parts: Parts, before: Turn, spoken: Spoken) -> Turn | None:
    """The answer with its reply behind it, as one recording and one turn."""
    reply = _words(parts, spoken)
    if before.audio is None:
        sounds = None
    else:
        sounds = (flac.read(slot.folder / before.audio), spoken.samples)
        spoken.pieces, spoken.safe = [np.concatenate(sounds)], False
    audio = _encoded(slot, parts, spoken)
    ended_by = spoken.last.ended_by if spoken.last else "trouble"
    given = Given(slot.question, slot.stem, slot.attempt, ended_by, audio=audio)
    return judge_follow_up(before, sounds, reply, given)


def _words(parts: Parts, spoken: Spoken) -> Transcript:
    """What is left to be understood, with the progress shown."""

    def progress(done: float) -> None:
        parts.screen.show(Working("Reading your answer", done))

    try:
        return spoken.hearing.finish(progress)
    finally:
        spoken.hearing.drop()


def _judged(slot: Slot, parts: Parts, spoken: Spoken) -> Turn:
    """Encode, finish the words, measure, coach."""
    audio = _encoded(slot, parts, spoken)
    transcript = _words(parts, spoken)
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


def _encoded(slot: Slot, parts: Parts, spoken: Spoken) -> str | None:
    """The FLAC's name; None where the disk would not take it."""
    path = slot.folder / f"{slot.stem}.flac"
    try:
        if not len(spoken.samples):
            slot.part.unlink(missing_ok=True)
        elif not spoken.safe:
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
    text = parts.screen.choose(Choice(WRITE))
    if not text.strip():
        return Outcome(_empty(slot, "skip"))
    given = Given(slot.question, slot.stem, slot.attempt, "typed")
    return Outcome(judge_words(transcript_of(text), given))


def _empty(slot: Slot, ended_by: EndedBy) -> Turn:
    given = Given(slot.question, slot.stem, slot.attempt, ended_by)
    return judge_words(transcript_of(""), given)
