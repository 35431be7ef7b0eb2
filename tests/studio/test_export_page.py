"""The exported page in a real browser, opened from disk with the network off."""

import json
from pathlib import Path
from typing import Any

import browser
import pytest

from simulator.casebook.export_page import export_html
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.keep import FolderStore
from simulator.studio import comments
from simulator.studio.comments import CommentEvent

pytestmark = pytest.mark.page


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


@pytest.fixture
def page_file(store: FolderStore, folder: Path, tmp_path: Path) -> Path:
    """A page of both answers, with a shown comment on it and a private one behind."""
    comments.append(folder, SHOWN, PRIVATE)
    if not _made:
        _made.append(export_html(open_session(store, folder.name), Share()))
    path = tmp_path / "shared.html"
    path.write_text(_made[0], encoding="utf-8")
    return path


def ready(page: Any, path: Path) -> None:
    page.goto(path.as_uri())
    page.wait_for_selector(
        "html[data-sound=yes][data-comments=yes][data-ready=yes]", state="attached"
    )


def test_it_plays_from_disk_and_asks_nobody_for_anything(
    chromium: Any, page_file: Path
) -> None:
    with browser.tab(chromium) as tab:
        ready(tab.page, page_file)
        browser.until(
            tab.page,
            "[...document.querySelectorAll('audio')].every(a => a.duration > 70)",
        )
        tab.page.evaluate("document.querySelector('audio').play()")
        browser.until(tab.page, "document.querySelector('audio').currentTime > 0.3")
        outside = [
            url for url in tab.requests if not url.startswith(("file:", "blob:"))
        ]
        assert outside == []


def test_a_word_is_heard_where_it_stands(chromium: Any, page_file: Path) -> None:
    """Clicking it seeks there: within 50 ms of the word's own time."""
    with browser.tab(chromium) as tab:
        ready(tab.page, page_file)
        tab.page.locator("#answer-1 .paragraph > p", has_text="eleven").hover()
        word = tab.page.locator("#answer-1 .transcript .w", has_text="eleven")
        at_s = float(word.get_attribute("data-s"))
        word.click()
        played = "document.querySelector('audio').played"
        browser.until(tab.page, f"{played}.length > 0")
        began_s = tab.page.evaluate(f"{played}.start(0)")
        assert began_s == pytest.approx(at_s, abs=0.05)


