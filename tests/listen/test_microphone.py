"""The microphone without one: a stand-in for the sounddevice library."""

import subprocess
import sys
import threading
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from simulator.errors import DeviceError
from simulator.listen.microphone import Microphone, input_devices

RATE_HZ = 48_000
DEVICES = [
    {"index": 0, "name": "Monitor", "max_input_channels": 0},
    {"index": 1, "name": "Built-in", "max_input_channels": 2},
    {"index": 2, "name": "USB headset", "max_input_channels": 32},
]


class PortAudioError(Exception): ...


class Stream:
    """An input stream whose sound the test gives."""

    latency = 0.05

    def __init__(self, **opened: Any) -> None:
        self.opened = opened
        self.closed = self.active = False

    def start(self) -> None:
        self.active = True

    def close(self, ignore_errors: bool = True) -> None:
        self.closed, self.active = True, False

    def give(self, value: float, seconds: float, overflow: bool = False) -> None:
        block = np.full(
            (self.opened["blocksize"], self.opened["channels"]), value, "f4"
        )
        for _ in range(round(seconds * RATE_HZ / len(block))):
            flags = SimpleNamespace(input_overflow=overflow)
            self.opened["callback"](block, len(block), None, flags)


class Library(SimpleNamespace):
    """As much of sounddevice as a microphone uses."""

    PortAudioError = PortAudioError

    def __init__(self, devices: list[dict[str, Any]], default: int = 1) -> None:
        super().__init__(default=SimpleNamespace(device=[default, 0]))
        self.devices = [{**d, "default_samplerate": float(RATE_HZ)} for d in devices]
        self.streams: list[Stream] = []
        self.refuses = False

    def query_devices(self, wanted: Any = None, kind: str | None = None) -> Any:
        if kind is None:
            return self.devices
        inputs = [d for d in self.devices if d["max_input_channels"]]
        wanted = self.default.device[0] if wanted is None else wanted
        fitting = [
            d for d in inputs if wanted == d["index"] or str(wanted) in d["name"]
        ]
        if not fitting:
            raise ValueError(f"No input device matching {wanted!r}")
        return fitting[0]

    def InputStream(self, **opened: Any) -> Stream:
        if self.refuses:
            raise PortAudioError("Device unavailable")
        self.streams.append(Stream(**opened))
        return self.streams[-1]


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    found = Library(DEVICES)
    monkeypatch.setitem(sys.modules, "sounddevice", found)
    return found


def heard(source: Microphone, pieces: int) -> np.ndarray:
    """The sound of the first pieces that come."""
    found = []
    for piece in source.chunks():
        if piece is not None:
            assert len(piece) <= 1600
            found.append(piece)
        if len(found) == pieces:
            break
    return np.concatenate(found)


def test_the_device_is_opened_as_it_is(library: Library) -> None:
    """Its own rate, at most two of its channels, and open from the start."""
    source = Microphone("USB")

    opened = library.streams[0].opened
    assert (opened["device"], opened["samplerate"], opened["channels"]) == (
        2,
        48_000,
        2,
    )
    assert library.streams[0].active
    assert (source.name, source.live, source.rate_hz) == ("USB headset", True, 48_000)


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        (None, "Built-in"),
        (2, "USB headset"),
        ("2", "USB headset"),
        ("Built", "Built-in"),
    ],
)
def test_a_device_is_named_by_number_or_part_of_its_name(
    library: Library, wanted: int | str | None, name: str
) -> None:
    """A number may come as text, as flags do; nothing means the default."""
    assert Microphone(wanted).name == name


def test_sound_comes_as_16_khz_mono(library: Library) -> None:
    """A second at 48 kHz stereo becomes a second at 16 kHz mono, in small pieces."""
    source = Microphone()
    library.streams[0].give(0.25, seconds=1.0)

    sound = heard(source, 24)

    assert len(sound) == pytest.approx(16_000 * 24 * 0.04, abs=800)
    assert np.allclose(sound[2000:-2000], 0.25, atol=0.01)


def test_nothing_coming_is_told(library: Library) -> None:
    """Without sound the source says so about ten times a second, so keys count."""
    begun = time.monotonic()

    assert next(Microphone().chunks()) is None
    assert time.monotonic() - begun < 0.5


