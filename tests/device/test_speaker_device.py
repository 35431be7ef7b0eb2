"""The interviewer's voice, through PortAudio, on a sound card made of software."""

import _thread
import functools
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from virtual_sound import VirtualSound, sound_card

from simulator.ask import playback
from simulator.ask.speaker import LoudSpeaker, open_speaker
from simulator.ask.synthesis import render
from simulator.records import Samples
from simulator.sound.resample import Resampler

pytestmark = pytest.mark.device
__all__ = ["sound_card"]

QUESTION = "Tell me about a time you disagreed with a colleague."


class Desk:
    """What a person reads while listening."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.troubles: list[str] = []

    def speaker(self, margin_s: float = playback.MARGIN_S) -> LoudSpeaker:
        return LoudSpeaker(
            ["espeak"],
            on_text=self.read.append,
            on_trouble=lambda what, _: self.troubles.append(what),
            play=functools.partial(playback.play, margin_s=margin_s),
        )


@pytest.fixture(autouse=True)
def _nothing_plays_on() -> object:
    """A thread that is left behind must not meet the next sound card."""
    yield
    for thread in threading.enumerate():
        if thread.name == "playback":
            thread.join(10.0)


def _heard(path: Path) -> Samples:
    samples, rate_hz = soundfile.read(path, dtype="float32")
    assert rate_hz == 16_000
    return np.asarray(samples, np.float32)


def _loud_s(samples: Samples) -> float:
    """Seconds in which there is sound at all, in frames of 20 ms."""
    frames = samples[: len(samples) // 320 * 320].reshape(-1, 320)
    return float((np.abs(frames).max(axis=1) > 0.01).sum() * 0.02)


def test_a_question_reaches_the_loudspeaker_whole(
    sound_card: VirtualSound, tmp_path: Path
) -> None:
    """As much sound comes out as was rendered, and `say` waits for its end."""
    desk = Desk()
    speaker = desk.speaker()
    speaker.prepare(QUESTION)
    samples, rate_hz = render(QUESTION, voice="espeak")
    resampler = Resampler(rate_hz, 1)
    rendered = np.concatenate([resampler.push(samples), resampler.flush()])
    recording = sound_card.listen_in(tmp_path / "heard.wav")
    time.sleep(0.5)
    begun_s = time.monotonic()
    lag_s = speaker.say(QUESTION)
    took_s = time.monotonic() - begun_s
    time.sleep(lag_s + 1.0)
    recording.terminate()
    recording.wait()
    assert _loud_s(_heard(tmp_path / "heard.wav")) == pytest.approx(
        _loud_s(rendered), rel=0.05
    )
    assert took_s > len(samples) / rate_hz - 0.1
    assert 0.0 < lag_s < 1.0
    assert not desk.troubles


def test_the_speaker_of_this_machine_is_a_loud_one(sound_card: VirtualSound) -> None:
    troubles: list[str] = []
    speaker = open_speaker(
        None, on_text=print, on_trouble=lambda what, _: troubles.append(what)
    )
    assert isinstance(speaker, LoudSpeaker)
    assert not troubles


@pytest.fixture
def ctrl_c_counts() -> Iterator[None]:
    """Also where a shell started all this in the background, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c_counts")
def test_ctrl_c_silences_a_question_at_once(sound_card: VirtualSound) -> None:
    speaker = Desk().speaker()
    speaker.prepare(QUESTION)
    threading.Timer(0.8, _thread.interrupt_main).start()
    begun_s = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        speaker.say(QUESTION)
    assert time.monotonic() - begun_s < 2.0


def test_a_question_that_nobody_waits_for_is_silent_at_once(
    sound_card: VirtualSound, tmp_path: Path
) -> None:
    """What was to come is not heard later either, when the candidate speaks."""
    speaker = Desk().speaker()
    speaker.prepare(QUESTION)
    recording = sound_card.listen_in(tmp_path / "heard.wav")
    time.sleep(0.5)
    begun_s = time.monotonic()
    speaker.say(QUESTION, until=lambda: time.monotonic() - begun_s > 1.6)
    took_s = time.monotonic() - begun_s
    time.sleep(3.0)
    recording.terminate()
    recording.wait()
    heard_s = _loud_s(_heard(tmp_path / "heard.wav"))

    assert took_s < 2.4
    assert 0.1 < heard_s < 1.6
    assert len(render(QUESTION, voice="espeak")[0]) > 2.5 * 22_050


def test_a_frozen_sound_server_does_not_freeze_the_rehearsal(
    sound_card: VirtualSound,
) -> None:
    """Its calls hang inside C; after the time limit the question is read instead."""
    desk = Desk()
    speaker = desk.speaker(margin_s=1.0)
    speaker.prepare(QUESTION)
    sound_card.server.send_signal(signal.SIGSTOP)
    try:
        begun_s = time.monotonic()
        lag_s = speaker.say(QUESTION)
        took_s = time.monotonic() - begun_s
    finally:
        sound_card.server.send_signal(signal.SIGCONT)
    assert took_s < 8.0
    assert lag_s == 0.0
    assert desk.read == [QUESTION]
    assert desk.troubles == ["The loudspeaker did not finish in time"]


def test_when_the_loudspeaker_is_taken_away_the_question_is_read(
    sound_card: VirtualSound,
) -> None:
    desk = Desk()
    speaker = desk.speaker(margin_s=1.0)
    sound_card.unplug()
    assert [speaker.say(text) for text in (QUESTION, "Again.")] == [0.0, 0.0]
    assert desk.read == [QUESTION, "Again."]
    assert len(desk.troubles) == 1
