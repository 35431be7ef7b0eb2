"""The labelled answers, and the judge asked about one of them.

They were written in the manner of speech, for this project; none is a human interview.
The first writer also wrote the rules, the second had read only the guideline in
docs/structure.md (tests/measure/data/answers/LABELS.md), the fresh answers came from
the hand that changed the rules then (FRESH.md). The strangers' came from a writer who
had seen neither rules nor other answers, labelled twice by two readers, and so did the
newcomers' from two further writers (STRANGERS.md).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.measure.structure import guess_kind, judge
from simulator.records import Answer, Question, QuestionKind, Structure, Transcript

ANSWERS = Path(__file__).resolve().parents[1] / "tests/measure/data/answers"
FIRST_WRITER = ("stories", "others", "software", "mixed", "first_third", "long")
SECOND_WRITER = ("second_hand_a",)
OLDER = (
    *(*FIRST_WRITER, *SECOND_WRITER, "fresh_building"),
    *("set_aside", "second_hand_set_aside", "fresh_set_aside"),
    "voices",
)
"""Three of them were set aside in earlier rounds; all have been read since."""
STRANGERS = ("stranger_building", "stranger_set_aside")
"""Judged once, then read; the second half was set aside in the round before."""
BUILDING = (*OLDER, *STRANGERS)
"""The rules were made on these."""
SET_ASIDE = ("newcomers",)
"""Two further writers': judged before the rules of this round and after them."""
SECOND_LABELS = ANSWERS / "second_labels.toml"
STRANGER_SECOND_LABELS = (
    ANSWERS / "stranger_building_second_labels.toml",
    ANSWERS / "stranger_second_labels.toml",
    ANSWERS / "newcomer_second_labels.toml",
)
ELEMENTS = ("situation", "task", "action", "result")


@dataclass(frozen=True)
class Labelled:
    """One answer and what a person found in it."""

    id: str
    question: str
    text: str
    kind: str
    has: frozenset[str]
    asked: QuestionKind
    parts: frozenset[str] | None


def load(names: Iterable[str]) -> list[Labelled]:
    answers = []
    for name in names:
        text = (ANSWERS / f"{name}.toml").read_text(encoding="utf-8")
        for row in tomllib.loads(text)["answers"]:
            parts = row.get("parts")
            answers.append(
                Labelled(
                    id=row["id"],
                    question=row["question"],
                    text=" ".join(row["text"].split()),
                    kind=row["kind"],
                    has=frozenset(row["has"]),
                    asked=row.get("asked", "story"),
                    parts=None if parts is None else frozenset(parts),
                )
            )
    return answers


def structure(text: str, question: str, asked: QuestionKind) -> Structure:
    return judge(
        Answer(
            question=Question(id="q", text=question, kind=asked),
            transcript=Transcript(text=text, language="en", model="written"),
            sound=None,
        )
    )


def guessed(answer: Labelled) -> Structure:
    """As `analyze --question` judges: the kind of the question told by its words."""
    return structure(answer.text, answer.question, guess_kind(answer.question))


def elements(found: Structure) -> frozenset[str]:
    return frozenset(name for name in ELEMENTS if getattr(found, name))
