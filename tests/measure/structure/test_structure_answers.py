"""The labelled answers: accuracy, agreement without punctuation, time."""

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest

from simulator.measure.structure import judge
from simulator.records import Answer, Question, Structure, Transcript

ANSWERS = Path(__file__).parents[1] / "data" / "answers"
ELEMENTS = ("situation", "task", "action", "result")
BUILDING = (
    *("stories", "others", "software", "mixed", "first_third", "long"),
    *("second_hand_a", "fresh_building"),
)


def rows(name: str) -> list[dict[str, Any]]:
    text = (ANSWERS / f"{name}.toml").read_text(encoding="utf-8")
    return list(tomllib.loads(text)["answers"])


def structure(text: str, row: dict[str, Any]) -> Structure:
    question = Question(id="q", text=row["question"], kind=row.get("asked", "story"))
    transcript = Transcript(text=text, language="en", model="written")
    return judge(Answer(question=question, transcript=transcript, sound=None))


def elements(found: Structure) -> set[str]:
    return {name for name in ELEMENTS if getattr(found, name)}


def bare(text: str) -> str:
    return re.sub(r"[.,?!;:]+(?=\s|$)", "", " ".join(text.split())).lower()


@pytest.mark.parametrize("name", [*BUILDING, "set_aside"])
def test_elements_are_told_right(name: str) -> None:
    """On each labelled set at least 85 % of the elements are told right."""
    right = [
        (element in row["has"]) == (element in elements(structure(row["text"], row)))
        for row in rows(name)
        for element in ELEMENTS
    ]
    assert sum(right) / len(right) >= 0.85


@pytest.mark.parametrize("name", [*BUILDING, "set_aside"])
def test_punctuation_changes_little(name: str) -> None:
    """Without punctuation and capitals at least 90 % of the elements stay the same."""
    same = [
        (element in elements(structure(bare(row["text"]), row)))
        == (element in elements(structure(row["text"], row)))
        for row in rows(name)
        for element in ELEMENTS
    ]
    assert sum(same) / len(same) >= 0.90


def test_time_grows_with_the_words() -> None:
    """Eight times the words take at most sixteen times as long: linear, not square."""
    text = " ".join(row["text"] for row in rows("stories")).split()

    def spent_s(count: int) -> float:
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            structure(" ".join(text[:count]), rows("stories")[0])
            best = min(best, time.process_time() - begin)
        return best

    spent_s(100)
    assert spent_s(2400) < 16 * spent_s(300) + 0.01
