"""Samples as they are kept: signed 16-bit numbers.

Spoken answers are kept so, and are heard so while they are spoken: Whisper's words may
hang on the last bit, and an answer's must be those of its recording.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.records import Samples

STEP = 32768.0
"""Full scale is 32768 steps; on disk little-endian."""


def quantised(samples: Samples) -> NDArray[np.int16]:
    """Samples as 16-bit numbers, the resolution at which answers are kept."""
    whole = np.rint(np.clip(samples, -1.0, 1.0) * np.float32(STEP))
    numbers: NDArray[np.int16] = np.minimum(whole, 32767).astype("<i2")
    return numbers


def restored(numbers: NDArray[np.int16]) -> Samples:
    """16-bit numbers as float32 samples in [-1, 1]."""
    samples = numbers.astype(np.float32)
    samples /= np.float32(STEP)  # in place: an hour of them is 230 MB
    return samples
