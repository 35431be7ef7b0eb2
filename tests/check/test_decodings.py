"""Kept decodings: used where nothing has changed, and nowhere else."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from simulator.check.decodings import Decodings
from simulator.check.engine import Engine, source_sha256
from simulator.check.ways import instructions
from simulator.records import Samples, Transcript
from simulator.seams import Progress

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


def test_a_damaged_cache_is_decoded_anew(home: Path) -> None:
    engine = Made()
    heard(engine)
    for path in (home / "cache" / "decodings").iterdir():
        path.write_text('{"text": ', "utf-8")

    assert heard(engine) == "take 2"


def test_the_source_is_part_of_the_key_and_instructions_are_named() -> None:
    """Every file of transcribe and sound; the same twice."""
    assert source_sha256() == source_sha256()
    assert instructions()


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
