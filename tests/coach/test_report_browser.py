"""The report in a real browser."""

from pathlib import Path
from typing import Any

import browser
import made_cases as made
import pytest

from simulator.coach.report import write_report
from simulator.pages import render

pytestmark = pytest.mark.page


def test_a_whole_report_opens_without_an_error(chromium: Any, tmp_path: Path) -> None:
    """Sound that is missing beside it is told on the page, and stops nothing."""
    page = write_report(made.whole(), tmp_path)
    with browser.tab(chromium) as tab:
        tab.expected += ["ERR_FILE_NOT_FOUND"]
        tab.page.goto(page.as_uri())
        tab.page.wait_for_selector("html[data-ready=yes]")
        lost = tab.page.locator("[id$=-lost]")
        lost.first.wait_for()
        assert "nothing can be played" in lost.first.inner_text()
        assert tab.page.locator("button[data-sound]:enabled").count() == 0


def test_the_script_runs_under_the_policy_without_an_error(
    chromium: Any, tmp_path: Path
) -> None:
    """Only then does the page say that it is ready."""
    css, js = render.styled("report.css"), render.text_of("report.js")
    text = f"""<!doctype html><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{render.policy(css, js)}">
    <style>{css}</style><p>Hello</p><script type="module">{js}</script>"""
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    with browser.tab(chromium) as tab:
        tab.page.goto(page.as_uri())
        tab.page.wait_for_selector("html[data-ready=yes]")


def test_a_script_that_is_not_ours_does_not_run(chromium: Any, tmp_path: Path) -> None:
    """The policy is the second wall behind the escaping."""
    page = tmp_path / "page.html"
    page.write_text(
        f"""<!doctype html><meta http-equiv="Content-Security-Policy"
        content="{render.policy("", "ours()")}">
        <script>document.documentElement.dataset.ready = "stolen"</script>""",
        encoding="utf-8",
    )
    with browser.tab(chromium) as tab:
        tab.expected += ["Content Security Policy"]
        tab.page.goto(page.as_uri())
        assert tab.page.evaluate("document.documentElement.dataset.ready") is None
