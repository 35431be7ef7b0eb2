"""Imports with nothing scripted: real Whisper, and the real ear for a second voice."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from fakes import ScriptedTranscriber

from simulator.__main__ import run
from simulator.casebook.importing import Wish, import_recording
from simulator.keep import FolderStore
from simulator.keep.removal import cache_of
from simulator.resources import sessions_folder, shipped
from simulator.sound import decode, flac

MEMO = shipped("audio_fixtures") / "container_m4a.m4a"
SAID = (
    "most evenings were quiet so i wrote a new list of everything that we had to check"
)


def spoken(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


@pytest.mark.model
def test_a_phone_memo_becomes_a_session_that_says_what_was_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By the command, with tiny.en; the same file twice is the same session."""
    arguments = ["import", str(MEMO), "--candidate", "Sam", "--model", "tiny.en"]
    assert run(arguments) == 0
    assert run(arguments) == 0
    (session,) = FolderStore(sessions_folder()).sessions()
    (turn,) = session.turns
    heard, said = spoken(turn.transcript.text), spoken(SAID)
    assert len(set(said) - set(heard)) <= 1, turn.transcript.text
    assert abs(len(heard) - len(said)) <= 1
    times = [(w.start_s, w.end_s) for w in turn.transcript.words]
    assert all(0 <= a <= b <= 6.2 for a, b in times)  # type: ignore[operator]
    assert times == sorted(times)
    assert turn.transcript.model == "tiny.en"
    folder = sessions_folder() / session.id
    assert json.loads((folder / "session.json").read_text())["candidate"] == "Sam"
    assert (folder / f"{turn.stem}.flac").is_file()
    assert capsys.readouterr().err.count("Traceback") == 0


def test_what_was_heard_of_its_sound_is_kept_for_corrections(
    store: FolderStore,
) -> None:
    """So that the first correction need not listen to all of it once more."""
    from simulator.casebook.described import known

    done = import_recording(MEMO, Wish("Sam"), store, ScriptedTranscriber(SAID))
    folder = store.folder(done.session)
    (audio,) = folder.glob("*.flac")
    assert known(audio, cache_of(done.session))


def test_two_voices_in_one_recording_are_told(
    store: FolderStore, speech: Path, tmp_path: Path
) -> None:
    """A low and a high voice in turns, heard by the detector itself."""
    low, high = (
        decode.read(speech / name)
        for name in ("monologue/acoustic_corpus.wav", "clean/jfk.flac")
    )
    both = tmp_path / "both.flac"
    parts = [low[:96_000], high[:80_000], low[96_000:192_000], high[80_000:160_000]]
    flac.write(both, np.concatenate(parts))
    alone = tmp_path / "alone.flac"
    flac.write(alone, low[:192_000])
    wish = Wish("Sam", "Tell me about a time you changed a plan.")
    told = import_recording(both, wish, store, ScriptedTranscriber(SAID))
    assert any("Two voices" in warning for warning in told.warnings)
    one = import_recording(alone, wish, store, ScriptedTranscriber(SAID))
    assert not any("Two voices" in warning for warning in one.warnings)
