import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_sounds import RATE_HZ, hiss, tone

from simulator.sound.level import clipped_ratio, dbfs, moving_dbfs, normalised, track

NOTHING = np.zeros(0, np.float32)


@pytest.mark.parametrize(
    ("samples", "level_dbfs"),
    [
        (tone(1000, 1.0, peak=1.0), -3.01),
        (tone(1000, 1.0, peak=0.1), -23.01),
        (np.ones(100, np.float32), 0.0),
        (np.zeros(100, np.float32), -120.0),
        (NOTHING, -120.0),
    ],
)
def test_level_is_rms_against_full_scale(
    samples: np.ndarray, level_dbfs: float
) -> None:
    """A full-scale sine is at -3 dBFS; silence and nothing at all are at -120."""
    assert dbfs(samples) == pytest.approx(level_dbfs, abs=0.05)


@pytest.mark.parametrize("offset", [-0.2, 0.0, 0.05])
def test_a_meter_shows_what_moves(offset: float) -> None:
    """Whatever the converter adds; and nothing at all is silence."""
    sound = tone(1000, 0.1, peak=0.1) + np.float32(offset)

    assert moving_dbfs(sound) == pytest.approx(-23.01, abs=0.05)
    assert moving_dbfs(NOTHING) == -120.0


@given(st.integers(0, 3000), st.integers(1, 300), st.integers(1, 4))
def test_a_track_has_a_value_for_every_hop(count: int, hop: int, windows: int) -> None:
    """Any length gives ceil(n / hop) finite levels."""
    found = track(np.full(count, 0.1, np.float32), hop, hop * windows)

    assert found.shape == (-(-count // hop),)
    assert np.allclose(found, -20.0, atol=0.01)


def test_a_step_in_level_is_seen_at_its_time() -> None:
    """Where sound sets in, the track rises in that very hop."""
    found = track(np.concatenate([np.zeros(8000), np.ones(8000)]).astype("f4"), 80, 160)

    assert np.flatnonzero(found > -60)[0] == pytest.approx(100, abs=1)


def test_clipped_samples_are_counted() -> None:
    """A sine at twice full scale is flat for two thirds of its time."""
    assert clipped_ratio(np.clip(tone(100, 1.0, peak=2.0), -1, 1)) == pytest.approx(
        2 / 3, abs=0.02
    )
    assert clipped_ratio(tone(100, 1.0, peak=0.9)) == 0
    assert clipped_ratio(NOTHING) == 0


@pytest.mark.parametrize("gain_db", [-30, -12, 0, 10])
def test_speech_is_brought_to_one_level(gain_db: float) -> None:
    """Whatever the microphone's gain was, the speech ends at -23 dBFS."""
    talk = tone(200, 2.0, peak=10 ** ((gain_db - 15) / 20))
    sound = np.concatenate([hiss(1.0, -90), talk])

    assert dbfs(normalised(sound, [(1.0, 3.0)])[RATE_HZ:]) == pytest.approx(
        -23, abs=0.1
    )


def test_silence_is_not_blown_up() -> None:
    """Without speech nothing is changed; whispers gain at most 40 dB."""
    room = hiss(1.0, -80)

    assert np.array_equal(normalised(room, []), room)
    assert dbfs(normalised(room, [(0.0, 1.0)])) == pytest.approx(-40, abs=0.5)


def test_one_click_does_not_hold_the_level_down() -> None:
    """A single full-scale sample neither limits the gain nor leaves [-1, 1]."""
    sound = tone(200, 2.0, peak=0.01)
    sound[5000] = 1.0

    loud = normalised(sound, [(0.0, 2.0)])

    assert dbfs(loud) > -30
    assert np.abs(loud).max() <= 1.0
