"""The commands as a person or a script meets them: exit codes, streams, one line."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.__main__ import run
from simulator.cli import with_optional_values
from simulator.keep import FolderStore, new_id
from simulator.records import Question, Session
from simulator.resources import shipped

FIXTURES = shipped("audio_fixtures")
STORY = (
    "Last year at the clinic our rota broke and two nurses quit. I had to find cover. "
    "I called every ward and I built a new plan. As a result complaints fell by half."
)


def test_help_loads_nothing_heavy() -> None:
    """`--help` must answer at once: no numpy, pydantic, rich, Whisper or sound."""
    program = (
        "import sys; from simulator.__main__ import run; run(['--help']); "
        "heavy = {'numpy', 'pydantic', 'faster_whisper', 'sounddevice', 'onnxruntime',"
        " 'rich', 'jinja2'}; sys.exit(len(heavy & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True)

    assert done.returncode == 0
    assert b"rehearse" in done.stdout


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ([], []),
        (["rehearse", "--resume"], ["rehearse", "--resume", "latest"]),
        (["rehearse", "--resume", "2026"], ["rehearse", "--resume", "2026"]),
        (
            ["rehearse", "--answers", "a.wav", "b.wav", "--plain"],
            ["rehearse", "--answers", "a.wav", "--answers", "b.wav", "--plain"],
        ),
        (
            ["rehearse", "--resume", "--plain"],
            ["rehearse", "--resume", "latest", "--plain"],
        ),
    ],
)
def test_values_may_be_left_out_or_be_several(
    given: list[str], read: list[str]
) -> None:
    """--resume alone means the latest unfinished session; --answers takes several."""
    assert with_optional_values(given) == read


@pytest.mark.parametrize(
    "command",
    [
        ["rehearse"],
        ["demo"],
        ["analyze"],
        ["doctor"],
        *(["banks", name] for name in ("list", "show", "validate", "new")),
        *(["sessions", name] for name in ("list", "show", "delete")),
        *(["models", name] for name in ("list", "verify", "fetch")),
    ],
    ids=" ".join,
)
def test_every_command_explains_itself(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--help"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 3


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["analyze"], "nothing to analyze"),
        (["analyze", "--text", "nowhere.txt"], "nowhere.txt"),
        (["rehearse", "--patience", "9"], "patience"),
        (["rehearse", "--profile", "calm"], "'calm'"),
        (["rehearse", "--mode", "exam", "--typed"], "mode"),
        (["rehearse", "--answers", "nowhere.wav"], "nowhere.wav"),
        (["banks", "show", "nothing"], "nothing"),
        (["sessions", "show", "nothing"], "nothing"),
        (["sessions", "delete"], "which session"),
        (["models", "verify", "enormous"], "enormous"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(
    arguments: list[str], named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line names the offending value; nothing is printed as a result."""
    code = run(arguments)

    said = capsys.readouterr()
    lines = [line for line in said.err.splitlines() if line.strip()]
    assert code == 2
    assert named in lines[-1]
    assert "Traceback" not in said.err + said.out


def test_a_bug_leaves_one_line_and_a_log(
    capsys: pytest.CaptureFixture[str], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What should never happen points at the log file, and shows no traceback."""
    import simulator.cli.sessions as sessions

    def broken() -> None:
        raise ZeroDivisionError

    command = sessions.app.registered_commands[0]
    monkeypatch.setattr(command, "callback", broken)

    code = run(["sessions", "list"])

    said = capsys.readouterr().err
    assert code == 2
    assert "Traceback" not in said
    assert "ZeroDivisionError" in (home / "cache" / "last-error.log").read_text()


def test_written_answers_are_judged_in_the_contract(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`analyze --text --json`: one object, times and duration null, structure there."""
    path = tmp_path / "answer.txt"
    path.write_text(STORY, encoding="utf-8")

    code = run(["analyze", "--text", str(path), "--question", "Why?", "--json"])

    judged = json.loads(capsys.readouterr().out)
    assert code == 0
    assert judged["schema_version"] == 1
    assert judged["duration_s"] is None
    assert judged["verdict"] == "assessable"
    assert judged["structure"]["result"][0]["start_s"] is None
    rate = next(m for m in judged["measurements"] if m["name"] == "speech_rate")
    assert rate["value"] is None


@pytest.mark.parametrize(
    ("content", "named"),
    [(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00", "text"), (b"a" * 900_000, "MB")],
    ids=["not text", "huge"],
)
def test_a_file_that_is_no_answer_is_refused(
    content: bytes, named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "answer.txt"
    path.write_bytes(content)

    assert run(["analyze", "--text", str(path)]) == 2
    assert named in capsys.readouterr().err


def test_an_empty_text_is_not_assessable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing written is a verdict, not an error, and earns no praise."""
    path = tmp_path / "answer.txt"
    path.write_text("", encoding="utf-8")

    run(["analyze", "--text", str(path), "--json"])

    judged = json.loads(capsys.readouterr().out)
    assert judged["verdict"] == "not_assessable"
    assert judged["feedback"]["strength"] is None
    assert judged["question"] is None


def test_a_typed_interview_can_be_listed_shown_and_deleted(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    """Through a pipe: skipped answers, a session, and nothing left after deleting."""
    assert run(["rehearse", "--typed", "--questions", "1"]) == 0
    capsys.readouterr()
    assert run(["sessions", "list"]) == 0
    listed = capsys.readouterr().out
    (name,) = (line.split()[0] for line in listed.splitlines())

    assert run(["sessions", "show", name]) == 0
    assert run(["sessions", "delete", "--all", "--yes"]) == 0

    assert not [p for p in (home / "sessions").rglob("*") if p.is_file()]


def test_resume_finds_the_session_of_the_candidate_in_the_settings(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Named once in the environment, not at every command."""
    monkeypatch.setenv("MOCK_INTERVIEW_CANDIDATE", "Anna")
    store = FolderStore(home / "sessions")
    begun = Session(
        id=new_id("one"),
        started_at="2026-01-05T10:00:00+00:00",
        bank="one",
        candidate="Anna",
        questions=(Question(id="job", text="Why this job?"),),
    )
    store.create(begun)
    store.close()

    assert run(["rehearse", "--typed", "--resume"]) == 0

    assert "no unfinished session" not in capsys.readouterr().err
    assert FolderStore(home / "sessions").load(begun.id).turns


@pytest.mark.parametrize("kind", ["banks", "rubrics"])
def test_no_word_of_a_file_orders_the_terminal_when_it_is_validated(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A mistake quotes the file's own key."""
    path = tmp_path / "hostile.toml"
    path.write_text('id = "x"\n"\\u001b]0;pwned\\u0007" = 1\n', encoding="utf-8")

    assert run([kind, "validate", str(path)]) == 1

    said = capsys.readouterr().out
    assert "hostile.toml" in said
    assert "\x1b" not in said
