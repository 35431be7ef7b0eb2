"""Trying it again: what to offer, which passages to play, and whether it changed.

One thing was to change; only that one is looked at. A change in a number is called one
only when it is larger than chance and hearing: otherwise the honest word is "perhaps".
Both answers are held to the same rules (`gaps.find`), never to an old verdict's text.
"""

from dataclasses import dataclass

from ..records import Measurement, Moment, Question, Session, Turn
from . import delivery_gaps, gaps
from .case import Case, from_turn, moments
from .remarks import NEXT_TIME, Gap
from .times import aloud, clock
from .units import spoken_value

LONGEST_PASSAGE_S = 20.0
"""Two passages are to be held in mind side by side; longer ones blur."""

SMALLEST_CHANGE = 0.05
"""A change of pace below about 5 % is not heard (Quené 2007, quoted from memory)."""


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


def latest(session: Session) -> tuple[Turn, ...]:
    """The last attempt at each question, in the order of asking."""
    by_question: dict[str, Turn] = {}
    for turn in session.turns:
        by_question[turn.question.id] = turn
    return tuple(by_question.values())


def focus(session: Session) -> Turn | None:
    """The answer most worth another try: the gravest gap first, then what stayed open.

    None where nothing is to be changed.
    """
    turns = latest(session)
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
    return order.index(gap.key) if gap.key in order else len(order)


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
        return f"Welcome back. Last time: {_lower(gap.text)} Let us try it again."
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


def compare(before: Turn, now: Turn) -> str:
    """Whether the one thing to change did change, with both numbers or moments."""
    old, new = from_turn(before), from_turn(now)
    if not new.assessable:
        return "I could not judge this answer, so I cannot say whether it changed."
    if not old.assessable:
        return "This time I heard an answer; last time I could not judge one."
    gap = top_gap(old)
    if gap is None:
        return "Last time there was nothing set to change."
    numbers = _numbers(gap, old, new)
    if numbers:
        return numbers
    part = gap.about
    if part in new.analysis.structure.uncertain:
        return f"I cannot tell whether it changed: {_lower(_unsure_text(new, part))}"
    again = next((g for g in gaps.find(new) if g.key == gap.key), None)
    if again:
        return f"Not yet: it is as it was last time. {again.text}"
    return _changed(gap, new)


def _changed(gap: Gap, new: Case) -> str:
    found = moments(new.part(gap.about), "")
    if found:
        at = clock(found[0].start_s or 0.0)
        return (
            f"It changed. Last time: {_lower(gap.text)} This time I heard it at {at}."
        )
    return f"It changed. Last time: {_lower(gap.text)} This time that is not so."


def _numbers(gap: Gap, old: Case, new: Case) -> str:
    if gap.key.startswith("length") and old.speech_s and new.speech_s:
        return _lengths(gap, old.speech_s, new.speech_s)
    was, now = old.analysis.measurement(gap.about), new.analysis.measurement(gap.about)
    if was is None or was.value is None:
        return ""
    if now is None or now.value is None:
        return "I could not measure it this time, so I cannot say whether it changed."
    both = f"last time {spoken_value(was)}, this time {spoken_value(now)}"
    if gap.about == "speech_rate" and not delivery_gaps.red(was):
        return ""  # a fast stretch in an answer of ordinary pace: see the stretch
    if _overlap(was, now):
        return f"Perhaps: {both}, which is within what chance alone can do."
    better = now.value < was.value
    if not better:
        return f"Not yet: {both}."
    if delivery_gaps.red(now):
        return f"It is on its way: {both}."
    return f"It changed: {both}."


def _overlap(was: Measurement, now: Measurement) -> bool:
    a, b = was.value or 0.0, now.value or 0.0
    a_low, a_high = _interval(was, a)
    b_low, b_high = _interval(now, b)
    return a_low <= b_high and b_low <= a_high


def _interval(m: Measurement, value: float) -> tuple[float, float]:
    if m.low is not None and m.high is not None:
        return m.low, m.high
    return value * (1 - SMALLEST_CHANGE / 2), value * (1 + SMALLEST_CHANGE / 2)


def _lengths(gap: Gap, was_s: float, now_s: float) -> str:
    both = f"last time {clock(was_s)}, this time {clock(now_s)}"
    wanted_shorter = gap.key == "length.long"
    moved = (was_s - now_s) if wanted_shorter else (now_s - was_s)
    if abs(moved) < SMALLEST_CHANGE * was_s:
        return f"Not yet: {both}, about as long."
    return f"It changed: {both}." if moved > 0 else f"Not yet: {both}."


def _unsure_text(case: Case, part: str) -> str:
    unsure = (g for g in gaps.find(case) if g.key == f"{part}.unsure")
    gap = next(unsure, None)
    return f"{gap.text} {gap.next_step}" if gap else "the words were not clear enough."


def _lower(sentence: str) -> str:
    """Fit to stand after a colon; "I" keeps its capital."""
    if sentence.startswith(("I ", "I'")):
        return sentence
    return sentence[:1].lower() + sentence[1:]
