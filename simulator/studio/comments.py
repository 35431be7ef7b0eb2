"""Comments at a moment: one file a coach, joined without loss.

`comments/COACH.json` holds what that coach wrote: comments, changes of them, replies.
Nothing is taken away; what is shown is folded from the entries in order of (at, id).
A comment is changed and deleted only by whoever wrote it; anybody may reply, and
anybody may settle it (and open it again).
"""

import re
import unicodedata
from pathlib import Path

from pydantic import ValidationError

from ..errors import SessionError
from . import journal
from .comment_records import (
    MAX_BODY_CHARS,
    REOPENED,
    Comment,
    CommentEvent,
    Kind,
    Reply,
    Visibility,
)
from .folding import fold, shared

__all__ = [
    "MAX_BODY_CHARS",
    "Comment",
    "CommentEvent",
    "Kind",
    "Reply",
    "Visibility",
    "add",
    "append",
    "delete",
    "edit",
    "events",
    "file_of",
    "fold",
    "reply",
    "resolve",
    "shared",
]

FOLDER = "comments"


def events(folder: Path) -> tuple[CommentEvent, ...]:
    """All that coaches wrote about the session in `folder`, joined."""
    return journal.read_all(folder / FOLDER, CommentEvent)


def add(
    folder: Path,
    coach: str,
    turn: str,
    body: str,
    *,
    start_s: float | None = None,
    kind: Kind = "work_on",
    visibility: Visibility = "private",
) -> CommentEvent:
    """Write a comment at a moment of an answer; returns what was written."""
    return _written(
        folder,
        coach=coach,
        turn=turn,
        op="add",
        body=_said(body),
        start_s=start_s,
        kind=kind,
        visibility=visibility,
    )


def edit(
    folder: Path,
    coach: str,
    target: str,
    body: str,
    *,
    kind: Kind | None = None,
    visibility: Visibility | None = None,
) -> CommentEvent:
    """Change one's own comment or reply."""
    about = _own(folder, coach, target)
    return _written(
        folder,
        coach=coach,
        turn=about.turn,
        op="edit",
        target=target,
        body=_said(body),
        start_s=about.start_s,
        kind=about.kind if kind is None else kind,
        visibility=visibility or about.visibility,
    )


def reply(
    folder: Path, coach: str, target: str, body: str, visibility: Visibility = "shown"
) -> CommentEvent:
    """Answer a comment."""
    about = _comment(folder, target)
    return _written(
        folder,
        coach=coach,
        turn=about.turn,
        op="reply",
        target=target,
        body=_said(body),
        start_s=about.start_s,
        visibility=visibility,
    )


def resolve(
    folder: Path, coach: str, target: str, *, settled: bool = True
) -> CommentEvent:
    """Settle a comment, or open it again."""
    about = _comment(folder, target)
    return _written(
        folder,
        coach=coach,
        turn=about.turn,
        op="resolve",
        target=target,
        body="" if settled else REOPENED,
        start_s=about.start_s,
        visibility=about.visibility,
    )


def delete(folder: Path, coach: str, target: str) -> CommentEvent:
    """Take back one's own comment or reply."""
    about = _own(folder, coach, target)
    return _written(
        folder,
        coach=coach,
        turn=about.turn,
        op="delete",
        target=target,
        start_s=about.start_s,
        visibility=about.visibility,
    )


def append(folder: Path, *entries: CommentEvent) -> None:
    """Write entries, each to its coach's file."""
    by_file: dict[str, list[CommentEvent]] = {}
    for entry in entries:
        by_file.setdefault(file_of(entry.coach), []).append(entry)
    for name, own in by_file.items():
        journal.append(folder / FOLDER / name, *own)


def file_of(coach: str) -> str:
    """The file name of a coach: letters, digits and dashes whatever they are called.

    A name without any plain letter gets its code points, so that two such names do not
    share a file (sharing would be harmless: entries say who wrote them).
    """
    plain = unicodedata.normalize("NFKD", coach).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:60]
    return f"{slug or 'u' + '-'.join(f'{ord(c):x}' for c in coach[:12])}.json"


def _written(folder: Path, **fields: object) -> CommentEvent:
    try:
        entry = CommentEvent.model_validate(
            {"id": journal.new_id(), "at": _moment(folder), **fields}
        )
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SessionError(f"The comment's {name}: {first['msg']}") from None
    append(folder, entry)
    return entry


def _moment(folder: Path) -> str:
    return journal.moment_after(events(folder))


def _said(body: str) -> str:
    text = body.strip()
    if not text:
        raise SessionError("The comment is empty", "Write something, or leave it.")
    if len(text) > MAX_BODY_CHARS:
        raise SessionError(
            f"The comment has {len(text)} characters",
            f"Keep it under {MAX_BODY_CHARS}, or make two of it.",
        )
    return text


def _comment(folder: Path, target: str) -> Comment:
    found = next((c for c in fold(events(folder)) if c.id == target), None)
    if found is None:
        raise SessionError(
            f"There is no comment {target[:40]!a}", "Load the page again."
        )
    return found


def _own(folder: Path, coach: str, target: str) -> CommentEvent:
    """The entry as it stands, if this coach wrote it and has not taken it back."""
    entries = events(folder)
    standing = {c.id: (c.coach, c.kind, c.visibility) for c in fold(entries)}
    for comment in fold(entries):
        standing |= {r.id: (r.coach, "", r.visibility) for r in comment.replies}
    if target not in standing:
        _comment(folder, target)
    author, kind, visibility = standing[target]
    if author != coach:
        raise SessionError(
            f"Only {author} can change that comment", "Reply to it instead."
        )
    origin = next(e for e in entries if e.id == target)
    return origin.model_copy(update={"kind": kind, "visibility": visibility})
