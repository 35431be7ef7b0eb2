"""The labelled answers, and the judge asked about one of them.

They were written in the manner of speech, for this project; none is a human interview.
The first writer also wrote the rules, the second had read only the guideline in
docs/structure.md (tests/measure/data/answers/LABELS.md). The fresh answers came last,
before the rules of that round, a third of each batch set aside (FRESH.md beside them).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator.measure.structure import judge
from simulator.records import Answer, Question, QuestionKind, Structure, Transcript

ANSWERS = Path(__file__).resolve().parents[1] / "tests/measure/data/answers"
FIRST_WRITER = ("stories", "others", "software", "mixed", "first_third", "long")
SECOND_WRITER = ("second_hand_a",)
BUILDING = (*FIRST_WRITER, *SECOND_WRITER, "fresh_building")
"""The rules were tuned on these."""
SET_ASIDE = ("fresh_set_aside",)
"""Every third of the fresh answers, judged when the rules were finished."""
SET_ASIDE_EARLIER = ("set_aside", "second_hand_set_aside")
"""Set aside in earlier rounds and judged in each since: no longer unseen."""
SECOND_LABELS = ANSWERS / "second_labels.toml"
FRESH_SECOND_LABELS = ANSWERS / "fresh_second_labels.toml"
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


def elements(found: Structure) -> frozenset[str]:
    return frozenset(name for name in ELEMENTS if getattr(found, name))
