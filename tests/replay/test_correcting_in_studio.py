"""A coach corrects, and nothing is lost or shown that was not kept."""

import threading
from pathlib import Path
from typing import Any

import browser
import pytest
from browser import until
from made_sessions import ID as FIRST
from studio_tab import OFFLINE, SAID, SOUND, STORY, at, playing, until_paused, word_at

from simulator.casebook import corrected, described
from simulator.keep import FolderStore
from simulator.studio import corrections, scores

pytestmark = pytest.mark.page


def test_a_word_is_corrected_and_the_answer_measured_again(
    page: Any, store: FolderStore
) -> None:
    """Both versions are kept: what was heard, and what was said."""
    folder = store.folder(FIRST)
    measured = (folder / f"{STORY}.analysis.json").read_bytes()
    at(page, STORY)
    word = word_at(page, 6)
    heard = word.inner_text()
    word.click()
    page.keyboard.press("e")
    page.keyboard.type("um, really truly")
    page.keyboard.press("Enter")
    page.wait_for_selector(".transcript .w.edited")
    assert not playing(page)
    page.get_by_role("button", name="Measure again").click()
    page.wait_for_selector("#measures >> text=After your corrections")
    table = page.locator("#measures table").first.inner_text()
    assert "Um and uh" in table
    (kept,) = corrections.read(folder, STORY)
    assert (kept.op, kept.becomes, kept.was) == ("edit_word", "um, really truly", heard)
    assert (folder / f"{STORY}.analysis.json").read_bytes() == measured
    at(page, STORY)
    edited = page.locator(".transcript .w.edited")
    assert "um, really truly" in edited.inner_text()
    assert edited.get_attribute("data-was") == heard
    edited.dblclick()
    page.keyboard.type(heard)
    page.keyboard.press("Enter")
    until(page, "!document.querySelector('.transcript .w.edited')")
    page.get_by_role("button", name="Measure again").click()
    until(
        page,
        "!document.querySelector('#measures h3')?.innerText.includes('corrections')",
    )


def test_measuring_a_long_answer_again_says_how_far_it_is(
    page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, and the page can be used meanwhile."""
    go_on = threading.Event()

    def slow(audio: Path, cache: Path, told: Any = None) -> Any:
        if told:
            told(0.25)
            go_on.wait(60)
        return described.described(audio, cache, told)

    monkeypatch.setattr(corrected, "LONG_S", 30.0)
    monkeypatch.setattr("simulator.replay.hearing.described", slow)
    at(page)
    word_at(page, 9).dblclick()
    page.keyboard.type("um, really truly")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Measure again").click()
    line = page.locator("#hearing")
    line.get_by_text("25 %").wait_for()
    assert page.get_by_role("button", name="Measuring again …").is_disabled()
    page.get_by_role("progressbar", name="Measuring again").wait_for()
    until(page, f"{SAID}.includes('Listening to the whole answer once more')")
    page.keyboard.press("Space")
    until(page, f"!{SOUND}.paused")
    go_on.set()
    page.wait_for_selector("#measures >> text=After your corrections")
    line.wait_for(state="hidden")
    until(page, f"{SAID}.includes('Both versions are kept')")


def test_a_studio_that_stopped_says_so(chromium: Any, start: Any, store: Any) -> None:
    with browser.tab(chromium, offline=False) as tab, start(store) as studio:
        tab.page.goto(studio.link)
        tab.page.base = studio.address
        at(tab.page)
        tab.expected += OFFLINE
        tab.page.context.set_offline(True)
        tab.page.keyboard.press("c")
        tab.page.keyboard.type("Lost?")
        tab.page.keyboard.press("Enter")
        until(tab.page, f"{SAID}.includes('has stopped')")
        assert tab.page.locator("#body").input_value() == "Lost?"


def test_what_could_not_be_kept_is_taken_back(
    chromium: Any, start: Any, store: Any
) -> None:
    """A ruling, a word and a score show at once; refused or lost, they go again."""
    with browser.tab(chromium, offline=False) as tab, start(store) as studio:
        page = tab.page
        page.goto(studio.link)
        page.base = studio.address
        at(page, STORY)
        tab.expected += ["400", *OFFLINE]
        page.keyboard.press("f")
        until(page, "document.querySelectorAll('.filler-line.picked').length === 1")
        line = page.locator(".filler-line.picked")
        word = word_at(page, 6)
        before = line.get_attribute("class")
        heard = word.inner_text()
        refused = {"status": 400, "json": {"trouble": "That is not kept."}}
        until_paused(page)
        page.route("**/fillers", lambda route: route.fulfill(**refused))
        page.keyboard.press("n")
        until(page, f"{SAID}.includes('That is not kept.')")
        assert line.get_attribute("class") == before
        page.context.set_offline(True)
        word.dblclick()
        page.keyboard.type("elsewhere")
        page.keyboard.press("Enter")
        until(page, f"{SAID}.includes('has stopped')")
        assert word.inner_text() == heard
        assert "edited" not in word.get_attribute("class")
        assert word.get_attribute("data-was") is None
        page.keyboard.press("s")
        page.keyboard.press("4")
        until(page, "document.querySelectorAll('.scale input:checked').length === 0")
    folder = store.folder(FIRST)
    assert corrections.read(folder, STORY) == ()
    assert scores.read(folder) == ()
