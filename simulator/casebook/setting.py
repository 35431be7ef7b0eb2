"""An assignment made ready to be rehearsed: its questions found in their banks."""

import random
from pathlib import Path

from ..ask import banks
from ..errors import BankError
from ..records import Bank, Question
from ..studio import assignment, rubric
from ..studio.assignment import Asked, Assignment

ROOM_S = 45.0
"""Beside the answers themselves: the question read aloud, thinking, feedback."""


def load(path: Path) -> tuple[Assignment, Bank]:
    """An assignment, and its questions as a bank in the order in which they are asked.

    Raises:
        BankError: the file has mistakes, or names a bank, question or rubric that is
            not there.
    """
    made = assignment.load(path)
    if made.rubric:
        rubric.load(made.rubric)  # better now than when the coach wants to score
    questions = [_question(asked, path) for asked in made.questions]
    if made.order == "random":
        random.shuffle(questions)
    if made.minutes is not None:
        questions = _fitting(questions, made.minutes * 60, made.attempts)
    bank = Bank(
        id=made.id,
        title=made.title,
        description=made.note,
        questions=tuple(questions),
    )
    return made, bank


def kept_settings(made: Assignment) -> dict[str, str | int]:
    """What the session remembers of it."""
    return {
        "assignment": made.id,
        "attempts": made.attempts,
        "rubric": rubric.load(made.rubric).id if made.rubric else "",
        "measures_shown": " ".join(made.measures),
    }


def _question(asked: Asked, path: Path) -> Question:
    if asked.text.strip():
        return Question(
            id=asked.id,
            text=asked.text.strip(),
            kind=asked.kind,
            target_s=asked.target_s,
            concepts=asked.concepts,
        )
    beside = path.parent / asked.bank
    name = str(beside) if asked.bank.endswith(".toml") else asked.bank
    for question in banks.load(name).questions:
        if question.id == asked.id:
            return question
    raise BankError(
        f"{path}: the bank {asked.bank!r} has no question {asked.id!r}",
        f"`mock-interview banks show {asked.bank}` lists them.",
    )


def _fitting(questions: list[Question], most_s: float, attempts: int) -> list[Question]:
    """As many as fit, always the first."""
    fitting: list[Question] = []
    for question in questions:
        most_s -= attempts * (question.target_s + ROOM_S)
        if fitting and most_s < 0:
            break
        fitting.append(question)
    return fitting
