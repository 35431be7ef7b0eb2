"""Finds a known sound in a recording."""

import numpy as np

from simulator.records import Samples


def place_of(part: Samples, sound: Samples) -> tuple[int, float]:
    """Where a part is most alike in a sound, and the correlation there."""
    energy = np.convolve(sound**2, np.ones(len(part)), "valid")
    scale = np.sqrt(np.maximum(energy, 1e-6)) * np.linalg.norm(part)
    alike = np.correlate(sound, part, "valid") / scale
    best = int(np.argmax(alike))
    return best, float(alike[best])
