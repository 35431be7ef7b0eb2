"""Everything the page of one answer shows, gathered from the opened session."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from ..casebook.opened import Opened
from ..coach import view
from ..coach.times import clock
from ..records import Turn
from ..studio import comments, corrections
from ..studio.comments import Comment
from ..studio.rubric import Rubric
from . import drawn, said, scoring
from .dates import day
from .desk import Desk, measured_of, turn_of

BLIND = "mock_interview_blind"
"""A cookie: the coach's wish holds for every session until they change it."""
KINDS = {"strength": "Strength", "work_on": "Work on", "question": "Question"}


def is_blind(request: Request) -> bool:
    """Whether the coach wants to score before they see what the tool judged."""
    return request.cookies.get(BLIND) == "yes"


@dataclass(frozen=True)
class Looked:
    """One answer of one session, as one coach looks at it."""

    desk: Desk
    opened: Opened
    turn: Turn
    measured: Turn
    blind: bool

    @property
    def rulings(self) -> corrections.Rulings:
        """What people said of its words and fillers."""
        entries = self.opened.corrections.get(self.turn.stem, ())
        return corrections.rulings(entries, self.measured)

    @property
    def hearing(self) -> dict[str, float | None] | None:
        """How far measuring again has come; None where nothing is waited for."""
        if self.turn.stem not in self.opened.pending or not self.turn.audio:
            return None
        job = self.desk.hearing.of(self.opened.folder / self.turn.audio)
        return job.told() if job else {"share": 1.0, "left_s": 0.0}

    @property
    def comments(self) -> tuple[Comment, ...]:
        """Of this answer, of all coaches."""
        whole = comments.fold(self.opened.comments)
        return tuple(c for c in whole if c.turn == self.turn.stem)

    @property
    def sheet(self) -> scoring.Sheet:
        """The rubric's sheet of this answer."""
        return scoring.sheet(
            self.rubric,
            self.turn,
            self.opened.scores,
            self.desk.coach,
            self.blind,
        )

    @property
    def rubric(self) -> Rubric:
        """What the answers of this session are scored by."""
        return self.desk.rubric_of(self.opened.session)

    def may_see(self, stem: str) -> bool:
        """Whether what the tool judged of an answer may be shown: a moment of another
        answer tells as much as one of this."""
        turn = self.opened.turn(stem)
        return not self.blind or (turn is not None and self._scored(turn))

    def _scored(self, turn: Turn) -> bool:
        scored, coach = self.opened.scores, self.desk.coach
        return scoring.sheet(self.rubric, turn, scored, coach, self.blind).done


def looked(desk: Desk, id: str, stem: str, blind: bool, patient: bool = True) -> Looked:
    """Open a session at one answer. SessionError if either is not there.

    Args:
        desk: what the coach has before them.
        id: the session's name.
        stem: the answer's.
        blind: what the tool judged is hidden until the coach has scored.
        patient: wait until all that was corrected is measured again.
    """
    opened = desk.opened(id) if patient else desk.at_once(id)
    return Looked(desk, opened, turn_of(opened, stem), measured_of(opened, stem), blind)


def heard(desk: Desk, id: str, stem: str, blind: bool) -> Looked:
    """The same without measuring again: enough to keep what a coach does."""
    opened = desk.heard(id)
    turn = measured_of(opened, stem)
    return Looked(desk, opened, turn, turn, blind)


def context(at: Looked) -> dict[str, Any]:
    """What the template of the answer's page shows."""
    turn, opened = at.turn, at.opened
    sheet, rulings = at.sheet, at.rulings
    place = [t.stem for t in opened.turns].index(turn.stem) + 1
    answer = view.answer(turn, place, place)
    return {
        "here": "",
        "id": opened.session.id,
        "stem": turn.stem,
        "base": f"/s/{opened.session.id}/{turn.stem}",
        "answer_s": turn.duration_s or 0.0,
        "candidate": opened.session.candidate or "",
        "date": day(opened.session.started_at),
        "coach": at.desk.coach,
        "status": opened.status,
        "answers": _answers(opened, turn),
        "answer": answer,
        "number": place,
        "language": turn.transcript.language,
        "duration": clock(turn.duration_s) if turn.duration_s else "",
        "moments": () if sheet.hidden else _moments(at),
        "paragraphs": said.paragraphs(at.measured, rulings, sheet.hidden),
        "fillers": said.fillers(at.measured, turn, rulings),
        "sheet": sheet,
        "blind": at.blind,
        "hidden": sheet.hidden,
        "comments": _shown(at.comments, at.desk.coach),
        "kinds": KINDS,
        "corrected": len(rulings.words),
        "hearing": at.hearing,
        "ruled": len(rulings.fillers),
        "changes": changes(at.measured, turn) if rulings else (),
    }


def drawing(at: Looked) -> dict[str, Any]:
    """What its canvas draws."""
    hidden = at.sheet.hidden
    return drawn.drawn(at.measured, at.turn, at.rulings, at.comments, hidden)


def changes(measured: Turn, corrected: Turn) -> tuple[tuple[str, str, str], ...]:
    """(title, as measured, as corrected) of every measure that a correction moved."""
    before, after = view.answer(measured, 1, 1), view.answer(corrected, 1, 1)
    old = {row.title: row.value for row in (*before.measures, *before.more_measures)}
    rows = (*after.measures, *after.more_measures)
    return tuple(
        (row.title, old.get(row.title, "unknown"), row.value)
        for row in rows
        if old.get(row.title) != row.value
    )


@dataclass(frozen=True)
class Written:
    """A comment with what the page may offer about it."""

    comment: Comment
    at: str
    kind: str
    mine: bool


def _shown(found: Sequence[Comment], coach: str) -> tuple[Written, ...]:
    return tuple(
        Written(c, said.at(c.start_s), KINDS.get(c.kind, "Comment"), c.coach == coach)
        for c in found
    )


def _answers(opened: Opened, current: Turn) -> list[dict[str, Any]]:
    return [
        {
            "stem": turn.stem,
            "number": n,
            "question": turn.question.text.strip() or "No question was given",
            "attempt": turn.attempt,
            "length": clock(turn.duration_s) if turn.duration_s else "",
            "current": turn.stem == current.stem,
        }
        for n, turn in enumerate(opened.turns, 1)
    ]


def _moments(at: Looked) -> list[dict[str, Any]]:
    opened, current = at.opened, at.turn
    numbers = {turn.stem: n for n, turn in enumerate(opened.turns, 1)}
    return [
        {
            "why": moment.why,
            "about": moment.about,
            "stem": moment.stem,
            "number": numbers[moment.stem],
            "start_s": moment.start_s,
            "end_s": moment.end_s,
            "at": clock(moment.start_s),
            "here": moment.stem == current.stem,
        }
        for moment in opened.listen_first
        if at.may_see(moment.stem)
    ]
