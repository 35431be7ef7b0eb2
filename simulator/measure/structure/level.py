"""A level from 1 to 5 by rule, and the one gap that keeps an answer from the next.

Anchors for a story (behaviourally anchored scales as in the US OPM's structured
interview guide; science 5.3): 1 no example, 2 a general statement, 3 one real episode
whose own action or result is missing, 4 episode with own action and result, 5 the same
with its task and a change that is measured or clearly described. Other shapes: 1 none
of the parts, 2 general talk, 3 sensible, 4 concrete, 5 concrete with all its parts and
the point first. The level is for the reader of the report who asks for it; it is never
spoken.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from .shapes import EXPECTED

GAPS: Mapping[str, str] = {
    "situation": "Where and when was this, and what was going on?",
    "task": "What was wanted from you?",
    "action": "What did you do, step by step?",
    "own_action": "What was your own part?",
    "result": "What changed because of that?",
    "number": "Can you put a number on what changed?",
    "episode": "Tell one real time this happened, from start to end.",
    "example": "Can you give one example from your own work?",
    "present": "What do you do now?",
    "past": "What have you done that led you here?",
    "future": "Why this job, and what do you want to do next?",
    "point": "What is your answer in one sentence? Say it first.",
    "reason": "Why do you think so?",
    "point_again": "End on your answer in one sentence.",
    "options": "Which other ways did you consider?",
    "criteria": "What did you weigh them by?",
    "choice": "Which one would you choose?",
    "detail": "Add one concrete detail: a name, a number or a result.",
    "meaning": "What is it, in one sentence?",
    "workings": "How does it work, or why is it so?",
    "questions": "Prepare two questions of your own about the role or the team.",
    "more_questions": "Ask one more question that cannot be answered with yes or no.",
    "point_first": "Say your answer first, then the reasons.",
}


GENERAL = -0.4
CONCRETE: Mapping[str, float] = {
    "": 2.0,
    "explanation": 0.5,
    "present_past_future": 5.0,
}
"""Detail below which an answer could be anyone's, and from which it could only be this
one's; whoever tells of themselves tells more of the past. Cuts between the weak, fair
and strong anchors of the question banks."""
EPISODE, FULL = 1.0, 6.5
"""The same for a story: fewer particulars than the first are no episode, more than the
second describe the change clearly without its number."""


@dataclass(frozen=True)
class Found:
    """What the rules for a level look at."""

    kind: str
    parts: Collection[str]
    own_action: bool = False
    ours: bool = False
    quantified: bool = False
    detail: float = 0.0
    """See `detail`."""
    point_first: bool = True
    questions: int = 0
    open_questions: int = 0


def star_level(found: Found) -> tuple[int, str]:
    """Level and gap of an answer to which a story was the right shape."""
    if found.kind == "other" and not found.parts:
        return 1, GAPS["episode"]
    if found.kind != "story":
        return 2 if found.kind != "other" else 1, GAPS["episode"]
    has = set(found.parts)
    if "action" not in has:
        gap = GAPS["own_action"] if found.ours else GAPS["action"]
        return (3 if {"situation", "result"} & has else 2), gap
    if "result" not in has:
        return 3, GAPS["result"]
    if "situation" not in has and "task" not in has:
        return 3, GAPS["situation"]
    if found.detail < EPISODE:
        return 3, GAPS["detail"]
    if "task" not in has:
        return 4, GAPS["task"]
    if not found.quantified and found.detail < FULL:
        return 4, GAPS["number"]
    return 5, ""


def shape_level(shape: str, found: Found) -> tuple[int, str]:
    """Level and gap of an answer in another shape."""
    if shape == "questions":
        return _questions_level(found)
    core = [name for name in EXPECTED[shape] if name != "point_again"]
    absent = [name for name in core if name not in found.parts]
    gap = GAPS[absent[0]] if absent else GAPS["detail"]
    if found.detail < GENERAL:
        return (1 if len(absent) == len(core) else 2), gap
    if found.detail < CONCRETE.get(shape, CONCRETE[""]):
        return 3, GAPS["detail"]
    if absent:
        return 4, gap
    return (5, "") if found.point_first else (4, GAPS["point_first"])


def _questions_level(found: Found) -> tuple[int, str]:
    if not found.questions:
        return 1, GAPS["questions"]
    if found.questions == 1:
        return (3 if found.open_questions else 2), GAPS["more_questions"]
    if found.open_questions < 2:
        return 4, GAPS["more_questions"]
    return 5, ""
