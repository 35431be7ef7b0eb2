"""The whole rehearsal in a few sentences, and the one thing for the next.

Fillers are graded here and not answer by answer, because a rate needs three minutes of
speech to mean anything; the interval is the exact one for counts (Garwood 1936).
"""

from collections import Counter

from .. import intervals
from ..records import Advice, Feedback, Measurement, Session
from . import again
from .case import Case, from_turn
from .delivery_gaps import GRADED_SPEECH_S
from .remarks import NEXT_TIME
from .times import aloud

GOOD_PER_MIN, RED_PER_MIN = 5.0, 12.0
"""At 5 a minute nothing is lost, at 12 something is (Laske and DiGennaro Reed 2024)."""

FILLERS = "filled_pause_rate"

COMMON = 2
"""A gap in two answers is a habit worth naming; in one it belongs to that answer."""


def overall(session: Session) -> Feedback:
    """What the session as a whole showed, and what to do in the next rehearsal."""
    turns = again.latest(session.answers)
    heard = [t for t in turns if t.analysis.verdict == "assessable"]
    first = _counted(len(heard), len(turns))
    gap_sentence, about = _common(session)
    advice = [Advice(about=about, text=gap_sentence)] if gap_sentence else []
    rate = filler_rate(session)
    if rate and rate.graded and round(rate.value or 0.0) > GOOD_PER_MIN:
        advice.append(Advice(about=rate.name, text=_fillers(rate)))
    step = _next_step(session)
    spoken = " ".join(s for s in (first, gap_sentence, step) if s)
    best = next((t for t in heard if t.feedback.strength), None)
    return Feedback(
        headline=(gap_sentence or first).rstrip("."),
        spoken=aloud(spoken),
        strength=best.feedback.strength if best else None,
        advice=tuple(advice),
        next_step=step,
    )


def filler_rate(session: Session) -> Measurement | None:
    """Counted fillers per minute over every answer heard, with its exact interval.

    None where there is no speech, or none that is sure, and where only content is
    judged.
    """
    cases = [from_turn(t) for t in session.answers]
    cases = [c for c in cases if c.assessable and c.speech_s]
    if any(c.analysis.withheld is not None for c in cases):
        return None
    cases = [c for c in cases if not _doubtful(c)]
    minutes = sum(_minutes(c) for c in cases)
    if not minutes:
        return None
    count = sum(len(c.fillers) for c in cases)
    low, high = intervals.rate(count, minutes)
    enough = minutes * 60 >= GRADED_SPEECH_S
    note = "" if enough else "Less than three minutes of speech: shown, not judged."
    return Measurement(
        name=FILLERS,
        title="Sounds like um, over the whole rehearsal",
        value=count / minutes,
        unit="per min",
        low=low,
        high=high,
        graded=enough or low > RED_PER_MIN,
        good_high=GOOD_PER_MIN,
        red_high=RED_PER_MIN,
        note=note,
    )


def _doubtful(case: Case) -> bool:
    own = case.analysis.measurement(FILLERS)
    return own is not None and own.doubtful


def _minutes(case: Case) -> float:
    """The minutes in which its fillers were counted, which the interval of its own rate
    tells: the waits before replies to follow-up questions are none of them."""
    own = case.analysis.measurement(FILLERS)
    if own is not None and own.high:
        return intervals.exposure(len(case.fillers), own.high)
    return (case.speech_s or 0.0) / 60


def _counted(heard: int, asked: int) -> str:
    if not asked:
        return "No question was answered this time."
    if not heard:
        return "I did not hear an answer that I could judge."
    answers = "one answer" if heard == 1 else f"{heard} answers"
    to = f" to {asked} questions" if asked > 1 else ""
    return f"I heard {answers}{to}."


def _common(session: Session) -> tuple[str, str]:
    """(sentence, about) of the gap that most answers share; empty where none do."""
    found = [again.top_gap(from_turn(t)) for t in again.latest(session.answers)]
    gaps = [g for g in found if g]
    counts = Counter(g.key for g in gaps)
    if not counts:
        return "", ""
    key, count = max(counts.items(), key=lambda item: item[1])
    if count < COMMON:
        return "", ""
    gap = next(g for g in gaps if g.key == key)
    return f"In {count} answers, {_after_comma(gap.short)}.", gap.about


def _after_comma(short: str) -> str:
    return short if short.startswith("I ") else short[:1].lower() + short[1:]


def _fillers(rate: Measurement) -> str:
    value = round(rate.value or 0.0)
    side = "a good many" if value > RED_PER_MIN else "a few more than go unnoticed"
    heard = f"I heard about {value} sounds like um a minute"
    return f"Over the whole rehearsal {heard}: {side}."


def _next_step(session: Session) -> str:
    turn = again.focus(session)
    if turn is None:
        return "Next time, take new questions; these you can keep." * bool(
            session.turns
        )
    ids = [question.id for question in session.questions]
    which = "the same question"
    if turn.question.id in ids:
        which = f"question {ids.index(turn.question.id) + 1}"
    gap = again.top_gap(from_turn(turn))
    if gap is None:
        return f"Next time, take {which} again."
    if not gap.next_step.startswith(NEXT_TIME):
        return f"Next time, take {which} again, once its words are corrected."
    return f"Next time, take {which} again: {gap.next_step.removeprefix(NEXT_TIME)}"
