"""A question that comes as text: the bank's, if a bank knows it, else one of its own.

A recording analysed on its own carries at most the words that were asked. What shape of
answer they want is read from how they begin, by the few openings interviewers use.
"""

import re

from simulator.errors import BankError
from simulator.records import Question, QuestionKind

from . import banks

_OPENINGS: tuple[tuple[QuestionKind, str], ...] = (
    (
        "asking",
        r"(do|what) you have (any )?questions|questions (do you have )?for (me|us)",
    ),
    (
        "self",
        r"tell (me|us) (something |a (bit|little) )?about yourself|introduce yourself"
        r"|walk (me|us) through your (cv|resume|résumé|background|career)",
    ),
    (
        "story",
        r"\b(tell|talk|walk|take) (me|us) (about|through) (a|an|one|the last) "
        r"|\bdescribe (a|an|one) "
        r"|give (me|us) an example|\bwhen (have|did|was) you|have you ever",
    ),
    (
        "situational",
        r"\b(imagine|suppose)\b|what would you do|how would you\b|what if\b",
    ),
    ("technical", r"\bhow (do|does|would) .*\bwork\b|\bexplain (how|the)\b|design a\b"),
    (
        "opinion",
        r"\bwhy\b|what do you think|what is your (view|opinion)|what matters"
        r"|strength|weakness|greatest",
    ),
)


def question_for(words: str) -> Question:
    """The question with that id or text from any readable bank, else a new one."""
    wanted = _plain(words)
    for bank in banks.available():
        if bank.mistakes:
            continue
        try:
            questions = banks.load(bank.path).questions
        except BankError:
            continue
        for question in questions:
            if words == question.id or wanted == _plain(question.text):
                return question
    return Question(id="given", text=words, kind=kind_of(words))


def kind_of(words: str) -> QuestionKind:
    """What shape of answer a question wants, by its opening; a story if unsure.

    A story is the safe guess: most interview questions ask for one, and nothing but the
    shape of the answer hangs on it.
    """
    text = words.lower()
    return next((kind for kind, form in _OPENINGS if re.search(form, text)), "story")


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()
