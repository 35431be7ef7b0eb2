"""The rows of a scorecard that a job's requirements give.

A requirement is rated by what was said of it, in whatever answer, and not by how well
the answer was built to the question that asked for it: a good story about something
else shows nothing of it. Certificates are facts, and not rated.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..records import Coverage, Quote, Requirement, Session, Turn

MENTIONED, SHOWN, WITH_RESULT, BEST = 2, 3, 4, 5


@dataclass(frozen=True)
class Evidence:
    """What there is for one requirement."""

    name: str
    proposed: int | None
    quotes: tuple[Quote, ...] = ()
    turns: tuple[Turn, ...] = ()
    """The answers to the questions that asked for it."""


def questions_of(session: Session) -> frozenset[str]:
    """Ids of the questions whose answers are rated by requirement."""
    if session.job is None or session.findings is None:
        return frozenset()
    return frozenset(
        stage.question_id
        for stage in session.job.plan
        if stage.requirements and stage.part == "competency"
    )


def evidence(
    session: Session, level_of: Callable[[Turn], int | None]
) -> tuple[Evidence, ...]:
    """Each requirement that an answered question asked for, in the posting's order."""
    job, found = session.job, session.findings
    if job is None or found is None:
        return ()
    answers = [t for t in session.answers if t.ended_by != "skip"]
    covered = {c.requirement_id: c for c in found.coverage}
    by_stem = {t.stem: t for t in session.answers}
    asked = {
        r.id: tuple(t for t in answers if t.question.id in job.asked_for(r.id))
        for r in job.requirements
        if r.kind != "credential"
    }
    rated = [r for r in job.requirements if asked.get(r.id)]
    return tuple(
        Evidence(
            _name(r, rated),
            *_rated(covered.get(r.id), by_stem.get, level_of),
            turns=asked[r.id],
        )
        for r in rated
    )


def _name(one: Requirement, asked: Sequence[Requirement]) -> str:
    """The competency's name where only one requirement has it, else its words."""
    same = [r for r in asked if r.competency == one.competency]
    return one.competency if one.competency and len(same) == 1 else one.text


def _rated(
    found: Coverage | None,
    turn_of: Callable[[str], Turn | None],
    level_of: Callable[[Turn], int | None],
) -> tuple[int | None, tuple[Quote, ...]]:
    if found is None or found.state != "heard":
        return None, found.quotes if found else ()
    if not found.example:
        return MENTIONED, found.quotes
    if not found.result:
        return SHOWN, found.quotes
    turns = [turn for quote in found.quotes if (turn := turn_of(quote.stem))]
    best = max((level_of(turn) or 0 for turn in turns), default=0)
    return (BEST if best == BEST else WITH_RESULT), found.quotes
