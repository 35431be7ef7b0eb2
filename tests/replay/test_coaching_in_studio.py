"""A coach comments, scores, compares and sends back, in a real browser."""

import re
from typing import Any

import browser
import pytest
from browser import until
from made_sessions import ID as FIRST
from studio_tab import RAMBLE, STORY, arrived, at, now_s, playing, until_paused

from simulator.keep import FolderStore
from simulator.studio import comments, scores

pytestmark = pytest.mark.page


def test_typing_a_comment_stops_the_sound_and_enter_goes_on(
    page: Any, store: FolderStore
) -> None:
    at(page)
    page.keyboard.press("Space")
    until(page, "document.getElementById('sound').currentTime > 0.5")
    page.keyboard.press("c")
    until_paused(page)
    stopped_s = now_s(page)
    page.keyboard.type("Say the result first.")
    assert not playing(page)
    page.keyboard.press("Enter")
    page.wait_for_selector(".written .comment")
    until(page, "!document.getElementById('sound').paused")
    (kept,) = comments.fold(comments.events(store.folder(FIRST)))
    assert (kept.body, kept.kind, kept.coach) == (
        "Say the result first.", "work_on", "Robin",
    )  # fmt: skip
    assert kept.visibility == "private"
    assert kept.start_s == pytest.approx(stopped_s, abs=0.02)
    until(page, f"document.getElementById('sound').currentTime > {stopped_s}")


def test_escape_leaves_the_comment_and_goes_on(page: Any, store: FolderStore) -> None:
    at(page)
    page.keyboard.press("Space")
    until(page, "!document.getElementById('sound').paused")
    page.keyboard.press("c")
    until_paused(page)
    page.keyboard.type("never mind")
    page.keyboard.press("Escape")
    until(page, "!document.getElementById('sound').paused")
    assert comments.events(store.folder(FIRST)) == ()


def test_comments_are_answered_shown_settled_and_visited_by_key(
    page: Any, store: FolderStore
) -> None:
    folder = store.folder(FIRST)
    comments.add(
        folder, "Kim", RAMBLE, "Where is the end?", start_s=30.0, kind="question"
    )
    mine = comments.add(folder, "Robin", RAMBLE, "Good start.", start_s=5.0)
    at(page)
    page.keyboard.press("j")
    until(page, "document.getElementById('sound').currentTime >= 5")
    page.keyboard.press("j")
    until(page, "document.getElementById('sound').currentTime >= 30")
    page.keyboard.press("Space")
    kims = page.locator(".comment.question")
    assert kims.get_by_role("button", name="Edit").count() == 0
    kims.get_by_role("button", name="Reply").click()
    page.keyboard.type("At 0:55.")
    page.keyboard.press("Enter")
    page.wait_for_selector(".replies")
    kims.get_by_role("button", name="Settle").click()
    page.wait_for_selector(".comment.question.settled")
    own = page.locator(f"#comment-{mine.id}")
    own.get_by_role("button", name="Show to the candidate").click()
    page.wait_for_selector(f'#comment-{mine.id}[data-visibility="shown"]')
    folded = {c.body: c for c in comments.fold(comments.events(folder))}
    assert folded["Where is the end?"].resolved_by == "Robin"
    assert folded["Where is the end?"].replies[0].body == "At 0:55."
    assert folded["Good start."].visibility == "shown"


def test_scoring_blind_hides_the_tool_until_all_is_scored(
    page: Any, store: FolderStore
) -> None:
    at(page)
    page.get_by_label("Score blind").click()  # the page comes anew
    page.wait_for_selector(".first .veil")
    page.wait_for_selector("html[data-ready=yes]")
    shown = page.locator("main").inner_text()
    for judged in ("the result is missing", "To work on", "counted", "Measures"):
        assert judged not in shown
    assert page.locator(".w.filler, .w.marker, .filler-line, .moment").count() == 0
    drawn = page.evaluate(f"fetch('/s/{FIRST}/{RAMBLE}/drawn').then((a) => a.json())")
    assert drawn["fillers"] == drawn["parts"] == drawn["pace"] == []
    page.keyboard.press("s")
    scales = page.locator(".scale").count()
    for n in range(scales):
        assert page.locator(".beside").count() == 0
        page.keyboard.press("3")
        until(page, f"document.querySelectorAll('.scale.scored').length === {n + 1}")
    page.wait_for_selector(".moment")
    page.wait_for_selector(".filler-line")
    assert "The program:" in page.locator("#scores").inner_text()
    given = scores.latest(scores.read(store.folder(FIRST)), "Robin").values()
    assert [score.value for score in given] == [3] * scales
    assert all(score.blind for score in given)


