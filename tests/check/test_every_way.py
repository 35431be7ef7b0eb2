"""`check --every-way`: a process for each way, asked the same as this one."""

import shutil
from pathlib import Path

import pytest

from simulator.__main__ import run
from simulator.check import every_way, ways
from simulator.check.engine import Engine
from simulator.check.every_way import Asked
from simulator.check.ways import FORCED, Way
from simulator.errors import ModelError
from simulator.resources import shipped

TWO = (Way("as usual"), Way("1 thread", threads=1))
TINY = ["--model", "tiny.en"]


@pytest.fixture(autouse=True)
def two_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a small machine."""
    for name in (*FORCED, "CI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(ways, "offered", lambda threads: TWO)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one short recording, with nothing expected of it."""
    place = tmp_path / "mine"
    place.mkdir()
    shutil.copy(shipped("audio_fixtures") / "too_short.flac", place)
    return place


def test_a_way_is_asked_all_that_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths that begin with a dash too."""
    asked = Asked(Engine("tiny.en", "de"), (Path("-a"),), True, True, Path("out.xml"))
    ran: list[list[str]] = []
    monkeypatch.setattr(every_way, "_run", lambda way, command: ran.append(command))

    every_way.check(TWO[1], asked)

    said = " ".join(ran[0][1:])
    for option in (
        *("--model tiny.en", "--language de", "--threads 1", "--no-cache", "--all"),
        "--junit out-1-thread.xml",
    ):
        assert f" {option} " in said
    assert said.endswith(" -- -a")


def test_a_way_that_does_not_run_ends_an_update(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(every_way, "_run", lambda way, command: -4)

    with pytest.raises(ModelError, match="as usual' ended with exit code -4"):
        every_way.decodings(Asked(Engine("tiny.en"), (Path("a"),)))


@pytest.mark.model
def test_a_new_recording_is_updated_and_checked_every_way(
    folder: Path, home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """From no expectation to one that holds; without the cache nothing is kept."""
    decodings = home / "cache" / "decodings"

    assert run(["check", str(folder), "--every-way", "--update", *TINY]) == 0
    assert '[model."tiny.en"]' in (folder / "too_short.expected.toml").read_text()
    assert len(list(decodings.iterdir())) == len(TWO)

    shutil.rmtree(decodings)
    capfd.readouterr()
    options = ["--every-way", "--no-cache", "--all", *TINY]
    assert run(["check", str(folder), *options]) == 0
    told = capfd.readouterr().out
    assert "All ways: ok" in told
    assert told.count("not_assessable") >= len(TWO)
    assert not decodings.exists()


@pytest.mark.model
def test_an_update_without_the_cache_decodes_every_way_anew(
    folder: Path, home: Path
) -> None:
    """What was kept, perhaps of a broken version, is not written down."""
    update = ["check", str(folder), "--every-way", "--update", *TINY]
    assert run(update) == 0
    expected = folder / "too_short.expected.toml"
    before = expected.read_bytes()
    for path in (home / "cache" / "decodings").iterdir():
        path.write_text('{"text": "", "language": "en", "model": "tiny.en"}')

    assert run(update) == 0
    assert expected.read_bytes() != before
    assert run([*update, "--no-cache"]) == 0
    assert expected.read_bytes() == before


@pytest.mark.model
def test_what_cannot_be_checked_is_told_for_each_of_two_that_bear_one_name(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    junit = tmp_path / "out.xml"

    asked = ["check", str(folder), str(other), "--junit", str(junit), *TINY]
    assert run(asked) == 2

    told = capfd.readouterr().err
    for place in (folder, other):
        assert f"{place / 'too_short.flac'} has no too_short.expected.toml" in told
        assert f'classname="{place / "too_short.flac"}"' in junit.read_text("utf-8")
