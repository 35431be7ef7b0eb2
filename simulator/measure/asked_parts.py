"""Whether a question that asks several things got an answer to each.

Only parts of which wording or structure tells surely whether they were answered are
judged ("what did you do", "what came of it", "why"); a question with any other part is
not judged at all: to be told that a part is missing, when it was answered in other
words, is worse than to be told nothing.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulator.records import Answer, Concept, Passage, Structure

from .evidence_signs import TROUBLE
from .sentences import Sentence, split

_PIECE = re.compile(
    r"(?<=[.?!])\s+|,?\s+and\s+(?=(?:what|how|why|who|which|when|where|did|would|do)\b)",
    re.I,
)
_FRAME = re.compile(
    r"^(?:tell me about|take me through|describe|give me|think of|this job asks"
    r"|it also asks|something else|let us talk|one thing|things that|you )",
    re.I,
)
"""What a question is about, before it asks."""

Look = Callable[[Structure, Sequence[Sentence]], Sequence[Passage]]


@dataclass(frozen=True)
class Part:
    """One part of a question, with the first passage that answers it, if any."""

    text: str
    answer: Passage | None


def _said(pattern: str) -> Look:
    wording = re.compile(pattern, re.I)

    def look(_: Structure, found: Sequence[Sentence]) -> Sequence[Passage]:
        return [one.passage for one in found if wording.search(one.text)]

    return look


def _trouble(_: Structure, found: Sequence[Sentence]) -> Sequence[Passage]:
    return [one.passage for one in found if TROUBLE.search(one.text)]


_KINDS: tuple[tuple[str, Look], ...] = (
    (
        r"\bwhat did you (?:do|say|tell)\b|\bhow did you (?:do|say|solve|handle|go)\b",
        lambda structure, _: structure.action,
    ),
    (
        r"\bwhat (?:came of it|happened|changed|was the (?:result|outcome))\b"
        r"|\bhow did (?:it|that) (?:end|turn out|go)\b",
        lambda structure, _: structure.result,
    ),
    (
        r"\bwhat did you (?:learn|take from)\b",
        _said(r"\blearn(?:ed|t)\b|\btaught me\b|\bnext time\b|\bsince then i\b"),
    ),
    (
        r"\bwhat (?:would|will) you do differently\b|\bdo differently\b",
        _said(r"\bnext time\b|\bi(?:'d| would)\b|\bshould have\b|\bdifferently\b"),
    ),
    (
        r"\bhow did you (?:notice|find out|know)\b",
        _said(r"\b(?:noticed|saw|found out|realised|realized|because|when)\b"),
    ),
    (
        r"\bwho did you (?:tell|ask)\b",
        _said(r"\b(?:told|asked|wrote to|went to|called|rang|reported)\b"),
    ),
    (r"^what went wrong\b", _trouble),
    (r"^(?:and )?why\b", _said(r"\bbecause\b|\breason\b|\bso that\b|\bsince\b")),
    (
        r"\bwhat do (?:they|you) need\b",
        _said(r"\bneeds?\b|\bwants?\b|\blook(?:s|ing)? for\b"),
    ),
    (
        r"^how would you describe\b",
        lambda _, found: [one.passage for one in found[:1]],
    ),
)
KINDS = tuple((re.compile(asks, re.I), look) for asks, look in _KINDS)


def answered(answer: Answer, structure: Structure) -> tuple[Concept, ...]:
    """The parts of the answer's question, each answered (found) or not.

    Empty without a question, and where words were too doubtful to find the structure:
    nobody is told then that a part was not heard.
    """
    if answer.question is None or structure.uncertain:
        return ()
    found = parts(answer.question.text, structure, split(answer.transcript))
    return tuple(
        Concept(
            name=part.text,
            found=part.answer is not None,
            evidence=(part.answer,) if part.answer else (),
        )
        for part in found
    )


def parts(
    question: str, structure: Structure, found: Sequence[Sentence]
) -> tuple[Part, ...]:
    """The parts of a question, each with what answers it.

    Empty where the question has one part only, or one that cannot be judged.
    """
    pieces = [p.strip(" ,.?!") for p in _PIECE.split(question)]
    asked = [p for p in pieces if p and not _FRAME.match(p)]
    if len(asked) < 2:
        return ()
    judged: list[Part] = []
    for piece in asked:
        look = next((look for asks, look in KINDS if asks.search(piece)), None)
        if look is None:
            return ()
        judged.append(Part(piece, next(iter(look(structure, found)), None)))
    return tuple(judged)
