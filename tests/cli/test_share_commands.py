"""import, import-comments, export and delete, as they are typed."""

import io
import json
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


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """What somebody at a terminal types, line by line."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)


@pytest.fixture
def three(home: Path) -> str:
    """Two tries of one question and one of another, in words."""
    from simulator.answer import Given, judge_words
    from simulator.ask import banks
    from simulator.records import Session
    from simulator.transcribe.typed import transcript_of

    first, second = banks.load("demo").questions[:2]
    given = (
        Given(first, stem="01-conflict"),
        Given(first, stem="01-conflict.try2", attempt=2),
        Given(second, stem="02-deadline"),
    )
    said = ("I tried once and it failed.", "I tried again and it held.", "It was late.")
    turns = [judge_words(transcript_of(t), g) for t, g in zip(said, given, strict=True)]
    session = Session(
        id="2026-01-05T100000Z-demo-0003",
        started_at="2026-01-05T10:00:00+00:00",
        bank="demo",
        questions=(first, second),
        turns=tuple(turns),
        finished=True,
    )
    FolderStore(sessions_folder()).create(session)
    return session.id


def shared_in(page: Path) -> dict:
    text = page.read_text("utf-8")
    block = text.split('id="mock-interview-session">')[1].split("</script>")[0]
    return json.loads(block)


def test_on_a_terminal_it_asks_which_answers_and_whether_with_measures(
    three: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = tmp_path / "page.html"
    typed(monkeypatch, "1, 3", "n")
    assert run(["export", three, "--out", str(page)]) == 0
    asked = capsys.readouterr().out
    assert "Which answers go along?" in asked
    assert asked.count("disagreed with a colleague") == 2
    assert "try 2" in asked
    left = shared_in(page)
    assert [t["stem"] for t in left["turns"]] == ["01-conflict", "02-deadline"]
    assert left["measures"] is False
    assert left["turns"][0]["analysis"]["measurements"] == []


def test_enter_twice_takes_the_last_tries_with_their_measures(
    three: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    typed(monkeypatch, "", "")
    assert run(["export", three, "--out", str(page)]) == 0
    left = shared_in(page)
    assert [t["stem"] for t in left["turns"]] == ["01-conflict.try2", "02-deadline"]
    assert left["measures"] is True
    assert left["turns"][0]["analysis"]["measurements"]


@pytest.mark.parametrize(
    ("answer", "said"), [("7", "no answer 7"), ("the first", "no numbers")]
)
def test_an_answer_that_is_not_there_writes_nothing(
    three: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str,
    said: str,
) -> None:
    page = tmp_path / "page.html"
    typed(monkeypatch, answer, "y")
    assert run(["export", three, "--out", str(page)]) == 2
    assert said in capsys.readouterr().err
    assert not page.exists()


@pytest.mark.parametrize(
    "flags", [["--answers", "2"], ["--with-measures"], ["--format", "json"]]
)
def test_who_has_said_it_with_flags_is_not_asked(
    three: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    flags: list[str],
) -> None:
    typed(monkeypatch)
    out = str(tmp_path / "page")
    assert run(["export", *flags, "--out", out, three]) == 0
    assert "Which answers" not in capsys.readouterr().out
