from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_sounds import hiss, tone

from simulator.errors import RecordingError
from simulator.sound import flac


@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(count=st.integers(1700, 30_000), peak=st.floats(0.0, 2.0))
def test_what_is_written_is_read(tmp_path: Path, count: int, peak: float) -> None:
    """Samples come back to within one 16-bit step, clipped at full scale."""
    sound = tone(200, count / 16_000, peak)
    path = tmp_path / "a.flac"

    flac.write(path, sound)

    assert np.allclose(flac.read(path), np.clip(sound, -1, 1), atol=2 / 32768)


def test_many_blocks_are_one_recording(tmp_path: Path) -> None:
    """A recording longer than the writer's blocks is whole."""
    path = tmp_path / "long.flac"

    flac.write_blocks(path, (hiss(1.0, -20) for _ in range(70)))

    assert len(flac.read(path)) == 70 * 16_000


def test_a_failure_leaves_the_old_recording_alone(tmp_path: Path) -> None:
    """When writing breaks off, the file of that name is what it was before."""
    path = tmp_path / "a.flac"
    flac.write(path, tone(200, 1.0))
    before = path.read_bytes()

    def breaking_off():  # type: ignore[no-untyped-def]
        yield tone(300, 1.0)
        raise OSError(28, "No space left on device")

    with pytest.raises(RecordingError, match=r"a\.flac.*No space left"):
        flac.write_blocks(path, breaking_off())
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.glob("*.flac*")] == ["a.flac"]
    assert not list(tmp_path.glob(".*unfinished"))


def test_a_full_disk_is_said() -> None:
    """A device without room gives an error with a next step."""
    with pytest.raises(RecordingError) as caught:
        flac.write(Path("/dev/full/a.flac"), tone(200, 1.0))
    assert caught.value.next_step


def test_a_folder_that_is_missing_is_said(tmp_path: Path) -> None:
    """Writing into a folder that does not exist is an error, not a traceback."""
    with pytest.raises(RecordingError, match="No such file"):
        flac.write(tmp_path / "gone" / "a.flac", tone(200, 1.0))
