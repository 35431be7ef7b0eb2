"""What holds on every page: found, read aloud, narrow, alone, locked."""

from typing import Any

import browser
import made_sessions
import pytest
from made_sessions import ID as FIRST
from studio_tab import LATER, RAMBLE, STORY, at

from simulator.keep import FolderStore
from simulator.studio import comments, corrections, scores

pytestmark = pytest.mark.page


def test_the_library_finds_what_was_said(page: Any) -> None:
    page.goto(f"{page.base}/?search=auditors")
    lines = page.locator(".session-line")
    assert lines.count() == 2
    assert "auditors" in lines.first.locator(".hit").first.inner_text()
    page.goto(f"{page.base}/?search=xylophone")
    assert "Nothing fits" in page.locator("main").inner_text()


def pages(base: str) -> dict[str, str]:
    return {
        "library": f"{base}/",
        "found": f"{base}/?search=the",
        "session": f"{base}/s/{FIRST}/{RAMBLE}",
        "choose": f"{base}/compare?a={FIRST}/{RAMBLE}",
        "compare": f"{base}/compare?a={FIRST}/{RAMBLE}&b={LATER}/{STORY}",
        "print": f"{base}/s/{FIRST}/print",
        "share": f"{base}/s/{FIRST}/share",
        "cohort": f"{base}/cohort",
        "refusal": f"{base}/s/nobody",
    }


def whole(page: Any, address: str) -> None:
    """Go there, and wait for all that its script still fetches."""
    page.goto(address)
    if page.locator("script").count():
        page.wait_for_selector("html[data-ready=yes]")


def furnished(store: FolderStore) -> None:
    """Comments, replies, scores and corrections, so that no part of a page is empty."""
    folder = store.folder(FIRST)
    said = comments.add(folder, "Robin", RAMBLE, "Good.", start_s=3, kind="strength")
    comments.reply(folder, "Kim", said.id, "Yes.")
    other = comments.add(folder, "Kim", RAMBLE, "Why?", start_s=9, kind="question")
    comments.resolve(folder, "Robin", other.id)
    scores.give(folder, "Robin", RAMBLE, "behavioural", "episode", 3, blind=True)
    scores.give(folder, "Kim", RAMBLE, "behavioural", "episode", 4, blind=True)
    turn = made_sessions.turns()[1]
    corrections.reject_filler(folder, turn, 0, "Robin")
    corrections.edit_word(folder, turn, 9, "yesterday", "Robin")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_any_page(
    chromium: Any, open_studio: Any, start: Any, store: FolderStore, scheme: str
) -> None:
    furnished(store)
    found: dict[str, list[str]] = {}
    with browser.tab(chromium, offline=False, color_scheme=scheme) as tab:
        tab.expected += ["404", "403"]  # the refusal, and the wrong password
        tab.page.goto(open_studio.link)
        for name, address in pages(open_studio.address).items():
            whole(tab.page, address)
            found[name] = browser.serious_violations(tab.page)
        whole(tab.page, pages(open_studio.address)["session"])
        tab.page.keyboard.press("?")
        tab.page.locator("dialog[open]").wait_for()
        found["keys"] = browser.serious_violations(tab.page)
        with start(store, password="a long password") as guarded:
            tab.page.goto(f"{guarded.address}/enter")
            assert tab.page.locator("input[type=password]").count() == 1
            found["password"] = browser.serious_violations(tab.page)
            tab.page.locator("input[type=password]").fill("not this one")
            tab.page.keyboard.press("Enter")
            tab.page.get_by_text("That is not the password.").wait_for()
            found["wrong password"] = browser.serious_violations(tab.page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_nothing_is_wider_than_a_phone(
    chromium: Any, open_studio: Any, store: FolderStore
) -> None:
    furnished(store)
    wide = {}
    with browser.tab(
        chromium, offline=False, viewport={"width": 360, "height": 740}
    ) as tab:
        tab.expected += ["404"]
        tab.page.goto(open_studio.link)
        for name, address in pages(open_studio.address).items():
            whole(tab.page, address)
            wide[name] = tab.page.evaluate("document.documentElement.scrollWidth")
    assert {name: width for name, width in wide.items() if width > 360} == {}


def test_nothing_is_asked_of_any_other_machine(
    chromium: Any, open_studio: Any, store: FolderStore
) -> None:
    with browser.tab(chromium, offline=False) as tab:
        tab.page.goto(open_studio.link)
        tab.page.base = open_studio.address
        at(tab.page)
        assert {url.split("/")[2] for url in tab.requests} == {
            open_studio.address.removeprefix("http://")
        }


def test_a_script_that_slipped_through_could_not_run(
    chromium: Any, open_studio: Any
) -> None:
    """The policy is the second wall behind the escaping."""
    with browser.tab(chromium, offline=False) as tab:
        tab.page.goto(open_studio.link)
        tab.expected += ["Content Security Policy"]
        with tab.page.expect_console_message(
            lambda told: "Content Security Policy" in told.text
        ):
            ran = tab.page.evaluate(SLIPPED)
    assert ran == 0


SLIPPED = """() => new Promise((done) => {
const script = document.createElement('script');
script.textContent = 'window.ran = 1';
document.body.append(script);
setTimeout(() => done(window.ran ?? 0), 300);
})"""
