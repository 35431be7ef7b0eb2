"""The first minute of a rehearsal: what is kept, which microphone, does it hear you.

Most complaints about such tools are about microphones that stayed mute. So before the
first question the candidate says a sentence, hears it back, and reads what was
understood; only then an interview begins.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from ..errors import DeviceError
from ..events import Choice, Level, Note, Said, Shown, Trouble, Working
from ..listen.heard import Desk, Heard, ListenSettings
from ..listen.listening import listen
from ..listen.microphone import Device
from ..records import Sound
from ..seams import AudioSource, Screen, Speaker, Transcriber, VoiceDetector
from ..sound.describe import NOISY_SNR_DB, describe, hides_silence

SENTENCE = "I am ready, and I am glad to be here."
"""Short, with a few voiced sounds, and true soon enough."""

LONGEST_CHECK_S = 15.0
LONGEST_BY_KEY_S = 60.0
"""Who ends by a key may stand in a block, or look for the key."""
BY_KEY = "Press Space or Enter when you have said it."

QUIET_DBFS = -45.0
"""Speech below this is about 20 dB under a usual headset's level: the microphone is
muted, far away, or another one."""

CLIPPED_RATIO = 0.001
"""0.1 % of samples at full scale are heard as crackling (science notes, section 6)."""

MOST_FAILURES = 2
"""After so many the default is to write: something is wrong that a third try will not
mend."""

MINUTES = (("5", "5 minutes"), ("10", "10 minutes"), ("20", "20 minutes"))


@dataclass(frozen=True)
class Room:
    """What the check needs; the microphone is opened by whoever owns it."""

    screen: Screen
    speaker: Speaker
    transcriber: Transcriber
    detector: VoiceDetector
    devices: Callable[[], list[Device]]
    open_microphone: Callable[[str | None], AudioSource]
    """By number or name; DeviceError where it cannot be opened."""
    manual: bool = False
    """Whether only a key ends what is said: answers, and this sentence too."""


@dataclass(frozen=True)
class Ready:
    """What was settled."""

    microphone: str | None
    typed: bool
    minutes: float | None
    """None where it was not asked."""
    manual: bool = False
    """Whether only a key ends an answer: asked for where silence is hard to tell."""


def prepare(
    room: Room, microphone: str | None = None, *, ask_minutes: bool = True
) -> Ready:
    """Guide to a microphone that works, and to the length of the interview.

    Args:
        room: what the check needs.
        microphone: number or name of one to begin with, or None to choose.
        ask_minutes: whether the length is still open.
    """
    chosen, manual = _settled(room, microphone)
    minutes = _minutes(room.screen) if ask_minutes else None
    return Ready(chosen, chosen is None, minutes, manual)


def _settled(room: Room, wanted: str | None) -> tuple[str | None, bool]:
    """A microphone that was heard, or None to answer in writing; whether only a key is
    to end answers."""
    for failures in itertools.count():
        chosen = _chosen(room, wanted)
        if chosen is None:
            return None, False
        # Who is not there to choose must not go round for ever.
        last = "type" if failures >= MOST_FAILURES else ""
        verdict = _checked(room, chosen, last)
        if verdict in ("good", "key", "type"):
            return (None if verdict == "type" else chosen), verdict == "key"
        wanted = chosen if verdict == "again" else None
    raise AssertionError("counting does not end")


def _chosen(room: Room, wanted: str | None) -> str | None:
    """The microphone's number, or None to answer in writing."""
    try:
        devices = room.devices()
    except DeviceError as error:
        room.screen.show(Trouble(error.what, error.next_step))
        devices = []
    if not devices:
        room.screen.show(
            Trouble(
                "There is no microphone",
                "Plug one in, or answer in writing: everything else stays the same.",
            )
        )
        return _chosen(room, wanted) if _plugged_in(room.screen) else None
    if wanted is not None:
        return wanted
    first = next((d for d in devices if d.is_default), devices[0])
    if len(devices) == 1:
        room.screen.show(Note(f"Microphone: {first.name}"))
        return str(first.index)
    options = tuple((str(d.index), d.name) for d in devices)
    return room.screen.choose(
        Choice("Which microphone shall I use?", options, str(first.index))
    )


