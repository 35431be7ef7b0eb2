"""What a reviewer writes in an exported page always comes home, in the right order."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import browser
import made_sessions
import pytest

from simulator.casebook.export_page import export_html
from simulator.casebook.importing_comments import import_comments
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.keep import FolderStore
from simulator.studio import comments, journal
from simulator.studio.comments import CommentEvent

pytestmark = pytest.mark.page

STEM = "01-conflict"


@pytest.fixture
def folder(store: FolderStore) -> Path:
    """A session whose coach's clock runs three hours and a fraction ahead."""
    turns = tuple(t.model_copy(update={"audio": None}) for t in made_sessions.turns())
    folder = made_sessions.keep(store, turns=turns)
    at = f"{datetime.now(UTC) + timedelta(hours=3):%Y-%m-%dT%H:%M:%S}.999999Z"
    said = CommentEvent(
        id=journal.new_id(),
        at=at,
        coach="Anna",
        turn=STEM,
        op="add",
        body="The ending is clear.",
        visibility="shown",
    )
    comments.append(folder, said)
    comments.append(
        folder,
        said.model_copy(
            update={
                "id": journal.new_id(), "op": "resolve", "target": said.id, "body": "",
            }
        ),
    )  # fmt: skip
    return folder


def opened(page: Any, store: FolderStore, folder: Path) -> None:
    path = folder.parent.parent / "shared.html"
    path.write_text(export_html(open_session(store, folder.name), Share()), "utf-8")
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-comments=yes]", state="attached")
    page.get_by_label("Your name").fill("Ben")


def saved(page: Any, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save the comments as a file").click()
    path = folder.parent.parent / "saved.json"
    waiting.value.save_as(path)
    return path


def test_a_reply_that_is_too_long_is_asked_for_again_and_loses_nothing(
    chromium: Any, store: FolderStore, folder: Path
) -> None:
    asked: list[tuple[str, str]] = []

    def answer(dialog: Any) -> None:
        asked.append((dialog.message, dialog.default_value))
        dialog.accept("x" * 4001 if len(asked) == 1 else "x" * 4000)

    with browser.tab(chromium) as tab:
        opened(tab.page, store, folder)
        tab.page.on("dialog", answer)
        tab.page.get_by_role("button", name="Reply").click()
        path = saved(tab.page, folder)
    assert "has 4001 characters" in asked[1][0]
    assert asked[1][1] == "x" * 4001
    merged = import_comments(path, store)
    assert (merged.new, merged.refused) == (1, ())


def test_half_a_character_is_written_as_a_mark(
    chromium: Any, store: FolderStore, folder: Path
) -> None:
    with browser.tab(chromium) as tab:
        opened(tab.page, store, folder)
        body = tab.page.get_by_label("Comment on question 1")
        body.evaluate(
            "field => { field.value = 'Good ' + String.fromCharCode(0xd83d) }"
        )
        body.press("Enter")
        path = saved(tab.page, folder)
    written = json.loads(path.read_bytes())["entries"][-1]
    assert written["body"] == "Good \ufffd"


def test_what_is_done_in_the_page_comes_after_a_clock_that_runs_ahead(
    chromium: Any, store: FolderStore, folder: Path
) -> None:
    """Opened again and settled again: each is the last word when it is said."""
    with browser.tab(chromium) as tab:
        opened(tab.page, store, folder)
        for name in ("Open again", "Settled", "Open again"):
            tab.page.get_by_role("button", name=name).click()
        path = saved(tab.page, folder)
    merged = import_comments(path, store)
    assert (merged.new, merged.refused) == (3, ())
    (comment,) = comments.fold(comments.events(folder))
    assert comment.resolved_by is None
