"""What the answers say of what the job asks for: mentioned, shown, and with a result.

Definition:
    mentioned   a sentence speaks of it, in the words of the posting, their kin, or the
                other ways the requirement lists; a denial ("I have never used it") is
                none
    example     the mention stands in, or beside, a thing the speaker did once
    result      the same answer tells what came of it

Conventions: "asked, not heard", "not asked" and "uncertain" are kept apart, because
only the first is advice. A mention whose words were doubtful is uncertain, and so is
silence about a thing where much of the answer was not understood.
"""

import re
from collections.abc import Sequence

from simulator.records import (
    Coverage,
    Job,
    Quote,
    Requirement,
    Turn,
    Value,
    ValueShown,
)

from . import sounding
from .mentions import mentions
from .told import Told, sentence_of, told

QUOTES = 3

_STUDIED = re.compile(r"\b(?:studied|degree in|bachelor|majored)\b", re.IGNORECASE)


def find(job: Job, turns: Sequence[Turn]) -> tuple[Coverage, ...]:
    """Each requirement of the job, held against all answers.

    Args:
        job: with its plan, which says what each question asked for.
        turns: the answers, each as it ended.
    """
    answers = [told(turn) for turn in turns if turn.question.kind != "asking"]
    return tuple(_covered(one, job, answers) for one in job.requirements)


def values_shown(job: Job, turns: Sequence[Turn]) -> tuple[ValueShown, ...]:
    """Each value: named, and tied to something the speaker did."""
    answers = [told(turn) for turn in turns if turn.question.kind != "asking"]
    return tuple(_value(value, answers) for value in job.values)


def _covered(one: Requirement, job: Job, answers: Sequence[Told]) -> Coverage:
    ways = one.ways or (one.text,)
    found = [m for a in answers for m in mentions(ways, a)]
    if one.kind == "competency":
        # To have studied communication is no sign of communicating.
        found = [m for m in found if not _STUDIED.search(m.quote.passage.text)]
    sure = [m for m in found if m.sure]
    if sure:
        best = sorted(sure, key=lambda m: (not m.result, not m.example))[:QUOTES]
        return Coverage(
            requirement_id=one.id,
            state="heard",
            example=any(m.example for m in sure),
            result=any(m.result for m in sure),
            quotes=tuple(m.quote for m in best),
        )
    asked_for = [a for a in answers if a.turn.question.id in job.asked_for(one.id)]
    asked = [a for a in asked_for if a.turn.ended_by != "skip"]
    if found:
        quotes = tuple(m.quote for m in found[:QUOTES])
        why = "The words that would show it were not heard clearly."
        return Coverage(
            requirement_id=one.id, state="uncertain", quotes=quotes, why=why
        )
    if not asked:
        why = "You skipped the question." if asked_for else ""
        return Coverage(requirement_id=one.id, state="not_asked", why=why)
    if resembling := _resembling(ways, asked):
        return Coverage(
            requirement_id=one.id,
            state="uncertain",
            quotes=(resembling[0],),
            why=resembling[1],
        )
    if all(a.unclear for a in asked):
        why = "Much of the answer could not be understood."
        if not any(a.sentences for a in asked):
            why = "No answer to the question was heard."
        return Coverage(requirement_id=one.id, state="uncertain", why=why)
    return Coverage(requirement_id=one.id, state="not_heard")


def _resembling(ways: Sequence[str], asked: Sequence[Told]) -> tuple[Quote, str] | None:
    """A sentence with words that sound like a name that was asked for, and why."""
    for name in sounding.names(ways):
        for answer in (a for a in asked if a.turn.ended_by != "typed"):
            at = sounding.alike(name, answer.words)
            if at is not None and not answer.denied & set(at):
                said = " ".join(answer.words[n].text.strip(" .,?!") for n in at)
                passage = answer.sentences[sentence_of(at[0], answer.sentences)].passage
                quote = Quote(stem=answer.turn.stem, passage=passage)
                return quote, f"“{said}” may have been “{name}”."
    return None


def _value(value: Value, answers: Sequence[Told]) -> ValueShown:
    found = [m for a in answers for m in mentions(value.ways, a) if m.sure]
    best = sorted(found, key=lambda m: not m.example)[:QUOTES]
    return ValueShown(
        value_id=value.id,
        named=bool(found),
        example=any(m.example for m in found),
        quotes=tuple(m.quote for m in best),
    )
