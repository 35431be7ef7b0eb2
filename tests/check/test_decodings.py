"""Kept decodings: used where nothing has changed, and nowhere else."""

import ast
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from simulator.check.decodings import Decodings
from simulator.check.engine import LIBRARIES, ROOMS, Engine, source_sha256, versions
from simulator.check.ways import instructions
from simulator.errors import ModelError
from simulator.records import Samples, Transcript
from simulator.seams import Progress

NO_PART_IN_WORDS = {"huggingface_hub", "soundfile"}
"""One fetches weights, the other reads samples: both are hashed themselves."""

SOUND = np.linspace(0, 0.5, 1600, dtype=np.float32)


class Counting:
    """A transcriber that says how often it was asked."""

    model = "counted"

    def __init__(self) -> None:
        self.asked = 0

    def transcribe(
        self, samples: Samples, progress: Progress | None = None
    ) -> Transcript:
        self.asked += 1
        return Transcript(text=f"take {self.asked}", language="en", model=self.model)


@dataclass
class Made:
    """An engine whose state is given."""

    weights: str = "a"
    model: str = "counted"
    transcriber: Counting = field(default_factory=Counting)

    def open(self) -> Counting:
        return self.transcriber

    def state(self) -> dict[str, Any]:
        return {"weights_sha256": self.weights}


def heard(engine: Made, sound: Samples = SOUND, *, keep: bool = True) -> str:
    return Decodings(engine, keep=keep).transcribe(sound).text


def test_the_same_sound_is_decoded_once() -> None:
    engine = Made()

    assert [heard(engine), heard(engine)] == ["take 1", "take 1"]
    assert engine.transcriber.asked == 1


def test_a_changed_sample_or_other_weights_are_decoded_anew() -> None:
    engine, other = Made(), Made(weights="b")
    heard(engine)
    changed = SOUND.copy()
    changed[7] += 1e-4

    heard(engine, changed)
    heard(other)

    assert (engine.transcriber.asked, other.transcriber.asked) == (2, 1)


def test_without_the_cache_all_is_decoded_and_nothing_kept() -> None:
    engine = Made()

    texts = [heard(engine, keep=False), heard(engine, keep=False), heard(engine)]

    assert texts == ["take 1", "take 2", "take 3"]


@pytest.mark.parametrize(
    "left",
    [
        b"",
        b'{"text": ',
        b"\xff\xfe\x00",
        b'{"text": "of another version", "language": "en", "model": "m", "mood": 3}',
        b"[" * 9999,
    ],
)
def test_a_damaged_cache_is_decoded_anew(left: bytes, home: Path) -> None:
    engine = Made()
    heard(engine)
    for path in (home / "cache" / "decodings").iterdir():
        path.write_bytes(left)

    assert [heard(engine), heard(engine)] == ["take 2", "take 2"]


def test_checks_at_once_do_not_disturb_each_other(home: Path) -> None:
    """Each gets a whole decoding, and one is kept."""
    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(lambda _: heard(Made()), range(64)))

    assert set(texts) == {"take 1"}
    assert len(list((home / "cache" / "decodings").iterdir())) == 1


def test_the_source_is_part_of_the_key_and_instructions_are_named() -> None:
    """Every file of transcribe and sound; the same twice."""
    assert source_sha256() == source_sha256()
    assert instructions()


def test_the_records_that_a_decoding_fills_are_part_of_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or yesterday's would lack today's fields; what is measured later is no part."""
    package = Path(str(resources.files("simulator")))
    for room in (*ROOMS, "records", "measure"):
        shutil.copytree(package / room, tmp_path / room)
    monkeypatch.setattr(resources, "files", lambda name: tmp_path)
    before = source_sha256()

    (tmp_path / "measure" / "pauses.py").write_text("PAUSE_S = 9\n")
    assert source_sha256() == before
    (tmp_path / "records" / "spoken.py").write_text("# another field\n")
    assert source_sha256() != before


@pytest.mark.parametrize("file", ["tokenizer.json", "config.json", "vocabulary.txt"])
def test_all_files_of_a_model_are_part_of_the_key(tmp_path: Path, file: str) -> None:
    """Other tokens or other sounds left out are other words, with the same weights."""
    for name in ("model.bin", "config.json", "tokenizer.json"):
        (tmp_path / name).write_text("{}")
    engine = Engine(str(tmp_path))
    before = engine.state()

    (tmp_path / file).write_text('{"suppress_ids": []}')

    assert engine.state() != before
    assert engine.weights_sha256() == before["weights_sha256"]


def test_what_another_process_needs_is_kept_or_is_an_error(home: Path) -> None:
    """A cache that cannot be written would only be noticed as a miss."""
    engine = Made()
    Decodings(engine).prepare(SOUND)
    Decodings(engine).prepare(SOUND)
    assert heard(engine) == "take 1"

    Decodings(engine, anew=True).prepare(SOUND)
    assert heard(engine) == "take 2"

    place = home / "cache" / "decodings"
    for path in place.iterdir():
        path.unlink()
    place.rmdir()
    place.write_text("in the way")
    assert heard(engine) == "take 3"
    with pytest.raises(ModelError, match="cannot be kept in"):
        Decodings(engine).prepare(SOUND)


def test_what_was_said_is_kept_for_its_owner_alone(home: Path) -> None:
    heard(Made())

    (path,) = (home / "cache" / "decodings").iterdir()
    assert path.stat().st_mode & 0o077 == 0


def imported_by(room: str) -> set[str]:
    """The libraries that a room's source imports."""
    package, found = Path(str(resources.files("simulator"))), set[str]()
    for path in (package / room).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(str(node.module))
    return {name.partition(".")[0] for name in found}


def test_every_library_that_turns_sound_into_words_is_part_of_the_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another version of one, another decoding."""
    within = metadata.packages_distributions()
    names = set().union(*map(imported_by, ROOMS)) - {"simulator"}
    used = {name.lower() for n in names for name in within.get(n, [])}

    assert used - NO_PART_IN_WORDS <= {name.lower() for name in LIBRARIES}
    monkeypatch.setattr(metadata, "version", lambda name: f"{name} 99")
    for name in LIBRARIES:
        assert versions()[name] == f"{name} 99"


@pytest.mark.model
def test_the_users_thresholds_and_the_threads_are_part_of_the_key(home: Path) -> None:
    """And so are the weights, whose hash JUnit tells."""
    usual = Decodings(Engine("tiny.en"))
    before = usual.key(SOUND)
    (home / "config").mkdir(parents=True)
    (home / "config" / "transcription.toml").write_text("[cutting]\npause_s = 0.4\n")

    after = Decodings(Engine("tiny.en")).key(SOUND)
    threads = Decodings(Engine("tiny.en", threads=1)).key(SOUND)

    assert len({before, after, threads}) == 3
    assert usual.state["weights_sha256"].startswith("1a5afae0")
