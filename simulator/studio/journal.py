"""Files that only grow: what a person said about a session, entry by entry.

An entry is never changed. Whoever thinks again adds an entry that says so, so two
people's files are joined by union of their entries' ids, in any order and any number
of times, and nothing of either is lost (a grow-only set: Shapiro et al. 2011,
"Conflict-free replicated data types"). Order is (at, id), the same on every machine.

Files come from other people too: sizes are bounded, links are not followed, and an
entry that does not fit is a SessionError naming file and field.
"""

import json
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field, StringConstraints, ValidationError

from .. import atomic, foreign_json
from ..errors import SessionError
from ..records import Record
from .alone import alone

JOURNAL_VERSION = 1
MAX_BYTES = 8_000_000
"""Ten thousand entries of a paragraph each; more was not typed by a person."""
MAX_ENTRIES = 20_000
MOST_AHEAD = timedelta(days=1)
"""A clock set to the wrong time zone is up to 14 hours ahead; one in the wrong year is
no clock."""
MOST_FILES = 2_000
"""Of the people who wrote about one session; more were not people."""

AT_PATTERN = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z"
ID_PATTERN = r"[0-9a-f]{32}"

EntryId = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN}$")]
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=80, strip_whitespace=True)
]
"""Of a person, as they write it."""
Stem = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$")]
"""Of an answer: one plain component of a path."""


class Entry(Record):
    """One entry of a journal."""

    id: EntryId
    at: Annotated[str, StringConstraints(pattern=f"^{AT_PATTERN}$")]
    """When it was written: ISO 8601, UTC, to the microsecond, so that text sorts."""


class _Journal(Record):
    """The file as a whole; entries are read one by one, so that each can be named."""

    schema_version: int = Field(ge=1)
    session: str = ""
    """Named where the file travels without its folder."""
    entries: tuple[dict[str, object], ...]


E = TypeVar("E", bound=Entry)


def new_id() -> str:
    """128 random bits: two coaches never choose the same."""
    return secrets.token_hex(16)


def now() -> str:
    """This moment, as entries write it."""
    return _written(datetime.now(UTC))


def moment_after(entries: Iterable[Entry]) -> str:
    """This moment, or the one after the latest entry where that is later.

    Clocks of other machines run ahead; what somebody does here, with those entries
    before their eyes, comes after them all the same.
    """
    latest = max((entry.at for entry in entries), default="")
    return max(now(), _next(latest))


def is_ahead(entry: Entry) -> bool:
    """Whether an entry is dated further ahead than any clock that is only wrong.

    Such an entry would have the last word for ever.
    """
    return entry.at > _written(datetime.now(UTC) + MOST_AHEAD)


def _next(at: str) -> str:
    try:
        return _written(datetime.fromisoformat(at) + timedelta(microseconds=1))
    except (ValueError, OverflowError):
        return at  # no date of the calendar: the ids decide


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%S.%f}Z"


def merged(*streams: Iterable[E]) -> tuple[E, ...]:
    """The union by id, in the order of (at, id).

    Where two entries claim one id (a broken or a dishonest copy) the one whose text
    sorts first stands, on every machine alike.
    """
    found: dict[str, E] = {}
    for stream in streams:
        for entry in stream:
            other = found.get(entry.id)
            if other is None or _text(entry) < _text(other):
                found[entry.id] = entry
    return tuple(sorted(found.values(), key=lambda entry: (entry.at, entry.id)))


def read(path: Path, model: type[E]) -> tuple[E, ...]:
    """All entries of a file, in order; none where there is no file.

    Raises:
        SessionError: it is a link, too large, no journal, or an entry does not fit.
    """
    if path.is_symlink():
        raise SessionError(f"{path} is a link to elsewhere and was not read", _AGAIN)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(path.name)
        data = path.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise SessionError(
            f"{path} cannot be read ({error.strerror})", "Check that you may read it."
        ) from None
    return parsed(data, model, f"{path.parent.name}/{path.name}")


def read_all(place: Path, model: type[E]) -> tuple[E, ...]:
    """All entries of a folder of journals, one a person, joined.

    Raises:
        SessionError: one of them cannot be read, or there are too many of them: none is
            left out silently.
    """
    if place.is_symlink() or not place.is_dir():
        return ()
    files = sorted(place.glob("*.json"))
    if len(files) > MOST_FILES:
        raise SessionError(
            f"{place.parent.name}/{place.name} holds {len(files)} files",
            "Move away those that nobody you know has written.",
        )
    return merged(*(read(file, model) for file in files))


def parsed(
    data: bytes, model: type[E], name: str, refused: list[str] | None = None
) -> tuple[E, ...]:
    """Entries from the bytes of a file.

    Args:
        data: the whole file.
        model: what its entries are.
        name: how errors call it.
        refused: takes a sentence for each entry that does not fit, which is then left
            out; with None one such entry refuses the file.

    Raises:
        SessionError: it is too large, no journal, or an entry does not fit.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    try:
        journal = _Journal.model_validate(foreign_json.loads(data))
    except (ValueError, RecursionError):
        raise SessionError(f"{name} is not a file of this program", _AGAIN) from None
    if journal.schema_version > JOURNAL_VERSION:
        raise SessionError(
            f"{name} was written by a newer version of this program", "Update it."
        )
    if len(journal.entries) > MAX_ENTRIES:
        raise _too_large(name)
    found: list[E] = []
    for number, body in enumerate(journal.entries, 1):
        try:
            found.append(_entry(body, model, name, number))
        except SessionError as error:
            if refused is None:
                raise
            refused.append(error.what)
    return merged(found)


def append(path: Path, *entries: E) -> None:
    """Add entries to a file, which is made with the first one; whole or not at all."""
    with alone(path.parent):
        before = read(path, type(entries[0]))
        atomic.write(path, encoded(merged(before, entries)))


def encoded(entries: Iterable[Entry]) -> bytes:
    """A journal's file."""
    lines = ",\n".join(_text(entry) for entry in entries)
    text = f'{{"schema_version": {JOURNAL_VERSION}, "entries": [\n{lines}\n]}}\n'
    data = text.encode("utf-8", "backslashreplace")
    if len(data) > MAX_BYTES:
        raise SessionError(
            "There are more entries than one file may hold", "Delete old sessions."
        )
    return data


_AGAIN = "Restore it from a copy, or ask for it again."


def _entry(body: dict[str, object], model: type[E], name: str, number: int) -> E:
    known = {k: v for k, v in body.items() if k in model.model_fields}
    try:
        return model.model_validate(known)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise SessionError(
            f"{name}, entry {number}, {field[:60]}: {first['msg']}", _AGAIN
        ) from None


def _too_large(name: str) -> SessionError:
    return SessionError(f"{name} is too large to be ours", _AGAIN)


def _text(entry: Entry) -> str:
    return json.dumps(entry.model_dump(mode="json"), ensure_ascii=False, sort_keys=True)
