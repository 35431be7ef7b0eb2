"""What a person changed about what was heard: kept apart from the measurement.

`STEM.corrections.json` beside `STEM.analysis.json`, which is never edited. A ruling
names a filler or a word by its place in the analysis as it was measured (which does not
change) and by its text, so that a person can read the file, and a ruling that no longer
fits its place is left out rather than applied to something else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ..errors import SessionError
from ..records import Turn
from . import journal
from .journal import Entry, Name

SUFFIX = ".corrections.json"
MAX_EDIT_CHARS = 400
"""One word becomes a sentence at most; more is another transcript."""

Op = Literal["confirm_filler", "reject_filler", "edit_word", "undo"]


class Correction(Entry):
    """One ruling of a person."""

    by: Name
    op: Op
    place: int = Field(ge=0, le=1_000_000)
    """Index into the fillers (confirm, reject) or the words (edit) as measured."""
    of: Literal["filler", "word"]
    was: Annotated[str, StringConstraints(max_length=MAX_EDIT_CHARS)] = ""
    """The text as measured."""
    becomes: Annotated[str, StringConstraints(max_length=MAX_EDIT_CHARS)] = ""
    """What was really said; "" where nothing was."""


@dataclass(frozen=True)
class Rulings:
    """The latest ruling on each thing."""

    fillers: dict[int, bool] = field(default_factory=dict)
    """Place of a filler -> whether it is one."""
    words: dict[int, str] = field(default_factory=dict)
    """Place of a word -> what was said instead."""

    def __bool__(self) -> bool:
        return bool(self.fillers or self.words)


def read(folder: Path, stem: str) -> tuple[Correction, ...]:
    """All rulings on an answer, in order."""
    return journal.read(_file(folder, stem), Correction)


def rulings(entries: Iterable[Correction], turn: Turn) -> Rulings:
    """What stands now, as far as it fits the answer as measured."""
    latest: dict[tuple[str, int], Correction] = {}
    for entry in journal.merged(entries):
        latest[entry.of, entry.place] = entry
    standing = [e for e in latest.values() if e.op != "undo" and _fits(e, turn)]
    return Rulings(
        fillers={e.place: e.op == "confirm_filler" for e in standing if _of_filler(e)},
        words={e.place: e.becomes for e in standing if not _of_filler(e)},
    )


def confirm_filler(folder: Path, turn: Turn, place: int, by: str) -> Correction:
    """It is a filler, whatever the tool was sure of."""
    return _rule(folder, turn, by, "confirm_filler", "filler", place)


def reject_filler(folder: Path, turn: Turn, place: int, by: str) -> Correction:
    """It is no filler; this is remembered wherever the answer is shown again."""
    return _rule(folder, turn, by, "reject_filler", "filler", place)


def edit_word(folder: Path, turn: Turn, place: int, text: str, by: str) -> Correction:
    """What was really said there: other words, or none ("")."""
    flat = " ".join(text.split())
    if len(flat) > MAX_EDIT_CHARS:
        raise SessionError(
            f"{len(flat)} characters are too many for one word",
            f"Keep it under {MAX_EDIT_CHARS}.",
        )
    return _rule(folder, turn, by, "edit_word", "word", place, flat)


def undo(
    folder: Path, turn: Turn, of: Literal["filler", "word"], place: int, by: str
) -> Correction:
    """Back to what was measured."""
    return _rule(folder, turn, by, "undo", of, place)


def _rule(
    folder: Path,
    turn: Turn,
    by: str,
    op: Op,
    of: Literal["filler", "word"],
    place: int,
    becomes: str = "",
) -> Correction:
    entry = Correction(
        id=journal.new_id(),
        at=journal.moment_after(read(folder, turn.stem)),
        by=_named(by),
        op=op,
        of=of,
        place=place,
        was=_measured(turn, of, place)[:MAX_EDIT_CHARS],
        becomes=becomes,
    )
    journal.append(_file(folder, turn.stem), entry)
    return entry


def _named(by: str) -> str:
    name = by.strip()
    if not 0 < len(name) <= 80:
        raise SessionError("Say who corrects, in at most 80 characters", "Use --as.")
    return name


def _measured(turn: Turn, of: str, place: int) -> str:
    things = turn.analysis.fillers if of == "filler" else turn.transcript.words
    if not 0 <= place < len(things):
        raise SessionError(
            f"There is no {of} {place} in {turn.stem}", "Load the page again."
        )
    return things[place].text


def _fits(entry: Correction, turn: Turn) -> bool:
    try:
        return _measured(turn, entry.of, entry.place)[:MAX_EDIT_CHARS] == entry.was
    except SessionError:
        return False


def _of_filler(entry: Correction) -> bool:
    return entry.op in ("confirm_filler", "reject_filler")


def _file(folder: Path, stem: str) -> Path:
    return folder / f"{stem}{SUFFIX}"
