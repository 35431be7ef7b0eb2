"""Coverage, values and moments in everyday words.

Only "asked, not heard" is advice. What nobody asked for and what could not be
understood are told as such. No sentence says what somebody is.
"""

from collections.abc import Sequence
from itertools import combinations

from ..records import AskedQuestion, Coverage, Findings, Job, Requirement, Session
from .times import number

KIND_TITLES = {
    "perspective": "Seeing it from another's side",
    "credit": "Giving credit to others",
    "adjustment": "Changing something, and adjusting",
    "all_parts": "Answering all parts of a question",
    "refers_back": "Taking up the interviewer's words",
    "initiative": "Doing something unasked",
    "persistence": "Keeping at it",
    "reliability": "Keeping a promise or a standard",
    "challenge": "Getting over an obstacle",
    "contribution": "What came of your work",
}

ABSENT = {
    "perspective": "I did not hear how the other person saw it.",
    "credit": "I did not hear what others did towards it.",
    "adjustment": "I did not hear what you changed.",
    "all_parts": "I did not hear an answer to every part of a question.",
    "refers_back": "I did not hear you take up the interviewer's words.",
    "initiative": "I did not hear what you began yourself.",
    "persistence": "I did not hear how you kept at it.",
    "reliability": "I did not hear how you made sure of it.",
    "challenge": "I did not hear what stood in the way.",
    "contribution": "I did not hear what came of your work.",
}

TOPICS = {"role": "the role", "team": "the team"}
"""Topics that take an article; the others are said as they are."""


def unheard(session: Session) -> str:
    """The most useful line: what was asked for and nobody heard about, or ""."""
    job, found = session.job, session.findings
    if job is None or found is None:
        return ""
    texts = missing(job, found)
    if not texts:
        return ""
    count = number(len(texts)).capitalize()
    what = "requirement" if len(texts) == 1 else "requirements"
    return f"{count} {what} nobody heard about: {'; '.join(texts)}."


def missing(job: Job, found: Findings) -> tuple[str, ...]:
    """The requirements asked for and not heard, musts first."""
    states = {c.requirement_id: c.state for c in found.coverage}
    listed = [r for r in job.requirements if states.get(r.id) == "not_heard"]
    return tuple(r.text for r in sorted(listed, key=lambda r: not r.must))


def heard_as(asked: Requirement, one: Coverage) -> str:
    """How far one requirement was heard."""
    if one.state == "heard":
        if one.example:
            return "with an example and a result" if one.result else "with an example"
        fact = asked.kind == "credential"
        return "mentioned" if fact else "mentioned, without an example"
    return {
        "not_heard": "asked, not heard",
        "not_asked": "asked, not answered"
        if one.why
        else "not asked in this rehearsal",
        "uncertain": "uncertain",
    }[one.state]


def next_for(asked: Requirement, one: Coverage) -> str:
    """What to do about it; "" where nothing is to be done."""
    if one.state == "not_heard" and asked.cv_line:
        return f"Your CV speaks of it (“{asked.cv_line}”): say it aloud too."
    if one.state == "not_heard" and asked.kind == "credential":
        return "If you have it, say so in one sentence."
    if one.state == "not_heard":
        return "If you have done it, name it and tell one time."
    if one.state == "heard" and asked.kind != "credential":
        if not one.example:
            return "Tell one time when you did it."
        if not one.result:
            return "Add what came of it."
    return one.why


def asked_summary(asked: Sequence[AskedQuestion]) -> str:
    """The candidate's own questions in one or two sentences."""
    if not asked:
        return "You asked no question. Two about the work itself are a good start."
    count, opened = len(asked), sum(a.open for a in asked)
    topics = list(dict.fromkeys(t for a in asked for t in a.topics))
    about = ", ".join(TOPICS.get(t, t) for t in topics) or "other things"
    plural = "" if count == 1 else "s"
    text = f"You asked {count} question{plural} ({opened} open), about {about}."
    follows = sum(a.follows_up for a in asked)
    if follows:
        text += (
            f" {number(follows).capitalize()} took up what the interviewer had said."
        )
    elif _could_follow_up(asked):
        text += " None took up what the interviewer had said."
    missing = [t for t in ("role", "team", "growth", "success") if t not in topics]
    if missing:
        text += f" Not asked about: {', '.join(TOPICS.get(t, t) for t in missing)}."
    return text


def _could_follow_up(asked: Sequence[AskedQuestion]) -> bool:
    """Whether a question came after a round in which the interviewer told something.

    "I do not know" leaves nothing to take up.
    """
    return any(
        before.in_notes and after.stem != before.stem
        for before, after in combinations(asked, 2)
    )
