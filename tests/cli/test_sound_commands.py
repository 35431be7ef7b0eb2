"""The commands on real sound, with real Whisper (tiny.en where it is enough)."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import jiwer
import pytest

from simulator.__main__ import run
from simulator.keep import FolderStore
from simulator.records import Session
from simulator.resources import shipped

pytestmark = pytest.mark.model

FIXTURES = shipped("audio_fixtures")
TINY = ["--model", "tiny.en"]


def test_the_contract_holds_on_a_recording(capsys: pytest.CaptureFixture[str]) -> None:
    """Words, fillers and pauses with their times, on one clock, in one object."""
    assert run(["analyze", str(FIXTURES / "fillers.flac"), "--json", *TINY]) == 0

    judged = json.loads(capsys.readouterr().out)
    assert {
        "schema_version",
        "recording",
        "duration_s",
        "question",
        "verdict",
        "why",
        "transcript",
        "fillers",
        "events",
        "pauses",
        "structure",
        "measurements",
        "feedback",
    } <= set(judged)
    moments = [
        *judged["transcript"]["words"],
        *judged["fillers"],
        *judged["pauses"],
    ]
    assert all(0 <= m["start_s"] <= m["end_s"] <= judged["duration_s"] for m in moments)
    assert {m["name"] for m in judged["measurements"]} >= {
        "speech_rate",
        "articulation_rate",
        "filled_pause_rate",
        "discourse_marker_rate",
        "mid_clause_pause_rate",
        "response_latency",
    }


def test_bad_recordings_do_not_stop_the_good_ones(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Empty, missing and text files are a line each; the others are measured."""
    text = tmp_path / "notes.wav"
    text.write_text("not a recording")
    names = [str(FIXTURES / "empty.wav"), "nowhere.wav", str(text)]

    code = run(["analyze", *names, str(FIXTURES / "speech.mp3"), "--json", *TINY])

    said = capsys.readouterr()
    assert code == 2
    assert len(said.out.splitlines()) == 1
    assert [name for name in names if name in said.err] == names
    assert "Traceback" not in said.err


@pytest.mark.parametrize("name", ["quiet.flac", "clipped.flac", "stereo_44k.flac"])
def test_odd_recordings_are_still_understood(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """40 dB too quiet, clipped, 44.1 kHz stereo: most words are there."""
    run(["analyze", str(FIXTURES / name), "--json", *TINY])

    judged = json.loads(capsys.readouterr().out)
    truth = tomllib.loads((FIXTURES / name).with_suffix(".truth.toml").read_text())
    assert word_error_rate(truth, judged["transcript"]["text"]) < 0.2


def test_room_noise_gives_no_words_and_no_fillers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["analyze", str(FIXTURES / "room_noise.flac"), "--json", *TINY])

    judged = json.loads(capsys.readouterr().out)
    assert judged["verdict"] == "not_assessable"
    assert judged["transcript"]["words"] == []
    assert judged["fillers"] == []


