"""`check` and `fixture new`: exit codes, what is written, what is refused."""

import shutil
from pathlib import Path

import pytest

from simulator.__main__ import run
from simulator.resources import shipped

FIXTURES = shipped("audio_fixtures")
TINY = ["--model", "tiny.en"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one short recording with exact truth."""
    place = tmp_path / "mine"
    place.mkdir()
    for name in ("voice_neural.flac", "voice_neural.expected.toml"):
        shutil.copy(FIXTURES / name, place)
    return place


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a person's machine, wherever the tests run."""
    monkeypatch.delenv("CI", raising=False)


@pytest.mark.parametrize("command", [["check"], ["fixture", "new"]], ids=" ".join)
def test_the_commands_explain_themselves(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*command, "--help"]) == 0
    assert "--model" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["{empty}"], "no recordings"),
        (["{empty}/nowhere"], "nothing at"),
        (["{folder}", "--model", "no-such-model"], "'no-such-model'"),
        (["{folder}", "--model", "{empty}"], "holds no Whisper model"),
    ],
)
def test_without_recordings_or_weights_it_ends_with_2(
    arguments: list[str],
    named: str,
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    given = [a.format(empty=empty, folder=folder) for a in arguments]

    assert run(["check", *given]) == 2
    assert named in capsys.readouterr().err


def test_update_is_refused_where_ci_is_set(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing is written."""
    monkeypatch.setenv("CI", "true")
    before = (folder / "voice_neural.expected.toml").read_bytes()

    assert run(["check", str(folder), "--update", *TINY]) == 2
    assert "CI" in capsys.readouterr().err
    assert (folder / "voice_neural.expected.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("given", "named"),
    [([], "licence"), (["--licence", "CC0-1.0"], "consent")],
)
def test_no_fixture_without_licence_and_consent(
    given: list[str], named: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Through a pipe nobody can be asked: both are options, and both are needed."""
    audio = folder / "voice_neural.flac"
    (folder / "voice_neural.expected.toml").unlink()

    assert run(["fixture", "new", str(audio), *given]) == 2
    assert named in capsys.readouterr().err
    assert list(folder.iterdir()) == [audio]


@pytest.mark.model
def test_a_fixture_is_made_checked_moved_and_updated(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A coach's way, from a recording to a moved number and back."""
    audio, expected = (
        folder / "voice_neural.flac",
        folder / "voice_neural.expected.toml",
    )
    truth = folder / "voice_neural.truth.toml"
    truth.write_text("not ours to read", "utf-8")
    expected.unlink()
    assert run(["check", str(folder), *TINY]) == 2
    assert "voice_neural.expected.toml" in capsys.readouterr().err

    made = ["fixture", "new", str(audio), "--licence", "CC0-1.0", "--consent", *TINY]
    assert run(made) == 0
    assert run(made) == 2
    assert 'licence = "CC0-1.0"' in expected.read_text("utf-8")
    assert run(["check", str(folder), *TINY]) == 0

    whole = expected.read_text("utf-8")
    line = next(x for x in whole.splitlines() if x.startswith("speech_rate"))
    expected.write_text(
        whole.replace(line, "speech_rate = {value = 50.0, absolute = 5.0}"), "utf-8"
    )
    junit = folder.parent / "junit.xml"
    capsys.readouterr()
    assert run(["check", str(folder), "--junit", str(junit), *TINY]) == 1
    table = capsys.readouterr().out
    assert "FAILED  voice_neural" in table
    assert "speech_rate" in table
    assert 'classname="voice_neural" name="speech_rate"' in junit.read_text("utf-8")

    assert run(["check", str(folder), "--update", *TINY]) == 0
    assert "-speech_rate = {value = 50.0, absolute = 5.0}" in capsys.readouterr().out
    assert run(["check", str(folder), *TINY]) == 0
    assert truth.read_text("utf-8") == "not ours to read"
