"""What comes from elsewhere, all of it suspect: recordings, pages, comments."""

import base64
import json
import shutil
from pathlib import Path

import made_sessions
import pytest
from fakes import ScriptedTranscriber

from simulator.casebook.export_page import export_html
from simulator.casebook.importing import Wish, import_recording
from simulator.casebook.importing_comments import import_comments
from simulator.casebook.importing_pages import import_page
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.errors import RecordingError, SessionError
from simulator.keep import FolderStore
from simulator.resources import shipped
from simulator.sound import decode
from simulator.studio import comments, journal
from simulator.studio.comments import CommentEvent

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


_made: list[str] = []
"""The page is the same for every test: its sound is encoded once."""


@pytest.fixture
def page(store: FolderStore, folder: Path, tmp_path: Path) -> Path:
    if not _made:
        comments.add(folder, "Anna", "01-conflict", "Clear.", visibility="shown")
        _made.append(export_html(open_session(store, folder.name), Share()))
    path = tmp_path / "page.html"
    path.write_text(_made[0], "utf-8")
    return path


def test_an_exported_page_becomes_the_session_it_came_from(
    store: FolderStore, folder: Path, page: Path
) -> None:
    """Elsewhere it is made anew, with its sound and comments; twice is once."""
    before = store.load(folder.name)
    store.delete(folder.name)
    done = import_page(page, store)
    assert (done.session, done.new) == (folder.name, True)
    kept = store.load(folder.name)
    assert [t.transcript for t in kept.turns] == [t.transcript for t in before.turns]
    assert [t.analysis.measurements for t in kept.turns] == [
        t.analysis.measurements for t in before.turns
    ]
    sound = decode.read(folder / kept.turns[0].audio)
    assert len(sound) / 16_000 == pytest.approx(72.7, abs=0.2)
    assert [c.body for c in comments.fold(comments.events(folder))] == ["Clear."]
    assert not import_page(page, store).new
    assert len(comments.events(folder)) == 1


def test_a_page_without_measures_is_measured_here(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    share = Share(measures=False, answers=(1,))
    path.write_text(export_html(open_session(store, folder.name), share), "utf-8")
    store.delete(folder.name)
    import_page(path, store)
    (turn,) = store.load(folder.name).turns
    assert turn.analysis.measurement("speech_rate").value == pytest.approx(165, rel=0.1)


def changed(page: Path, block: str, change) -> None:
    """The page with one of its data blocks rewritten."""
    text = page.read_text("utf-8")
    start = text.index(f'id="{block}">') + len(f'id="{block}">')
    end = text.index("</script>", start)
    body = json.loads(text[start:end])
    change(body)
    page.write_text(text[:start] + json.dumps(body) + text[end:], "utf-8")


HOSTILE_IDS = ["../../escape", "/etc/cron.d/x", "a\u0000b", "..", "x" * 300, "con/../x"]


@pytest.mark.parametrize("name", HOSTILE_IDS)
@pytest.mark.parametrize("where", ["session", "stem"])
def test_a_page_can_never_write_outside_its_session(
    store: FolderStore, folder: Path, page: Path, name: str, where: str
) -> None:
    store.delete(folder.name)

    def change(body: dict) -> None:
        if where == "session":
            body["id"] = name
        else:
            body["turns"][0]["stem"] = name

    changed(page, "mock-interview-session", change)
    outside = sorted(p for p in store.root.parent.parent.rglob("*"))
    with pytest.raises(SessionError):
        import_page(page, store)
    assert sorted(p for p in store.root.parent.parent.rglob("*")) == outside


def test_sound_that_is_none_is_left_out_and_told(
    store: FolderStore, folder: Path, page: Path
) -> None:
    store.delete(folder.name)
    text = page.read_text("utf-8")
    start = text.index(">", text.index('id="answer-1-data"')) + 1
    junk = base64.b64encode(b"not a sound" * 50).decode()
    end = text.index("</script>", start)
    page.write_text(text[:start] + junk + text[end:], "utf-8")
    done = import_page(page, store)
    assert any("01-conflict" in warning for warning in done.warnings)
    first, second = store.load(done.session).turns
    assert (first.audio, second.audio) == (None, "02-deadline.flac")


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<script id=mock-interview-session>{}</script>",
        b"<\xff\xfe",
        b"<script id=mock-interview-session>" + b"[" * 50_000 + b"</script>",
        b"<!doctype html><![",
    ],
)
def test_a_page_that_is_not_ours_is_refused_in_one_line(
    store: FolderStore, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "x.html"
    path.write_bytes(data)
    with pytest.raises(SessionError, match=r"x\.html"):
        import_page(path, store)


def comment_file(path: Path, session: str, **fields: object) -> Path:
    event = CommentEvent(
        **{
            "id": journal.new_id(),
            "at": journal.now(),
            "coach": "Ben",
            "turn": "01-conflict",
            "op": "add",
            "body": "Hello.",
            **fields,
        }
    )
    body = {
        "schema_version": 1,
        "session": session,
        "entries": [event.model_dump(mode="json")],
    }
    path.write_text(json.dumps(body))
    return path


@pytest.mark.parametrize("session", ["../../x", "/tmp", "..", ""])
def test_a_comment_file_can_never_write_outside_its_session(
    store: FolderStore, folder: Path, tmp_path: Path, session: str
) -> None:
    path = comment_file(tmp_path / "c.json", session)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SessionError):
        import_comments(path, store)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("coach", ["../../../x", "/etc/passwd", "\u202e\u0000", "é/.."])
def test_a_coach_called_like_a_path_stays_inside(
    store: FolderStore, folder: Path, tmp_path: Path, coach: str
) -> None:
    path = comment_file(tmp_path / "c.json", folder.name, coach=coach)
    before = {p for p in tmp_path.rglob("*") if folder not in p.parents}
    import_comments(path, store)
    after = {p for p in tmp_path.rglob("*") if folder not in p.parents}
    assert after - before <= {folder}
    assert len(list((folder / "comments").iterdir())) == 1


def test_an_entry_about_no_answer_of_the_session_is_left_out(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    path = comment_file(tmp_path / "c.json", folder.name, turn="99-other")
    merged = import_comments(path, store)
    assert (merged.new, len(merged.refused)) == (0, 1)


def test_what_is_here_is_never_changed_by_what_comes(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    """An entry that claims the id of one that is here changes nothing."""
    said = comments.add(folder, "Anna", "01-conflict", "Mine.")
    path = comment_file(
        tmp_path / "c.json", folder.name, id=said.id, coach="Anna", body="!"
    )
    assert import_comments(path, store).new == 0
    assert [c.body for c in comments.fold(comments.events(folder))] == ["Mine."]


def test_comments_of_a_session_that_is_not_here_say_so(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    path = comment_file(tmp_path / "c.json", "2020-01-01T000000Z-gone-0000")
    with pytest.raises(SessionError, match="no session"):
        import_comments(path, store)
    assert import_comments(path, store, session=folder.name).new == 1


def test_an_enormous_file_is_refused_before_it_is_read(
    store: FolderStore, tmp_path: Path
) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(SessionError, match="too large"):
        import_comments(path, store)


def test_a_file_name_that_looks_like_markup_is_only_a_name(
    store: FolderStore, tmp_path: Path
) -> None:
    odd = tmp_path / "<img src=x onerror=alert(1)>; rm -rf ~.flac"
    shutil.copy(STORY, odd)
    done = import_recording(odd, WISH, store, heard())
    page = (store.folder(done.session) / "report.html").read_text("utf-8")
    assert "<img" not in page
