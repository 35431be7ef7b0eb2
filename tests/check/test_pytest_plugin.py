"""The pytest plugin, in a project that is not this one."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.resources import shipped

FIXTURES = shipped("audio_fixtures")

NOTHING_HEAVY = """
import sys

def pytest_collection_finish(session):
    heavy = {"faster_whisper", "ctranslate2", "onnxruntime", "av", "numpy", "pydantic"}
    print("heavy:", sorted(heavy & set(sys.modules)))
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Another project's folder with one recording; strict in markers and warnings."""
    place = tmp_path / "project"
    (place / "audio").mkdir(parents=True)
    (place / "pytest.ini").write_text(
        "[pytest]\naddopts = --strict-markers\nmock_interview_model = tiny.en\n"
        "filterwarnings = error\n"
    )
    (place / "conftest.py").write_text(NOTHING_HEAVY)
    for name in ("voice_neural.flac", "voice_neural.expected.toml"):
        shutil.copy(FIXTURES / name, place / "audio")
    return place


def collected(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True)


def test_every_expectation_is_an_item_and_collecting_imports_no_model(
    project: Path,
) -> None:
    done = collected(project, "--collect-only", "-q", "-s", "audio")

    assert done.returncode == 0, done.stdout
    assert "audio/voice_neural.expected.toml::voice_neural" in done.stdout
    assert "heavy: []" in done.stdout


def test_the_items_are_marked_as_needing_a_model(project: Path) -> None:
    done = collected(project, "--collect-only", "-q", "-m", "not model", "audio")

    assert "1 deselected" in done.stdout


def test_without_expectations_nothing_is_collected(project: Path) -> None:
    (project / "audio" / "voice_neural.expected.toml").unlink()

    done = collected(project, "-q", "-s", "audio")

    assert done.returncode == pytest.ExitCode.NO_TESTS_COLLECTED
    assert "heavy: []" in done.stdout


@pytest.mark.model
def test_a_miss_names_recording_and_measure(project: Path) -> None:
    """And one that cannot be run is a sentence, not a traceback."""
    expected = project / "audio" / "voice_neural.expected.toml"
    (project / "audio" / "gone.expected.toml").write_text('recording = "gone.flac"\n')
    expected.write_text(
        "[truth.values]\nspeech_rate = {value = 50.0, absolute = 5.0}\n"
    )

    done = collected(project, "-q", "audio")

    assert done.returncode == 1
    assert "voice_neural.flac" in done.stdout
    assert "speech_rate: expected 50 ± 5, measured" in done.stdout
    assert "gone.expected.toml is of gone.flac, which is not there" in done.stdout
    assert "mock-interview check FOLDER --update" in done.stdout
    assert "Traceback" not in done.stdout


@pytest.mark.model
def test_recordings_in_another_language_are_heard_in_it(project: Path) -> None:
    """Which this model does not know, and says."""
    done = collected(project, "-q", "--mock-interview-language", "de", "audio")

    assert "understands English only, not 'de'" in done.stdout
    assert "Traceback" not in done.stdout
