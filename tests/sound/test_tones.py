"""Two tones that can be told apart and hurt nobody."""

import numpy as np

from simulator.records import SAMPLE_RATE_HZ
from simulator.sound import tones


def pitch_hz(samples: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(samples))
    return float(np.argmax(spectrum) * SAMPLE_RATE_HZ / len(samples))


def test_your_turn_rises_and_recorded_falls() -> None:
    for made, rises in ((tones.your_turn(), True), (tones.recorded(), False)):
        half = len(made) // 2
        assert (pitch_hz(made[half:]) > pitch_hz(made[:half])) is rises


def test_they_are_short_soft_and_do_not_click() -> None:
    """Under a third of a second, under -18 dBFS, from zero to zero."""
    for made in (tones.your_turn(), tones.recorded()):
        assert len(made) / SAMPLE_RATE_HZ < 0.33
        assert np.abs(made).max() < 10 ** (-18 / 20)
        assert abs(made[0]) < 1e-3
        assert abs(made[-1]) < 1e-2
        assert made.dtype == np.float32
