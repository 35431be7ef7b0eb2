"""A story worth keeping, out of an answer: what it is about, and what came of it."""

import hashlib

from ..records import Session, Story, Turn
from .note import LONGEST_QUOTE_WORDS

TITLE_WORDS = 8


def best(session: Session) -> Turn | None:
    """The answer that tells the fullest story; None where there is none."""
    told = [t for t in session.answers if t.analysis.structure.kind == "story"]
    return max(told, key=lambda t: t.analysis.structure.level or 0, default=None)


def story_of(session: Session, turn: Turn) -> Story | None:
    """The story of an answer; None where it tells none."""
    structure = turn.analysis.structure
    if structure.kind != "story" or turn.analysis.verdict != "assessable":
        return None
    about = structure.situation or structure.task or structure.action
    words = (about[0].text if about else turn.transcript.text).split()
    more = "..." if len(words) > TITLE_WORDS else ""
    results = [p.text for p in structure.result]
    short = (r for r in results if len(r.split()) <= LONGEST_QUOTE_WORDS)
    name = f"{session.id}/{turn.stem}"
    return Story(
        id=hashlib.sha256(name.encode()).hexdigest()[:6],
        title=" ".join(words[:TITLE_WORDS]).rstrip(".,;") + more,
        competencies=(turn.question.competency,) if turn.question.competency else (),
        duration_s=turn.duration_s,
        result=next(short, ""),
        text=turn.transcript.text,
        session=session.id,
        stem=turn.stem,
    )
