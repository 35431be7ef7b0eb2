"""The coach's studio: how soon a session sounds, a list stands, and what it costs.

    python -m benchmarks.studio [--sessions 2000] [--minutes 60] [--out docs/studio.md]

The real command serves, a real Chromium asks. Prints a table and, as its last line, one
JSON object; writes docs/studio.md.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import child_processes, studio_library, studio_long

TARGETS: dict[str, tuple[str, float]] = {
    "list_ms": ("<=", 300.0),
    "search_ms": ("<=", 300.0),
    "first_sound_s": ("<=", 1.0),
    "first_sound_long_s": ("<=", 2.0),
    "frame_long_p95_ms": ("<=", 50.0),
    "frame_scroll_p95_ms": ("<=", 50.0),
    "word_long_ms": ("<=", 300.0),
    "server_rss_mb": ("<=", 300.0),
}
MEANING = {
    "list_ms": "the list of sessions, from the request to the whole page, median",
    "search_ms": "the same with a search in what was said",
    "list_shown_ms": "the list, from the click to the page being drawn",
    "index_s": "reading all sessions into a new index, once",
    "first_sound_s": "from opening a session of 1:13 to the first sound",
    "first_sound_long_s": "the same with the long recording, waveform not yet cached",
    "peaks_again_ms": "its waveform, from the cache",
    "frame_long_p95_ms": "between two frames while it plays, 95th percentile",
    "frame_scroll_p95_ms": "the same while somebody scrolls through its words",
    "word_long_ms": "from a click on a word in its middle to the sound there",
    "word_elements": "of its 10,200 words, elements once the page is open",
    "again_told_ms": "from `Measure again` to the line that says how far it is",
    "again_first_s": "its first `Measure again`, which listens to all of it once",
    "again_later_s": "the next one",
    "server_rss_mb": "memory of the server after all of this, peak",
    "page_heap_mb": "memory of the long recording's page (JavaScript)",
}
RUNS = 9
LONG_RUNS = 3
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking",
         "--autoplay-policy=no-user-gesture-required")  # fmt: skip
SOUNDS = """() => new Promise((done) => {
  const sound = document.getElementById('sound');
  const heard = () => sound.currentTime > 0
    ? done(performance.now() / 1000) : requestAnimationFrame(heard);
  sound.play().then(heard);
})"""
"""Seconds since the navigation began, until the sound has moved."""


@contextmanager
def served(home: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The studio as a user starts it; gives its link and its process."""
    command = [*child_processes.COMMAND, "replay", "--no-open", "--as", "Robin"]
    environment = {**os.environ, "MOCK_INTERVIEW_HOME": str(home)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        try:
            yield child.stdout.readline().strip(), child
        finally:
            child.terminate()


@contextmanager
def browsing() -> Iterator[Any]:
    """A page of the system's own Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("MOCK_INTERVIEW_BROWSER")
            or "/usr/bin/chromium",
            args=list(FLAGS),
        )
        try:
            yield browser.new_page(viewport={"width": 1360, "height": 900})
        finally:
            browser.close()


def measured(home: Path, sessions: int, minutes: float) -> dict[str, float]:
    """All figures, over a library made now."""
    from simulator.casebook.library import Library
    from simulator.keep import FolderStore

    os.environ["MOCK_INTERVIEW_HOME"] = str(home)
    store = FolderStore(home / "sessions")
    studio_library.many(store, sessions - 1)
    long = studio_library.long_answer(store, 60 * minutes)
    began_s = time.perf_counter()
    with Library(store.root) as library:
        library.refresh()
    figures = {"index_s": time.perf_counter() - began_s}
    with served(home) as (link, server), browsing() as page:
        address = link.partition("/enter")[0]
        page.goto(link)
        figures |= _lists(page, address)
        figures["first_sound_s"] = statistics.median(
            _first_sound(page, f"{address}/s/{studio_library.made_sessions.ID}")
            for _ in range(RUNS)
        )
        figures["first_sound_long_s"] = statistics.median(
            _first_sound(page, f"{address}/s/{long}", home) for _ in range(LONG_RUNS)
        )
        figures |= studio_long.opened(page, f"{address}/s/{long}/02-deadline")
        figures["server_rss_mb"] = peak_mb(server.pid)
        figures |= studio_long.measured_again(page, f"{address}/s/{long}/02-deadline")
    return figures


def peak_mb(pid: int) -> float:
    """Highest memory of a running process so far."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    line = next(one for one in status.splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) * 1024 / 1e6


def _lists(page: Any, address: str) -> dict[str, float]:
    ask = "(at) => fetch(at).then((a) => a.text())"

    def median_ms(do: Callable[[], object]) -> float:
        do()
        took = []
        for _ in range(RUNS):
            began_s = time.perf_counter()
            do()
            took.append(1000 * (time.perf_counter() - began_s))
        return statistics.median(took)

    return {
        "list_ms": median_ms(lambda: page.evaluate(ask, f"{address}/")),
        "search_ms": median_ms(
            lambda: page.evaluate(ask, f"{address}/?search=auditors")
        ),
        "list_shown_ms": median_ms(lambda: page.goto(f"{address}/")),
    }


def _first_sound(page: Any, address: str, fresh: Path | None = None) -> float:
    """Seconds; with `fresh`, the user's folder, no waveform is cached."""
    for kept in fresh.rglob("*.peaks") if fresh else ():
        kept.unlink()
    page.goto(address, wait_until="commit")
    page.wait_for_selector("#sound", state="attached")
    return float(page.evaluate(SOUNDS))


def rows(figures: dict[str, float]) -> list[str]:
    """The table."""
    lines = ["| what | measured | target |", "|---|---|---|"]
    for name, meaning in MEANING.items():
        if name in figures:
            unit = name.rsplit("_", 1)[-1].replace("mb", "MB").replace("elements", "")
            target = " ".join(f"{part:g}" if isinstance(part, float) else part
                              for part in TARGETS.get(name, ()))  # fmt: skip
            value = figures[name]
            told = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
            lines.append(f"| {meaning} | {f'{told} {unit}'.rstrip()} | {target} |")
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=2000)
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--out", type=Path, default=Path("docs/studio.md"))
    given = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as home:
        figures = measured(Path(home), given.sessions, given.minutes)
    table = rows(figures)
    said = (
        f"{given.sessions} sessions, a recording of {given.minutes:g} minutes; "
        f"{os.cpu_count()} cores ({platform.machine()}), Python "
        f"{platform.python_version()}, Chromium without a graphics card; load "
        f"{load:.1f} at the start (0 is an idle machine)."
    )
    head = ["# The coach's studio", "", "Written by `python -m benchmarks.studio`.", ""]
    given.out.write_text("\n".join([*head, *table, "", said]) + "\n", "utf-8")
    print("\n".join(table))
    print(said)
    met = all(figures[name] <= limit for name, (_, limit) in TARGETS.items())
    print(
        json.dumps(
            {
                "benchmark": "studio",
                "figures": {name: round(v, 4) for name, v in figures.items()},
                "targets": {name: list(target) for name, target in TARGETS.items()},
                "met": met,
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
