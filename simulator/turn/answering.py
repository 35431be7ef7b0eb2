"""One answer, listened to until it is complete.

A repeated question goes on with it, a restart forgets it, a lost microphone may be
plugged in again. Who is asked what stays with `exchange`.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..errors import DeviceError, SimulatorError
from ..events import Choice, Key, Note, Said, Trouble, YourTurn
from ..listen.heard import Desk, Heard
from ..listen.listening import listen, opening_s
from ..listen.recording import PartFile
from ..listen.turn import Decision, TurnTaker
from ..records import SAMPLE_RATE_HZ, Samples
from ..seams import AudioSource, VoiceDetector
from ..sound import tones
from .parts import Parts, Slot
from .spoken import Judge, Spoken

PROMPTS = {
    Decision.ENCOURAGE: "Take your time.",
    Decision.OFFER_REPEAT: (
        "Shall I say the question again? Press R, and once more for other words. "
        "Or begin whenever you are ready."
    ),
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

    again: Callable[[], float]
    """Says it once more, and returns by how much the loudspeaker lags behind."""
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
        from_file = "" if source.live else source.name
        parts.screen.show(YourTurn(slot.question, slot.question.target_s, from_file))
        part = _part_file(slot, parts)
        settings = replace(parts.listening, lag_s=lag_s, nudge_s=_nudge_s(slot, parts))
        if not spoken.pieces:
            spoken.opened_after_s = opening_s(source, settings)
        spoken.last = None
        desk = _desk(parts, spoken, ask.judge)
        if parts.tones and source.live:
            # The microphone counts only once this and its echo are over.
            parts.speaker.play(tones.your_turn())
        heard = listen(source, parts.detector, spoken, desk, part, settings)
        if heard.overflows:
            parts.screen.show(LOST)
        spoken.safe = spoken.safe and heard.safe and part is not None
        spoken.pieces.append(heard.samples)
        spoken.last = heard
        spoken.heard_speech |= heard.first_speech_s is not None
        spoken.cut_offs += heard.cut_offs
        spoken.would_cut += heard.would_cut
        if heard.pressed is Key.REPEAT:
            if not spoken.heard_speech:
                spoken = _afresh(slot, parts, spoken)
            try:
                lag_s = ask.again()
            except KeyboardInterrupt:
                return _interrupted(spoken, heard)
        elif heard.pressed is Key.RESTART:
            parts.screen.show(Note("From the beginning, whenever you are ready."))
            spoken = _afresh(slot, parts, spoken)
        elif isinstance(heard.error, DeviceError):
            source.close()
            try:
                again = _reopened(slot, parts)
            except KeyboardInterrupt:
                return _interrupted(spoken, heard)
            if isinstance(again, str):
                spoken.written = again
                return spoken
            source = again
        else:
            return spoken


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
    spoken.last = replace(
        heard, pressed=Key.FINISH, ended_by="finish", interrupted=True, error=None
    )
    return spoken


def _afresh(slot: Slot, parts: Parts, spoken: Spoken) -> Spoken:
    forget(slot, spoken)
    return Spoken(parts.transcriber.listen())


def forget(slot: Slot, spoken: Spoken) -> None:
    """Throw away what was said: it was skipped, or begun anew."""
    spoken.hearing.drop()
    slot.part.unlink(missing_ok=True)


def _reopened(slot: Slot, parts: Parts) -> AudioSource | str:
    """After a lost microphone: the one with which the answer goes on, or the rest of
    the answer in writing, "" where there is none."""
    while parts.person:
        wish = parts.screen.choose(_how_to_go_on(parts))
        try:
            if wish == "microphone":
                if (source := parts.sources(slot.number)) is not None:
                    return source
            elif wish == "other":
                if (source := _another(parts)) is not None:
                    return source
            elif wish == "write":
                return parts.screen.choose(Choice("The rest, in writing:"))
            else:
                return ""
        except DeviceError as error:
            parts.screen.show(Trouble(error.what, error.next_step))
    return ""


def _how_to_go_on(parts: Parts) -> Choice:
    other = (("other", "Go on with another microphone"),) if parts.microphones else ()
    return Choice(
        "What you said is kept. How shall we go on?",
        (
            ("microphone", "I have plugged it in again: go on recording"),
            *other,
            ("write", "Write the rest of the answer"),
            ("end", "Take the answer as it is"),
        ),
        "end",
    )


def _another(parts: Parts) -> AudioSource | None:
    assert parts.microphones is not None
    devices = parts.microphones.devices()
    if not devices:
        parts.screen.show(Trouble("There is no microphone", "Plug one in, or write."))
        return None
    options = tuple((str(d.index), d.name) for d in devices)
    wish = Choice("Which microphone shall I use?", options, options[0][0])
    return parts.microphones.choose(parts.screen.choose(wish))


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
