"""A library that is not one's own, and what a file's words may do to a terminal."""

import json
from pathlib import Path

import pytest

from simulator.__main__ import run
from simulator.keep import FolderStore
from simulator.keep.documents import SESSION_FILE
from simulator.records import Session
from simulator.resources import sessions_folder

ID = "2026-11-22T101533Z-demo-7f3a"
ESCAPE = "\x1b[31mred\x1b]0;title\x07"


@pytest.fixture
def elsewhere(home: Path, tmp_path: Path) -> Path:
    """A folder of sessions that a coach was given, with one that holds no answer."""
    root = tmp_path / "given to me"
    FolderStore(root).create(
        Session(
            id=ID,
            started_at="2026-11-22T10:15:33+00:00",
            bank="demo",
            questions=(),
            finished=True,
        )
    )
    return root


def comment_file(path: Path, session: str, **fields: object) -> Path:
    entry = {
        "id": "a" * 32, "at": "2026-11-23T08:00:00.000000Z", "coach": "Ben",
        "turn": "01-conflict", "op": "add", "body": "Hello.", **fields,
    }  # fmt: skip
    body = {"schema_version": 1, "session": session, "entries": [entry]}
    path.write_text(json.dumps(body), "utf-8")
    return path


def test_comments_join_the_library_that_is_named(
    elsewhere: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(comment_file(tmp_path / "c.json", ID))
    assert run(["import-comments", file]) == 2
    assert "no session" in capsys.readouterr().err
    assert run(["import-comments", file, "--library", str(elsewhere)]) == 0
    assert ID in capsys.readouterr().out
    assert run(["import-comments", file, "--library", str(tmp_path / "no")]) == 2
    assert "is no folder" in capsys.readouterr().err


def test_a_session_is_exported_from_its_folder_or_the_library_that_is_named(
    elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for named in ([str(elsewhere / ID)], [ID[:12], "--library", str(elsewhere)]):
        assert run(["export", *named, "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out)["id"] == ID


@pytest.mark.parametrize("part", ["", ID])
def test_a_table_without_a_row_is_an_error(
    elsewhere: Path, capsys: pytest.CaptureFixture[str], part: str
) -> None:
    assert run(["export", str(elsewhere / part), "--format", "csv"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "no answer" in said.err


def test_no_word_of_a_file_reaches_the_terminal_as_an_order(
    elsewhere: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In errors, in what is left out, in a table's skipped sessions."""
    odd = comment_file(tmp_path / "c.json", ID, turn="01-x", coach=f"Ben{ESCAPE}")
    page = tmp_path / "p.html"
    block = json.dumps({"schema_version": 1, ESCAPE: 1}).replace("<", "\\u003c")
    page.write_text(f'<script id="mock-interview-session">{block}</script>', "utf-8")
    head = elsewhere / ID / SESSION_FILE
    head.write_text(head.read_text("utf-8").replace('"demo"', "0"), "utf-8")
    FolderStore(sessions_folder()).create(
        Session(id=ID, started_at="x", bank="b", questions=())
    )
    for arguments in (
        ["import-comments", str(odd)],
        ["import", str(page)],
        ["import", str(tmp_path / f"{ESCAPE}.html")],
        ["export", f"no{ESCAPE}", "--format", f"x{ESCAPE}"],
        ["export", str(elsewhere), "--format", "csv"],
    ):
        run(arguments)
        said = capsys.readouterr()
        assert said.err
        assert "\x1b" not in said.err + said.out, arguments
