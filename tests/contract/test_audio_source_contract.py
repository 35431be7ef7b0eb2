"""What every `AudioSource` promises (the device lane has the microphone)."""

from pathlib import Path

import numpy as np
import pytest

from simulator.errors import RecordingError
from simulator.listen.file import FileSource
from simulator.resources import shipped
from simulator.seams import AudioSource
from simulator.sound import decode

FIXTURES = Path(shipped("audio_fixtures"))


@pytest.mark.parametrize("name", ["speech.mp3", "stereo_44k.flac", "quiet.flac"])
def test_sound_comes_in_small_pieces_and_whole(name: str) -> None:
    """At most 0.1 s each, 16 kHz mono float32, in order, none lost, then the end."""
    source: AudioSource = FileSource(FIXTURES / name)

    pieces = [chunk for chunk in source.chunks() if chunk is not None]

    assert all(piece.dtype == np.float32 and piece.ndim == 1 for piece in pieces)
    assert max(len(piece) for piece in pieces) <= 1600
    assert np.array_equal(np.concatenate(pieces), decode.read(FIXTURES / name))
    assert (source.live, source.overflows, source.name) == (False, 0, name)


@pytest.mark.parametrize("name", ["empty.wav", "missing.wav", "README.md"])
def test_what_is_no_recording_is_a_recording_error(name: str) -> None:
    """Raised where the sound is asked for, with a next step."""
    with pytest.raises(RecordingError) as raised:
        list(FileSource(FIXTURES / name).chunks())

    assert name in str(raised.value)
    assert raised.value.next_step


def test_it_can_be_closed_twice_and_discards_without_harm() -> None:
    """Also in the middle of the sound."""
    source: AudioSource = FileSource(FIXTURES / "speech.mp3")
    chunks = source.chunks()
    next(chunks)
    source.discard()

    source.close()
    source.close()

    assert len(list(chunks)) <= 1
