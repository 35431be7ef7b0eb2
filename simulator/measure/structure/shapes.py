"""Shapes other than a story's: which clauses hold their parts.

present_past_future for "tell me about yourself"; prep (point, reason, example, point
again) for opinions and motives; options_criteria_choice for technical and "what would
you do" questions; explanation (what it is, how it works, a case of it) for "what is a
thread?"; questions for the candidate's own. The question's kind chooses.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from simulator.records import QuestionKind

from . import lexicon, shape_lexicon, verbs
from .clauses import Clause

Parts = dict[str, tuple[int, ...]]

SHAPE_OF: Mapping[QuestionKind, str] = {
    "story": "star",
    "self": "present_past_future",
    "opinion": "prep",
    "situational": "options_criteria_choice",
    "technical": "options_criteria_choice",
    "asking": "questions",
}
SHAPE_OF_KIND: Mapping[str, str] = {
    "story": "star",
    "pseudo_story": "star",
    "self_description": "present_past_future",
    "opinion": "prep",
    "other": "",
}
EXPECTED: Mapping[str, tuple[str, ...]] = {
    "": (),
    "star": ("situation", "task", "action", "result"),
    "present_past_future": ("present", "past", "future"),
    "prep": ("point", "reason", "example", "point_again"),
    "options_criteria_choice": ("options", "criteria", "choice"),
    "questions": ("questions",),
    "explanation": ("meaning", "workings", "example"),
}
_TELLS = frozenset(["i", "we", "they", "np"])
"""Subjects of an episode told as an example; "it was" alone tells none."""
LATE = 0.7
"""A point is said again only near the end."""
_ASKING = re.compile(
    r"^(?:(?:and|so|but|also|ok|okay|yes|yeah|well|then|my (?:first|second|other|last)"
    r" question is|i would (?:also )?like to know|i (?:also )?wanted to ask"
    r"|i was wondering"
    r"|could you tell me|can you tell me|the other thing is) )*"
    r"(?:what|how|who|when|where|why|which|is there|are there|do you|does|could you"
    r"|can you"
    r"|would you|would i|will there|will i|is it|are you|did)\b"
    r"|\bi (?:would|do|am|was|did) (?:\w+ ){0,3}?(?:hear(?:ing)?|know(?:ing)?"
    r"|learn(?:ing)?|understand|find out|ask(?:ing)?|curious|interested|wonder(?:ing)?"
    r"|keen)\b(?: \w+){0,3}? (?:about|what|how|who|when|where|why|which|whether|if"
    r"|more|in (?:how|what|whether))\b"
    r"|\b(?:i|we) (?:\w+ )?(?:wonder|wondered)\b"
    r"|^(?:(?:and|so|please|maybe|perhaps|just) )*(?:tell|walk|talk) me (?:\w+ )?"
    r"(?:more|about|through|a (?:bit|little))"
)
"""The candidate's own question, asked outright or wished for."""


def parts(shape: str, found: Sequence[Clause]) -> Parts:
    """Clause numbers for each part of a shape; absent parts are left out."""
    reader = _READERS.get(shape)
    held = reader(found) if reader else {}
    return {name: numbers for name, numbers in held.items() if numbers}


def _select(
    found: Sequence[Clause], wanted: Callable[[Clause], bool]
) -> tuple[int, ...]:
    return tuple(n for n, clause in enumerate(found) if wanted(clause))


def _present_past_future(found: Sequence[Clause]) -> Parts:
    future = _select(found, lambda c: bool(shape_lexicon.FUTURE.search(c.text)))
    present = _select(
        found,
        lambda c: (
            c.predicate.time == "present"
            and c.predicate.subject in {"i", "np", "it", "we"}
            and bool(shape_lexicon.NOW.search(c.text))
        ),
    )
    past = _select(
        found,
        lambda c: (
            c.predicate.time == "past"
            and (
                (
                    c.predicate.subject in {"i", "none"}
                    and (c.predicate.verb in verbs.BACKGROUND or c.predicate.does)
                )
                or bool(lexicon.TIME_ANCHOR.search(c.text))
            )
        ),
    )
    return {
        "present": tuple(n for n in present if n not in future),
        "past": past,
        "future": future,
    }


def _prep(found: Sequence[Clause]) -> Parts:
    point = _select(found, lambda c: _is_point(c))
    again = tuple(
        n
        for n in range(len(found))
        if found[n].place > LATE and shape_lexicon.POINT_AGAIN.search(found[n].text)
    )
    example = _select(
        found,
        lambda c: (
            bool(shape_lexicon.EXAMPLE.search(c.text))
            or (c.predicate.time == "past" and c.predicate.subject in _TELLS)
        ),
    )
    marked = [n for n in example if shape_lexicon.EXAMPLE.search(found[n].text)]
    reason = _select(found, lambda c: bool(shape_lexicon.REASON.search(c.text)))
    reason = tuple(n for n in reason if n not in again or "because" in found[n].text)
    return {
        "point": tuple(n for n in point if n not in again)[:3],
        "reason": tuple(n for n in reason if n not in example or n not in marked),
        "example": example if marked or len(example) >= 2 else (),
        "point_again": again,
    }


def _is_point(clause: Clause) -> bool:
    if clause.predicate.time == "past" and clause.predicate.subject != "i":
        return False
    return bool(
        shape_lexicon.OPINION.search(clause.text)
        or shape_lexicon.SELF.search(clause.text)
    )


def _options(found: Sequence[Clause]) -> Parts:
    return {
        "options": _select(found, lambda c: bool(shape_lexicon.OPTION.search(c.text))),
        "criteria": _select(
            found, lambda c: bool(shape_lexicon.CRITERIA.search(c.text))
        ),
        "choice": _select(found, lambda c: bool(shape_lexicon.CHOICE.search(c.text))),
    }


def _questions(found: Sequence[Clause]) -> Parts:
    asked: dict[int, int] = {}
    for n, clause in enumerate(found):
        if (
            clause.asks or _ASKING.search(clause.text)
        ) and clause.sentence not in asked:
            asked[clause.sentence] = n
    return {"questions": tuple(asked.values())}


def _explanation(found: Sequence[Clause]) -> Parts:
    """What a thing is, how or why it works, and a case of it."""
    workings = _select(found, lambda c: bool(shape_lexicon.WORKINGS.search(c.text)))
    meaning = _select(
        found,
        lambda c: (
            c.predicate.subject in {"np", "it", "none", "they"}
            and c.predicate.time == "present"
            and bool(shape_lexicon.MEANING.search(c.text))
        ),
    )
    example = _select(found, lambda c: bool(shape_lexicon.CASE.search(c.text)))
    return {"meaning": meaning[:3], "workings": workings, "example": example}


def shape_of(kind: QuestionKind, question: str) -> str:
    """The shape a question asks for: "what is a thread?" wants no options to choose,
    "what do you find hard?" no look into the past and the future."""
    asked = question.lower().replace("’", "'")
    if kind == "technical" and shape_lexicon.EXPLAIN.search(asked):
        return "explanation"
    if kind == "self" and asked and not shape_lexicon.OWN_WAY.search(asked):
        return "prep"
    return SHAPE_OF[kind]


_READERS: Mapping[str, Callable[[Sequence[Clause]], Parts]] = {
    "present_past_future": _present_past_future,
    "prep": _prep,
    "options_criteria_choice": _options,
    "questions": _questions,
    "explanation": _explanation,
}
