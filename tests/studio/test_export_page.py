"""The exported page looked at and printed, opened from disk with the network off."""

import json
from pathlib import Path
from typing import Any

import browser
import pytest
from exported_page import commented, ready

from simulator.casebook.export_page import export_html
from simulator.casebook.opened import open_session
from simulator.casebook.sharing import Share
from simulator.keep import FolderStore

pytestmark = pytest.mark.page


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
