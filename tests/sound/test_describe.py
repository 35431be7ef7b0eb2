import numpy as np
import pytest
from made_sounds import RATE_HZ, Spoken, hiss, tone

from simulator.sound import pitch
from simulator.sound.describe import Describing, describe


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


@pytest.mark.parametrize("size", [160, 1600, 4001, 32_768, 100_000])
def test_described_while_it_comes_is_described_whole(spoken: Spoken, size: int) -> None:
    """In pieces of any size, every number is that of the whole, to the last bit."""
    samples = np.concatenate([spoken.samples, hiss(3.0, -50), spoken.samples])
    whole, describing = describe(samples), Describing()

    for start in range(0, len(samples), size):
        describing.push(samples[start : start + size])
    found = describing.sound(samples)

    assert np.array_equal(found.voice, whole.voice)
    assert np.array_equal(found.pitch_hz, whole.pitch_hz, equal_nan=True)
    assert np.array_equal(found.level_dbfs, whole.level_dbfs)
    assert (found.speech, found.snr_db) == (whole.speech, whole.snr_db)


def test_a_look_at_the_sound_so_far_changes_nothing(spoken: Spoken) -> None:
    """Described half-way, as at an end that speech re-opens, then to the end."""
    half, describing = len(spoken.samples) // 2, Describing()

    describing.push(spoken.samples[:half])
    first = describing.sound(spoken.samples[:half])
    describing.push(spoken.samples[half:])
    second = describing.sound(spoken.samples)

    for found, samples in ((first, spoken.samples[:half]), (second, spoken.samples)):
        whole = describe(samples)
        assert np.array_equal(found.voice, whole.voice)
        assert np.array_equal(found.pitch_hz, whole.pitch_hz, equal_nan=True)


def test_little_is_left_to_do_at_the_end(
    spoken: Spoken, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the recording, pitch is tracked over its last seconds only."""
    tracked: list[int] = []
    block = pitch._block

    def counted(samples: np.ndarray, start: int, count: int) -> np.ndarray:
        tracked.append(count)
        return block(samples, start, count)

    monkeypatch.setattr(pitch, "_block", counted)
    samples, describing = np.tile(spoken.samples, 5), Describing()
    describing.push(samples)
    tracked.clear()
    describing.sound(samples)

    assert sum(tracked) * pitch.HOP_S < 4.2
