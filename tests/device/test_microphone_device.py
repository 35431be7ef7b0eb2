"""The microphone, through PortAudio, with a sound card made of software."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from virtual_sound import VirtualSound, sound_card

from simulator.errors import DeviceError
from simulator.events import Key, Level, Trouble
from simulator.listen import microphone
from simulator.listen.heard import Desk, ListenSettings
from simulator.listen.listening import listen
from simulator.listen.microphone import Microphone
from simulator.listen.recording import PartFile, recover
from simulator.records import Samples
from simulator.sound.level import dbfs
from simulator.sound.resample import Resampler
from simulator.sound.voice import SileroDetector, probabilities, spans

pytestmark = pytest.mark.device
__all__ = ["sound_card"]

SENTENCE = "Last spring our payment service failed on a Friday, and I led the repair."


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Samples]:
    """A spoken sentence as WAV, and the same at 16 kHz."""
    hibari = pytest.importorskip("hibari")
    sound = np.asarray(hibari.Hibari()(SENTENCE), np.float32).reshape(-1)
    path = tmp_path_factory.mktemp("spoken") / "sentence.wav"
    soundfile.write(path, sound, 24_000, subtype="PCM_16")
    resampler = Resampler(24_000, 1)
    return path, np.concatenate([resampler.push(sound), resampler.flush()])


@pytest.fixture
def open_microphone(sound_card: VirtualSound) -> Iterator[Microphone]:
    source = Microphone()
    # Wait for the first sound, so that tests begin with a running stream.
    for piece in source.chunks():
        if piece is not None:
            break
    yield source
    source.close()


class Person:
    """Presses one key once `ready` says so, and keeps what the screen is told."""

    def __init__(self, ready: Callable[[], bool], key: Key = Key.END) -> None:
        self.ready = ready
        self.pressed = key
        self.told: list[object] = []

    def desk(self) -> Desk:
        return Desk(lambda: self.pressed if self.ready() else None, self.told.append)


def seconds_after(condition: Callable[[], bool], seconds: float) -> Callable[[], bool]:
    """True from `seconds` after the condition was first seen to hold."""
    since: list[float] = []

    def ready() -> bool:
        if not since and condition():
            since.append(time.monotonic())
        return bool(since) and time.monotonic() - since[0] > seconds

    return ready


def lag_and_likeness(heard: Samples, said: Samples) -> tuple[int, float]:
    """Where in `heard` the `said` begins, and the correlation there."""
    size = 1 << (len(heard) + len(said)).bit_length()
    product = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(said, size))
    lag = int(np.argmax(np.fft.irfft(product, size)[: len(heard)]))
    there = heard[lag : lag + len(said)]
    return lag, float(np.corrcoef(there, said[: len(there)])[0, 1])


def test_a_sentence_is_recorded_whole(
    sound_card: VirtualSound,
    open_microphone: Microphone,
    spoken: tuple[Path, Samples],
    tmp_path: Path,
) -> None:
    """What is said into the microphone comes back with its length, level and shape."""
    path, said = spoken
    begins_s = spans(probabilities(said), said)[0][0]
    part = PartFile(tmp_path / "01-x.part.s16")
    # The first 0.3 s of a turn are thrown away as echo: speak after them.
    player = sound_card.start("sh", "-c", f"sleep 0.7; paplay --device=voice {path}")
    person = Person(seconds_after(lambda: player.poll() is not None, 0.7))

    heard = listen(open_microphone, SileroDetector(), None, person.desk(), part)

    lag, likeness = lag_and_likeness(heard.samples, said)
    there = heard.samples[lag : lag + len(said)]
    assert (heard.ended_by, heard.pressed, heard.overflows) == ("key", Key.END, 0)
    assert len(there) == len(said)
    assert likeness > 0.99
    assert dbfs(there) == pytest.approx(dbfs(said), abs=0.5)
    assert heard.first_speech_s == pytest.approx(lag / 16_000 + begins_s, abs=0.15)
    assert np.array_equal(recover(part.path), heard.samples)
    levels = [event for event in person.told if isinstance(event, Level)]
    assert any(level.speaking for level in levels)


def test_what_came_before_the_turn_is_not_heard(
    sound_card: VirtualSound,
    open_microphone: Microphone,
    spoken: tuple[Path, Samples],
) -> None:
    """Sound from before the turn, our own voice, stands nowhere in the answer."""
    path, _ = spoken
    sound_card.speak(path).wait(timeout=30)

    person = Person(seconds_after(lambda: True, 1.2))
    heard = listen(open_microphone, SileroDetector(), None, person.desk())

    assert heard.first_speech_s is None
    assert dbfs(heard.samples) < -80
    assert heard.opened_after_s == pytest.approx(0.3)


def test_a_lost_microphone_keeps_what_was_said(
    sound_card: VirtualSound,
    open_microphone: Microphone,
    spoken: tuple[Path, Samples],
    tmp_path: Path,
) -> None:
    """When the device goes away in the middle, the words before it are kept."""
    path, _ = spoken
    part = PartFile(tmp_path / "01-x.part.s16")
    told: list[object] = []
    begun = time.monotonic()

    def pull_the_plug() -> None:
        if time.monotonic() - begun > 2.0:
            sound_card.unplug()

    sound_card.speak(path)
    heard = listen(
        open_microphone,
        SileroDetector(),
        None,
        Desk(key=pull_the_plug, tell=told.append),
        part,
        ListenSettings(manual=True),
    )

    assert heard.ended_by == "trouble"
    assert isinstance(heard.error, DeviceError)
    assert heard.duration_s > 1.0
    assert np.array_equal(recover(part.path), heard.samples)
    assert any(isinstance(event, Trouble) for event in told)


def test_the_default_microphone_is_listed(sound_card: VirtualSound) -> None:
    """The device list names one default, with a rate and channels that open."""
    found = microphone.input_devices(refresh=True)

    assert [device.is_default for device in found].count(True) == 1
    assert all(device.rate_hz >= 8000 and device.channels for device in found)


def test_an_unknown_microphone_names_the_known_ones(sound_card: VirtualSound) -> None:
    """A wrong device name is answered with the list of names that fit."""
    with pytest.raises(DeviceError, match=r"'No such thing'.*default"):
        Microphone("No such thing")
