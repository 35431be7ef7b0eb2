"""What another project is told to do, done: README's three lines, and the workflow."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from simulator.__main__ import run
from simulator.resources import shipped

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / "docs" / "example-workflow.yml"


def commands(text: str) -> list[list[str]]:
    """Every `mock-interview ...` of a text, without comments, in order."""
    found = re.findall(r"mock-interview ((?:fixture|check) [^#\n]*)", text)
    return [shlex.split(line) for line in found]


def readme() -> str:
    text = (ROOT / "README.md").read_text("utf-8")
    return text.split("## In another project's CI")[1].split("```")[1]


@pytest.mark.model
@pytest.mark.parametrize("text", [readme(), WORKFLOW.read_text("utf-8")])
def test_what_is_written_for_other_projects_works_as_it_stands(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fixture that the first line makes is what the second one checks."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.chdir(tmp_path)
    for name in ("answer.flac", "recordings/NAME.flac"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(shipped("audio_fixtures") / "too_short.flac", tmp_path / name)
    (tmp_path / "FOLDER").mkdir()
    given = [line for line in commands(text) if "--every-way" not in line]
    assert [line[0] for line in given] == ["fixture", "check"]

    assert run(given[0]) == 0
    for path in tmp_path.glob("answer.*"):
        path.rename(tmp_path / "FOLDER" / path.name)
    assert run(given[1]) == 0

    report = given[1][given[1].index("--junit") + 1]
    assert 'failures="0" errors="0"' in (tmp_path / report).read_text("utf-8")


def test_the_workflow_keeps_decodings_where_they_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """On Linux, where it runs."""
    from simulator.resources import cache_folder

    for name in ("MOCK_INTERVIEW_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    path = re.search(r"path: (~\S*decodings)", WORKFLOW.read_text("utf-8"))

    assert path
    assert Path(path[1]).expanduser() == cache_folder() / "decodings"
