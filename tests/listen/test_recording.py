import resource
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.errors import RecordingError
from simulator.listen.recording import (
    PartFile,
    encode,
    quantised,
    recover,
    restored,
)
from simulator.sound import flac


def noise(seconds: float) -> np.ndarray:
    random = np.random.default_rng(5)
    return restored(quantised(random.uniform(-1, 1, round(seconds * 16_000))))


@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(sizes=st.lists(st.integers(0, 3000), max_size=20))
def test_pieces_come_back_as_one(tmp_path: Path, sizes: list[int]) -> None:
    """What was appended in any pieces is recovered exactly, in order."""
    path = tmp_path / "a.part.s16"
    path.unlink(missing_ok=True)
    sound = noise(sum(sizes) / 16_000)
    part = PartFile(path)
    for piece in np.split(sound, np.cumsum(sizes)):
        part.append(piece)
    part.close()

    assert np.array_equal(recover(path), sound)


def test_encoding_keeps_every_sample_and_removes_the_part(tmp_path: Path) -> None:
    """The FLAC holds exactly the samples of the part file, which then is gone."""
    part = PartFile(tmp_path / "01-x.part.s16")
    part.append(noise(2.0))
    part.close()

    encode(part.path, tmp_path / "01-x.flac")

    assert np.array_equal(flac.read(tmp_path / "01-x.flac"), noise(2.0))
    assert not part.path.exists()


def test_a_failed_encoding_keeps_the_part(tmp_path: Path) -> None:
    """Where the FLAC cannot be written, the raw sound stays."""
    part = PartFile(tmp_path / "01-x.part.s16")
    part.append(noise(1.0))
    part.close()

    with pytest.raises(RecordingError):
        encode(part.path, tmp_path / "gone" / "01-x.flac")
    assert np.array_equal(recover(part.path), noise(1.0))


def test_half_a_sample_at_the_end_is_left_out(tmp_path: Path) -> None:
    """A crash in the middle of a write costs that one sample."""
    path = tmp_path / "a.part.s16"
    path.write_bytes(quantised(noise(0.5)).tobytes() + b"\x01")

    assert np.array_equal(recover(path), noise(0.5))


def test_an_answer_goes_on_where_a_crash_left_it(tmp_path: Path) -> None:
    """Opening the part file again appends to what is there."""
    path = tmp_path / "a.part.s16"
    path.write_bytes(quantised(noise(0.5)).tobytes() + b"\x01")
    part = PartFile(path)
    part.append(noise(0.25))
    part.close()
    part.close()

    assert np.array_equal(recover(path), np.concatenate([noise(0.5), noise(0.25)]))


def test_a_killed_process_loses_at_most_a_second(tmp_path: Path) -> None:
    """After kill -9 all but the last second is on the disk."""
    path = tmp_path / "a.part.s16"
    code = (
        "import sys, time, numpy as np; from pathlib import Path\n"
        "from simulator.listen.recording import PartFile\n"
        "part = PartFile(Path(sys.argv[1]))\n"
        "for k in range(1000):\n"
        "    part.append(np.full(1600, 0.5, np.float32))\n"
        "    print(k + 1, flush=True); time.sleep(0.01)\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    pieces = next(int(line) for line in child.stdout if int(line) >= 30)
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()

    kept = recover(path)
    assert len(kept) / 16_000 >= pieces * 0.1 - 1.0
    assert (kept == 0.5).all()


def test_sound_is_forced_onto_the_disk_each_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten seconds of sound are synced ten times, and once more at the end."""
    synced = []
    monkeypatch.setattr("os.fsync", synced.append)
    part = PartFile(tmp_path / "a.part.s16")
    for _ in range(100):
        part.append(noise(0.1))
    part.close()

    assert len(synced) == 11


def test_a_full_disk_is_said_once_and_plainly() -> None:
    """Without room, the error says that the answer is kept in memory."""
    part = PartFile(Path("/dev/full"))

    with pytest.raises(RecordingError, match="disk is full") as caught:
        part.append(noise(0.1))
    assert "kept in memory" in caught.value.next_step
    part.close()


def test_a_limit_on_file_size_is_said(tmp_path: Path) -> None:
    """A quota ends the file, not the answer; what was written before it stays."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    part = PartFile(tmp_path / "a.part.s16")
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(RecordingError):
            part.append(noise(2.0))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert np.array_equal(recover(part.path), noise(2.0)[:10_000])


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    """A file where a folder should be gives one clear error."""
    (tmp_path / "here").write_text("a file")

    with pytest.raises(RecordingError, match="cannot be written"):
        PartFile(tmp_path / "here" / "a.part.s16")


def test_a_missing_part_is_said(tmp_path: Path) -> None:
    """Recovering what is not there is an error with the name in it."""
    with pytest.raises(RecordingError, match=r"gone\.part\.s16"):
        recover(tmp_path / "gone.part.s16")


@given(st.lists(st.floats(-2, 2, width=32), max_size=50))
def test_quantising_twice_changes_nothing(values: list[float]) -> None:
    """16-bit samples survive any number of passes; beyond full scale is clipped."""
    once = restored(quantised(np.array(values, np.float32)))

    assert np.array_equal(restored(quantised(once)), once)
    assert np.allclose(once, np.clip(values, -1, 1), atol=1 / 32768)
