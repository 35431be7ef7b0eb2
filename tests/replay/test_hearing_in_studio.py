"""A coach listens, in a real browser with real sound."""

import io
import re
from typing import Any

import made_sessions
import pytest
from browser import until
from made_sessions import ID as FIRST
from studio_tab import (
    RAMBLE,
    SAID,
    SOUND,
    STORY,
    arrived,
    at,
    began_s,
    playing,
    until_paused,
    word_at,
)

from simulator.keep import FolderStore
from simulator.studio import corrections

pytestmark = pytest.mark.page


NEAR_S = 0.12
"""A few drawn frames; a word lasts longer."""


def test_a_session_opens_where_to_listen_first(page: Any) -> None:
    """From the list: at most three moments, each with its reason, one key away."""
    page.get_by_role("link", name="Sam").first.click()
    arrived(page, "**/s/**")
    moments = page.locator(".first .moment")
    assert 1 <= moments.count() <= 3
    assert page.get_by_role("heading", name="Listen here first").is_visible()
    here = page.locator(".first button.moment").first
    start_s = float(here.get_attribute("data-start"))
    number = page.locator(".first .moment").evaluate_all(
        "all => all.findIndex((m) => m.tagName === 'BUTTON') + 1"
    )
    page.keyboard.press(str(number))
    until(page, f"document.getElementById('sound').currentTime > {start_s}")
    assert began_s(page) == pytest.approx(start_s, abs=0.01)


def test_a_moment_of_another_answer_plays_there(page: Any) -> None:
    at(page, STORY)
    other = page.locator(".first a.moment").first
    start_s = float(other.get_attribute("href").split("#t=")[1].split(",")[0])
    other.click()
    arrived(page, f"**/{RAMBLE}*")
    until(page, f"document.getElementById('sound').currentTime > {start_s}")
    assert began_s(page) == pytest.approx(start_s, abs=0.01)


def test_a_click_on_a_word_plays_from_it(page: Any) -> None:
    at(page)
    word = word_at(page, 40)
    start_s = float(word.get_attribute("data-s"))
    word.click()
    assert began_s(page) == pytest.approx(start_s, abs=0.01)
    until(
        page,
        f"document.querySelector('.transcript .now-said')?.dataset.s >= {start_s}",
    )


def test_the_transcript_keeps_step_with_the_sound(page: Any) -> None:
    at(page)
    page.evaluate(f"{SOUND}.currentTime = 20")
    starts = [w.start_s for w in made_sessions.turns()[1].transcript.words]
    said = sum(start_s <= 20.02 for start_s in starts) - 1
    lit = "[...document.querySelectorAll('.now-said')].map((w) => Number(w.dataset.n))"
    until(page, f"{lit}.includes({said})")
    assert page.evaluate(lit) == [said]


def test_a_long_transcript_is_text_until_a_word_is_wanted(
    page: Any, store: FolderStore
) -> None:
    """Ten minutes here, an hour in the benchmark: found, heard, reached by key."""
    import numpy as np
    from pypdf import PdfReader

    from simulator.sound import decode, flac

    once = made_sessions.turns()[1]
    long = made_sessions.repeated(once, 8)
    id = "2026-11-25T090000Z-demo-0008"
    folder = made_sessions.keep(store, id, turns=(long,), questions=(long.question,))
    flac.write(folder / long.audio, np.tile(decode.read(folder / long.audio), 8))
    words = long.transcript.words
    at(page, RAMBLE, id)
    plain = "document.querySelectorAll('.transcript .w:not([class*=\" \"])').length"
    assert page.evaluate(plain) < 80
    # A search of the browser, and a screen reader, find every word in its order.
    said = page.evaluate(
        "[...document.querySelectorAll('.transcript p')].map((p) => p.textContent)"
    )
    heard = re.sub(r" \([a-z ,]+\)", "", " ".join(said)).split()
    assert heard == [w.text.strip() for w in words]
    # Paper has all of them.
    printed = PdfReader(io.BytesIO(page.pdf())).pages
    text = "".join(sheet.extract_text() for sheet in printed)
    read = text[: text.index("COMMENTS")]
    assert read.count("auditors") == heard.count("auditors") + heard.count("auditors,")
    # In step with the sound, far below what is in view.
    place = next(n for n, w in enumerate(words) if w.start_s > 400)
    page.evaluate(f"{SOUND}.currentTime = {words[place].start_s + 0.01}")
    lit = "[...document.querySelectorAll('.now-said')].map((w) => Number(w.dataset.n))"
    until(page, f"{lit}.includes({place})")
    assert page.evaluate(lit) == [place]
    # The arrows go from block to block.
    first = page.locator(".transcript p").evaluate_all(
        "all => Number(all[3].dataset.n)"
    )
    last = word_at(page, first - 1)
    last.click()
    until(page, f"!{SOUND}.paused")
    page.keyboard.press("ArrowRight")
    focused = "Number(document.activeElement.dataset.n)"
    assert page.evaluate(focused) == first
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(focused) == first - 1
    # And a word down there is corrected as any other.
    word_at(page, place).dblclick()
    page.keyboard.type("elsewhere")
    page.keyboard.press("Enter")
    until(page, f"{SAID}.includes('What was heard is kept too')")
    (kept,) = corrections.read(folder, RAMBLE)
    assert (kept.place, kept.becomes) == (place, "elsewhere")


