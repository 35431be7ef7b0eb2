"""Whoever breaks a threshold, a prompt or a model hears of it from `check`.

Done, not argued: the source is copied, one thing in it is broken, and the copy checks
a recording whose truth is exact.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.resources import shipped
from simulator.transcribe import weights

FIXTURES = shipped("audio_fixtures")
PACKAGE = Path(__file__).resolve().parents[2] / "simulator"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The product's source, to be broken, and two recordings beside it."""
    place = tmp_path / "copy"
    left_out = shutil.ignore_patterns("__pycache__", "audio_fixtures")
    shutil.copytree(PACKAGE, place / "simulator", ignore=left_out)
    (place / "audio").mkdir()
    for name in ("pauses", "fillers"):
        shutil.copy(FIXTURES / f"{name}.flac", place / "audio")
        shutil.copy(FIXTURES / f"{name}.expected.toml", place / "audio")
    return place


def checked(copy: Path, model: str = "tiny.en") -> tuple[int, str]:
    """Exit code and table of the copy's own `check`; decodings are kept between."""
    environment = {**os.environ, "MOCK_INTERVIEW_HOME": str(copy / "home")}
    command = [sys.executable, "-m", "simulator", "check", "audio", "--model", model]
    done = subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True
    )
    return done.returncode, done.stdout + done.stderr


def broken(copy: Path, file: str, line: str, instead: str) -> None:
    path = copy / "simulator" / file
    text = path.read_text("utf-8")
    assert text.count(line) == 1, f"{file} has no line {line!r} to break"
    path.write_text(text.replace(line, instead), "utf-8")


def failed(table: str, recording: str) -> set[str]:
    """The measures that the table says were missed in one recording."""
    found, inside = set(), False
    for line in table.splitlines():
        if line.startswith(("ok", "FAILED")):
            inside = line.split()[:2] == ["FAILED", recording]
        elif inside and line.split()[:1] in (["MISSED"], ["WORSE"]):
            found.add(line.split()[1])
    return found


@pytest.mark.model
def test_a_broken_threshold_and_a_broken_prompt_are_named(copy: Path) -> None:
    """The threshold although nothing is decoded anew; the prompt although all was."""
    code, table = checked(copy)
    assert code == 0, table

    broken(copy, "measure/pauses.py", "\nPAUSE_S = 0.25\n", "\nPAUSE_S = 0.9\n")
    code, table = checked(copy)
    assert code == 1
    assert "pauses" in failed(table, "pauses")

    broken(copy, "measure/pauses.py", "\nPAUSE_S = 0.9\n", "\nPAUSE_S = 0.25\n")
    prompt = 'prompt: str = "Um, uh, hmm, er, ah."'
    broken(copy, "transcribe/settings.py", prompt, 'prompt: str = "Hello."')
    code, table = checked(copy)
    assert code == 1
    assert "fillers" in failed(table, "fillers")


@pytest.mark.model
def test_a_broken_model_is_named(copy: Path) -> None:
    """A fiftieth of the weights zeroed, in a folder of one's own (ours are hashed)."""
    folder = copy / "weights"
    shutil.copytree(weights.find("tiny.en"), folder)
    file = folder / "model.bin"
    whole = bytearray(file.read_bytes())
    start, size = len(whole) // 20, len(whole) // 50
    whole[start : start + size] = bytes(size)
    file.write_bytes(whole)

    code, table = checked(copy, str(folder))

    assert code == 1, table
    assert "words" in failed(table, "pauses") | failed(table, "fillers")
