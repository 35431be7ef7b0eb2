"""One answer, listened to until it is complete.

A repeated question goes on with it, a restart forgets it, a lost microphone may be
plugged in again. Who is asked what stays with `exchange`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..errors import DeviceError, SimulatorError
from ..events import Key, Note, Said, Trouble, YourTurn
from ..listen.heard import Desk, Heard
from ..listen.listening import listen, opening_s
from ..listen.recording import PartFile
from ..listen.turn import Decision, TurnTaker
from ..records import SAMPLE_RATE_HZ, EndedBy, Samples
from ..seams import AudioSource, VoiceDetector
from ..sound import tones
from .lost_microphone import reopened
from .parts import Parts, Slot
from .posing import Posed
from .spoken import Judge, Spoken

PROMPTS = {
    Decision.ENCOURAGE: "Take your time.",
    Decision.OFFER_REPEAT: (
        "Shall I say the question again? Press R, and once more for other words. "
        "Or begin whenever you are ready."
    ),
    Decision.REASSURE: "Take it as you understand it; that will do.",
}


NUDGE_SHARE = 1.5
"""Of the question's target length: from here on an answer is long (`Question`)."""

LOST = Trouble(
    "The computer was too busy for a moment, and some sound was lost",
    "What was heard is kept. Close other programs; a smaller model (`--model tiny.en`) "
    "helps too.",
)


@dataclass(frozen=True)
class Asking:
    """What belongs to the question, while its answer is listened to."""

    again: Callable[[], Posed]
    """Says it once more."""
    judge: Judge


def say(text: str, parts: Parts, *, slower: bool = False) -> float:
    """Say something that is not a question; it always stands on the screen too."""
    parts.screen.show(Said(text))
    return parts.speaker.say(text, slower=slower)


def listened(
    slot: Slot,
    parts: Parts,
    source: AudioSource,
    lag_s: float,
    ask: Asking,
    said: Samples | None = None,
) -> Spoken:
    """Listen until the answer is complete, repeating and restarting as asked.

    Args:
        slot: the question, and where the sound goes.
        parts: devices, model, screen.
        source: what is listened to.
        lag_s: by how much the loudspeaker lags behind the question just asked.
        ask: how to ask it again, and how the answer is judged.
        said: what was said of this answer before a crash; it goes on.
    """
    spoken = Spoken(parts.transcriber.listen())
    if said is not None:
        spoken.recall(said)
        spoken.heard_speech = True
    while True:
        heard = _piece(slot, parts, source, lag_s, spoken, ask.judge)
        if heard.pressed is Key.REPEAT:
            if heard.asked_again or not spoken.heard_speech:
                spoken = _afresh(slot, parts, spoken)
            try:
                posed = ask.again()
            except KeyboardInterrupt:
                return _interrupted(spoken, heard)
            if posed.wish is not None:
                return _left(spoken, heard, posed.wish)
            lag_s = posed.lag_s
        elif heard.pressed is Key.RESTART:
            parts.screen.show(Note("From the beginning, whenever you are ready."))
            spoken = _afresh(slot, parts, spoken)
        elif isinstance(heard.error, DeviceError):
            source.close()
            try:
                again = reopened(slot, parts)
            except KeyboardInterrupt:
                return _interrupted(spoken, heard)
            if isinstance(again, str):
                spoken.written = again
                return spoken
            source = again
        else:
            return spoken


def _piece(
    slot: Slot,
    parts: Parts,
    source: AudioSource,
    lag_s: float,
    spoken: Spoken,
    judge: Judge,
) -> Heard:
    """One stretch of listening, whatever ends it; it joins the answer."""
    from_file = "" if source.live else source.name
    parts.screen.show(YourTurn(slot.question, slot.question.target_s, from_file))
    part = _part_file(slot, parts)
    settings = replace(
        parts.listening,
        lag_s=lag_s,
        nudge_s=_nudge_s(slot, parts),
        replies=slot.question.kind != "asking",
        before_s=spoken.duration_s,
    )
    if not spoken.pieces:
        spoken.opened_after_s = opening_s(source, settings)
    spoken.last = None
    desk = _desk(parts, spoken, judge)
    if parts.tones and source.live:
        # The microphone counts only once this and its echo are over.
        tone = tones.your_turn()
        parts.speaker.play(tone)
        if not spoken.pieces:
            spoken.opened_after_s += len(tone) / SAMPLE_RATE_HZ
    heard = listen(source, parts.detector, spoken, desk, part, settings)
    if heard.overflows:
        parts.screen.show(LOST)
    spoken.add(heard, safe=heard.safe and part is not None)
    return heard


def as_it_is(parts: Parts, said: Samples) -> Spoken:
    """An answer of which all is known already; to be judged as it is."""
    spoken = Spoken(parts.transcriber.listen(), cut_short=True)
    spoken.recall(said)
    return spoken


def spoke(samples: Samples, detector: VoiceDetector) -> bool:
    """Whether a recording holds a first word, told as it is told while listening."""
    taker, step = TurnTaker(), SAMPLE_RATE_HZ // 10
    detector.reset()
    for start in range(0, len(samples), step):
        chunk = samples[start : start + step]
        taker.step(detector.probability(chunk), (start + len(chunk)) / SAMPLE_RATE_HZ)
        if taker.first_speech_s is not None:
            return True
    return False


def _interrupted(spoken: Spoken, heard: Heard) -> Spoken:
    """Ctrl-C between two pieces ends the answer as it does within one."""
    return _left(spoken, replace(heard, interrupted=True), Key.FINISH)


def _left(spoken: Spoken, heard: Heard, wish: Key) -> Spoken:
    """Skipped or finished between two pieces, as it would have been within one."""
    ended: EndedBy = "skip" if wish is Key.SKIP else "finish"
    spoken.last = replace(heard, pressed=wish, ended_by=ended, error=None)
    return spoken


def _afresh(slot: Slot, parts: Parts, spoken: Spoken) -> Spoken:
    forget(slot, spoken)
    return Spoken(parts.transcriber.listen())


def forget(slot: Slot, spoken: Spoken) -> None:
    """Throw away what was said: it was skipped, or begun anew."""
    spoken.hearing.drop()
    slot.part.unlink(missing_ok=True)


def _nudge_s(slot: Slot, parts: Parts) -> float | None:
    return NUDGE_SHARE * slot.question.target_s if parts.nudge else None


def _desk(parts: Parts, spoken: Spoken, judge: Judge) -> Desk:
    def prompt(decision: Decision) -> float | None:
        text = PROMPTS.get(decision)
        return None if text is None else say(text, parts)

    def foresee(piece: Callable[[], Samples]) -> bool:
        return spoken.foresee(piece, judge)

    return Desk(parts.screen.key, parts.screen.show, prompt, foresee)


def _part_file(slot: Slot, parts: Parts) -> PartFile | None:
    try:
        return PartFile(slot.part)
    except SimulatorError as error:
        parts.screen.show(Trouble(error.what, error.next_step))
        return None
