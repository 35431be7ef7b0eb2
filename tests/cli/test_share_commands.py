"""import, import-comments, export and delete, as they are typed."""

import shutil
from pathlib import Path

import pytest

from simulator import wiring
from simulator.__main__ import run
from simulator.keep import FolderStore
from simulator.resources import sessions_folder, shipped


@pytest.fixture
def kept(home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A session in the library, imported from a memo; Whisper is scripted."""
    from fakes import ScriptedTranscriber

    said = "I called every ward and I made a plan. In the end nobody worked twice."
    script = ScriptedTranscriber(said)
    monkeypatch.setattr(wiring.LateTranscriber, "open", lambda self: script)
    memo = home.parent / "memo.m4a"
    shutil.copy(shipped("audio_fixtures") / "container_m4a.m4a", memo)
    arguments = ["import", str(memo), "--candidate", "Sam", "--question", "conflict"]
    assert run(arguments) == 0
    assert run(arguments) == 0
    (session,) = FolderStore(sessions_folder()).sessions()
    return session.id


def test_a_page_is_written_and_remembered_until_the_session_is_deleted(
    kept: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Deleting the session says which exports it does not reach."""
    page = tmp_path / "for my coach.html"
    assert run(["export", kept, "--out", str(page)]) == 0
    assert str(page) in capsys.readouterr().out
    assert page.stat().st_mode & 0o077 == 0
    assert run(["sessions", "delete", kept, "--yes"]) == 0
    said = capsys.readouterr()
    assert str(page) in said.err
    assert page.is_file()


@pytest.mark.parametrize(
    ("format", "begins"),
    [("md", "# "), ("json", "{"), ("csv", "session,"), ("vtt", "")],
)
def test_text_goes_to_the_standard_output(
    kept: str, capsys: pytest.CaptureFixture[str], format: str, begins: str
) -> None:
    capsys.readouterr()
    assert run(["export", kept[:20], "--format", format]) == 0
    assert capsys.readouterr().out.startswith(begins or "WEBVTT")


def test_a_folder_becomes_one_table(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["export", str(sessions_folder()), "--format", "csv"]) == 0
    head, row = capsys.readouterr().out.splitlines()[:2]
    assert head.startswith("session,started_at,candidate")
    assert row.startswith(f"{kept},")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "KEPT", "--format", "docx"], "no format 'docx'"),
        (["export", "KEPT", "--answers", "one"], "no numbers"),
        (["export", "--answers", "9", "KEPT"], "no answer 9"),
        (["export", "nothing"], "no session"),
        (["import", "missing.m4a"], "missing.m4a"),
        (["import", "missing.m4a", "--from", "later"], "'later' is no time"),
        (["import-comments", "missing.json"], "missing.json"),
        (["rehearse", "--assignment", "missing.toml", "--typed"], "missing.toml"),
    ],
)
def test_what_does_not_fit_is_one_line_and_exit_2(
    kept: str, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    capsys.readouterr()
    assert run([a.replace("KEPT", kept) for a in arguments]) == 2
    error = capsys.readouterr().err.strip()
    assert said in error.splitlines()[-1]
    assert "Traceback" not in error


def test_everybody_of_a_folder_stands_in_one_table(
    kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(["cohort"]) == 0
    assert capsys.readouterr().out.startswith("Sam: sessions: 1")
    assert run(["cohort", "--csv"]) == 0
    assert "Sam" in capsys.readouterr().out.splitlines()[1]
    assert run(["cohort", "nowhere"]) == 2
