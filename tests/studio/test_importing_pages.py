"""Exported pages that come back, all of them suspect."""

import base64
import json
from pathlib import Path

import pytest

from simulator.casebook.export_page import export_html
from simulator.casebook.importing_pages import import_page
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.sound import decode
from simulator.studio import comments

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
