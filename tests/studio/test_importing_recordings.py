"""Recordings that come from elsewhere become sessions, or leave nothing."""

import shutil
from pathlib import Path

import made_sessions
import pytest
from fakes import ScriptedTranscriber

from simulator.casebook.importing import Wish, import_recording
from simulator.errors import RecordingError
from simulator.keep import FolderStore
from simulator.resources import shipped
from simulator.sound import decode

STORY = shipped("audio_fixtures") / "demo_story.flac"
WISH = Wish("Sam", "Tell me about a time you disagreed with a colleague.")


def heard() -> ScriptedTranscriber:
    return ScriptedTranscriber(made_sessions.transcript("demo_story"))


def test_a_memo_becomes_a_session_and_twice_is_once(store: FolderStore) -> None:
    first = import_recording(STORY, WISH, store, heard())
    again = import_recording(STORY, WISH, store, ScriptedTranscriber())
    assert (first.new, again.new) == (True, False)
    assert first.session == again.session

    (kept,) = store.sessions()
    assert (kept.candidate, kept.finished) == ("Sam", True)
    (turn,) = kept.turns
    assert turn.analysis.verdict == "assessable"
    assert (store.folder(kept.id) / turn.audio).is_file()
    assert (store.folder(kept.id) / "report.html").is_file()


def test_the_same_file_to_another_question_is_another_session(
    store: FolderStore,
) -> None:
    import_recording(STORY, WISH, store, heard())
    import_recording(STORY, Wish("Sam", "Something else?"), store, heard())
    assert len(store.sessions()) == 2


@pytest.mark.parametrize("name", ["container_m4a.m4a", "container_webm.webm"])
def test_any_container_a_phone_writes_is_taken(store: FolderStore, name: str) -> None:
    done = import_recording(shipped("audio_fixtures") / name, WISH, store, heard())
    assert done.new


def test_an_answer_is_cut_out_of_a_longer_recording(store: FolderStore) -> None:
    wish = Wish("Sam", WISH.question, from_s=20.0, to_s=50.0)
    done = import_recording(STORY, wish, store, heard())
    folder = store.folder(done.session)
    (turn,) = store.load(done.session).turns
    assert len(decode.read(folder / turn.audio)) == 30 * 16_000
    assert turn.duration_s == 30.0


@pytest.mark.parametrize(("start", "end"), [(80.0, None), (30.0, 10.0), (5.0, 5.1)])
def test_a_stretch_outside_the_recording_is_refused(
    store: FolderStore, start: float, end: float | None
) -> None:
    wish = Wish("Sam", None, start, end)
    with pytest.raises(RecordingError, match=r"lasts 1:1[23]"):
        import_recording(STORY, wish, store, ScriptedTranscriber())
    assert store.sessions() == ()


def test_a_second_voice_is_told_and_never_measured_silently(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The detector itself is tested in tests/sound; here its word reaches the user."""
    from dataclasses import replace

    from simulator.casebook import importing

    described = importing.described
    monkeypatch.setattr(
        importing,
        "described",
        lambda audio, cache: replace(described(audio, cache), second_voice=True),
    )
    done = import_recording(STORY, WISH, store, heard())
    assert any("Two voices" in warning for warning in done.warnings)
    again = import_recording(STORY, WISH, store, ScriptedTranscriber())
    assert again.warnings == done.warnings


def test_an_import_that_fails_half_way_leaves_nothing(
    store: FolderStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    from simulator.casebook import importing

    def full(*_: object) -> None:
        raise RecordingError("The disk is full")

    monkeypatch.setattr(importing.flac, "write", full)
    with pytest.raises(RecordingError, match="full"):
        import_recording(STORY, WISH, store, heard())
    assert not list(store.root.iterdir())


def test_a_file_name_that_looks_like_markup_is_only_a_name(
    store: FolderStore, tmp_path: Path
) -> None:
    odd = tmp_path / "<img src=x onerror=alert(1)>; rm -rf ~.flac"
    shutil.copy(STORY, odd)
    done = import_recording(odd, WISH, store, heard())
    page = (store.folder(done.session) / "report.html").read_text("utf-8")
    assert "<img" not in page
