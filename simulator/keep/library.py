"""Looking through the folder of sessions without trusting what lies in it.

A folder that cannot be read is skipped and reported: one damaged session must not hide
the others, and must not be silently gone either.
"""

import difflib
from pathlib import Path

from ..errors import SessionError
from ..records import Session
from . import documents, naming

NEAR_MATCHES = 3


def folders(root: Path) -> list[Path]:
    """Folders (and links) that are sessions by content or by name, newest name first.

    Anything else that lies there is not ours and is never touched.
    """
    try:
        entries = sorted(root.iterdir(), key=lambda path: path.name, reverse=True)
    except OSError:
        return []
    return [path for path in entries if is_session(path)]


def heads(root: Path) -> list[documents.SessionHead]:
    """The session.json of every readable session, newest first."""
    found = [head for path in folders(root) if (head := _head(path)) is not None]
    return sorted(found, key=lambda head: (head.started_at, head.id), reverse=True)


def whole(folder: Path) -> Session | None:
    """The session of a folder, or None if it cannot be read."""
    try:
        return documents.read_session(folder)
    except SessionError:
        return None


def problems(root: Path, thorough: bool) -> tuple[str, ...]:
    """Why each unreadable session is unreadable."""
    said: list[str] = []
    for folder in folders(root):
        if folder.is_symlink():
            said.append(f"{folder.name} is a link to elsewhere and was not followed.")
            continue
        try:
            head = documents.read_head(folder)
            for turn in head.turns:
                if thorough:
                    documents.read_turn(folder, turn)
                else:
                    documents.analysis_file(folder, turn.stem)
        except SessionError as error:
            said.append(str(error))
    return tuple(said)


def find(root: Path, name: str) -> str:
    """The one session whose id is, begins with, or contains `name`."""
    wanted = name.strip()
    ids = [path.name for path in folders(root)]
    if wanted in ids:
        return wanted
    beginning = [id for id in ids if wanted and id.startswith(wanted)]
    matches = beginning or [id for id in ids if wanted and wanted in id]
    if len(matches) == 1:
        return matches[0]
    if not matches:
        raise unknown(root, wanted)
    listed = ", ".join(matches[:NEAR_MATCHES])
    more = ", …" if len(matches) > NEAR_MATCHES else ""
    raise SessionError(
        f"{_shown(wanted)} could be {len(matches)} sessions: {listed}{more}",
        "Give more of the name.",
    )


def unknown(root: Path, name: str) -> SessionError:
    """The error for a name that no session has, with near matches."""
    ids = [path.name for path in folders(root)]
    if not ids:
        return SessionError(
            f"There is no session {_shown(name)}; none is kept in {root}",
            "`mock-interview rehearse` makes one.",
        )
    near = difflib.get_close_matches(name, ids, NEAR_MATCHES, cutoff=0.3)
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    return SessionError(
        f"There is no session {_shown(name)}",
        f"{meant}`mock-interview sessions list` shows all.",
    )


def _shown(name: str) -> str:
    return ascii(name[:60])


def _head(folder: Path) -> documents.SessionHead | None:
    if folder.is_symlink():
        return None
    try:
        return documents.read_head(folder)
    except SessionError:
        return None


def is_session(path: Path) -> bool:
    """Whether a folder (or a link) is a session by its content or by its name."""
    if not naming.is_plain(path.name) or not path.is_dir():
        return naming.looks_like_session(path.name) and path.is_symlink()
    if naming.looks_like_session(path.name):
        return True
    try:
        return (path / documents.SESSION_FILE).is_file()
    except OSError:
        return False
