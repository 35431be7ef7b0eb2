"""What a coach does, entry by entry, and what comes of it: comments as they stand."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from ..records import Record
from .journal import Entry, EntryId, Name, Stem

MAX_BODY_CHARS = 4000
"""Two pages: what is longer is a letter, not a comment at a moment."""

REOPENED = "open"
"""Body of a `resolve` that takes an earlier one back. Not a toggle: two coaches who
settle the same comment at the same time have settled it."""

Op = Literal["add", "edit", "reply", "resolve", "delete"]
Kind = Literal["strength", "work_on", "question", ""]
Visibility = Literal["private", "shown"]


class CommentEvent(Entry):
    """One thing a coach did."""

    coach: Name
    turn: Stem
    start_s: float | None = Field(default=None, ge=0, le=86_400)
    op: Op
    target: EntryId | None = None
    """The comment (or reply) it is about; None for a new one."""
    body: Annotated[str, StringConstraints(max_length=MAX_BODY_CHARS)] = ""
    visibility: Visibility = "private"
    """private: only for coaches; shown: goes along when the session is shared."""
    kind: Kind = ""


class Reply(Record):
    """An answer to a comment."""

    id: str
    coach: str
    at: str
    body: str
    visibility: Visibility
    edited: bool = False


class Comment(Record):
    """A comment as it stands now."""

    id: str
    coach: str
    at: str
    turn: str
    start_s: float | None
    kind: Kind
    body: str
    visibility: Visibility
    edited: bool = False
    resolved_by: str | None = None
    replies: tuple[Reply, ...] = ()
