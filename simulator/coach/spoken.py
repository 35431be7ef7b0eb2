"""Feedback on one answer: at most three sentences aloud, everything else on the page.

A strength with its moment (or a plain fact), one gap, one next step. One gap, because a
person can carry one thing into the next attempt. Content and delivery are trained apart
(work on content brought no gain in fluency by itself), so the two are never mixed.
"""

from ..records import Advice, Analysis, Answer, Feedback
from . import gaps, strength
from .case import Case, from_answer
from .refusals import refuse
from .remarks import Gap
from .times import aloud

KEEP = "Keep it, and say it once more to somebody who has not heard it."
"""The next step where nothing is to be changed."""
ASK_IT = "Write it down for the real interview."
"""The same for questions of one's own: they are not told to somebody, but asked."""


def advise(answer: Answer, analysis: Analysis) -> Feedback:
    """What to tell the candidate about this answer. Never raises for odd answers."""
    return feedback(from_answer(answer, analysis))


def feedback(case: Case) -> Feedback:
    """The same for an answer read back from disk."""
    if not case.assessable:
        return refuse(case)
    praise = strength.best(case)
    found = gaps.find(case)
    gap = next((g for g in found if g.speakable), None)
    opening = praise.text if praise else strength.fact(case)
    asking = case.question is not None and case.question.kind == "asking"
    step = gap.next_step if gap else (ASK_IT if asking else KEEP)
    sentences = (opening, gap.text, step) if gap else (opening, step)
    return Feedback(
        headline=_headline(praise.short if praise else opening.rstrip("."), gap),
        spoken=aloud(" ".join(sentences)),
        strength=praise
        and Advice(about=praise.about, text=praise.text, evidence=praise.evidence),
        advice=tuple(_written(g) for g in found),
        next_step=step,
    )


def _headline(opening: str, gap: Gap | None) -> str:
    return f"{opening}; {gap.short}" if gap else opening


def _written(gap: Gap) -> Advice:
    return Advice(
        about=gap.about, text=f"{gap.text} {gap.next_step}", evidence=gap.evidence
    )
