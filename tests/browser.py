"""A real Chromium for page tests, driven by Playwright; the network can be cut off.

Any error a page writes to its console fails the test that opened it: a content security
policy that refuses something says so there.
"""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--autoplay-policy=no-user-gesture-required",
    # Containers often have 64 MB of shared memory: a page with much sound would crash.
    "--disable-dev-shm-usage",
)
SERIOUS = ("serious", "critical")
LIMIT_MS = 60_000
"""The machine may be busy; what takes longer hangs. Nothing waits this long for show:
whatever is waited for ends the wait."""


def executable() -> str | None:
    """Chromium's path, or None; `MOCK_INTERVIEW_BROWSER` names another one."""
    named = os.environ.get("MOCK_INTERVIEW_BROWSER")
    found = (shutil.which(n) for n in (named, "chromium", "chromium-browser") if n)
    return next((path for path in found if path), None)


@contextmanager
def chromium() -> Iterator[Any]:
    """The browser, for a whole test run; skips loudly where there is none."""
    path = executable()
    if path is None:
        pytest.skip("NO BROWSER: install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Tab:
    """One page in a fresh profile, with what went wrong in it."""

    page: Any
    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    """Every address that was asked for."""
    expected: list[str] = field(default_factory=list)
    """Parts of messages that this test provokes. A browser tells them when it likes, so
    they are left out at the end, not cleared in between."""

    def unexpected(self) -> list[str]:
        """What went wrong that the test did not ask for."""
        return [e for e in self.errors if not any(part in e for part in self.expected)]


@contextmanager
def tab(browser: Any, *, offline: bool = True, **context: Any) -> Iterator[Tab]:
    """A fresh profile; fails at the end if the page wrote an error to its console.

    Args:
        browser: what `chromium` gives.
        offline: whether the network is cut off (files still open).
        **context: of `Browser.new_context`, e.g. `viewport`, `color_scheme`.
    """
    made = browser.new_context(offline=offline, accept_downloads=True, **context)
    made.set_default_timeout(LIMIT_MS)
    opened = Tab(made.new_page())
    opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
    opened.page.on(
        "console",
        lambda said: opened.errors.append(said.text) if said.type == "error" else None,
    )
    opened.page.on("request", lambda asked: opened.requests.append(asked.url))
    try:
        yield opened
    finally:
        made.close()
    assert opened.unexpected() == []


def until(page: Any, condition: str) -> None:
    """Wait until a JavaScript expression is true.

    Playwright's own waiting compiles text inside the page, which a strict content
    security policy refuses; this asks from outside.
    """
    ends = time.monotonic() + LIMIT_MS / 1000
    while not page.evaluate(condition):
        if time.monotonic() > ends:
            raise AssertionError(f"still not true: {condition}")
        page.wait_for_timeout(15)


def serious_violations(page: Any) -> list[str]:
    """What axe finds on the page that is serious or critical, a line each."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']} at {node['target']}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
    ]
