"""A coach's comments from elsewhere, joined with what is here without losing either.

A file of comments, or a copy of an exported page with comments inside. It names a
session, never a path: entries go to files named after their coaches inside that
session's own folder, and an entry about anything else is refused and counted.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from ..errors import SessionError
from ..keep import FolderStore, naming
from ..studio import comments, journal
from ..studio.comments import CommentEvent
from .page_file import read_page


@dataclass(frozen=True)
class Merged:
    """What became of the entries of a file."""

    session: str
    new: int
    already: int
    refused: tuple[str, ...] = ()
    """Why entries were left out, a sentence each."""


def import_comments(
    path: Path, store: FolderStore, session: str | None = None
) -> Merged:
    """Join the comments of a file with those of the session it names.

    Args:
        path: a file that an exported page saved, or a copy of such a page.
        store: the library.
        session: joins them to this session instead, e.g. after it was renamed.

    Raises:
        SessionError: it is no such file, too large, or its session is not here.
    """
    data = _read(path)
    if data.lstrip()[:1] == b"<":
        data = read_page(data, path.name).comments
    entries = journal.parsed(data, CommentEvent, path.name)
    named = session or _session_of(data, path.name)
    return join(entries, store, store.find(named))


def join(entries: tuple[CommentEvent, ...], store: FolderStore, id: str) -> Merged:
    """Join entries with those of a session; what is here is never changed."""
    folder = store.folder(id)
    stems = {turn.stem for turn in store.load(id).turns}
    here = {entry.id for entry in comments.events(folder)}
    strange = [e for e in entries if e.turn not in stems]
    fitting = [e for e in entries if e.turn in stems]
    new = [e for e in fitting if e.id not in here]
    if new:
        comments.append(folder, *new)
    refused = tuple(
        f"{e.coach}'s comment on {e.turn}: this session has no such answer"
        for e in strange
    )
    return Merged(id, len(new), len(fitting) - len(new), refused)


def _read(path: Path) -> bytes:
    from .page_file import MAX_BYTES

    try:
        if not path.is_file():
            raise SessionError(f"There is no file {path}", "Check the name.")
        if path.stat().st_size > MAX_BYTES:
            raise SessionError(
                f"{path} is too large to be ours", "Give the file that was saved."
            )
        return path.read_bytes()
    except OSError as error:
        raise SessionError(
            f"{path} cannot be read ({error.strerror})", "Check that you may read it."
        ) from None


def _session_of(data: bytes, name: str) -> str:
    """The id of the session that the file says it is about."""
    said = json.loads(data).get("session")
    if not isinstance(said, str) or not naming.is_plain(said):
        raise SessionError(
            f"{name} does not say which session it is about",
            "Name it: `import-comments FILE --session NAME`.",
        )
    return said
