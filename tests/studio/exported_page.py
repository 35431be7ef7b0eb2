"""An exported page with two comments on it, and what a reader does to it first."""

from pathlib import Path
from typing import Any

from simulator.casebook.export_page import export_html
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.keep import FolderStore
from simulator.studio import comments
from simulator.studio.comments import CommentEvent

SHOWN = CommentEvent(
    id="a" * 32,
    at="2026-11-23T08:00:00.000000Z",
    coach="Anna",
    turn="01-conflict",
    op="add",
    body="The ending is clear.",
    start_s=60.0,
    kind="strength",
    visibility="shown",
)
PRIVATE = SHOWN.model_copy(
    update={
        "id": "b" * 32,
        "body": "Only between coaches.",
        "visibility": "private",
    }
)

_made: list[str] = []
"""The page is the same for every test: its sound is encoded once."""


def write_page(store: FolderStore, folder: Path, path: Path) -> Path:
    """A page of both answers, with a shown comment on it and a private one behind."""
    comments.append(folder, SHOWN, PRIVATE)
    if not _made:
        _made.append(export_html(open_session(store, folder.name), Share()))
    path.write_text(_made[0], encoding="utf-8")
    return path


def ready(page: Any, path: Path) -> None:
    page.goto(path.as_uri())
    page.wait_for_selector(
        "html[data-sound=yes][data-comments=yes][data-ready=yes]", state="attached"
    )


def commented(page: Any, name: str, text: str, answer: int = 1) -> None:
    page.get_by_label("Your name").fill(name)
    body = page.get_by_label(f"Comment on question {answer}")
    body.fill(text)
    body.press("Enter")
