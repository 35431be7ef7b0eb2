"""Trying it again: what to offer, and which passages to play.

One thing was to change, so one question is offered and one passage is heard: the
gravest gap of the last attempts. Whether it changed is said by `comparing`.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..records import Moment, Question, Session, Turn
from . import doubts, gaps
from .case import Case, from_turn, moments
from .remarks import NEXT_TIME, Gap
from .times import aloud, lower

LONGEST_PASSAGE_S = 20.0
"""Two passages are to be held in mind side by side; longer ones blur."""


@dataclass(frozen=True)
class Opening:
    """How a new rehearsal begins where the last one ended."""

    question: Question
    next_step: str
    turn: Turn
    """The earlier attempt, for `compare`."""
    said: str
    """A greeting of at most three sentences, for the ear."""
    stem: str | None
    """Of the recording to be played; None where none was kept."""
    start_s: float | None
    end_s: float | None


def latest(answers: Iterable[Turn]) -> tuple[Turn, ...]:
    """The last attempt at each question, in the order of asking.

    Who says nothing in a second try has not taken the first one back.

    Args:
        answers: the attempts that stand, as `Session.answers`.
    """
    by_question: dict[str, Turn] = {}
    for turn in answers:
        if turn.analysis.why == "silence" and turn.question.id in by_question:
            continue
        by_question[turn.question.id] = turn
    return tuple(by_question.values())


def focus(session: Session) -> Turn | None:
    """The answer most worth another try: the gravest gap first, then what stayed open.

    None where nothing is to be changed.
    """
    turns = latest(session.answers)
    with_gap = [(t, g) for t in turns if (g := top_gap(from_turn(t)))]
    if with_gap:
        return min(with_gap, key=lambda pair: rank(pair[1]))[0]
    return next((t for t in turns if t.analysis.verdict == "not_assessable"), None)


def top_gap(case: Case) -> Gap | None:
    """The gap that was said aloud, if any."""
    return next((g for g in gaps.find(case) if g.speakable), None)


def rank(gap: Gap) -> int:
    """0 is gravest. Content first, in the order in which advice is given."""
    order = ("question", "episode", "action", "result", "task", "situation")
    if gap.key in order:
        return order.index(gap.key)
    return len(order) if gap.key in doubts.GRAVE else len(order) + 1


def opening(last: Session) -> Opening | None:
    """What to take up from the last session; None where there is nothing to change."""
    turn = focus(last)
    if turn is None:
        return None
    gap = top_gap(from_turn(turn))
    part = _passage(turn, gap) if turn.audio and gap else None
    return Opening(
        question=turn.question,
        next_step=turn.feedback.next_step,
        turn=turn,
        said=aloud(_greeting(gap)),
        stem=turn.stem if part else None,
        start_s=part.start_s if part else None,
        end_s=part.end_s if part else None,
    )


def _greeting(gap: Gap | None) -> str:
    if gap is None:
        return "Welcome back. Last time one question stayed open. Let us try it again."
    if not gap.next_step.startswith(NEXT_TIME):
        return f"Welcome back. Last time: {lower(gap.text)} Let us try it again."
    step = gap.next_step.removeprefix(NEXT_TIME)
    return f"Welcome back. Here is the one thing from last time. This time, {step}"


def passages(before: Turn, now: Turn) -> tuple[Moment | None, Moment | None]:
    """The old and the new passage in which the one thing to change can be heard."""
    gap = top_gap(from_turn(before))
    return _passage(before, gap), _passage(now, gap)


def _passage(turn: Turn, gap: Gap | None) -> Moment | None:
    """The part of the structure if it is there, else the moments of the remark, else
    how the answer ends; None where nothing has a time."""
    case = from_turn(turn)
    extent = case.extent
    if extent is None:
        return None
    shown = moments(case.part(gap.about), "") if gap else ()
    if gap and not shown:
        mine = next((g for g in gaps.find(case) if g.key == gap.key), None)
        shown = tuple(m for m in mine.evidence if m.start_s is not None) if mine else ()
    if shown:
        # The last one: of a missing result that is how the answer ends.
        start_s, end_s = shown[-1].start_s or 0.0, shown[-1].end_s or extent[1]
        return Moment(start_s=start_s, end_s=min(end_s, start_s + LONGEST_PASSAGE_S))
    return Moment(
        start_s=max(extent[0], extent[1] - LONGEST_PASSAGE_S), end_s=extent[1]
    )
