"""Whether a sound can be the whole of its text."""

import numpy as np

from simulator.ask import enough

RATE_HZ = 16_000
TEXT = "Tell me about a time you disagreed with a colleague."


def _tone(duration_s: float, peak: float) -> np.ndarray:
    at_s = np.arange(int(duration_s * RATE_HZ)) / RATE_HZ
    return (peak * np.sin(2 * np.pi * 200 * at_s)).astype(np.float32)


def test_a_sound_of_the_usual_length_is_believed() -> None:
    assert enough.problem(TEXT, _tone(3.0, 0.3), RATE_HZ) == ""


def test_a_sound_that_breaks_off_at_once_is_not_believed() -> None:
    assert "0.10 s" in enough.problem(TEXT, _tone(0.1, 0.3), RATE_HZ)


def test_no_sound_is_not_believed() -> None:
    assert "0.00 s" in enough.problem("a", np.zeros(0, np.float32), RATE_HZ)


def test_silence_of_the_right_length_is_not_believed() -> None:
    assert "silence" in enough.problem(TEXT, _tone(3.0, 0.001), RATE_HZ)
