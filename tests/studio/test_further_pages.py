"""A second page of a session that is here: its further answers and comments join."""

import re
from pathlib import Path

import made_sessions
import pytest

from simulator.casebook import page_file
from simulator.casebook.export_page import export_html
from simulator.casebook.importing_pages import import_page
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.studio import comments

_made: list[str] = []
"""The pages are the same for every test: their sound is encoded once."""


def pages(store: FolderStore, folder: Path, place: Path) -> list[Path]:
    """One page with answer 1, one with answers 1 and 2 and a comment on the second."""
    if not _made:
        comments.add(folder, "Anna", "02-deadline", "Clear.", visibility="shown")
        opened = open_session(store, folder.name)
        _made.extend(export_html(opened, Share(answers)) for answers in ((1,), (1, 2)))
    made = [place / "first.html", place / "both.html"]
    for path, text in zip(made, _made, strict=True):
        path.write_text(text, "utf-8")
    return made


def test_the_further_answers_of_a_later_page_join_those_of_the_first(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    first, both = pages(store, folder, tmp_path)
    whole = store.load(folder.name)
    store.delete(folder.name)
    import_page(first, store)
    kept = (folder / "01-conflict.flac").read_bytes()

    done = import_page(both, store)
    assert (done.new, done.headline) == (False, "1 answer and 1 comment are new.")
    assert done.warnings == ()
    session = store.load(folder.name)
    assert [t.stem for t in session.turns] == ["01-conflict", "02-deadline"]
    assert session.questions == whole.questions
    assert session.turns[1].transcript == whole.turns[1].transcript
    assert (folder / "02-deadline.flac").is_file()
    assert (folder / "01-conflict.flac").read_bytes() == kept
    assert "missing" in (folder / "report.html").read_text("utf-8")
    (comment,) = comments.fold(comments.events(folder))
    assert comment.turn == "02-deadline"
    assert import_page(both, store).headline == "Nothing is new."


def test_a_page_adds_no_answer_to_what_was_recorded_here(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    """Whoever wrote the page would put words into somebody's mouth; it is told."""
    _, both = pages(store, folder, tmp_path)
    store.delete(folder.name)
    made_sessions.keep(store, turns=made_sessions.turns()[:1])
    done = import_page(both, store)
    assert [t.stem for t in store.load(folder.name).turns] == ["01-conflict"]
    assert "left out: 02-deadline" in done.warnings[0]
    assert "no such answer" in done.warnings[1]


def test_an_addition_that_fails_leaves_the_session_as_it_was(
    store: FolderStore,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first, both = pages(store, folder, tmp_path)
    store.delete(folder.name)
    import_page(first, store)
    before = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}

    def full(self: FolderStore, session: object) -> None:
        raise SessionError("The disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(FolderStore, "save", full)
        with pytest.raises(SessionError, match="full"):
            import_page(both, store)
    after = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
    assert after == before
    assert import_page(both, store).headline.startswith("1 answer")


def test_an_enormous_page_is_refused_before_it_is_read(
    store: FolderStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.html"
    path.write_bytes(b"<html>" * 100)
    monkeypatch.setattr(page_file, "MAX_BYTES", 500)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("it was read"))
    with pytest.raises(SessionError, match="too large"):
        import_page(path, store)


def test_a_page_with_a_number_that_is_none_is_refused(
    store: FolderStore, folder: Path, tmp_path: Path
) -> None:
    first, _ = pages(store, folder, tmp_path)
    store.delete(folder.name)
    text = re.sub(
        r'"duration_s":[\d.]+', '"duration_s":1e999', first.read_text("utf-8")
    )
    first.write_text(text, "utf-8")
    with pytest.raises(SessionError, match=r"first\.html"):
        import_page(first, store)
    assert not folder.exists()
