"""One question, asked and answered: spoken, heard, transcribed, measured, coached.

Whatever happens in between (a key, Ctrl-C, a lost microphone, a full disk), what the
candidate said up to then comes back as a turn.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count

from ..answer import (
    Given,
    judge_follow_up,
    judge_sound,
    judge_typed_reply,
    judge_words,
)
from ..errors import DeviceError
from ..events import Choice, Key, Note, Trouble, TurnEnded
from ..measure.joined import sounds
from ..records import EndedBy, Samples, Sound, Transcript, Turn
from ..seams import AudioSource
from ..sound import flac, tones
from ..sound.describe import describe, hides_silence
from ..transcribe.typed import transcript_of
from .answering import Asking, as_it_is, forget, listened
from .keeping import kept
from .parts import Outcome, Parts, Slot
from .posing import Posed, pose
from .spoken import Judge, Spoken

BY_KEY = (
    "Silence is hard to tell here: press Space when you are done, and e for more time. "
    "With `--manual` only the key ends an answer."
)
WRITE = "Your answer, in writing (empty to skip):"


def exchange(slot: Slot, parts: Parts, *, rephrased: bool = False) -> Outcome:
    """Ask one question and return the judged answer.

    Args:
        slot: which question, and where its files go.
        parts: devices, model, screen.
        rephrased: ask it in the bank's other words.
    """
    posed = pose(slot, parts, rephrased=rephrased)
    if posed.wish is Key.SKIP:
        return Outcome(_empty(slot, "skip"))
    if posed.wish is Key.FINISH:
        return Outcome(None, finish=True)
    source = _source(slot, parts)
    if source is None:
        return _typed(slot, parts)
    asking = Asking(_asked_again(slot, parts), _judge(slot))
    spoken = listened(slot, parts, source, posed.lag_s, asking)
    outcome = _concluded(slot, parts, spoken, asking.judge)
    if source.live and outcome.turn is not None:
        _warn(outcome, parts)
    return outcome


def _warn(outcome: Outcome, parts: Parts) -> None:
    """Say what harms the measures while it can be mended."""
    assert outcome.turn is not None
    for warning in outcome.turn.analysis.warnings:
        parts.screen.show(Note(warning))
    sound = outcome.sound
    hard = sound is not None and hides_silence(sound)
    if hard and not parts.listening.manual:
        parts.screen.show(Note(BY_KEY))


def gone_on(slot: Slot, parts: Parts, said: Samples) -> Outcome:
    """Go on with an answer that a crash interrupted.

    Args:
        slot: which question, and where its files go.
        parts: devices, model, screen.
        said: what was said before; it is in the part file.
    """
    posed = pose(slot, parts, again=True)
    if posed.wish is Key.SKIP:
        slot.part.unlink(missing_ok=True)
        return Outcome(_empty(slot, "skip"))
    if posed.wish is Key.FINISH:
        return Outcome(taken(slot, parts, said), finish=True)
    source = _source(slot, parts)
    asking = Asking(_asked_again(slot, parts), _judge(slot))
    if source is None:
        spoken = as_it_is(parts, said)
        return Outcome(kept(slot, parts, spoken, asking.judge))
    spoken = listened(slot, parts, source, posed.lag_s, asking, said)
    return _concluded(slot, parts, spoken, asking.judge)


def taken(slot: Slot, parts: Parts, said: Samples) -> Turn:
    """Judge an answer that a crash interrupted as it is."""
    return kept(slot, parts, as_it_is(parts, said), _judge(slot))


def _concluded(slot: Slot, parts: Parts, spoken: Spoken, judge: Judge) -> Outcome:
    """What follows from how the answer ended."""
    heard = spoken.last
    assert heard is not None
    if heard.pressed is Key.SKIP:
        forget(slot, spoken)
        return Outcome(_empty(slot, "skip"))
    finish = heard.pressed is Key.FINISH
    if finish and not spoken.heard_speech:
        forget(slot, spoken)
        return Outcome(None, finish=True, interrupted=heard.interrupted)
    _tell_ended(parts, spoken)
    turn = kept(slot, parts, spoken, judge)
    return Outcome(turn, finish, spoken.described, heard.interrupted)


def follow_up(
    slot: Slot,
    parts: Parts,
    before: Outcome,
    text: str,
    said: Samples | None = None,
) -> Outcome:
    """Ask a follow-up question; the reply joins the answer. No turn if nothing came.

    Args:
        slot: of the joined answer (a stem of its own: what was kept is never edited).
        parts: devices, model, screen.
        before: the answer so far, kept already.
        text: the follow-up question.
        said: what was said of the reply before a crash; it goes on.
    """
    turn = before.turn
    assert turn is not None
    asked = slot.question.model_copy(update={"text": text, "rephrase": ""})
    slot = replace(slot, question=asked)
    posed = pose(slot, parts)
    if posed.wish is Key.FINISH and said is not None:
        return Outcome(taken_reply(slot, parts, turn, text, said), finish=True)
    if posed.wish is not None:
        slot.part.unlink(missing_ok=True)
        return Outcome(None, finish=posed.wish is Key.FINISH)
    source = _source(slot, parts)
    if source is None:
        reply = transcript_of(parts.screen.choose(Choice(WRITE)))
        if not reply.words:
            return Outcome(None)
        given = _given(slot, "typed")
        return Outcome(judge_typed_reply(turn, reply, given))
    earlier = _Earlier(slot, turn, before.sound)
    asking = Asking(_asked_again(slot, parts), earlier.judge)
    spoken = listened(slot, parts, source, posed.lag_s, asking, said)
    heard = spoken.last
    assert heard is not None
    finish = heard.pressed is Key.FINISH
    said_nothing = not (spoken.heard_speech or spoken.written.strip())
    if heard.pressed is Key.SKIP or said_nothing:
        forget(slot, spoken)
        return Outcome(None, finish, interrupted=heard.interrupted)
    _tell_ended(parts, spoken)
    joined = kept(slot, parts, spoken, earlier.judge, earlier.samples)
    both = sounds(earlier.sound, spoken.described)
    return Outcome(joined, finish, both, heard.interrupted)


def taken_reply(
    slot: Slot, parts: Parts, before: Turn, text: str, said: Samples
) -> Turn:
    """Judge a reply that a crash interrupted as it is, joined to its answer."""
    asked = slot.question.model_copy(update={"text": text, "rephrase": ""})
    slot = replace(slot, question=asked)
    earlier = _Earlier(slot, before)
    spoken = as_it_is(parts, said)
    return kept(slot, parts, spoken, earlier.judge, earlier.samples)


@dataclass
class _Earlier:
    """The answer to which a reply is joined."""

    slot: Slot
    turn: Turn
    sound: Sound | None = None

    def samples(self) -> Samples | None:
        """Its recording; None where it was written."""
        if self.turn.audio is None:
            return None
        return flac.read(self.slot.folder / self.turn.audio)

    def judge(self, spoken: Spoken, sound: Sound, reply: Transcript) -> Turn:
        """Both as one."""
        slot = self.slot
        if self.sound is None and (samples := self.samples()) is not None:
            self.sound = describe(samples)
        both = (self.sound, sound) if self.sound is not None else None
        given = replace(_given(slot, spoken.ended_by), audio=f"{slot.stem}.flac")
        return judge_follow_up(self.turn, both, reply, given)


def _judge(slot: Slot) -> Judge:
    def judge(spoken: Spoken, sound: Sound, transcript: Transcript) -> Turn:
        given = replace(
            _given(slot, spoken.ended_by),
            opened_after_s=spoken.opened_after_s,
            audio=f"{slot.stem}.flac",
        )
        return judge_sound(sound, transcript, given)

    return judge


def _asked_again(slot: Slot, parts: Parts) -> Callable[[], Posed]:
    """Says the question once more, slower; from the second time on in other words."""
    times = count(1)
    return lambda: pose(slot, parts, rephrased=next(times) > 1, again=True)


def _tell_ended(parts: Parts, spoken: Spoken) -> None:
    parts.screen.show(TurnEnded(spoken.ended_by, spoken.duration_s))
    if parts.tones and parts.person:
        parts.speaker.play(tones.recorded())


def _source(slot: Slot, parts: Parts) -> AudioSource | None:
    """The source for this answer; without a microphone, the answer is written."""
    try:
        return parts.sources(slot.number)
    except DeviceError as error:
        parts.screen.show(Trouble(error.what, error.next_step))
        return None


def _typed(slot: Slot, parts: Parts) -> Outcome:
    text = parts.screen.choose(Choice(WRITE))
    if not text.strip():
        return Outcome(_empty(slot, "skip"))
    given = _given(slot, "typed")
    return Outcome(judge_words(transcript_of(text), given))


def _empty(slot: Slot, ended_by: EndedBy) -> Turn:
    return judge_words(transcript_of(""), _given(slot, ended_by))


def _given(slot: Slot, ended_by: EndedBy) -> Given:
    return Given(
        slot.question, slot.stem, slot.attempt, ended_by, measures=slot.measures
    )
