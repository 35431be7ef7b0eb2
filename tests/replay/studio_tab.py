"""A coach's tab: where it is, what sounds in it, and waiting for what it does."""

import re
from typing import Any

from browser import until
from made_sessions import ID as FIRST

STORY, RAMBLE = "01-conflict", "02-deadline"
LATER = "2026-11-24T090000Z-demo-9b2c"
SOUND = "document.getElementById('sound')"
SAID = "document.getElementById('said').textContent"
OFFLINE = ["ERR_INTERNET_DISCONNECTED", "ERR_NETWORK"]
"""What the browser itself writes of every request that a cut line loses."""


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