def test_discarded_sound_never_comes(library: Library) -> None:
    """What came before `discard`, and what the device still held, is gone."""
    source = Microphone()
    stream = library.streams[0]
    stream.give(0.5, seconds=2.0)
    source.discard()
    stream.give(0.5, seconds=stream.latency)
    stream.give(-0.25, seconds=1.0)

    sound = heard(source, 15)

    assert sound.max() < 0.1
    assert sound[2000:].mean() == pytest.approx(-0.25, abs=0.02)


def test_it_says_how_far_it_is_behind(library: Library) -> None:
    """What waits to be read and what the device holds are still to come."""
    source = Microphone()
    library.streams[0].give(0.1, seconds=0.4)

    assert source.behind_s == pytest.approx(0.4 + library.streams[0].latency)


def test_lost_sound_is_counted(library: Library) -> None:
    """Each overflow the device reports is counted."""
    source = Microphone()
    library.streams[0].give(0.1, seconds=0.2, overflow=True)
    library.streams[0].give(0.1, seconds=0.2)

    assert source.overflows == 5


def test_an_unread_microphone_stays_small(library: Library) -> None:
    """Sound that nobody reads for minutes is dropped from its old end."""
    source = Microphone()
    library.streams[0].give(0.1, seconds=90)
    library.streams[0].give(0.9, seconds=2)

    kept = heard(source, 1500)

    assert source.overflows > 0
    assert len(kept) <= 60.5 * 16_000
    assert kept[-8000:].mean() == pytest.approx(0.9, abs=0.05)


def test_a_device_that_stops_is_said(library: Library) -> None:
    """A stream that the system ended gives what came before, then an error."""
    source = Microphone()
    library.streams[0].give(0.2, seconds=0.4)
    library.streams[0].active = False
    pieces = []

    with pytest.raises(DeviceError, match="Built-in gives no more sound"):
        pieces.extend(source.chunks())
    assert sum(len(piece) for piece in pieces if piece is not None) > 4000


def test_a_device_that_falls_silent_is_said(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A device that claims to run and gives nothing is not waited for for ever."""
    monkeypatch.setattr("simulator.listen.microphone.STALLED_S", 0.3)

    with pytest.raises(DeviceError, match="gives no more sound"):
        list(Microphone().chunks())


def test_closing_ends_the_sound(library: Library) -> None:
    """`close`, also twice and from another thread, ends the iteration."""
    source = Microphone()
    threading.Timer(0.15, source.close).start()

    assert set(source.chunks()) == {None}
    source.close()


def test_without_any_microphone_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no input device the error says what to do."""
    monkeypatch.setitem(sys.modules, "sounddevice", Library(DEVICES[:1], default=-1))

    with pytest.raises(DeviceError, match="There is no microphone") as caught:
        Microphone()
    assert "--typed" in caught.value.next_step


def test_a_wrong_name_is_answered_with_the_right_ones(library: Library) -> None:
    """The known devices stand in the error, with their numbers."""
    with pytest.raises(DeviceError, match="'Yeti'") as caught:
        Microphone("Yeti")
    assert "1 Built-in, 2 USB headset" in caught.value.next_step


def test_a_device_in_use_is_said(library: Library) -> None:
    """A device that cannot be opened is named, with what to try."""
    library.refuses = True

    with pytest.raises(DeviceError, match=r"Built-in cannot be opened \(Device"):
        Microphone()


def test_input_devices_are_listed(library: Library) -> None:
    """Only devices with inputs are listed, one of them the default."""
    found = input_devices()

    assert [(d.index, d.is_default) for d in found] == [(1, True), (2, False)]


def test_without_portaudio_it_is_said(tmp_path: Path) -> None:
    """Where the library for sound devices is missing, its package is named."""
    (tmp_path / "sounddevice.py").write_text("raise OSError('PortAudio not found')")
    code = (
        "from simulator.errors import DeviceError\n"
        "from simulator.listen.microphone import Microphone, input_devices\n"
        "for call in (Microphone, input_devices):\n"
        "    try: call()\n"
        "    except DeviceError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": f"{tmp_path}:{':'.join(filter(None, sys.path))}"},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.count("apt install libportaudio2") == 2


def test_a_device_is_not_gone_because_we_spoke_for_long(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A prompt takes seconds in which nobody reads; then comes a moment of nothing."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    source = Microphone()
    library.streams[0].give(0.25, seconds=0.04)
    pieces = source.chunks()
    next(pieces)

    now[0] += 5.0
    source.discard()
    assert next(pieces) is None

    now[0] += 5.0
    with pytest.raises(DeviceError, match="gives no more sound"):
        next(pieces)
