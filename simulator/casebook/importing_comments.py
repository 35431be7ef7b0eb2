"""A coach's comments from elsewhere, joined with what is here without losing either.

A file of comments, or a copy of an exported page with comments inside. It names a
session, never a path: entries go to files named after their coaches inside that
session's own folder, and an entry about anything else is refused and counted.

Names are not proven: whoever writes a file can write it under any name. So an entry
that changes how somebody's comment stands here is joined, and told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .. import foreign_json
from ..coach.times import clock
from ..errors import SessionError
from ..keep import FolderStore, naming
from ..keep.library import is_session, unknown
from ..studio import comments, journal
from ..studio.comments import Comment, CommentEvent, Reply
from .page_file import read_file, read_page

MOST_COACHES = 50
"""Who commented on one session. More names are no people, and each is a file here."""


@dataclass(frozen=True)
class Merged:
    """What became of the entries of a file."""

    session: str
    new: int
    already: int
    refused: tuple[str, ...] = ()
    """Why entries were left out, a sentence each."""
    changed: tuple[str, ...] = ()
    """Which comments that were here stand otherwise now, a sentence each."""


def import_comments(
    path: Path, store: FolderStore, session: str | None = None
) -> Merged:
    """Join the comments of a file with those of the session it names.

    Args:
        path: a file that an exported page saved, or a copy of such a page.
        store: the library.
        session: joins them to this session instead, e.g. after it was renamed; the
            beginning of its name will do.

    Raises:
        SessionError: it is no such file, too large, or its session is not here.
    """
    data = read_file(path)
    if data.lstrip()[:1] == b"<":
        data = read_page(data, path.name).comments
    refused: list[str] = []
    entries = journal.parsed(data, CommentEvent, path.name, refused)
    named = _named(data, path.name, store) if session is None else store.find(session)
    return join(entries, store, named, refused)


def join(
    entries: tuple[CommentEvent, ...],
    store: FolderStore,
    id: str,
    refused: Sequence[str] = (),
) -> Merged:
    """Join entries with those of a session; what is here is never changed.

    Args:
        entries: from elsewhere.
        store: the library.
        id: the session's whole name.
        refused: what was left out of the file before.

    Raises:
        SessionError: they are by more people than can be.
    """
    folder = store.folder(id)
    stems = {turn.stem for turn in store.load(id).turns}
    before = comments.events(folder)
    known = {entry.id for entry in before}
    why = [(entry, _unfit(entry, stems)) for entry in entries]
    new = [e for e, unfit in why if not unfit and e.id not in known]
    _refuse_a_crowd([*before, *new], id)
    if new:
        comments.append(folder, *new)
    told = (*refused, *(unfit for _, unfit in why if unfit))
    already = sum(not unfit for _, unfit in why) - len(new)
    return Merged(id, len(new), already, told, _changed(before, new))


def _unfit(entry: CommentEvent, stems: set[str]) -> str:
    """Why an entry cannot be joined; "" where it can."""
    about = f"{entry.coach}'s comment on {entry.turn}"
    if entry.turn not in stems:
        return f"{about}: this session has no such answer"
    if journal.is_ahead(entry):
        return f"{about}: it is dated {entry.at}, more than a day ahead"
    return ""


def _refuse_a_crowd(entries: Sequence[CommentEvent], id: str) -> None:
    count = len({entry.coach for entry in entries})
    if count > MOST_COACHES:
        raise SessionError(
            f"With this file {count} people would have commented on {id}",
            f"Up to {MOST_COACHES} are taken; ask whoever sent it what it is.",
        )


def _changed(
    before: Sequence[CommentEvent], new: Sequence[CommentEvent]
) -> tuple[str, ...]:
    """What the new entries did to comments and replies that stood here."""
    was = _standing(comments.fold(before))
    now = _standing(comments.fold([*before, *new]))
    told = []
    for id, (said, at) in was.items():
        what = "reply" if isinstance(said, Reply) else "comment"
        whose = f"{said.coach}'s {what}{at}"
        if id not in now:
            told.append(f"{whose} is taken back by this file")
            continue
        later = now[id][0]
        if (later.body, later.visibility) != (said.body, said.visibility):
            told.append(f"{whose} reads otherwise by this file")
        if isinstance(said, Comment) and isinstance(later, Comment):
            if later.resolved_by and not said.resolved_by:
                told.append(f"{whose} is settled by {later.resolved_by} in this file")
            elif said.resolved_by and not later.resolved_by:
                told.append(f"{whose} is open again by this file")
    return tuple(told)


def _standing(
    found: Sequence[Comment],
) -> dict[str, tuple[Comment | Reply, str]]:
    """Comments and replies by id, each with where it stands."""
    standing: dict[str, tuple[Comment | Reply, str]] = {}
    for comment in found:
        moment = "" if comment.start_s is None else f" at {clock(comment.start_s)}"
        place = f"{moment} of {comment.turn}"
        standing[comment.id] = comment, place
        standing |= {reply.id: (reply, place) for reply in comment.replies}
    return standing


def _named(data: bytes, name: str, store: FolderStore) -> str:
    """The id of the session that the file says it is about: a whole name, for a part
    of one could mean another session here."""
    said = foreign_json.loads(data).get("session")
    if not isinstance(said, str) or not naming.is_plain(said):
        raise SessionError(
            f"{name} does not say which session it is about",
            "Name it: `import-comments FILE --session NAME`.",
        )
    if not is_session(store.folder(said)):
        raise unknown(store.root, said)
    return said
