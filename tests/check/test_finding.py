"""Which recordings are checked, against which file: none is passed over in silence."""

import os
from pathlib import Path

import pytest
from made_documents import document

from simulator.check import fixture
from simulator.check.finding import Case, find, of_expectation
from simulator.check.fixture import About
from simulator.errors import ExpectationError
from simulator.resources import shipped


def put(folder: Path, *names: str, **texts: str) -> Path:
    """Empty files; and `NAME.expected.toml` of each text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_bytes(b"")
    for name, text in texts.items():
        (folder / f"{name}.expected.toml").write_text(text)
    return folder


class Deaf:
    """A transcriber that must not be asked."""

    model = "deaf"


def pairs(cases: list[Case]) -> dict[str, str]:
    """The files' names of those that can be checked."""
    return {c.recording.name: c.expected.name for c in cases if not c.trouble}


def troubles(cases: list[Case]) -> dict[str, str]:
    return {c.name: str(c.trouble) for c in cases if c.trouble}


def test_a_sound_and_the_file_of_its_name_belong_together(tmp_path: Path) -> None:
    """Whatever signs the name holds."""
    put(tmp_path, "b.x.WAV", "a [1].flac", "notes.txt", **{"a [1]": "", "b.x": ""})

    assert pairs(find([tmp_path])) == {
        "a [1].flac": "a [1].expected.toml",
        "b.x.WAV": "b.x.expected.toml",
    }


def test_a_recording_that_the_file_names_is_checked_and_no_other(
    tmp_path: Path,
) -> None:
    """As pytest does: a sound of the file's own name is an error then."""
    put(tmp_path, "a.flac", "other.m4a", a='recording = "other.m4a"')

    found = find([tmp_path])

    assert pairs(found) == {"other.m4a": "a.expected.toml"}
    assert pairs([of_expectation(tmp_path / "a.expected.toml")]) == pairs(found)
    assert list(troubles(found)) == ["a.flac"]
    assert "a.expected.toml is of other.m4a" in troubles(found)["a.flac"]


@pytest.mark.parametrize("written", [True, False])
def test_two_sounds_that_would_share_a_file_are_an_error(
    tmp_path: Path, written: bool
) -> None:
    """In the folder, named alone, and whether there is such a file yet."""
    put(tmp_path, "a.wav", "a.flac", "b.wav")
    if written:
        put(tmp_path, a="")

    for places in ([tmp_path], [tmp_path / "a.wav"], [tmp_path / "a.flac"]):
        told = troubles(find(places))
        assert list(told) == ["a"]
        assert "could be of a.flac and a.wav" in told["a"]
        assert 'recording = "a.flac"' in told["a"]
    assert pairs(find([tmp_path])) == {"b.wav": "b.expected.toml"}


def test_a_file_that_names_its_sound_can_be_shared_with_none(tmp_path: Path) -> None:
    """And two files may each name one of the two."""
    put(tmp_path, "a.wav", "a.flac", a='recording = "a.wav"')
    assert pairs(find([tmp_path])) == {"a.wav": "a.expected.toml"}
    assert list(troubles(find([tmp_path]))) == ["a.flac"]

    put(tmp_path, b='recording = "a.flac"')
    assert troubles(find([tmp_path])) == {}
    assert pairs(find([tmp_path / "a.flac"])) == {"a.flac": "b.expected.toml"}


def test_no_fixture_is_made_that_two_sounds_would_share(tmp_path: Path) -> None:
    put(tmp_path, "a.wav", "a.flac")

    with pytest.raises(ExpectationError, match=r"a\.wav and a\.flac"):
        fixture.new(tmp_path / "a.wav", About("CC0-1.0", True), Deaf())


def test_a_fixture_of_an_unusual_name_is_found_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By what it names; a folder's check looks for the usual sounds only."""
    put(tmp_path, "a.dat", "b.wav")
    monkeypatch.setattr(fixture, "document", lambda *given: document())

    for name in ("a.dat", "b.wav"):
        fixture.new(tmp_path / name, About("CC0-1.0", True), Deaf())

    assert pairs(find([tmp_path])) == {
        "a.dat": "a.expected.toml",
        "b.wav": "b.expected.toml",
    }
    assert "\nrecording = " not in (tmp_path / "b.expected.toml").read_text()


def test_a_mistake_in_one_file_leaves_the_others(tmp_path: Path) -> None:
    put(tmp_path, "a.wav", "b.wav", a="[truth", b="", gone="")

    found = find([tmp_path])

    assert pairs(found) == {"b.wav": "b.expected.toml"}
    assert sorted(troubles(found)) == ["a", "gone"]
    with pytest.raises(ExpectationError, match="no recording beside it"):
        next(case for case in found if case.name == "gone").expectation()


def test_an_expectation_and_a_sound_of_any_kind_can_be_named(tmp_path: Path) -> None:
    put(tmp_path, "a.wav", "b.odd", a="")

    found = find([tmp_path / "a.expected.toml", tmp_path / "b.odd"])

    assert pairs(found) == {"a.wav": "a.expected.toml", "b.odd": "b.expected.toml"}


def test_folders_in_a_folder_are_looked_into(tmp_path: Path) -> None:
    """As pytest does; what is hidden is nobody's recording."""
    put(tmp_path, "a.wav")
    put(tmp_path / "2026" / "may", "b.wav")
    put(tmp_path / ".venv", "c.wav")

    assert [case.name for case in find([tmp_path])] == ["a", "b"]
    assert [case.name for case in find([tmp_path, tmp_path / "2026"])] == ["a", "b"]


def test_a_recording_that_is_named_and_not_there(tmp_path: Path) -> None:
    put(tmp_path, a='recording = "gone.flac"')

    assert "is of gone.flac, which is not there" in troubles(find([tmp_path]))["a"]


def test_a_folder_that_may_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(Path, "iterdir", refused)
    with pytest.raises(ExpectationError, match="Permission denied"):
        find([tmp_path])

    monkeypatch.undo()
    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(ExpectationError, match="Permission denied"):
        find([tmp_path])


def test_a_name_that_no_disk_takes(tmp_path: Path) -> None:
    with pytest.raises(ExpectationError, match="File name too long"):
        find([tmp_path / ("a" * 300)])


def test_equal_names_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    """And what is named twice is checked once."""
    one, two = put(tmp_path / "one", "a.wav", "b.wav"), put(tmp_path / "two", "a.wav")

    names = [case.name for case in find([one, two, two / "a.wav"])]

    assert names == [str(one / "a.wav"), "b", str(two / "a.wav")]


def test_the_shipped_recordings_are_each_of_one_file() -> None:
    found = find([shipped("audio_fixtures")])

    assert troubles(found) == {}
    assert len(found) == len({c.recording for c in found}) > 40