def test_the_sound_is_where_the_transcript_says(chromium: Any, page_file: Path) -> None:
    """MP3 adds no delay: the browser's own decoding has its loud and quiet stretches
    where the recording has them, within 25 ms."""
    import numpy as np
    from made_sessions import SOUNDS

    from simulator.resources import shipped
    from simulator.sound import decode

    with browser.tab(chromium) as tab:
        ready(tab.page, page_file)
        envelope = tab.page.evaluate(
            """async () => {
              const text = atob(document.getElementById('answer-1-data').textContent);
              const bytes = Uint8Array.from(text, c => c.charCodeAt(0));
              const sound = await new OfflineAudioContext(1, 1, 16000)
                .decodeAudioData(bytes.buffer);
              const all = sound.getChannelData(0), out = [];
              for (let k = 0; k + 80 <= all.length; k += 80)
                out.push(Math.max(...all.subarray(k, k + 80).map(Math.abs)));
              return out;
            }"""
        )
    theirs = np.array(envelope)
    ours = decode.read(shipped("audio_fixtures") / f"{SOUNDS['conflict']}.flac")
    ours = np.abs(ours[: len(ours) // 80 * 80]).reshape(-1, 80).max(axis=1)
    count = min(len(ours), len(theirs)) - 40
    lags = range(-20, 21)  # steps of 5 ms
    fits = [
        float(np.corrcoef(ours[20:count], theirs[20 + k : count + k])[0, 1])
        for k in lags
    ]
    assert abs(lags[int(np.argmax(fits))]) * 5 <= 25


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


def commented(page: Any, name: str, text: str, answer: int = 1) -> None:
    page.get_by_label("Your name").fill(name)
    body = page.get_by_label(f"Comment on question {answer}")
    body.fill(text)
    body.press("Enter")


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
    from simulator.casebook.importing_comments import import_comments

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


def test_keys_play_seek_and_comment(chromium: Any, page_file: Path) -> None:
    with browser.tab(chromium) as tab:
        page = tab.page
        ready(page, page_file)
        browser.until(page, "document.querySelector('audio').duration > 70")
        page.locator("h1").click()
        page.keyboard.press("Space")
        browser.until(page, "!document.querySelector('audio').paused")
        page.keyboard.press("ArrowRight")
        browser.until(page, "document.querySelector('audio').currentTime >= 5")
        page.keyboard.press("f")
        browser.until(page, "document.querySelector('audio').currentTime > 29")
        page.keyboard.press("c")
        assert page.evaluate("document.activeElement.matches('[data-body]')")
        page.keyboard.type("fc n")
        assert page.get_by_label("Comment on question 1").input_value() == "fc n"


@pytest.mark.parametrize("look", ["light", "dark", "without measures"])
def test_axe_finds_nothing_serious(
    chromium: Any, store: FolderStore, folder: Path, look: str
) -> None:
    path = folder / "page.html"
    opened = open_session(store, folder.name)
    share = Share(measures=look != "without measures")
    path.write_text(export_html(opened, share), encoding="utf-8")
    scheme = "dark" if look == "dark" else "light"
    with browser.tab(chromium, color_scheme=scheme) as tab:
        ready(tab.page, path)
        commented(tab.page, "Ben", "A comment to look at.")
        assert browser.serious_violations(tab.page) == []


def test_nothing_runs_over_the_edge_at_360_pixels(
    chromium: Any, page_file: Path
) -> None:
    with browser.tab(chromium, viewport={"width": 360, "height": 740}) as tab:
        ready(tab.page, page_file)
        commented(tab.page, "Ben", "x" * 300)
        width = tab.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 360


def test_it_prints_with_comments_and_without_controls(
    chromium: Any, page_file: Path, tmp_path: Path
) -> None:
    with browser.tab(chromium) as tab:
        ready(tab.page, page_file)
        tab.page.emulate_media(media="print")
        assert not tab.page.locator(".desk").is_visible()
        assert not tab.page.locator("audio").first.is_visible()
        assert tab.page.get_by_text("The ending is clear.").is_visible()
        assert tab.page.pdf().startswith(b"%PDF")


def test_the_page_s_json_is_what_was_shared(page_file: Path) -> None:
    text = page_file.read_text(encoding="utf-8")
    block = text.split('id="mock-interview-comments">')[1].split("</script>")[0]
    assert [e["body"] for e in json.loads(block)["entries"]] == ["The ending is clear."]
    assert "Only between coaches" not in text


def test_thirty_minutes_stay_under_twenty_megabytes(
    chromium: Any, store: FolderStore, tmp_path: Path
) -> None:
    """Half an hour of made speech, the shipped answers in turn; and it opens."""
    import made_sessions
    import numpy as np

    from simulator.resources import shipped
    from simulator.sound import decode, flac

    once = np.concatenate(
        [
            decode.read(shipped("audio_fixtures") / f"{name}.flac")
            for name in made_sessions.SOUNDS.values()
        ]
    )
    half_hour = np.resize(once, 30 * 60 * 16_000)
    long = made_sessions.repeated(made_sessions.turns()[1], 24)
    long = long.model_copy(update={"duration_s": 1800.0})
    folder = made_sessions.keep(store, "2026-11-25T101533Z-demo-0003", turns=(long,))
    flac.write(folder / long.audio, half_hour)
    page = export_html(open_session(store, folder.name), Share())
    assert 10_000_000 < len(page.encode()) < 20_000_000
    path = tmp_path / "half-hour.html"
    path.write_text(page, "utf-8")
    with browser.tab(chromium) as tab:
        ready(tab.page, path)
        browser.until(tab.page, "document.querySelector('audio').duration > 1799")
        # Its words are text until one is pointed at; then that one is heard.
        assert tab.page.locator(".transcript .w:not(.mark)").count() == 0
        block = tab.page.locator(".paragraph > p").last
        block.hover()
        word = block.locator(".w:not(.mark)").nth(5)
        at_s = float(word.get_attribute("data-s"))
        assert at_s > 1600
        word.click()
        played = "document.querySelector('audio').played"
        browser.until(tab.page, f"{played}.length > 0")
        began_s = tab.page.evaluate(f"{played}.start(0)")
        assert began_s == pytest.approx(at_s, abs=0.05)
