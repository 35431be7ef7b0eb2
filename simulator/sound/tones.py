"""Two short tones: "your turn" rises, "recorded" falls.

For people who do not see the screen: a screen reader that speaks while they do would be
recorded. Made here, so nothing has to be shipped. They are played before the microphone
counts and after it has counted, so no answer holds one.
"""

import numpy as np

from simulator.records import SAMPLE_RATE_HZ, Samples

LOW_HZ, HIGH_HZ = 523.25, 784.0
"""A fifth (C5, G5): easy to tell rising from falling, clear on small loudspeakers."""
NOTE_S = 0.11
"""Long enough to have a pitch, short enough not to be waited for."""
FADE_S = 0.015
"""At both ends of a note, so that none clicks."""
LEVEL = 0.12
"""About -21 dBFS: below speech."""


def your_turn() -> Samples:
    """Rising: speak now. Shape (n_samples,)."""
    return _notes(LOW_HZ, HIGH_HZ)


def recorded() -> Samples:
    """Falling: the answer is safe. Shape (n_samples,)."""
    return _notes(HIGH_HZ, LOW_HZ)


def _notes(*pitches_hz: float) -> Samples:
    return np.concatenate([_note(pitch_hz) for pitch_hz in pitches_hz])


def _note(pitch_hz: float) -> Samples:
    at_s = np.arange(round(NOTE_S * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    fade = np.clip(np.minimum(at_s, NOTE_S - at_s) / FADE_S, 0.0, 1.0)
    return np.asarray(
        LEVEL * fade * np.sin(2 * np.pi * pitch_hz * at_s), dtype=np.float32
    )
