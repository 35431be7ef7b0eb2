import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from simulator.errors import RecordingError
from simulator.listen.file import FileSource
from simulator.sound import decode


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    path = tmp_path / "answer.wav"
    sound = np.random.default_rng(2).uniform(-0.3, 0.3, (48_000, 2))
    soundfile.write(path, sound, 44_100)
    return path


def test_all_of_a_recording_comes_in_small_pieces(recording: Path) -> None:
    """Pieces of at most 0.1 s join to the whole recording."""
    pieces = [piece for piece in FileSource(recording).chunks() if piece is not None]

    assert max(map(len, pieces)) <= 1600
    assert np.array_equal(np.concatenate(pieces), decode.read(recording))


def test_each_opening_begins_at_the_start(recording: Path) -> None:
    """A second turn on the same source hears the recording again."""
    source = FileSource(recording)
    first = [piece for piece in source.chunks() if piece is not None]
    second = [piece for piece in source.chunks() if piece is not None]

    assert np.array_equal(np.concatenate(first), np.concatenate(second))


def test_in_real_time_nothing_comes_before_it_was_spoken(recording: Path) -> None:
    """At its own pace a recording takes as long as it is."""
    begun = time.monotonic()
    heard_s = 0.0
    early = []
    for piece in FileSource(recording, realtime=True).chunks():
        assert piece is not None
        heard_s += len(piece) / 16_000
        early.append(heard_s - (time.monotonic() - begun))

    assert max(early) <= 0.001


def test_closing_ends_it_and_may_be_repeated(recording: Path) -> None:
    """After `close` nothing more comes; closing twice is no error."""
    source = FileSource(recording)
    pieces = source.chunks()
    next(pieces)
    source.discard()
    source.close()
    source.close()

    assert list(pieces) == []


def test_a_missing_recording_is_said(tmp_path: Path) -> None:
    """The error names the file when it is first read."""
    with pytest.raises(RecordingError, match=r"gone\.wav"):
        next(iter(FileSource(tmp_path / "gone.wav").chunks()))
