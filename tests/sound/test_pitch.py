import numpy as np
import pytest
from made_sounds import RATE_HZ, Spoken, hiss

from simulator.sound import pitch


def voice_like(frequency_hz: np.ndarray) -> np.ndarray:
    """A buzz with falling harmonics at a pitch given for each sample."""
    phase = 2 * np.pi * np.cumsum(frequency_hz) / RATE_HZ
    sound = sum(np.sin(k * phase) / k for k in range(1, 12))
    return (0.2 * sound).astype(np.float32)


@pytest.mark.parametrize("frequency_hz", [80.0, 120.0, 210.0, 330.0])
def test_a_steady_pitch_is_found(frequency_hz: float) -> None:
    """A voice-like buzz is tracked within 1 %, at the right octave."""
    found, hop_s = pitch.track(voice_like(np.full(RATE_HZ, frequency_hz)))

    assert hop_s == 0.016
    assert len(found) == 63
    assert np.nanmedian(found) == pytest.approx(frequency_hz, rel=0.01)


def test_frames_are_centred_on_their_hop() -> None:
    """A rising pitch is read at the time of the middle of each frame."""
    rising = np.linspace(100, 200, 2 * RATE_HZ)
    found, hop_s = pitch.track(voice_like(rising))
    centre = ((np.arange(len(found)) + 0.5) * hop_s * RATE_HZ).astype(int)
    truth = rising[np.minimum(centre, len(rising) - 1)]

    # 1 Hz is 20 ms of this rise; half a hop off would show as 0.4 Hz.
    assert abs(np.nanmedian(found - truth)) < 0.3


def test_noise_and_silence_have_no_pitch() -> None:
    """Hiss is nearly everywhere unvoiced; silence is wholly so."""
    noise, _ = pitch.track(hiss(3.0, -30))
    silence, _ = pitch.track(np.zeros(RATE_HZ, np.float32))

    assert np.isnan(noise).mean() > 0.9
    assert np.isnan(silence).all()


@pytest.mark.parametrize("count", [0, 1, 255, 257, 5000])
def test_any_length_has_a_frame_for_every_hop(count: int) -> None:
    """Also a single sample, and none."""
    found, _ = pitch.track(np.full(count, 0.1, np.float32))

    assert len(found) == -(-count // 256)


def test_blocks_do_not_show(monkeypatch: pytest.MonkeyPatch, spoken: Spoken) -> None:
    """Tracking in blocks gives what tracking the whole gives."""
    whole, _ = pitch.track(spoken.samples)
    monkeypatch.setattr(pitch, "BLOCK", 100)
    in_blocks, _ = pitch.track(spoken.samples)

    assert np.allclose(in_blocks, whole, rtol=1e-3, equal_nan=True)


def test_only_wanted_frames_are_tracked(spoken: Spoken) -> None:
    """Frames nobody asked for are NaN; the others are as in the whole."""
    whole, _ = pitch.track(spoken.samples)
    wanted = np.zeros(len(whole), np.bool_)
    wanted[[*range(60, 110), *range(118, 140), *range(300, 360), len(whole) - 1]] = True

    some, _ = pitch.track(spoken.samples, wanted)

    assert np.isnan(some[~wanted]).all()
    assert np.count_nonzero(~np.isnan(some)) > 50
    both = ~np.isnan(some) & ~np.isnan(whole)
    assert np.allclose(some[both], whole[both], rtol=1e-3)


def test_a_jump_of_an_octave_is_folded_back() -> None:
    """A stretch read at twice its pitch is moved down to its neighbours."""
    track = np.full(200, 120.0, np.float32)
    track[80:90] = 240.0
    track[150:153] = np.nan

    mended = pitch.without_octave_jumps(track)

    assert np.allclose(mended[~np.isnan(track)], 120.0)
    assert np.isnan(mended[150:153]).all()


def test_a_stretch_that_fits_nowhere_is_left_out() -> None:
    """A stray stretch far off, no octave away, becomes unvoiced."""
    track = np.full(200, 110.0, np.float32)
    track[80:84] = 360.0

    assert np.isnan(pitch.without_octave_jumps(track)[80:84]).all()


def test_lively_speech_is_left_alone() -> None:
    """Melody of half an octave up and down is nobody's mistake."""
    track = (150 * np.exp2(0.4 * np.sin(np.arange(400) / 20))).astype(np.float32)

    assert np.allclose(pitch.without_octave_jumps(track), track, rtol=1e-5)
