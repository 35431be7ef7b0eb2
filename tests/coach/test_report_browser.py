"""The report in a real browser."""

import re
import shutil
import subprocess
from pathlib import Path

import made_cases as made
import pytest

from simulator.coach.report import write_report
from simulator.pages import render

pytestmark = pytest.mark.page

BROWSER = next(
    (p for name in ("chromium", "chromium-browser") if (p := shutil.which(name))), None
)


def opened(page: Path, profile: Path) -> subprocess.CompletedProcess[str]:
    if BROWSER is None:
        pytest.skip("NO BROWSER: install chromium")
    command = [
        BROWSER,
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--enable-logging=stderr",
        f"--user-data-dir={profile}",
        "--dump-dom",
        page.as_uri(),
    ]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=60, check=True
    )


def test_a_whole_report_opens_without_an_error(tmp_path: Path) -> None:
    """Sound that is missing beside it is told on the page, and stops nothing."""
    page = write_report(made.whole(), tmp_path)
    shown = opened(page, tmp_path / "profile")
    assert 'data-ready="yes"' in shown.stdout
    assert not re.search(r"CONSOLE.*(Error|Refused|violates)", shown.stderr)


def test_the_script_runs_under_the_policy_without_an_error(tmp_path: Path) -> None:
    """Only then does the page say that it is ready."""
    css, js = render.styled("report.css"), render.text_of("report.js")
    text = f"""<!doctype html><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="{render.policy(css, js)}">
    <style>{css}</style><p>Hello</p><script type="module">{js}</script>"""
    page = tmp_path / "page.html"
    page.write_text(text, encoding="utf-8")
    shown = opened(page, tmp_path / "profile")
    assert 'data-ready="yes"' in shown.stdout
    assert "CONSOLE" not in shown.stderr


def test_a_script_that_is_not_ours_does_not_run(tmp_path: Path) -> None:
    """The policy is the second wall behind the escaping."""
    page = tmp_path / "page.html"
    page.write_text(
        f"""<!doctype html><meta http-equiv="Content-Security-Policy"
        content="{render.policy("", "ours()")}">
        <script>document.documentElement.dataset.ready = "stolen"</script>""",
        encoding="utf-8",
    )
    assert "stolen" not in opened(page, tmp_path / "profile").stdout.split("<script")[0]