def test_without_a_command_a_guided_rehearsal_begins() -> None:
    """Also with no microphone and nobody there: it says so and ends in order."""
    done = subprocess.run(
        [sys.executable, "-m", "simulator"],
        env={**os.environ, "MOCK_INTERVIEW_MODEL": "tiny.en"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.returncode == 0, done.stderr
    assert "Question 1" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_the_doctor_finds_the_installed_weights_and_voices(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With the extras installed nothing that is needed is missing."""
    assert run(["doctor"]) == 0

    said = capsys.readouterr().out
    assert "ok  Whisper base" in said
    assert "ok  pyttsx3 voice" in said


def spoken(home: Path, *more: str) -> None:
    """One real answer from a recording, in a home and a temporary folder of its own."""
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [
            *(sys.executable, "-m", "simulator", "rehearse", "--bank", "demo"),
            *("--model", "tiny.en", "--voice", "none", *more),
            *("--answers", str(FIXTURES / "pauses.flac")),
        ],
        env={
            **os.environ,
            "MOCK_INTERVIEW_HOME": str(home),
            "TMPDIR": str(home / "tmp"),
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr


def traces(home: Path) -> list[Path]:
    """Files that could hold a word or a sound of an answer: all but the weights'."""
    return [
        path
        for path in home.rglob("*")
        if path.is_file() and "models" not in path.relative_to(home).parts
    ]


def test_after_deleting_no_file_holds_a_word_or_a_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A session leaves sound, words and a report; `sessions delete` leaves none."""
    spoken(tmp_path)
    monkeypatch.setenv("MOCK_INTERVIEW_HOME", str(tmp_path))
    assert {p.suffix for p in traces(tmp_path)} >= {".flac", ".vtt", ".json", ".html"}

    assert run(["sessions", "delete", "--all", "--yes"]) == 0

    assert traces(tmp_path) == []


def test_a_private_session_leaves_no_file_at_all(tmp_path: Path) -> None:
    """Neither in the sessions nor among the temporary files."""
    spoken(tmp_path, "--private")

    assert traces(tmp_path) == []


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Session, Path, str]:
    """One real demonstration, with Whisper base, in a home of its own."""
    home = tmp_path_factory.mktemp("demo")
    done = subprocess.run(
        [sys.executable, "-m", "simulator", "demo", "--silent"],
        env={**os.environ, "MOCK_INTERVIEW_HOME": str(home), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    store = FolderStore(home / "sessions")
    (session,) = store.sessions()
    return session, store.folder(session.id), done.stdout


def test_the_demo_understands_its_recordings(
    demo: tuple[Session, Path, str],
) -> None:
    """Under 10 % word error rate with base on both spoken answers."""
    session, _, _ = demo

    rates = [
        word_error_rate(truth_of(name), turn.transcript.text)
        for name, turn in zip(
            ("demo_story", "demo_ramble"), session.turns, strict=False
        )
    ]

    assert max(rates) < 0.10, rates


def test_the_demo_names_the_missing_result_with_its_moments(
    demo: tuple[Session, Path, str],
) -> None:
    """The rambling answer: no result, said on screen and in the report, playable."""
    session, folder, screen = demo
    ramble = session.turns[1]

    about = next(a for a in ramble.feedback.advice if a.about == "result")

    assert "result" in ramble.analysis.structure.missing
    assert about.evidence
    assert about.text in (folder / "report.md").read_text(encoding="utf-8")
    assert about.text.split(".")[0] in " ".join(screen.split())


def test_the_demo_gives_silence_no_praise(demo: tuple[Session, Path, str]) -> None:
    session, _, _ = demo
    silent = session.turns[2]

    assert silent.analysis.why == "silence"
    assert silent.feedback.strength is None
    assert silent.analysis.structure.level is None


def test_the_demo_praises_the_good_story_with_its_moment(
    demo: tuple[Session, Path, str],
) -> None:
    session, _, _ = demo
    story = session.turns[0]

    assert story.feedback.strength is not None
    assert story.feedback.strength.evidence
    assert story.analysis.structure.missing == ()


def test_the_demo_ends_with_the_path_of_the_report(
    demo: tuple[Session, Path, str],
) -> None:
    _, folder, screen = demo

    assert str(folder / "report.html") in screen
    assert (folder / "report.html").is_file()


def truth_of(name: str) -> dict[str, object]:
    return tomllib.loads((FIXTURES / f"{name}.truth.toml").read_text())


def word_error_rate(truth: dict[str, object], heard: str) -> float:
    """Of what was said without fillers, case and punctuation apart."""
    words = [
        w["text"]
        for w in truth["words"]
        if w.get("kind", "word") == "word"  # type: ignore[union-attr, index]
    ]
    return float(jiwer.wer(plain(" ".join(words)), plain(heard)))


def plain(text: str) -> str:
    kept = (c.lower() if c.isalnum() or c == "'" else " " for c in text)
    fillers = {"um", "uh", "er", "erm", "ah"}
    return " ".join(w for w in "".join(kept).split() if w not in fillers)
