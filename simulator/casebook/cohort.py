"""A table over a folder: who has practised, how it goes, what is often missing."""

import csv as csv_format
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from ..coach.parts import heard_as
from ..keep import FolderStore
from .cell import cell
from .facts import AnswerFacts, SessionFacts, facts

NOBODY = "No name given"
COLUMNS = (
    "candidate",
    "sessions",
    "answers",
    "minutes",
    "last_practised",
    "to_review",
    "structure_first",
    "structure_latest",
    "um_per_min_first",
    "um_per_min_latest",
    "often_missing",
)
MOST_GAPS = 6
RECENT = 8
"""Sessions of a trend: what was two months ago is history, not a trend."""


@dataclass(frozen=True)
class Trend:
    """One number a session, oldest first; None where a session has none."""

    values: tuple[float | None, ...]

    @property
    def known(self) -> tuple[float, ...]:
        """Those that are known."""
        return tuple(value for value in self.values if value is not None)


@dataclass(frozen=True)
class Person:
    """One candidate."""

    name: str
    sessions: int
    answers: int
    minutes: float
    last: str
    """When they practised last, ISO 8601."""
    to_review: int
    level: Trend
    """Mean step of the structure, 1 to 5."""
    fillers: Trend
    """Um and uh a minute, over all that was said in a session."""
    gaps: tuple[str, ...]
    """What is most often missing in their recent answers."""


@dataclass(frozen=True)
class Gap:
    """Something that is missing, or stands out, in many answers."""

    about: str
    answers: int
    of: int
    people: int


@dataclass(frozen=True)
class Cohort:
    """Everybody of a folder."""

    people: tuple[Person, ...]
    """By who practised last."""
    gaps: tuple[Gap, ...]
    """Most frequent first."""


def cohort(store: FolderStore) -> Cohort:
    """The table over all sessions of a folder."""
    by_name: dict[str, list[SessionFacts]] = defaultdict(list)
    for one in facts(store):
        by_name[one.candidate or NOBODY].append(one)
    for sessions in by_name.values():
        sessions.sort(key=lambda s: (s.started_at, s.id))
    people = [_person(name, sessions) for name, sessions in by_name.items()]
    people.sort(key=lambda person: (person.last, person.name), reverse=True)
    return Cohort(tuple(people), _gaps(by_name))


def csv(table: Cohort) -> str:
    """The same for a spreadsheet: one row a person."""
    out = io.StringIO()
    writer = csv_format.writer(out)
    writer.writerow(COLUMNS)
    for person in table.people:
        writer.writerow(
            [
                cell(person.name),
                person.sessions,
                person.answers,
                round(person.minutes, 1),
                person.last[:10],
                person.to_review,
                *_ends(person.level),
                *_ends(person.fillers),
                cell("; ".join(person.gaps)),
            ]
        )
    return out.getvalue()


def _person(name: str, sessions: Sequence[SessionFacts]) -> Person:
    recent = sessions[-RECENT:]
    answers = [answer for one in sessions for answer in one.answers]
    return Person(
        name=name,
        sessions=len(sessions),
        answers=len(answers),
        minutes=sum(answer.duration_s for answer in answers) / 60,
        last=sessions[-1].started_at,
        to_review=sum(not one.reviewed for one in sessions),
        level=Trend(tuple(_mean(a.level for a in one.answers) for one in recent)),
        fillers=Trend(tuple(_fillers_per_min(one) for one in recent)),
        gaps=tuple(
            about for about, _ in _counted(a for one in recent for a in one.answers)
        )[:2],
    )


def _gaps(by_name: dict[str, list[SessionFacts]]) -> tuple[Gap, ...]:
    answers = [
        (name, answer)
        for name, sessions in by_name.items()
        for one in sessions
        for answer in one.answers
        if answer.assessable
    ]
    found = [
        Gap(
            about=about,
            answers=count,
            of=len(answers),
            people=len({name for name, a in answers if about in _lacks(a)}),
        )
        for about, count in _counted(answer for _, answer in answers)
    ]
    return tuple(found[:MOST_GAPS])


def _counted(answers: Iterable[AnswerFacts]) -> list[tuple[str, int]]:
    return Counter(
        about for answer in answers for about in _lacks(answer)
    ).most_common()


def _lacks(answer: AnswerFacts) -> tuple[str, ...]:
    """In the report's own words: "the result is missing", "Speaking pace"."""
    missing = (heard_as(part)[1] for part in answer.missing)
    return (*missing, *(f"{title} stands out" for title in answer.standing_out))


def _fillers_per_min(session: SessionFacts) -> float | None:
    """Of all its minutes: a mean of the answers' rates would let three seconds weigh
    as much as three minutes."""
    minutes = sum(answer.filler_minutes for answer in session.answers)
    count = sum(answer.fillers for answer in session.answers)
    return count / minutes if minutes else None


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def _ends(trend: Trend) -> tuple[str, str]:
    known = trend.known
    return (f"{known[0]:.1f}", f"{known[-1]:.1f}") if known else ("", "")
