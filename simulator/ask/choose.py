"""Which questions to ask, and in which order. Pure: the same seed, the same interview.

An interview opens with the candidate (a question about themselves is the one everybody
expects first), then changes the competency from question to question as structured
interviews do (five to eight competencies, OPM's guide to structured interviews), and
lets the candidate's own questions come last. What was asked lately waits behind what
was not, oldest first: practice should not become reciting.
"""

import random
from collections.abc import Sequence

from simulator.records import Bank, Question

ASIDE_S = 30.0
"""What a question takes beside its answer: being asked, thinking, spoken feedback."""


def choose(
    bank: Bank,
    count: int,
    recent_ids: Sequence[str] = (),
    *,
    again: str | None = None,
    seed: int = 0,
) -> tuple[Question, ...]:
    """Choose up to `count` different questions.

    Args:
        bank: where they come from.
        count: how many; fewer where the bank has fewer.
        recent_ids: ids asked before, most recent first.
        again: id of a question to be offered again; asked first. Ignored where the bank
            does not have it.
        seed: decides between questions that are equally fitting.

    Returns:
        The questions in the order in which to ask them.
    """
    if count <= 0:
        return ()
    waiting = _by_freshness(bank, recent_ids, seed)
    chosen = [q for q in waiting if q.id == again]
    waiting = [q for q in waiting if q.id != again]
    opener = next((q for q in waiting if q.kind == "self"), None)
    if opener and len(chosen) < count and not any(q.kind == "self" for q in chosen):
        chosen.append(opener)
        waiting.remove(opener)
    while waiting and len(chosen) < count:
        following = _most_different(waiting, chosen, recent_ids)
        chosen.append(following)
        waiting.remove(following)
    # A stable sort: the candidate's own questions come last, all else stays in place.
    return tuple(sorted(chosen, key=lambda q: q.kind == "asking" and q.id != again))


def choose_minutes(
    bank: Bank,
    minutes: float,
    recent_ids: Sequence[str] = (),
    *,
    again: str | None = None,
    seed: int = 0,
) -> tuple[Question, ...]:
    """`choose`, by the minutes there are instead of by number; at least one question.

    An interview that runs a little over is better than a question cut away: the last
    one counts when at least half of its time is left.
    """
    questions: tuple[Question, ...] = ()
    for count in range(1, len(bank.questions) + 1):
        more = choose(bank, count, recent_ids, again=again, seed=seed)
        lengths_s = [q.target_s + ASIDE_S for q in more]
        if questions and sum(lengths_s) - lengths_s[-1] / 2 > minutes * 60.0:
            break
        questions = more
    return questions


def _by_freshness(bank: Bank, recent_ids: Sequence[str], seed: int) -> list[Question]:
    """Never asked first, shuffled; then what was asked, the longest ago first."""
    fresh = [q for q in bank.questions if q.id not in recent_ids]
    random.Random(seed).shuffle(fresh)
    asked = [q for q in bank.questions if q.id in recent_ids]
    asked.sort(key=lambda q: recent_ids.index(q.id), reverse=True)
    return fresh + asked


def _most_different(
    waiting: Sequence[Question], chosen: Sequence[Question], recent_ids: Sequence[str]
) -> Question:
    """Fresh before recent; then the competency and the kind heard least so far."""

    def heard(question: Question) -> tuple[int, int, int, int]:
        asked = question.id in recent_ids
        age = len(recent_ids) - recent_ids.index(question.id) if asked else 0
        return (
            age,
            sum(q.competency == question.competency for q in chosen),
            sum(q.kind == question.kind for q in chosen),
            waiting.index(question),
        )

    return min(waiting, key=heard)
