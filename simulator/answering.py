"""One answer as it grows: listened to until it is complete.

A repeated question leaves it in pieces that belong together, a restart forgets them, a
lost microphone may be plugged in again. Who is asked what stays with `exchange`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from .errors import DeviceError, SimulatorError
from .events import Choice, Key, Note, Said, Trouble, YourTurn
from .listen.heard import Desk, Heard
from .listen.listening import listen
from .listen.recording import PartFile
from .listen.turn import Decision, TurnTaker
from .parts import Parts, Slot
from .records import SAMPLE_RATE_HZ, Samples
from .seams import AudioSource, Hearing, VoiceDetector

PROMPTS = {
    Decision.ENCOURAGE: "Take your time.",
    Decision.OFFER_REPEAT: (
        "Shall I say the question again? Press R, or begin whenever you are ready."
    ),
}


@dataclass
class Spoken:
    """An answer as it grows; a repeated question leaves it in pieces."""

    hearing: Hearing
    pieces: list[Samples] = field(default_factory=list)
    last: Heard | None = None
    opened_after_s: float = 0.0
    heard_speech: bool = False
    """In any of its pieces."""
    safe: bool = True
    """Whether all of it is in the part file; else it is only in memory."""

    @property
    def samples(self) -> Samples:
        """All of it, in order."""
        return np.concatenate(self.pieces) if self.pieces else np.zeros(0, np.float32)


def say(text: str, parts: Parts, *, slower: bool = False) -> float:
    """Say something that is not a question; it always stands on the screen too."""
    parts.screen.show(Said(text))
    return parts.speaker.say(text, slower=slower)


def listened(
    slot: Slot,
    parts: Parts,
    source: AudioSource,
    lag_s: float,
    ask_again: Callable[[], float],
) -> Spoken:
    """Listen until the answer is complete, repeating and restarting as asked.

    Args:
        slot: the question, and where the sound goes.
        parts: devices, model, screen.
        source: what is listened to.
        lag_s: by how much the loudspeaker lags behind the question just asked.
        ask_again: says the question once more and returns that lag.
    """
    spoken = Spoken(parts.transcriber.listen())
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
        spoken.last = heard
        spoken.heard_speech |= heard.first_speech_s is not None
        if heard.pressed is Key.REPEAT:
            if not spoken.heard_speech:
                spoken = _afresh(slot, parts, spoken)
            try:
                lag_s = ask_again()
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
            if again is None:
                return spoken
            source = again
        else:
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