def test_playing_a_filler_plays_just_that_filler(page: Any) -> None:
    """It ends at the first chance the page gets; how long a busy machine kept the page
    from running is measured beside it."""
    at(page)
    line = page.locator(".filler-line .play").nth(2)
    start_s, end_s = (float(line.get_attribute(f"data-{e}")) for e in ("start", "end"))
    page.evaluate(
        """() => {
        window.held_up_ms = 0;
        let last = performance.now();
        setInterval(() => {
          const now = performance.now();
          window.held_up_ms = Math.max(window.held_up_ms, now - last);
          last = now;
        }, 4);
        }"""
    )
    line.click()
    until(page, f"{SOUND}.paused && {SOUND}.played.length > 0")
    ended, ranges, held_up_ms = page.evaluate(
        f"[{SOUND}.currentTime, {SOUND}.played.length, window.held_up_ms]"
    )
    assert ranges == 1
    assert began_s(page) == pytest.approx(start_s, abs=0.001)
    assert end_s - 0.02 <= ended < end_s + NEAR_S + held_up_ms / 1000


def test_one_key_hears_the_next_filler_and_one_rejects_it(
    page: Any, store: FolderStore
) -> None:
    """Counts follow, and the ruling lies beside the measurement, not in it."""
    folder = store.folder(FIRST)
    measured = (folder / f"{RAMBLE}.analysis.json").read_bytes()
    at(page)
    counted = page.locator("#filler-count")
    before = int(counted.inner_text().split()[0])
    page.keyboard.press("f")
    until_paused(page)
    picked = page.locator(".filler-line.picked")
    place = int(picked.get_attribute("data-f"))
    page.keyboard.press("n")
    page.wait_for_selector(".filler-line.picked.rejected")
    text = "document.getElementById('filler-count').textContent"
    until(page, f"parseInt({text}) === {before - 1}")
    assert page.locator(f'.transcript .w.rejected[data-f="{place}"]').count() == 1
    rate = page.locator("#measures tr", has_text="Um and uh").first
    assert "As heard" in page.locator("#measures").inner_text()
    assert rate.is_visible()
    assert (folder / f"{RAMBLE}.analysis.json").read_bytes() == measured
    kept = corrections.read(folder, RAMBLE)
    assert [(c.op, c.place, c.by) for c in kept] == [("reject_filler", place, "Robin")]
    page.keyboard.press("u")
    until(page, f"parseInt({text}) === {before}")
    assert page.locator(".filler-line.picked:not(.rejected)").count() == 1


def test_speed_keeps_the_pitch(page: Any) -> None:
    at(page)
    for _ in range(9):
        page.keyboard.press(">")
    sound = "document.getElementById('sound')"
    assert page.evaluate(f"[{sound}.playbackRate, {sound}.preservesPitch]") == [2, True]
    for _ in range(9):
        page.keyboard.press("<")
    assert page.evaluate(f"{sound}.playbackRate") == 0.75


def test_letters_can_be_switched_off_for_speech_input(page: Any) -> None:
    """WCAG 2.1.4: single-letter shortcuts can be turned off."""
    at(page)
    page.keyboard.press("?")
    page.get_by_label("Single letters are keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.id") != "body"
    at(page)
    page.keyboard.press("f")
    assert not playing(page)