def _checked(room: Room, chosen: str, last: str) -> str:
    """One sound check: "good", "key", "again", "other" or "type".

    Args:
        room: what the check needs.
        chosen: the microphone.
        last: what a failure leads to by default, "" for the usual way on.
    """
    try:
        source = room.open_microphone(chosen)
        heard = _sentence(room, source)
    except DeviceError as error:
        room.screen.show(Trouble(error.what, error.next_step))
        return _asked(room.screen, last or "other")
    if heard.first_speech_s is None:
        room.screen.show(
            Trouble(
                "I could not hear you",
                "Is the microphone muted, or is another one meant?",
            )
        )
        return _asked(room.screen, last or "again")
    sound = describe(heard.samples)
    remark = remark_on(sound)
    if remark:
        room.screen.show(Note(remark))
    room.screen.show(Note("This is how you sounded:"))
    room.speaker.play(heard.samples)
    room.screen.show(Working("Reading your sentence"))
    words = room.transcriber.transcribe(heard.samples).text
    room.screen.show(Working("Reading your sentence", 1.0))
    room.screen.show(Said(f"I understood: “{words}”" if words else "I heard no words."))
    by_key = bool(words) and hides_silence(sound) and not room.manual
    return _asked(room.screen, "good" if words else last or "again", by_key)


def _sentence(room: Room, source: AudioSource) -> Heard:
    key = f" {BY_KEY}" if room.manual else ""
    room.screen.show(Said(f"Please say: “{SENTENCE}”{key}"))
    lag_s = room.speaker.say(f"Please read this sentence aloud.{key}")

    def tell(event: Shown) -> None:
        # The check has its own words for trouble; only the meter is wanted here.
        if isinstance(event, Level):
            room.screen.show(event)

    longest_s = LONGEST_BY_KEY_S if room.manual else LONGEST_CHECK_S
    settings = ListenSettings(0.5, room.manual, lag_s, longest_s=longest_s)
    desk = Desk(room.screen.key, tell)
    heard = listen(source, room.detector, None, desk, None, settings)
    if heard.interrupted:
        raise KeyboardInterrupt
    if isinstance(heard.error, DeviceError):
        raise heard.error
    return heard


def remark_on(sound: Sound) -> str:
    """One sentence about the recording if something should be mended, else ""."""
    if sound.clipped_ratio > CLIPPED_RATIO:
        return "The sound is too loud and crackles: move the microphone away a little."
    speech = [
        level
        for level, voice in zip(sound.level_dbfs, sound.voice, strict=True)
        if voice > 0.5
    ]
    if speech and sum(speech) / len(speech) < QUIET_DBFS:
        return "You are very quiet here: move closer, or turn the microphone up."
    if sound.snr_db is not None and sound.snr_db < NOISY_SNR_DB:
        return (
            f"There is much noise around you ({sound.snr_db:.0f} dB between you and "
            "it): some numbers will be doubtful. A headset helps most."
        )
    if sound.second_voice:
        return "I hear two voices: what the other one says would count as yours."
    if sound.narrow_band:
        return (
            "This microphone sounds like a telephone, as Bluetooth headsets do in "
            "calls: some words will be wrong. Another one, or a cable, helps."
        )
    return ""


def _asked(screen: Screen, default: str, by_key: bool = False) -> str:
    key = (("key", "Go on, and let only a key end my answers"),) if by_key else ()
    return screen.choose(
        Choice(
            "How shall we go on?",
            (
                ("good", "That is right: go on"),
                *key,
                ("again", "Try the sentence again"),
                ("other", "Use another microphone"),
                ("type", "Answer in writing instead"),
            ),
            default,
        )
    )


def _plugged_in(screen: Screen) -> bool:
    wish = screen.choose(
        Choice(
            "How shall we go on?",
            (
                ("type", "Answer in writing"),
                ("look", "I have plugged one in: look again"),
            ),
            "type",
        )
    )
    return wish == "look"


def _minutes(screen: Screen) -> float:
    return float(screen.choose(Choice("How long shall it be?", MINUTES, "10")))