def test_a_score_given_with_the_tool_in_view_is_not_blind(
    page: Any, store: FolderStore
) -> None:
    at(page)
    page.locator(".scale").first.get_by_text("4", exact=True).first.click()
    page.wait_for_selector(".scale.scored")
    (score,) = scores.read(store.folder(FIRST))
    assert (score.value, score.blind, score.coach) == (4, False, "Robin")


def test_two_attempts_stand_side_by_side(page: Any, store: FolderStore) -> None:
    at(page, STORY)
    page.get_by_role("link", name="Compare").click()
    page.locator(".choices a").first.click()
    arrived(page, re.compile(r"/compare\?a=.*&b="))
    assert page.locator(".side").count() == 2
    assert page.locator("del, ins").count() == 0
    assert "100 %" in page.locator("main").inner_text()
    page.goto(f"{page.base}/compare?a={FIRST}/{RAMBLE}&b={FIRST}/{STORY}")
    page.wait_for_selector("html[data-ready=yes]")
    assert page.locator("del").count() > 5
    assert page.locator("td.won").inner_text().startswith("heard")
    pace = page.locator("#measures-title ~ .scroll tr", has_text="Speaking pace")
    assert "words a minute" in pace.locator("td").nth(2).inner_text()
    page.keyboard.press("1")
    until(page, "!document.getElementById('sound-1').paused")
    page.keyboard.press("2")
    until(page, "!document.getElementById('sound-2').paused")
    assert page.evaluate("document.getElementById('sound-1').paused"), (
        "two voices at once"
    )


def test_one_pass_by_keyboard_ends_on_the_page_to_print(
    page: Any, store: FolderStore
) -> None:
    at(page)
    page.keyboard.press("Space")
    until(page, "document.getElementById('sound').currentTime > 0.2")
    page.keyboard.press("c")
    page.keyboard.type("A clear start.")
    page.keyboard.press("Enter")
    page.wait_for_selector(".written .comment")
    page.keyboard.press("s")
    count = page.locator(".scale").count()
    for n in range(count):
        page.keyboard.press("4")
        until(page, f"document.querySelectorAll('.scale.scored').length === {n + 1}")
    page.keyboard.press("r")
    arrived(page, "**/print")
    assert scores.status(scores.read(store.folder(FIRST))) == "reviewed"
    assert page.locator(".scored tbody tr").count() == count
    page.emulate_media(media="print")
    assert not page.locator(".paper-comments .private").is_visible()
    assert not page.locator("header.top").is_visible()
    assert page.pdf().startswith(b"%PDF")
    page.emulate_media(media="screen")
    page.goto(f"{page.base}/?status=reviewed")
    assert page.locator(".session-line").count() == 1


def test_a_session_is_sent_back_as_one_file_without_what_is_private(
    page: Any, store: FolderStore, tmp_path: Any, chromium: Any
) -> None:
    """The file opens from disk with the network off."""
    folder = store.folder(FIRST)
    comments.add(folder, "Robin", RAMBLE, "For Sam.", start_s=2, visibility="shown")
    comments.add(folder, "Robin", RAMBLE, "For coaches only.", start_s=3)
    at(page)
    page.get_by_role("link", name="Send back").click()
    assert "1 private one stays" in page.locator("main").inner_text()
    page.get_by_label("Tell me about a time you disagreed").uncheck()
    with page.expect_download() as told:
        page.get_by_role("button", name="Save the file").click()
    saved = tmp_path / "shared.html"
    told.value.save_as(saved)
    text = saved.read_text("utf-8")
    assert "For Sam." in text
    assert "For coaches only." not in text
    with browser.tab(chromium, offline=True) as tab:
        tab.page.goto(saved.as_uri())
        assert tab.page.locator("audio").count() == 1
