"""An exported page is heard from disk with the network off, word by word."""

from pathlib import Path
from typing import Any

import browser
import made_sessions
import numpy as np
import pytest
from exported_page import ready

from simulator.casebook.export_page import export_html
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.keep import FolderStore
from simulator.resources import shipped
from simulator.sound import decode, flac

pytestmark = pytest.mark.page


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
    name = made_sessions.SOUNDS["conflict"]
    ours = decode.read(shipped("audio_fixtures") / f"{name}.flac")
    ours = np.abs(ours[: len(ours) // 80 * 80]).reshape(-1, 80).max(axis=1)
    count = min(len(ours), len(theirs)) - 40
    lags = range(-20, 21)  # steps of 5 ms
    fits = [
        float(np.corrcoef(ours[20:count], theirs[20 + k : count + k])[0, 1])
        for k in lags
    ]
    assert abs(lags[int(np.argmax(fits))]) * 5 <= 25


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


def test_thirty_minutes_stay_under_twenty_megabytes(
    chromium: Any, store: FolderStore, tmp_path: Path
) -> None:
    """Half an hour of made speech, the shipped answers in turn; and it opens."""
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
