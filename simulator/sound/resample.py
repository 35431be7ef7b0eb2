"""Any rate and any channels become 16 kHz mono, piece by piece.

Streaming, because a microphone and an hour-long file are both pieces without a known
end; whole recordings go the same way, so the same sound always gives the same samples.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples

from .mixing import Mixer

LOWEST_RATE_HZ = 4_000
"""Below telephone bandwidth (8 kHz) by half: no speech is recorded so."""
HIGHEST_RATE_HZ = 768_000
"""The highest rate of any converter on sale; more is a damaged header."""


class Resampler:
    """Streaming resampler (soxr, HQ: a linear-phase filter, so no edge is smeared
    late).

    Args:
        rate_hz: rate of what is pushed.
        channels: channels of what is pushed; they become one (`mixing.py`).

    Raises:
        ValueError: a rate or a channel count that no recording has.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        if not LOWEST_RATE_HZ <= rate_hz <= HIGHEST_RATE_HZ:
            raise ValueError(f"a sample rate of {rate_hz} Hz")
        if channels < 1:
            raise ValueError(f"{channels} channels")
        self.rate_hz = rate_hz
        self.channels = channels
        self._mixer = Mixer(rate_hz, channels) if channels > 1 else None
        self._stream = None
        if rate_hz != SAMPLE_RATE_HZ:
            import soxr

            self._stream = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, "float32")

    def push(self, chunk: NDArray[np.float32]) -> Samples:
        """The 16 kHz mono samples that are ready after this chunk.

        Args:
            chunk: shape (n, channels), or (n,) for one; float32 in [-1, 1].
        """
        mono = self._mixer.push(chunk) if self._mixer else chunk.reshape(-1)
        if self._stream is None:
            return _bounded(mono)
        return _bounded(self._stream.resample_chunk(mono))

    def flush(self) -> Samples:
        """What mixer and filter still hold. Afterwards nothing more may be pushed."""
        rest = np.zeros(0, np.float32) if self._mixer is None else self._mixer.flush()
        if self._stream is None:
            return _bounded(rest)
        return _bounded(self._stream.resample_chunk(rest, last=True))


def _bounded(samples: NDArray[np.float32]) -> Samples:
    # The filter overshoots where the input was clipped; files and detectors downstream
    # are promised [-1, 1].
    return np.clip(samples, -1.0, 1.0).astype(np.float32, copy=False)
