"""A constant offset is no sound: nothing that is measured hangs on it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_sounds import RATE_HZ, Spoken, hiss, tone

from simulator.records import Samples
from simulator.sound import offset
from simulator.sound.describe import describe
from simulator.sound.level import dbfs, normalised, track
from simulator.sound.voice import SileroDetector, probabilities


def quiet(spoken: Spoken) -> Samples:
    """Speech 20 dB below what it was, as of a cheap microphone."""
    return (spoken.samples * 0.1).astype(np.float32)


@pytest.mark.parametrize("off", [-0.3, -0.01, 0.004, 0.05, 0.3])
def test_it_is_found(spoken: Spoken, off: float) -> None:
    """Within a tenth of a percent of full scale, also while somebody speaks."""
    assert offset.of(quiet(spoken) + np.float32(off)) == pytest.approx(off, abs=1e-3)


@pytest.mark.parametrize("off", [0.0, 0.001, -0.002])
def test_a_small_one_is_left(spoken: Spoken, off: float) -> None:
    """Below 0.3 % nothing is touched: every sample stays what it was."""
    sound = spoken.samples + np.float32(off)

    assert offset.of(sound) == 0
    frames = sound[: len(sound) // 512 * 512].reshape(-1, 512)
    assert offset.followed(offset.Past(), frames)[0] is frames


def test_rumble_is_no_offset(spoken: Spoken) -> None:
    """A slow swing of 10 % around zero is sound, however slow."""
    swing = tone(0.3, len(spoken.samples) / RATE_HZ, peak=0.1)

    assert offset.of(spoken.samples + swing[: len(spoken.samples)]) == 0


def test_nothing_has_none() -> None:
    assert offset.of(np.zeros(0, np.float32)) == 0
    assert offset.of(np.full(100, 0.5, np.float32)) == 0


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(1, 40), max_size=12), st.sampled_from([0.0, 0.02, -0.2]))
def test_it_is_followed_alike_in_pieces(sizes: list[int], off: float) -> None:
    """However many frames come at once, each loses the same, to the last bit."""
    sound = hiss(6.0, -40) + np.float32(off)
    frames = sound[: len(sound) // 512 * 512].reshape(-1, 512)
    whole, _ = offset.followed(offset.Past(), frames)

    past, found, at = offset.Past(), [], 0
    for size in [*sizes, len(frames)]:
        piece, past = offset.followed(past, frames[at : at + size])
        found.append(piece)
        at += size

    assert np.array_equal(np.concatenate(found), whole)
    assert abs(float(whole[16:].mean())) < 1e-3


def test_an_offset_that_sets_in_is_followed() -> None:
    """Two seconds after it came it is gone again."""
    sound = np.concatenate([hiss(4.0, -50), hiss(4.0, -50) + np.float32(0.1)])
    frames = sound[: len(sound) // 512 * 512].reshape(-1, 512)

    found, _ = offset.followed(offset.Past(), frames)

    assert abs(float(found[-40:].mean())) < 1e-3


@pytest.mark.parametrize("off", [0.01, 0.05, 0.3])
def test_speech_is_described_as_without_it(spoken: Spoken, off: float) -> None:
    """Where it is, how loud, and how far above the room; only the start may differ."""
    sound = quiet(spoken)
    without, found = describe(sound), describe(sound + np.float32(off))

    assert np.shape(found.speech) == np.shape(without.speech)
    assert np.allclose(found.speech, without.speech, atol=0.06)
    assert np.allclose(found.level_dbfs, without.level_dbfs, atol=0.5)
    assert found.snr_db == pytest.approx(without.snr_db, abs=1.0)
    heard = ~np.isnan(without.pitch_hz) & ~np.isnan(found.pitch_hz)
    assert heard.sum() > 0.9 * (~np.isnan(without.pitch_hz)).sum()
    assert np.median(np.abs(found.pitch_hz[heard] - without.pitch_hz[heard])) < 1.0


def test_a_kept_answer_loses_nothing_twice(spoken: Spoken) -> None:
    """The samples are those that came: a recording is not changed by being measured."""
    sound = quiet(spoken) + np.float32(0.05)
    before = sound.copy()

    describe(sound)
    normalised(sound, [(0.6, 2.0)])

    assert np.array_equal(sound, before)


def test_voice_is_the_same_live(spoken: Spoken) -> None:
    """One frame after the other gives the numbers of the whole."""
    sound = quiet(spoken) + np.float32(0.05)
    detector = SileroDetector()

    live = [detector.probability(sound[k : k + 512]) for k in range(0, len(sound), 512)]

    whole = probabilities(sound)
    assert np.allclose(live[: len(whole) - 1], whole[:-1], atol=1e-5)


def test_it_is_not_brought_to_the_level_of_speech() -> None:
    """Quiet speech beside a large offset: the speech ends at -23 dBFS, about zero."""
    talk = tone(200, 3.0, peak=0.003) + np.float32(0.05)

    brought = normalised(talk, [(0.0, 3.0)])

    assert dbfs(brought) == pytest.approx(-23, abs=0.1)
    assert abs(float(brought.mean())) < 1e-3


def test_a_track_is_taken_about_it() -> None:
    """The level of a tone beside an offset is that of the tone, at every hop."""
    plain = tone(250, 1.03, peak=0.01)
    about = track(plain + np.float32(0.25), 256, about=0.25)

    assert np.allclose(about, track(plain, 256), atol=0.01)
