import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.sound.resample import Resampler


def resampled(sound: np.ndarray, rate_hz: int, sizes: list[int]) -> np.ndarray:
    resampler = Resampler(rate_hz, sound.shape[1])
    pieces, at = [], 0
    for size in [*sizes, len(sound)]:
        pieces.append(resampler.push(sound[at : at + size]))
        at += size
    return np.concatenate([*pieces, resampler.flush()])


@settings(deadline=None, max_examples=40)
@given(
    rate_hz=st.sampled_from([8_000, 16_000, 22_050, 44_100, 48_000, 96_000]),
    sizes=st.lists(st.integers(0, 5_000), max_size=12),
)
def test_pieces_give_what_the_whole_gives(rate_hz: int, sizes: list[int]) -> None:
    """However sound is cut into pieces, the resampled samples are the same."""
    sound = np.random.default_rng(3).uniform(-0.7, 0.7, (20_000, 2)).astype(np.float32)

    assert np.array_equal(
        resampled(sound, rate_hz, sizes), resampled(sound, rate_hz, [])
    )


@pytest.mark.parametrize("rate_hz", [8_000, 11_025, 44_100, 48_000, 192_000])
def test_length_and_pitch_are_kept(rate_hz: int) -> None:
    """A second stays a second (within a sample), and a 440 Hz tone stays at 440 Hz."""
    times = np.arange(rate_hz) / rate_hz
    sound = (0.5 * np.sin(2 * np.pi * 440 * times)).astype(np.float32)[:, None]

    out = resampled(sound, rate_hz, [])

    assert abs(len(out) - 16_000) <= 1
    assert np.argmax(np.abs(np.fft.rfft(out, 16_000))) == 440


def test_channels_are_averaged() -> None:
    """Two channels become their mean."""
    sound = np.stack([np.full(100, 0.5), np.full(100, -0.1)], axis=1).astype(np.float32)

    assert np.allclose(resampled(sound, 16_000, []), 0.2)


def test_the_output_stays_within_full_scale() -> None:
    """Ringing around a clipped square wave does not leave [-1, 1]."""
    square = np.sign(np.sin(np.arange(48_000) / 20)).astype(np.float32)[:, None]

    assert np.abs(resampled(square, 48_000, [])).max() <= 1.0


@pytest.mark.parametrize(
    ("rate_hz", "channels"), [(0, 1), (-1, 1), (10**9, 1), (8000, 0)]
)
def test_impossible_formats_are_refused(rate_hz: int, channels: int) -> None:
    """A rate or channel count that no recording has is an error, not a hang."""
    with pytest.raises(ValueError, match=r"sample rate|channels"):
        Resampler(rate_hz, channels)
