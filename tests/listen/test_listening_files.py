from pathlib import Path

import numpy as np
import pytest
import soundfile
from turn_parts import SILENCE, SPEECH, voice

from simulator.events import Key
from simulator.listen.file import FileSource
from simulator.listen.heard import Desk
from simulator.listen.listening import listen
from simulator.sound.voice import SileroDetector


def test_a_recording_is_never_cut_and_its_cuts_are_counted(tmp_path: Path) -> None:
    """A pause of 20 s ends no recording; that it would have is counted once."""
    path = tmp_path / "a.wav"
    soundfile.write(path, np.zeros(16_000 * 60), 16_000)
    source = FileSource(path)
    detector = voice((SPEECH, 25), (SILENCE, 20), (SPEECH, 5))
    told: list[object] = []
    heard = listen(source, detector, None, Desk(lambda: None, told.append))

    assert heard.ended_by == "end_of_file"
    assert heard.duration_s == pytest.approx(60)
    assert heard.would_cut == 1
    assert heard.opened_after_s == 0


def test_a_key_ends_a_recording_too(tmp_path: Path) -> None:
    """A recorded answer can be skipped while it plays."""
    path = tmp_path / "a.wav"
    soundfile.write(path, np.zeros(16_000 * 5), 16_000)
    keys = iter([None, None, Key.SKIP])
    desk = Desk(lambda: next(keys), lambda _: None)
    heard = listen(FileSource(path), voice(), None, desk)

    assert (heard.ended_by, heard.pressed) == ("skip", Key.SKIP)


def test_an_unreadable_recording_comes_back_as_trouble(tmp_path: Path) -> None:
    """A file that is no sound ends the turn with its error, not a traceback."""
    path = tmp_path / "a.wav"
    path.write_text("no sound")
    told: list[object] = []
    heard = listen(FileSource(path), voice(), None, Desk(lambda: None, told.append))

    assert heard.ended_by == "trouble"
    assert heard.duration_s == 0
    assert len(told) == 1


def test_a_human_monologue_is_not_cut(speech: Path) -> None:
    """Free speech with "um" and long pauses would not have been cut off once."""
    told: list[object] = []
    for name in ("test.mp3", "acoustic_corpus.wav", "cold_corpus.wav"):
        source = FileSource(speech / "monologue" / name)
        desk = Desk(lambda: None, told.append)
        heard = listen(source, SileroDetector(), None, desk)

        assert heard.ended_by == "end_of_file"
        assert heard.first_speech_s is not None
        assert heard.would_cut == 0
