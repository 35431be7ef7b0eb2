"""Comments are written in an exported page, saved, and joined to the library."""

from pathlib import Path
from typing import Any

import browser
import pytest
from exported_page import commented, ready

from simulator.casebook.importing_comments import import_comments
from simulator.keep import FolderStore
from simulator.studio import comments

pytestmark = pytest.mark.page


def test_typing_stops_the_sound_and_enter_lets_it_go_on(
    chromium: Any, page_file: Path
) -> None:
    with browser.tab(chromium) as tab:
        page = tab.page
        ready(page, page_file)
        page.get_by_label("Your name").fill("Ben")
        page.evaluate(
            "(() => { const a = document.querySelector('audio');"
            " a.currentTime = 20; return a.play(); })()"
        )
        body = page.get_by_label("Comment on question 1")
        body.press_sequentially("Why so risky?")
        assert page.evaluate("document.querySelector('audio').paused")
        stopped_s = int(page.evaluate("document.querySelector('audio').currentTime"))
        page.locator("#answer-1 [data-kind]").select_option("question")
        body.press("Enter")
        browser.until(page, "!document.querySelector('audio').paused")
        item = page.locator("#answer-1 .comments li", has_text="Why so risky?")
        assert "Ben" in item.inner_text()
        at = f"{stopped_s // 60}:{stopped_s % 60:02}"
        assert item.locator(".play").inner_text() == at


def test_a_comment_without_a_name_is_asked_for_one(
    chromium: Any, page_file: Path
) -> None:
    with browser.tab(chromium) as tab:
        ready(tab.page, page_file)
        commented(tab.page, "", "Hello.")
        assert tab.page.locator("#said").inner_text() == "Say your name first."
        assert tab.page.get_by_label("Comment on question 1").input_value() == "Hello."


def test_comments_saved_as_a_file_are_entries_of_the_library(
    chromium: Any, page_file: Path, store: FolderStore, folder: Path
) -> None:
    """Made in the browser, joined here: both sides' comments are there, once."""
    with browser.tab(chromium) as tab:
        page = tab.page
        ready(page, page_file)
        commented(page, "Ben", "Say the number sooner. <b>Now</b>")
        commented(page, "Ben", "Good pause.", answer=2)
        mine = page.locator("#answer-1 li", has_text="The ending is clear.").first
        page.once("dialog", lambda dialog: dialog.accept("I agree."))
        mine.get_by_role("button", name="Reply").click()
        mine.get_by_role("button", name="Settled").click()
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Save the comments as a file").click()
        saved = folder.parent.parent / waiting.value.suggested_filename
        waiting.value.save_as(saved)
        assert "not saved" not in page.locator("#unsaved").inner_text()

    comments.add(folder, "Anna", "02-deadline", "Written here meanwhile.")
    for new in (4, 0):
        merged = import_comments(saved, store)
        assert (merged.session, merged.new, merged.refused) == (folder.name, new, ())
    found = comments.fold(comments.events(folder))
    bodies = {comment.body for comment in found}
    assert bodies == {
        "The ending is clear.",
        "Only between coaches.",
        "Written here meanwhile.",
        "Say the number sooner. <b>Now</b>",
        "Good pause.",
    }
    ending = next(c for c in found if c.body == "The ending is clear.")
    assert [r.body for r in ending.replies] == ["I agree."]
    assert ending.resolved_by == "Ben"


def test_a_saved_copy_opens_with_the_comments_inside(
    chromium: Any, page_file: Path, tmp_path: Path
) -> None:
    """The candidate simply opens it; it can be commented and saved again."""
    hostile = "</script><script>document.title='stolen'</script><img src=x onerror=x>"
    copy = tmp_path / "copy.html"
    with browser.tab(chromium) as tab:
        ready(tab.page, page_file)
        commented(tab.page, "Ben", hostile)
        with tab.page.expect_download() as waiting:
            tab.page.get_by_role("button", name="Save a copy").click()
        waiting.value.save_as(copy)
    with browser.tab(chromium) as tab:
        ready(tab.page, copy)
        shown = tab.page.locator("#answer-1 .comments .text").all_inner_texts()
        assert shown == ["The ending is clear.", hostile] or shown == [
            hostile,
            "The ending is clear.",
        ]
        assert "stolen" not in tab.page.title()
        tab.page.evaluate("document.querySelector('audio').play()")
        browser.until(tab.page, "document.querySelector('audio').currentTime > 0.2")
