"""The captures in the documentation are what the code draws."""

import re

import pytest

from benchmarks.captures import DOCS, FOLDER, SCENES, drawn, files
from simulator.show.meter import CLIPPED, UNHEARD


def text_of(svg: str) -> str:
    """What is read in a capture: fonts and places may change with Rich."""
    return " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))


@pytest.mark.parametrize("path", sorted(files()), ids=lambda path: path.name)
def test_the_captures_are_true_to_the_code(path) -> None:
    """Written anew with `python -m benchmarks.captures` where this fails."""
    stored, drawn_now = path.read_text("utf-8"), files()[path]
    if path.suffix == ".svg":
        stored, drawn_now = text_of(stored), text_of(drawn_now)
    assert stored == drawn_now


def test_no_capture_asks_the_network() -> None:
    for path in FOLDER.glob("*.svg"):
        assert not re.search(r"url\(.?http|href=.http", path.read_text("utf-8"))


def test_what_matters_is_said_before_the_first_question() -> None:
    """A dead microphone and one that is too loud, within 80 columns and 24 lines,
    with and without colour."""
    for color in (True, False):
        for name, warning in (("unheard", UNHEARD), ("clipping", CLIPPED)):
            (scene,) = (s for s in SCENES if s.name == name)
            seen = drawn(scene, color=color).export_text(clear=False)
            assert warning in seen
            assert len(seen.splitlines()) <= 24
            assert max(map(len, seen.splitlines())) <= 80


def test_the_page_shows_every_capture() -> None:
    page = (DOCS / "screen.md").read_text("utf-8")
    for scene in SCENES:
        assert f"captures/{scene.name}.svg" in page
