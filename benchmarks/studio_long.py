"""An hour in the studio: frames, words, measuring again. Part of benchmarks.studio."""

import statistics
import time
from typing import Any

FRAMES_S = 6.0
FRAMES = """(length_s) => new Promise((done) => {
  const took = []; let last = performance.now(); const end = last + 1000 * length_s;
  const frame = (now) => {
    took.push(now - last); last = now;
    now < end ? requestAnimationFrame(frame) : done(took);
  };
  requestAnimationFrame(frame);
})"""

SCROLLED = """(length_s) => new Promise((done) => {
  const words = document.getElementById('transcript');
  scrollTo(0, scrollY + words.getBoundingClientRect().top);
  const took = []; let last = performance.now(); const end = last + 1000 * length_s;
  const frame = (now) => {
    took.push(now - last); last = now;
    scrollBy(0, 80);
    now < end ? requestAnimationFrame(frame) : done(took);
  };
  requestAnimationFrame(frame);
})"""
"""80 pixels a frame: what somebody does who looks for a place."""
WORD = """(share) => new Promise((done) => {
  const all = [...document.querySelectorAll('.transcript .paragraph')];
  const block = all[Math.floor(share * all.length)];
  block.scrollIntoView({ block: 'center' });
  const sound = document.getElementById('sound');
  sound.pause();
  setTimeout(() => {
    const pointed = new PointerEvent('pointerover', { bubbles: true });
    block.querySelector('p').dispatchEvent(pointed);
    const word = block.querySelectorAll('.w')[3], to_s = Number(word.dataset.s);
    const began = performance.now();
    word.click();
    const heard = () => sound.currentTime > to_s && !sound.seeking
      ? done(performance.now() - began) : requestAnimationFrame(heard);
    requestAnimationFrame(heard);
  }, 500);
})"""


def opened(page: Any, address: str) -> dict[str, float]:
    """Its frames, its words, its memory."""
    page.goto(address)
    page.wait_for_selector("html[data-ready=yes]")
    elements = page.evaluate("document.querySelectorAll('.transcript .w').length")
    ask = "(at) => fetch(at).then((a) => a.arrayBuffer())"
    page.evaluate(ask, f"{address}/peaks")
    began_s = time.perf_counter()
    page.evaluate(ask, f"{address}/peaks")
    again_s = time.perf_counter() - began_s
    page.evaluate("document.getElementById('sound').play()")
    took = _p95(page.evaluate(FRAMES, FRAMES_S))
    scrolled = _p95(page.evaluate(SCROLLED, FRAMES_S))
    words = [page.evaluate(WORD, share) for share in (0.2, 0.5, 0.8)]
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    heap = next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize")
    return {
        "peaks_again_ms": 1000 * again_s,
        "frame_long_p95_ms": took,
        "frame_scroll_p95_ms": scrolled,
        "word_long_ms": statistics.median(words),
        "word_elements": elements,
        "page_heap_mb": heap / 1e6,
    }


def _p95(took: list[float]) -> float:
    return sorted(took)[int(0.95 * len(took))]


def measured_again(page: Any, address: str) -> dict[str, float]:
    """Correct a word, measure again, twice; the page says how far it is."""
    figures = {}
    for run, becomes in (("first", "elsewhere"), ("later", "somewhere")):
        page.goto(address)
        page.wait_for_selector("html[data-ready=yes]")
        page.locator('.transcript .w[data-n="4"]').dblclick()
        page.keyboard.type(becomes)
        page.keyboard.press("Enter")
        began_s = time.perf_counter()
        page.get_by_role("button", name="Measure again").click()
        if run == "first":
            page.wait_for_selector("#hearing")
            figures["again_told_ms"] = 1000 * (time.perf_counter() - began_s)
        done = page.locator("#measure-again")
        done.wait_for(state="hidden", timeout=600_000)
        figures[f"again_{run}_s"] = time.perf_counter() - began_s
    return figures
