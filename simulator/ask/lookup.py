"""The shipped question that was meant by an id or by its words."""

import re
from collections.abc import Iterator

from simulator.errors import BankError
from simulator.records import Question

from . import banks


def known_question(words: str) -> Question | None:
    """The question with that id or text from any readable bank; None if no bank has it.

    A question from a bank brings what a good answer speaks of; so a recording that is
    analysed with the words that were asked is judged as in the interview.
    """
    return next(_questions(words), None)


def shipped_questions(words: str) -> tuple[Question, ...]:
    """Those with that id or text in the shipped banks alone, which anybody has."""
    return tuple(_questions(words, shipped_only=True))


def _questions(words: str, shipped_only: bool = False) -> Iterator[Question]:
    wanted = _plain(words)
    for bank in banks.available():
        if bank.mistakes or (shipped_only and bank.yours):
            continue
        try:
            questions = banks.load(bank.path).questions
        except BankError:
            continue
        for question in questions:
            if words == question.id or wanted == _plain(question.text):
                yield question


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
