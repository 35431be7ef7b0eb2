import numpy as np
import pytest
from made_sounds import RATE_HZ, Spoken, hiss, tone

from simulator.sound.describe import describe


@pytest.mark.parametrize("count", [0, 1, 255, 256, 511, 513, 16_000, 33_333])
def test_all_tracks_share_one_grid(count: int) -> None:
    """Whatever the length, voice, level and pitch have a value for every 16 ms."""
    sound = describe(np.full(count, 0.01, np.float32))

    frames = -(-count // 256)
    assert sound.hop_s == 0.016
    assert sound.duration_s == count / RATE_HZ
    assert sound.voice.shape == sound.level_dbfs.shape == (frames,)
    assert sound.pitch_hz.shape == (frames,)


def test_speech_in_a_quiet_room(spoken: Spoken) -> None:
    """Phrases, their level and pitch, and a good signal-to-noise ratio are found."""
    sound = describe(spoken.samples)

    assert len(sound.speech) == len(spoken.phrases)
    assert 60 < np.nanmedian(sound.pitch_hz) < 400
    assert sound.snr_db is not None
    assert sound.snr_db > 30
    assert sound.clipped_ratio == 0


@pytest.mark.parametrize("snr_db", [5, 10, 20])
def test_the_noise_is_measured(spoken: Spoken, snr_db: float) -> None:
    """Hiss mixed in at a known distance from the speech is found within 3 dB."""
    inside = np.concatenate(
        [
            spoken.samples[round(a * RATE_HZ) : round(b * RATE_HZ)]
            for a, b in spoken.phrases
        ]
    )
    talk_dbfs = 10 * np.log10(np.mean(inside.astype(np.float64) ** 2))
    noise = hiss(len(spoken.samples) / RATE_HZ, talk_dbfs - snr_db)

    found = describe(np.clip(spoken.samples + noise, -1, 1))

    assert found.snr_db == pytest.approx(snr_db, abs=3)


@pytest.mark.parametrize(
    "samples", [np.zeros(48_000, np.float32), hiss(3, -25), tone(300, 3)]
)
def test_without_speech_nothing_is_claimed(samples: np.ndarray) -> None:
    """Silence, noise and a tone have no speech, no pitch, and no ratio."""
    sound = describe(samples)

    assert sound.speech == ()
    assert np.isnan(sound.pitch_hz).all()
    assert sound.snr_db is None


def test_clipping_is_reported(spoken: Spoken) -> None:
    """Speech driven 20 dB too high is reported as clipped."""
    assert describe(np.clip(spoken.samples * 10, -1, 1)).clipped_ratio > 0.01
