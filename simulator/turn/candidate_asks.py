"""The candidate's turn to ask: the interviewer answers out of the notes, or cannot.

Nothing is made up: a reply is a sentence of the company notes as it stands there, or
the plain word that the interviewer does not know.
"""

from ..events import Choice
from ..measure.asked import UNKNOWN
from ..records import Session, Turn
from ..weighing import replies
from .answering import say
from .parts import Parts

MOST_REPLIES = 3
"""In one round: three answers can be kept in mind, and the report has them all."""

FAREWELL = (
    "That was my last question. Thank you for the conversation. What I heard comes now."
)
RATINGS = tuple((str(n), str(n)) for n in range(1, 6))


def answered(session: Session, turn: Turn, parts: Parts) -> None:
    """Say the interviewer's answers to the questions that were just asked."""
    if session.job is None or turn.question.kind != "asking" or turn.ended_by == "skip":
        return
    known = replies(session.job, turn)
    said = list(dict.fromkeys(asked.reply for asked in known))[:MOST_REPLIES]
    # "I do not know" once is honest; three times is a drone.
    facts = [text for text in said if text != UNKNOWN]
    unknown = sum(asked.reply == UNKNOWN for asked in known)
    if unknown:
        facts.append(UNKNOWN if not facts else f"About the rest: {_lowered(UNKNOWN)}")
    if facts:
        say(" ".join(facts), parts)


def farewell(session: Session, parts: Parts) -> None:
    """Close an interview about a job, as an interviewer would; promise nothing."""
    if session.job is not None:
        say(FAREWELL, parts)


def rated(turn: Turn, parts: Parts) -> int | None:
    """The candidate's own rating of an answer, before any feedback; None if none."""
    if turn.question.kind == "asking" or turn.ended_by == "skip":
        return None
    options = (*RATINGS, ("", "I would rather not say"))
    asked = f"How good was your answer, from 1 to 5? “{turn.question.text}”"
    said = parts.screen.choose(Choice(asked, options, ""))
    return int(said) if said else None


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
