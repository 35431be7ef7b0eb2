"""The waveform's peaks, and where to listen first."""

from pathlib import Path

import made_sessions
import numpy as np
import pytest

from simulator.errors import RecordingError
from simulator.records import SAMPLE_RATE_HZ
from simulator.sound import flac
from simulator.studio import moments, peaks


def tone(path: Path, seconds: float) -> Path:
    """Silence with one full-scale click a second."""
    samples = np.zeros(round(seconds * SAMPLE_RATE_HZ), np.float32)
    samples[::SAMPLE_RATE_HZ] = 1.0
    flac.write(path, samples)
    return path


def test_a_click_stands_in_the_stretch_where_it_sounds(tmp_path: Path) -> None:
    made = peaks.peaks(tone(tmp_path / "a.flac", 5.5), tmp_path / "cache")
    high = np.frombuffer(made.high, np.int8)
    assert made.duration_s == pytest.approx(5.5)
    assert list(np.flatnonzero(high > 100)) == [n * made.per_s for n in range(6)]
    assert len(made.body()) == 2 * len(high)


def test_a_long_recording_has_coarser_peaks_that_miss_nothing(tmp_path: Path) -> None:
    made = peaks.peaks(tone(tmp_path / "a.flac", 21 * 60), tmp_path / "cache")
    high = np.frombuffer(made.high, np.int8)
    assert made.per_s == peaks.COARSE_PER_S
    assert np.count_nonzero(high > 100) == 21 * 60
    assert abs(len(high) - 21 * 60 * made.per_s) <= 1


def test_peaks_are_computed_once_and_again_when_the_sound_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audio, cache, computed = tone(tmp_path / "a.flac", 2), tmp_path / "cache", []
    whole = peaks.compute
    monkeypatch.setattr(peaks, "compute", lambda p: computed.append(p) or whole(p))
    first = peaks.peaks(audio, cache)
    assert peaks.peaks(audio, cache) == first
    assert len(computed) == 1
    tone(audio, 3)
    assert peaks.peaks(audio, cache).duration_s == pytest.approx(3)


@pytest.mark.parametrize(
    "damage", [b"", b"MIPK1\n", b"MIPK1\n\xff\xff\xff\xff{}", b"x"]
)
def test_a_damaged_cache_costs_time_and_nothing_else(
    tmp_path: Path, damage: bytes
) -> None:
    audio, cache = tone(tmp_path / "a.flac", 2), tmp_path / "cache"
    first = peaks.peaks(audio, cache)
    (cache / "a.peaks").write_bytes(damage)
    assert peaks.peaks(audio, cache) == first


def test_a_missing_recording_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match="no recording"):
        peaks.peaks(tmp_path / "gone.flac", tmp_path / "cache")


def test_at_most_three_moments_with_a_reason_each() -> None:
    """The ramble's gap, and its fillers or what went well, never twice one minute."""
    found = moments.listen_first(made_sessions.turns())
    assert 1 <= len(found) <= 3
    assert len({m.about for m in found}) == len(found)
    assert all(m.why and m.end_s > m.start_s for m in found)
    assert "gap" in {m.about for m in found}
    assert {m.stem for m in found} == {"01-conflict", "02-deadline"}


def test_a_typed_answer_has_no_moment_to_hear() -> None:
    typed = made_sessions.turns()[0].model_copy(update={"duration_s": None})
    assert moments.listen_first([typed]) == ()


def test_the_pace_curve_lies_inside_the_answer() -> None:
    turn = made_sessions.turns()[0]
    curve = moments.pace_curve(turn)
    assert len(curve) > 3
    assert all(0 <= t <= turn.duration_s and 20 < v < 400 for t, v in curve)
