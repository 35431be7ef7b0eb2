"""Sound through the loudspeaker, to its end or to its time limit, whichever is first.

sounddevice's calls run in a thread of their own: a sound server that has stopped
answering holds the caller inside C, where neither a time limit nor Ctrl-C reaches. The
main thread only waits, so it can always go on; a thread that is stuck is left behind.
"""

import threading
import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.errors import DeviceError
from simulator.seams import Until

LEAD_S = 0.15
"""Silence in front: amplifiers and Bluetooth wake up on the first sound and swallow
it, which must not be the first word."""

MARGIN_S = 4.0
"""Beyond the sound's own length: opening a Bluetooth device takes up to 2 s, its buffer
holds up to 0.3 s more."""

STOP_S = 0.5
"""How long an interrupted sound is given to fall silent."""

NEXT_STEP = "Check the system's sound output, or go on in text with --voice none."


def problem(device: int | str | None = None) -> str:
    """Why nothing can be played, in words; "" if an output device is there."""
    try:
        import sounddevice

        sounddevice.query_devices(device, "output")
    except OSError:
        return "the PortAudio library is missing"
    except Exception as error:  # ValueError, PortAudioError: the host decides which
        return "none was found" if device is None else str(error)
    return ""


def play(
    samples: NDArray[np.float32],
    rate_hz: int,
    device: int | str | None = None,
    until: Until = None,
    margin_s: float = MARGIN_S,
) -> float:
    """Play to the end and return by how many seconds the device may still lag behind.

    Args:
        samples: shape (n,), in [-1, 1].
        rate_hz: their rate; resampled where the device does not take it.
        device: number or name of an output device; None is the system's default.
        until: asked between; once it says True the sound stops.
        margin_s: how much longer than the sound this may take.

    Raises:
        DeviceError: no device, it fails, or it does not finish in time.
        KeyboardInterrupt: passed on, with the sound stopped.
    """
    if not len(samples):
        return 0.0
    sound = np.concatenate([np.zeros(int(LEAD_S * rate_hz), np.float32), samples])
    playing = _Playing(sound, rate_hz, device)
    thread = threading.Thread(target=playing.run, name="playback", daemon=True)
    thread.start()
    try:
        finished = playing.wait(len(sound) / rate_hz + margin_s, until)
    except BaseException:
        playing.stop.set()
        playing.wait(STOP_S)
        raise
    if not finished and playing.stop.is_set():
        return playing.lag_s  # Nobody waits for it any more.
    if not finished:
        playing.stop.set()
        raise DeviceError("The loudspeaker did not finish in time", NEXT_STEP)
    if playing.error is not None:
        raise DeviceError(
            f"The loudspeaker does not work ({playing.error})", NEXT_STEP
        ) from playing.error
    return playing.lag_s


class _Playing:
    """One sound on its way out. `run` belongs to the thread, the rest to the caller."""

    def __init__(
        self, sound: NDArray[np.float32], rate_hz: int, device: int | str | None
    ) -> None:
        self._sound = sound
        self._rate_hz = rate_hz
        self._device = device
        self._at = 0
        self._silent = threading.Event()
        self._done = threading.Event()
        self.stop = threading.Event()
        self.error: Exception | None = None
        self.lag_s = 0.0

    def wait(self, limit_s: float, until: Until = None) -> bool:
        """Wait in short steps: on Windows, Ctrl-C does not end a long one."""
        deadline_s = time.monotonic() + limit_s
        while not self._done.wait(0.05):
            if until is not None and not self.stop.is_set() and until():
                self.stop.set()
                deadline_s = min(deadline_s, time.monotonic() + STOP_S)
            if time.monotonic() > deadline_s:
                return False
        return True

    def run(self) -> None:
        try:
            self._play()
        except Exception as error:  # told to the caller, in the caller's thread
            self.error = error
        finally:
            self._done.set()

    def _play(self) -> None:
        import sounddevice

        device = sounddevice.query_devices(self._device, "output")
        channels = min(2, int(device["max_output_channels"]))
        self._fit(sounddevice, channels, float(device["default_samplerate"]))
        with sounddevice.OutputStream(
            samplerate=self._rate_hz,
            device=self._device,
            channels=channels,
            dtype="float32",
            callback=self._fill,
            finished_callback=self._silent.set,
        ) as stream:
            self.lag_s = float(stream.latency)
            while not self._silent.wait(0.02):
                if self.stop.is_set():
                    stream.abort()
                    return

    def _fit(self, sounddevice: Any, channels: int, usual_hz: float) -> None:
        """Resample where the device does not take the rate."""
        try:
            sounddevice.check_output_settings(
                self._device, channels, "float32", samplerate=self._rate_hz
            )
        except sounddevice.PortAudioError:
            import soxr

            self._sound = soxr.resample(self._sound, self._rate_hz, usual_hz)
            self._rate_hz = int(usual_hz)

    def _fill(self, out: NDArray[np.float32], frames: int, *_: object) -> None:
        import sounddevice

        part = self._sound[self._at : self._at + frames]
        self._at += frames
        out[: len(part)] = part[:, np.newaxis]
        out[len(part) :] = 0.0
        if self._at >= len(self._sound):
            raise sounddevice.CallbackStop
