"""What to do after the interview: what to send, when, what to prepare for the next."""

from ..records import Session
from . import fit_words
from .again import latest
from .note import Given
from .remarks import NEXT_TIME

NOTE_WITHIN_H = 24
"""Surveys of recruiters agree on a day; no study shows that it matters."""
ASK_AFTER_DAYS = 7
"""A week is what advisers give; sooner reads as pressing, and nobody is the worse."""


def plan(given: Given, session: Session | None = None, *, real: bool = False) -> str:
    """The follow-up plan as Markdown lines.

    Args:
        given: what is known about the interview.
        session: a rehearsal for it, for what to prepare.
        real: whether an interview really took place.
    """
    who = given.who or "those you talked with"
    named = given.next_step.rstrip(".")
    waits = f"what was named ({named})" if named else "the day they named, or a week"
    lines = [
        f"1. Within {NOTE_WITHIN_H} hours: send the note to {who}, one each.",
        "2. On the same day: write down what was asked, and what you would say now.",
        f"3. Wait for {waits}. If nothing comes within {ASK_AFTER_DAYS} days of it, "
        f"ask "
        "once, in two sentences.",
    ]
    prepare = _prepare(session) if session else ()
    if prepare:
        lines.append("4. For the next round, prepare:")
        lines += [f"   - {what}" for what in prepare]
    else:
        lines.append(
            "4. For the next round: one story for each thing that they asked twice "
            "about."
        )
    if not real:
        lines.insert(0, "This is how it would go after a real interview:")
    return "\n".join(lines)


def _prepare(session: Session) -> tuple[str, ...]:
    job, found = session.job, session.findings
    if job is None or found is None:
        last = latest(session.answers)
        told = [t for t in last if t.analysis.verdict == "assessable"]
        steps = [t.feedback.next_step for t in told]
        return tuple(dict.fromkeys(s for s in steps if s.startswith(NEXT_TIME)))[:3]
    facts = {r.text for r in job.requirements if r.kind == "credential"}
    lines = [
        f"{'a sentence about' if text in facts else 'an example for'}: {text}"
        for text in fit_words.missing(job, found)
    ]
    texts = {r.id: r.text for r in job.requirements}
    for one in found.coverage:
        if one.state == "heard" and one.example and not one.result:
            lines.append(f"what came of it, for: {texts[one.requirement_id]}")
    topics = {t for a in found.asked for t in a.topics}
    for topic in ("role", "team", "growth", "success"):
        if topic not in topics:
            about = fit_words.TOPICS.get(topic, topic)
            lines.append(f"a question of your own about {about}")
    return tuple(lines[:6])
