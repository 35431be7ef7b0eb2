"""The microphone, as it is plugged in.

Opened at its own rate and channels (a rate forced on a device fails on many of them)
and brought to 16 kHz mono here. The stream stays open for the whole session: Bluetooth
loses the first words of a stream opened late. Nobody hears our own voice because it is
thrown away (`discard`), not because the device is closed.
"""

import queue
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.errors import DeviceError
from simulator.records import SAMPLE_RATE_HZ, Samples
from simulator.sound.resample import Resampler

BLOCK_S = 0.04
"""Pieces the device hands over: a level meter at 25 Hz at most, few callbacks."""
PIECE = SAMPLE_RATE_HZ // 10
"""The longest piece the seam allows, 0.1 s."""
WAIT_S = 0.1
"""After so long without sound, None is given so that keys still count."""
STALLED_S = 3.0
"""A device that gives nothing for so long is gone, even where nobody says so (Linux
sound servers keep a dead stream "active"). Bluetooth pauses up to about 2 s."""
KEPT_S = 60.0
"""Sound waiting to be read; more than any work done between two questions, and
small."""
MOST_CHANNELS = 2
"""Speech is on the first two; virtual devices claim 32 and more."""

NO_PORTAUDIO = (
    "On Debian and Ubuntu: `sudo apt install libportaudio2`. Without it, answer from "
    "recordings (`--answers`) or in writing (`--typed`)."
)
CANNOT_OPEN = (
    "Close programs that use it, check that recording is allowed, or choose another "
    "with `--microphone`."
)
PLUG_IN = "Plug in a microphone, or answer in writing with `--typed`."


@dataclass(frozen=True)
class Device:
    """An input device, as the system names it."""

    index: int
    name: str
    rate_hz: int
    channels: int
    is_default: bool


def input_devices(refresh: bool = False) -> list[Device]:
    """All input devices.

    Args:
        refresh: look again for devices plugged in since the start. Closes every open
            stream: call it only when none is in use.

    Raises:
        DeviceError: PortAudio is missing.
    """
    sounddevice = _sounddevice()
    if refresh and not _hanging():
        # PortAudio lists devices once, when it is initialised; it offers no other way.
        sounddevice._terminate()
        sounddevice._initialize()
    try:
        default = sounddevice.default.device[0]
        return [
            _device(found, default)
            for found in sounddevice.query_devices()
            if found["max_input_channels"] > 0
        ]
    except sounddevice.PortAudioError as error:
        raise DeviceError(f"The sound system does not answer ({error})") from None


class Microphone:
    """An `AudioSource`: one input device, open from construction until `close`.

    Args:
        device: number or (part of) the name; None is the system's default.

    Raises:
        DeviceError: PortAudio or the device is missing, or it cannot be opened.
    """

    live = True

    def __init__(self, device: int | str | None = None) -> None:
        sounddevice = _sounddevice()
        found = _find(sounddevice, device)
        self.name = found.name
        self.rate_hz = found.rate_hz
        self.overflows = 0
        self._channels = min(found.channels, MOST_CHANNELS)
        self._resampler = Resampler(self.rate_hz, self._channels)
        self._queue: queue.Queue[NDArray[np.float32]] = queue.Queue(
            maxsize=round(KEPT_S / BLOCK_S)
        )
        self._skip = 0
        self._heard_at = time.monotonic()
        try:
            self._stream = sounddevice.InputStream(
                device=found.index,
                samplerate=self.rate_hz,
                channels=self._channels,
                dtype="float32",
                blocksize=round(self.rate_hz * BLOCK_S),
                callback=self._came,
            )
            self._stream.start()
        except sounddevice.PortAudioError as error:
            raise DeviceError(
                f"{found.name} cannot be opened ({error})", CANNOT_OPEN
            ) from None
        self.latency_s = float(self._stream.latency)

    def chunks(self) -> Iterator[Samples | None]:
        """Sound as it comes; None when there was none for 0.1 s; ends after `close`.

        Raises:
            DeviceError: the device went away.
        """
        self._heard_at = time.monotonic()
        while not self._stream.closed:
            try:
                block = self._queue.get(timeout=WAIT_S)
            except queue.Empty:
                self._must_live()
                yield None
                continue
            self._heard_at = time.monotonic()
            sound = self._kept(self._resampler.push(block))
            for start in range(0, len(sound), PIECE):
                yield sound[start : start + PIECE]

    @property
    def behind_s(self) -> float:
        """What waits to be read and what the device still holds, seconds."""
        return self._queue.qsize() * BLOCK_S + self.latency_s

    def discard(self) -> None:
        """Throw away what was captured so far, also what the device still holds."""
        with suppress(queue.Empty):
            while True:
                self._queue.get_nowait()
        self._resampler = Resampler(self.rate_hz, self._channels)
        self._skip = round(self.latency_s * SAMPLE_RATE_HZ)
        # While we spoke nobody read: that was no silence of the device's.
        self._heard_at = time.monotonic()

    @property
    def closed(self) -> bool:
        """Whether it was closed; a lost device is closed by whoever noticed."""
        return bool(self._stream.closed)

    def close(self) -> None:
        """Release the device."""
        self._stream.close(ignore_errors=True)

    def _kept(self, sound: Samples) -> Samples:
        skipped = min(self._skip, len(sound))
        self._skip -= skipped
        return sound[skipped:]

    def _came(self, block: NDArray[np.float32], _n: int, _at: Any, flags: Any) -> None:
        # Runs in the sound card's thread: only queue, never block, never compute.
        if flags.input_overflow:
            self.overflows += 1
        if self._queue.full():
            # Nobody has read for a minute; the oldest is between questions.
            self.overflows += 1
            with suppress(queue.Empty):
                self._queue.get_nowait()
        self._queue.put_nowait(block.copy())

    def _must_live(self) -> None:
        if self._stream.closed:
            return
        silent_s = time.monotonic() - self._heard_at
        if not self._stream.active or silent_s > STALLED_S:
            raise DeviceError(
                f"{self.name} gives no more sound",
                "Plug it in again or choose another; what was said is kept.",
            )


def _find(sounddevice: Any, wanted: int | str | None) -> Device:
    # Numbers come as text from flags and settings files.
    if isinstance(wanted, str) and wanted.strip().isdigit():
        wanted = int(wanted)
    try:
        default = sounddevice.default.device[0]
        found = _device(sounddevice.query_devices(wanted, "input"), default)
    except (ValueError, sounddevice.PortAudioError) as error:
        known = ", ".join(f"{d.index} {d.name}" for d in input_devices())
        if not known:
            raise DeviceError("There is no microphone", PLUG_IN) from None
        if wanted is None:
            raise DeviceError(
                f"There is no default microphone ({error})",
                f"Choose one with `--microphone`: {known}.",
            ) from None
        raise DeviceError(
            f"There is no microphone {wanted!r}", f"Choose from: {known}."
        ) from None
    return found


def _device(found: dict[str, Any], default: int) -> Device:
    return Device(
        index=int(found["index"]),
        name=str(found["name"]),
        rate_hz=round(found["default_samplerate"]),
        channels=int(found["max_input_channels"]),
        is_default=int(found["index"]) == default,
    )


def _hanging() -> bool:
    """Whether a playback still sits in a frozen sound server: PortAudio aborts the
    whole program when it is terminated under such a call."""
    return any(thread.name == "playback" for thread in threading.enumerate())


def _sounddevice() -> Any:
    try:
        import sounddevice
    except OSError:
        raise DeviceError(
            "PortAudio, the library for sound devices, is missing", NO_PORTAUDIO
        ) from None
    return sounddevice
