"""Speaking, and stepping down to text without ending the rehearsal."""

import numpy as np
import pytest
from numpy.typing import NDArray

from simulator.ask import playback
from simulator.ask.speaker import FAILURES, LoudSpeaker, TextSpeaker, open_speaker
from simulator.errors import DeviceError, VoiceError
from simulator.seams import Until

RATE_HZ = 24_000


class Room:
    """What a person in front of the machine sees and hears."""

    def __init__(
        self,
        mute: tuple[str, ...] = (),
        unplugged: bool = False,
        interrupted: bool = False,
    ) -> None:
        self.mute = mute
        self.unplugged = unplugged
        self.interrupted = interrupted
        self.rendered: list[tuple[str, str, bool]] = []
        self.heard: list[tuple[int, int]] = []
        self.read: list[str] = []
        self.troubles: list[tuple[str, str]] = []

    def speaker(self, *tried: str) -> LoudSpeaker:
        return LoudSpeaker(
            tried,
            on_text=self.read.append,
            on_trouble=lambda what, next_step: self.troubles.append((what, next_step)),
            render=self._render,
            play=self._play,
        )

    def _render(
        self, text: str, voice: str, slower: bool
    ) -> tuple[NDArray[np.float32], int]:
        self.rendered.append((text, voice, slower))
        if voice in self.mute:
            raise VoiceError(f"The {voice} voice is hoarse", "Give it honey.")
        return np.ones(len(text), np.float32), RATE_HZ

    def _play(
        self,
        samples: NDArray[np.float32],
        rate_hz: int,
        device: int | str | None,
        until: Until,
    ) -> float:
        if self.interrupted:
            raise KeyboardInterrupt
        if self.unplugged:
            raise DeviceError("The loudspeaker is gone", "Plug it in.")
        self.heard.append((len(samples), rate_hz))
        return 0.25


def test_a_question_is_heard_and_the_devices_lag_comes_back() -> None:
    room = Room()
    assert room.speaker("neural").say("Hello") == 0.25
    assert room.heard == [(5, RATE_HZ)]
    assert not room.read
    assert not room.troubles


def test_a_repeat_is_rendered_slower() -> None:
    room = Room()
    room.speaker("neural").say("Hello", slower=True)
    assert room.rendered == [("Hello", "neural", True)]


def test_a_prepared_question_is_not_rendered_again() -> None:
    room = Room()
    speaker = room.speaker("neural")
    speaker.prepare("Hello")
    speaker.say("Hello")
    speaker.say("Hello")
    assert room.rendered == [("Hello", "neural", False)]
    assert len(room.heard) == 2


def test_memory_holds_a_few_questions_not_all() -> None:
    room = Room()
    speaker = room.speaker("neural")
    for number in range(30):
        speaker.prepare(f"Question {number}")
    speaker.say("Question 29")
    speaker.say("Question 0")
    assert len(room.rendered) == 31


def test_the_next_voice_speaks_where_the_first_cannot_and_it_is_told_once() -> None:
    room = Room(mute=("neural",))
    speaker = room.speaker("neural", "espeak")
    for text in ("One", "Two", "Three"):
        speaker.say(text)
    assert [length for length, _ in room.heard] == [3, 3, 5]
    assert room.troubles == [
        (
            "The neural voice is hoarse",
            "The espeak voice speaks instead. Give it honey.",
        )
    ]


def test_a_voice_that_keeps_failing_is_no_longer_waited_for() -> None:
    room = Room(mute=("neural",))
    speaker = room.speaker("neural", "espeak")
    for number in range(10):
        speaker.say(f"Question {number}")
    assert sum(voice == "neural" for _, voice, _ in room.rendered) == FAILURES


def test_without_any_voice_the_question_is_read() -> None:
    room = Room(mute=("neural", "espeak"))
    speaker = room.speaker("neural", "espeak")
    lags_s = [speaker.say(text) for text in ("One", "Two", "Three")]
    assert lags_s == [0.0, 0.0, 0.0]
    assert room.read == ["One", "Two", "Three"]
    assert [what for what, _ in room.troubles] == [
        "The neural voice is hoarse",
        "The espeak voice is hoarse",
    ]
    assert "text" in room.troubles[1][1]


def test_without_a_device_the_question_is_read_and_it_is_told_once() -> None:
    room = Room(unplugged=True)
    speaker = room.speaker("neural")
    for text in ("One", "Two"):
        speaker.say(text)
    speaker.play(np.zeros(100, np.float32))
    assert room.read == ["One", "Two"]
    assert [what for what, _ in room.troubles] == ["The loudspeaker is gone"]
    assert len(room.rendered) == 1, "nothing is rendered for a device that is gone"


def test_ctrl_c_ends_the_speaking_and_is_passed_on() -> None:
    """The loop decides what an interruption means; the speaker only falls silent."""
    room = Room(interrupted=True)
    with pytest.raises(KeyboardInterrupt):
        room.speaker("neural").say("Hello")
    assert not room.read


@pytest.mark.parametrize("text", ["", " ", "😀", "\x1b[2J", "..."])
def test_nothing_to_say_takes_no_time(text: str) -> None:
    room = Room()
    assert room.speaker("neural").say(text) == 0.0
    assert not room.heard
    assert not room.read
    assert not room.troubles


def test_a_recording_is_played_at_its_own_rate() -> None:
    room = Room()
    room.speaker("neural").play(np.zeros(160, np.float32))
    assert room.heard == [(160, 16_000)]


def test_a_text_speaker_writes_and_never_waits() -> None:
    read: list[str] = []
    speaker = TextSpeaker(read.append)
    speaker.prepare("Hello")
    lag_s = speaker.say("Hello", slower=True)
    speaker.play(np.zeros(160, np.float32))
    assert lag_s == 0.0
    assert read == ["Hello"]


@pytest.mark.parametrize("voice", ["none", "text"])
def test_no_voice_is_wanted_and_nothing_is_amiss(voice: str) -> None:
    troubles: list[str] = []
    speaker = open_speaker(
        voice, on_text=print, on_trouble=lambda what, _: troubles.append(what)
    )
    assert isinstance(speaker, TextSpeaker)
    assert not troubles


def test_a_device_that_does_not_exist_becomes_text_with_one_trouble() -> None:
    troubles: list[tuple[str, str]] = []
    speaker = open_speaker(
        "auto",
        on_text=print,
        on_trouble=lambda what, next_step: troubles.append((what, next_step)),
        device="no such device anywhere",
    )
    assert isinstance(speaker, TextSpeaker)
    assert len(troubles) == 1
    assert "loudspeaker" in troubles[0][0]
    assert "text" in troubles[0][1]


def test_a_voice_that_does_not_exist_is_refused_before_the_interview() -> None:
    with pytest.raises(VoiceError, match="siri"):
        open_speaker("siri", on_text=print, on_trouble=print)


def test_playing_on_a_device_that_does_not_exist_is_a_device_error() -> None:
    with pytest.raises(DeviceError) as failed:
        playback.play(np.zeros(160, np.float32), 16_000, "no such device anywhere")
    assert "--voice none" in failed.value.next_step


def test_playing_nothing_needs_no_device() -> None:
    nothing = np.zeros(0, np.float32)
    assert playback.play(nothing, 16_000, "no such device anywhere") == 0.0
