"""Several channels become one, also where they cancel each other.

Channels are averaged. But a balanced microphone in a stereo socket gives the same sound
twice, once upside down, and its mean is silence; then the louder channel is taken.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.records import Samples

BLOCK_S = 0.04
"""Decided anew so often, about the very sound that is mixed: no first word is lost. The
microphone's own pieces are as long, so nothing waits there."""

LOST = 0.05
KEPT = 0.2
"""Share of the channels' power that their mean keeps: 1 for one voice in the middle, a
half for unrelated sounds, 0 for opposite ones. Below the first only one channel is
taken, above the second the mean again: far apart, so that what lies between never goes
to and fro."""

FORGET = 0.99
"""Of what was heard, a block: about the last 4 s count, and the loud parts of them
most, so that neither a moment nor a hum between the words turns anything."""

LOOKED_AT_HZ = 8_000
"""So many samples a second tell which channel is louder, and whether they are opposite:
power and likeness need no filter before samples are left out."""

SILENT_DBFS = -70.0
"""Quieter blocks say nothing: hum and the noise of converters, opposite by chance."""


class Mixer:
    """Makes one channel of several, in the same blocks whatever pieces come.

    Args:
        rate_hz: of what is pushed.
        channels: two or more.
    """

    def __init__(self, rate_hz: int, channels: int) -> None:
        self._block = round(rate_hz * BLOCK_S)
        self._step = max(1, rate_hz // LOOKED_AT_HZ)
        self._rest = np.zeros((0, channels), np.float32)
        self._power = np.zeros(channels)
        self._mean_power = 0.0
        self._alone: int | None = None
        """The channel that is taken by itself, if one is."""

    def push(self, chunk: NDArray[np.float32]) -> Samples:
        """What is mixed after this chunk, shape (n,); a begun block waits.

        Args:
            chunk: shape (n, channels).
        """
        sound = np.concatenate([self._rest, chunk]) if len(self._rest) else chunk
        whole = len(sound) // self._block * self._block
        self._rest = sound[whole:].copy()
        mono: Samples = sound[:whole].mean(axis=1, dtype=np.float32)
        for start in range(0, whole, self._block):
            block = slice(start, start + self._block)
            self._decide(sound[block][:: self._step])
            if self._alone is not None:
                mono[block] = sound[block, self._alone]
        return mono

    def flush(self) -> Samples:
        """The block that has begun, mixed as the one before."""
        rest, self._rest = self._rest, self._rest[:0]
        if self._alone is not None:
            return rest[:, self._alone].copy()
        mono: Samples = rest.mean(axis=1, dtype=np.float32)
        return mono

    def _decide(self, block: NDArray[np.float32]) -> None:
        planes = np.array(block.T, np.float64)
        # About the mean: an offset is no sound.
        planes -= planes.mean(axis=1, keepdims=True)
        power = np.einsum("cn,cn->c", planes, planes) / len(block)
        if power.mean() < 10 ** (SILENT_DBFS / 10):
            return
        mean = planes.mean(axis=0)
        self._power = FORGET * self._power + power
        self._mean_power = FORGET * self._mean_power + mean @ mean / len(block)
        share = self._mean_power / self._power.mean()
        if self._alone is None and share < LOST:
            self._alone = int(self._power.argmax())
        elif share > KEPT:
            self._alone = None
