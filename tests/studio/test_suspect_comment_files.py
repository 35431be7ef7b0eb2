"""Files of comments that come from elsewhere stay inside their session."""

import json
from pathlib import Path

import pytest

from simulator.casebook.importing_comments import import_comments
from simulator.errors import SessionError
from simulator.keep import FolderStore
from simulator.studio import comments, journal
from simulator.studio.comments import CommentEvent


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
