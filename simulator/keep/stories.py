"""The story bank on disk: one file among the session folders.

A story goes with the session it came from: who deletes a session means all of it.
"""

import json
from pathlib import Path

from pydantic import ValidationError

from .. import atomic
from ..errors import SessionError
from ..records import Story

STORIES_FILE = "stories.json"
MAX_BYTES = 4 * 1024 * 1024
"""A thousand stories; a larger file is not ours."""


def stories_file(root: Path) -> Path:
    """Where the stories of a library of sessions lie."""
    return root / STORIES_FILE


def stories(root: Path) -> tuple[Story, ...]:
    """The kept stories, in the order of keeping.

    Raises:
        SessionError: the file is damaged.
    """
    path = stories_file(root)
    if not path.is_file():
        return ()
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError("too large")
        return tuple(Story.model_validate(s) for s in json.loads(path.read_bytes()))
    except (ValueError, TypeError, ValidationError, OSError) as error:
        reason = str(error).splitlines()[0][:80]
        raise SessionError(
            f"{path} cannot be read: {reason}", "Mend it, or move it away."
        ) from None


def keep_story(root: Path, story: Story) -> None:
    """Add a story, or put it in the place of the one with its id."""
    others = [s for s in stories(root) if s.id != story.id]
    _write(root, (*others, story))


def drop_stories(root: Path, *, session: str = "", id: str = "") -> tuple[Story, ...]:
    """Remove the stories of a session, or the one of that id; returns them."""
    kept = stories(root)
    gone = tuple(s for s in kept if s.session == session or s.id == id)
    if gone:
        _write(root, tuple(s for s in kept if s not in gone))
    return gone


def _write(root: Path, kept: tuple[Story, ...]) -> None:
    path = stories_file(root)
    if not kept:
        with atomic.translated(path):
            path.unlink(missing_ok=True)
        return
    if not root.is_dir():
        atomic.make_folder(root)
    body = [story.model_dump(mode="json") for story in kept]
    text = json.dumps(body, ensure_ascii=False, indent=1)
    atomic.write(path, text.encode("utf-8", "backslashreplace"))
