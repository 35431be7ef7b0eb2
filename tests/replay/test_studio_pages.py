"""A coach at work, in a real browser with real sound."""

import io
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import browser
import made_sessions
import pytest
from browser import until
from made_sessions import ID as FIRST

from simulator.casebook import corrected, described
from simulator.keep import FolderStore
from simulator.studio import comments, corrections, scores

pytestmark = pytest.mark.page

STORY, RAMBLE = "01-conflict", "02-deadline"
LATER = "2026-11-24T090000Z-demo-9b2c"
NEAR_S = 0.12
"""A few drawn frames; a word lasts longer."""
SOUND = "document.getElementById('sound')"


@pytest.fixture
def page(chromium: Any, open_studio: Any) -> Iterator[Any]:
    """A tab that came in by the link."""
    with browser.tab(chromium, offline=False) as tab:
        tab.page.goto(open_studio.link)
        tab.page.base = open_studio.address
        yield tab.page


def at(page: Any, stem: str = RAMBLE, id: str = FIRST) -> Any:
    page.goto(f"{page.base}/s/{id}/{stem}")
    page.wait_for_selector("html[data-ready=yes]")
    until(page, "document.getElementById('sound').readyState >= 2")
    return page


def now_s(page: Any) -> float:
    return float(page.evaluate(f"{SOUND}.currentTime"))


def began_s(page: Any) -> float:
    """Where the sound that runs, or ran, was begun: known whenever one looks."""
    until(page, f"{SOUND}.played.length > 0")
    return float(page.evaluate(f"{SOUND}.played.start({SOUND}.played.length - 1)"))


def word_at(page: Any, place: int) -> Any:
    """A word by its number. It is an element once its block is pointed at."""
    block = page.locator(".transcript .paragraph > p").evaluate_all(
        f"all => all.filter((p) => Number(p.dataset.n) <= {place}).length - 1"
    )
    page.locator(".transcript .paragraph > p").nth(block).hover()
    return page.locator(f'.transcript .w[data-n="{place}"]')


def arrived(page: Any, address: str | re.Pattern[str]) -> None:
    """A page that was gone to is there; the one left behind was ready too."""
    page.wait_for_url(address)
    page.wait_for_selector("html[data-ready=yes]")


def playing(page: Any) -> bool:
    return not page.evaluate("document.getElementById('sound').paused")


def until_paused(page: Any) -> None:
    until(page, "document.getElementById('sound').paused")


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


def test_the_library_finds_what_was_said(page: Any) -> None:
    page.goto(f"{page.base}/?search=auditors")
    lines = page.locator(".session-line")
    assert lines.count() == 2
    assert "auditors" in lines.first.locator(".hit").first.inner_text()
    page.goto(f"{page.base}/?search=xylophone")
    assert "Nothing fits" in page.locator("main").inner_text()


SAID = "document.getElementById('said').textContent"
OFFLINE = ["ERR_INTERNET_DISCONNECTED", "ERR_NETWORK"]
"""What the browser itself writes of every request that a cut line loses."""


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
