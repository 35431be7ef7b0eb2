"""A thank-you note out of a session, or out of what the user tells of a real interview.

Nothing is invented: a fact stands in a note only as the words of the session, of the
company notes or of the user. Where there is none, its sentence is left out and said to
be missing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..records import Quote, Session
from . import note_words as words

LONGEST_QUOTE_WORDS = 26
SHORTEST_QUOTE_WORDS = 5


@dataclass(frozen=True)
class Given:
    """What a note is made of; empty where it is not known."""

    who: str = ""
    title: str = ""
    company: str = ""
    point: str = ""
    """One concrete thing that was talked about."""
    point_by: str = "us"
    """Whose words the point is: "interviewer", "candidate", or "us" for a topic."""
    need: str = ""
    """Something they are looking for."""
    fit: str = ""
    """What the candidate said that answers it."""
    next_step: str = ""
    name: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """What a good note has and this one cannot have."""
        wanted = {
            "the names of those you talked with": self.who,
            "one concrete thing that you talked about": self.point,
            "something that they need, and what you bring to it": self.need,
        }
        return tuple(what for what, value in wanted.items() if not value)


def from_session(session: Session) -> Given:
    """What a rehearsal gives for a practice note."""
    job, found = session.job, session.findings
    title, company = (job.title, job.company) if job else ("", "")
    need, fit = _need(session)
    replies = [a.reply for a in reversed(found.asked) if a.in_notes] if found else []
    told = [p.text for t in session.answers for p in t.analysis.structure.result]
    point, by = _quotable(replies), "interviewer"
    if not point:
        point, by = _quotable(text for text in told if text != fit), "candidate"
    return _within_length(
        Given(
            title=title,
            company=company,
            point=point,
            point_by=by,
            need=need,
            fit=fit,
            name=session.candidate or "",
        )
    )


def _within_length(given: Given) -> Given:
    """As much as a note has room for: a quote that was cut could mean another."""
    for left_out in ("fit", "point", "need"):
        if len(words.words_of(draft(given))) <= words.MOST_WORDS:
            break
        given = replace(given, **{left_out: ""})
    return given


def draft(given: Given) -> str:
    """The note, from greeting to name; 80 to 180 words."""
    position = words.POSITION
    if given.title:
        position = words.POSITION_NAMED.format(title=given.title)
    company = words.COMPANY.format(company=given.company) if given.company else ""
    body = [words.THANKS.format(position=position, company=company)]
    if given.point:
        shape = {"interviewer": words.SAID, "candidate": words.TOLD}.get(
            given.point_by, words.DISCUSSED
        )
        body.append(shape.format(point=_stopped(given.point)))
    if given.need and given.fit:
        fit = _stopped(given.fit)
        body.append(words.NEED.format(need=given.need.rstrip("."), fit=fit))
    elif given.need:
        body.append(words.NEED_PLAIN.format(need=given.need.rstrip(".")))
    after = words.NEXT
    if given.next_step:
        after = words.NEXT_GIVEN.format(next_step=_stopped(given.next_step))
    paragraphs = (
        words.GREETING.format(who=given.who or words.NOBODY),
        " ".join(body[:2]),
        " ".join((*body[2:], words.INTEREST)),
        after,
        words.CLOSE.format(name=given.name or words.NAME),
    )
    return "\n\n".join(paragraphs)


def sources(session: Session) -> tuple[str, ...]:
    """All texts that a note of this session may take a fact from."""
    job, found = session.job, session.findings
    heard = [turn.transcript.text for turn in session.turns]
    asked = [q.text for q in session.questions]
    said = [a.reply for a in found.asked] if found else []
    known: list[str] = [session.candidate or ""]
    if job is not None:
        known += [job.title, job.company, *job.notes]
        known += [r.text for r in job.requirements]
        known += [v.text for v in job.values]
    return (*heard, *asked, *said, *known)


def _need(session: Session) -> tuple[str, str]:
    """A requirement that was heard, and the words in which it was."""
    job, found = session.job, session.findings
    if job is None or found is None:
        return "", ""
    texts = {r.id: r.text for r in job.requirements}
    heard = [c for c in found.coverage if c.state == "heard" and c.example]
    heard.sort(key=lambda c: not c.result)
    for one in heard:
        if quote := _quotable(_texts(one.quotes)):
            return texts[one.requirement_id], quote
    asked = [c for c in found.coverage if c.state == "heard"]
    return (texts[asked[0].requirement_id], "") if asked else ("", "")


def _texts(quotes: Iterable[Quote]) -> list[str]:
    return [quote.passage.text for quote in quotes]


def _quotable(texts: Iterable[str]) -> str:
    """The first text short enough to be quoted whole; a cut one could mean another."""
    for text in texts:
        if SHORTEST_QUOTE_WORDS <= len(text.split()) <= LONGEST_QUOTE_WORDS:
            return text
    return ""


def _stopped(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip().rstrip(",;:")
    return text if text.endswith((".", "!", "?")) else f"{text}."
