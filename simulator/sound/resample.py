"""Any rate and any channels become 16 kHz mono, piece by piece.

Streaming, because a microphone and an hour-long file are both pieces without a known
end; whole recordings go the same way, so the same sound always gives the same samples.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples

LOWEST_RATE_HZ = 4_000
"""Below telephone bandwidth (8 kHz) by half: no speech is recorded so."""
HIGHEST_RATE_HZ = 768_000
"""The highest rate of any converter on sale; more is a damaged header."""


class Resampler:
    """Streaming resampler (soxr, HQ: a linear-phase filter, so no edge is smeared
    late).

    Args:
        rate_hz: rate of what is pushed.
        channels: channels of what is pushed; they are averaged.

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
        self._stream = None
        if rate_hz != SAMPLE_RATE_HZ:
            import soxr

            self._stream = soxr.ResampleStream(rate_hz, SAMPLE_RATE_HZ, 1, "float32")

    def push(self, chunk: NDArray[np.float32]) -> Samples:
        """The 16 kHz mono samples that are ready after this chunk.

        Args:
            chunk: shape (n, channels), or (n,) for mono; float32 in [-1, 1].
        """
        mono = chunk if chunk.ndim == 1 else chunk.mean(axis=1, dtype=np.float32)
        if self._stream is None:
            return _bounded(mono)
        return _bounded(self._stream.resample_chunk(mono))

    def flush(self) -> Samples:
        """What the filter still holds. Afterwards nothing more may be pushed."""
        if self._stream is None:
            return np.zeros(0, np.float32)
        return _bounded(self._stream.resample_chunk(np.zeros(0, np.float32), last=True))


def _bounded(samples: NDArray[np.float32]) -> Samples:
    # The filter overshoots where the input was clipped; files and detectors downstream
    # are promised [-1, 1].
    return np.clip(samples, -1.0, 1.0).astype(np.float32, copy=False)
