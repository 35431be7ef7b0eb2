"""Scores a coach gave, and whether the session is reviewed: a journal a coach.

`scores/COACH.json` in the session's folder. A score given before the tool's own
judgement was on the screen is `blind`: only such scores say anything about agreement
with the tool, for who has seen a number leans towards it (anchoring).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, ValidationError

from ..errors import SessionError
from . import journal
from .comments import file_of
from .journal import Entry, Name

FOLDER = "scores"
LOWEST, HIGHEST = 1, 5

Status = Literal["to_review", "reviewed"]
Key = tuple[str, str, str, str]
"""(coach, turn, rubric, scale)"""

_Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
_Turn = Annotated[str, StringConstraints(pattern=r"^([A-Za-z0-9][A-Za-z0-9._-]*)?$")]


class Score(Entry):
    """One entry: a value on a scale, or a word on the whole session."""

    coach: Name
    turn: _Turn = ""
    rubric: _Slug | Literal[""] = ""
    scale: _Slug | Literal[""] = ""
    value: int | None = Field(default=None, ge=LOWEST, le=HIGHEST)
    """None takes an earlier one back."""
    blind: bool = False
    """Whether the tool's judgement was hidden until then."""
    note: Annotated[str, StringConstraints(max_length=2000)] = ""
    status: Status | Literal[""] = ""
    """Set on an entry about the whole session; such an entry holds no value."""


def read(folder: Path) -> tuple[Score, ...]:
    """All scores of all coaches of the session in `folder`, in order."""
    return journal.read_all(folder / FOLDER, Score)


def latest(entries: Iterable[Score], coach: str | None = None) -> dict[Key, Score]:
    """What stands: the latest of each coach on each scale of each answer.

    A score stays blind if the first on its scale was: seeing the tool's judgement
    afterwards and standing by it takes nothing away, changing it does. Once anything
    was given for an answer with that judgement on the screen, the coach has seen it:
    taking a score back hides it, and makes nobody forget.
    """
    standing: dict[Key, Score] = {}
    seen: set[tuple[str, str]] = set()
    for entry in journal.merged(entries):
        if entry.status or (coach is not None and entry.coach != coach):
            continue
        key = (entry.coach, entry.turn, entry.rubric, entry.scale)
        before = standing.get(key)
        if not entry.blind:
            seen.add((entry.coach, entry.turn))
        elif (entry.coach, entry.turn) in seen:
            entry = entry.model_copy(update={"blind": False})
        if entry.value is None:
            standing.pop(key, None)
        elif before and before.blind and before.value == entry.value:
            standing[key] = entry.model_copy(update={"blind": True})
        else:
            standing[key] = entry
    return standing


def give(
    folder: Path,
    coach: str,
    turn: str,
    rubric: str,
    scale: str,
    value: int | None,
    *,
    blind: bool,
    note: str = "",
) -> Score:
    """Write a score; returns what was written."""
    fields = {"turn": turn, "rubric": rubric, "scale": scale, "value": value}
    return _written(folder, coach, {**fields, "blind": blind, "note": note})


def mark(folder: Path, coach: str, status: Status) -> Score:
    """Say that the session is reviewed, or that it is to be reviewed again."""
    return _written(folder, coach, {"status": status})


def status(entries: Iterable[Score]) -> Status:
    """The latest word of any coach; a session nobody spoke of is to be reviewed."""
    said = [entry.status for entry in journal.merged(entries) if entry.status]
    return said[-1] if said and said[-1] == "reviewed" else "to_review"


def _written(folder: Path, coach: str, fields: dict[str, object]) -> Score:
    try:
        entry = Score.model_validate(
            {
                "id": journal.new_id(),
                "at": journal.moment_after(read(folder)),
                "coach": coach,
                **fields,
            }
        )
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"][:1])
        raise SessionError(
            f"The score's {name} = {ascii(fields.get(name, coach))[:60]} does not fit",
            f"Scores are {LOWEST} to {HIGHEST}.",
        ) from None
    journal.append(folder / FOLDER / file_of(coach), entry)
    return entry
