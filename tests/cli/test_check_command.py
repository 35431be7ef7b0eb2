"""`check` and `fixture new`: exit codes, what is written, what is refused."""

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from simulator import resources
from simulator.__main__ import run
from simulator.check import running
from simulator.check.engine import Engine
from simulator.check.finding import Case
from simulator.check.row import Row
from simulator.check.running import Checked
from simulator.resources import shipped

FIXTURES = shipped("audio_fixtures")
TINY = ["--model", "tiny.en"]
NOTHING = {"measurements": [], "structure": {"kind": "other"}}
"""Of a document, as much as is asked of it."""


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


@pytest.mark.parametrize("ci", ["true", "1", "0", "false", " "])
def test_update_is_refused_where_ci_is_set(
    ci: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """To whatever; and nothing is written."""
    monkeypatch.setenv("CI", ci)
    before = (folder / "voice_neural.expected.toml").read_bytes()

    assert run(["check", str(folder), "--update", *TINY]) == 2
    assert "CI" in capsys.readouterr().err
    assert (folder / "voice_neural.expected.toml").read_bytes() == before


def test_an_empty_ci_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`CI= mock-interview check --update` is how a shell takes it away for once."""
    monkeypatch.setenv("CI", "")

    assert run(["check", str(tmp_path), "--update", *TINY]) == 2
    assert "no recordings" in capsys.readouterr().err


def test_what_was_installed_is_not_updated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who forgets the folder would write into the program itself."""
    inside = tmp_path / "simulator" / "audio_fixtures"
    monkeypatch.setattr(resources, "shipped", lambda name: inside)

    assert run(["check", "--update", *TINY]) == 2
    assert "check FOLDER --update" in capsys.readouterr().err


@pytest.fixture
def without_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a decoding hangs on is not asked: nothing is decoded."""
    monkeypatch.setattr(Engine, "state", lambda engine: {"model": engine.model})


@pytest.mark.usefixtures("without_weights")
def test_a_recording_that_cannot_be_read_ends_with_2_and_the_others_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the table, on stderr and in JUnit; where it is expected, it is as expected."""
    truths = {"bad": "verdict = 'assessable'", "worse": "refused = 'cannot be read'"}
    for name, truth in truths.items():
        (tmp_path / f"{name}.wav").write_bytes(b"no sound at all" * 100)
        (tmp_path / f"{name}.expected.toml").write_text(f"[truth]\n{truth}\n")
    junit = tmp_path / "junit.xml"

    assert run(["check", str(tmp_path), "--junit", str(junit), *TINY]) == 2

    told = capsys.readouterr()
    assert "bad.wav cannot be read as a recording" in told.err
    assert "NOT COMPARED, for what stands above: bad" in told.out
    assert "ok      worse" in told.out
    suite = ElementTree.parse(junit).getroot()
    assert (suite.get("errors"), suite.get("failures")) == ("1", "0")


@pytest.mark.usefixtures("without_weights")
def test_a_files_name_is_no_command_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a\x1b[2J\n b é.wav").write_bytes(b"")

    assert run(["check", str(tmp_path), *TINY]) == 2

    told = capsys.readouterr()
    assert "\x1b" not in told.err + told.out
    assert len(told.err.splitlines()) == 1
    assert "fixture new" in told.err


@pytest.mark.usefixtures("without_weights")
def test_ctrl_c_tells_what_was_compared_before(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And CI never takes half a run for a whole one."""
    for name in ("a", "b", "c"):
        (folder / f"{name}.wav").write_bytes(b"")

    def check(case: Case, transcriber: object) -> Checked:
        if case.name == "b":
            raise KeyboardInterrupt
        row = Row("words", "WER <= 0.10", "WER 0.300", 0.2, outcome="missed")
        return Checked(case.name, "tiny.en", (row,), 1.0)

    monkeypatch.setattr(running, "check", check)
    junit = tmp_path / "junit.xml"

    assert run(["check", str(folder), "--junit", str(junit), *TINY]) == 130

    told = capsys.readouterr()
    assert "FAILED  a" in told.out
    assert "Stopped at b, 2 of 4" in told.err
    assert ElementTree.parse(junit).getroot().get("errors") == "1"


@pytest.mark.usefixtures("without_weights")
def test_a_file_that_expects_nothing_is_not_as_expected(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing with this model, or tables without a key: both end with 2."""
    shutil.copy(FIXTURES / "too_short.flac", tmp_path / "a b.flac")
    expected = tmp_path / "a b.expected.toml"
    monkeypatch.setattr(running, "document", lambda *given: NOTHING)
    for text, told in (
        ("[model.base]\nverdict = 'assessable'\n", "only with base"),
        ("[truth]\nstructure = {}\n", "expects nothing with model tiny.en"),
    ):
        expected.write_text(text)

        assert run(["check", str(tmp_path), *TINY]) == 2

        said = capsys.readouterr().err
        assert told in said
        assert f"--update --model tiny.en '{tmp_path / 'a b.flac'}'" in said


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
    updated = capsys.readouterr().out
    assert "-speech_rate = {value = 50.0, absolute = 5.0}" in updated
    assert "1 of 1 expectations changed, with tiny.en" in updated
    assert run(["check", str(folder), "--update", *TINY]) == 0
    assert capsys.readouterr().out == "0 of 1 expectations changed, with tiny.en.\n"
    assert run(["check", str(folder), *TINY]) == 0
    assert truth.read_text("utf-8") == "not ours to read"
