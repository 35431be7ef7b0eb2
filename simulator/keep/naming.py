"""Names of sessions and of the files of a turn.

A session's name sorts by time and says what it was, so that a person who opens the
folder finds their way without the program. Names come back from the command line and
from session files of other people, so every one that becomes a path is checked here:
one plain component, no separators, no dots in front.
"""

import re
import secrets
import unicodedata
from datetime import UTC, datetime

from ..errors import SessionError
from ..records import Question, Session

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,150}")
_DATED = re.compile(r"\d{4}-\d\d-\d\dT\d{6}Z-[A-Za-z0-9._-]+")

SLUG_LENGTH = 40
"""Long enough to be recognised; with all suffixes far below the 255 bytes of a name."""


def new_id(bank: str, at: datetime | None = None) -> str:
    """A new session's name, e.g. `2026-11-22T101533Z-behavioural-7f3a`.

    Four hexadecimal digits tell apart two sessions begun in the same second.
    """
    moment = (at or datetime.now(UTC)).astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H%M%SZ}-{slug(bank)}-{secrets.token_hex(2)}"


def stem_for(
    session: Session, question: Question, attempt: int = 1, probe: int = 0
) -> str:
    """File name without suffix of an answer: `01-conflict`, `01-conflict.try2.probe1`.

    Args:
        session: its questions give the number; a question added later comes after.
        question: the question, or for a follow-up the question it follows.
        attempt: 1 for the first.
        probe: 0 for the question itself, 1 for its first follow-up.
    """
    ids = [q.id for q in session.questions]
    number = ids.index(question.id) + 1 if question.id in ids else len(ids) + 1
    name = f"{number:02d}-{slug(question.id)}"
    if attempt > 1:
        name += f".try{attempt}"
    if probe > 0:
        name += f".probe{probe}"
    return name


def slug(text: str) -> str:
    """Small letters, digits and dashes; never empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    dashed = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return dashed[:SLUG_LENGTH].strip("-") or "untitled"


def is_plain(name: str) -> bool:
    """Whether a name may become one component of a path."""
    return _PLAIN.fullmatch(name) is not None


def looks_like_session(name: str) -> bool:
    """Whether a folder of that name was made by `new_id`."""
    return _DATED.fullmatch(name) is not None


def checked_id(id: str) -> str:
    """The id itself if it may name a folder; SessionError otherwise."""
    if not is_plain(id):
        raise SessionError(
            f"{id[:60]!r} is not the name of a session",
            "`mock-interview sessions list` shows the names.",
        )
    return id


def checked_file(name: str, folder: str) -> str:
    """The file name itself if it stays inside its folder; SessionError otherwise."""
    if not is_plain(name):
        raise SessionError(
            f"Session {folder} names a file outside its folder: {name[:60]!r}",
            "Do not open it; it was not written by this program.",
        )
    return name
