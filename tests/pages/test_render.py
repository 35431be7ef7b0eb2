"""Templates, their escaping and their policy."""

import base64
import hashlib
from importlib import resources

import pytest

from simulator.pages.render import escape_markdown, policy


def test_the_policy_names_exactly_this_style_and_script() -> None:
    digest = base64.b64encode(hashlib.sha256(b"p {}").digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy("p {}", "x()")
    assert policy("p {}", "x()") != policy("p {}", "y()")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# not a heading", "\\# not a heading"),
        ("1. not a list", "1\\. not a list"),
        ("1.5 is a number", "1.5 is a number"),
        ("- no\n- list", "\\- no - list"),
        ("a | b", "a \\| b"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("*_`[x](y)", "\\*\\_\\`\\[x\\](y)"),
        ("plain words, as they are (so).", "plain words, as they are (so)."),
    ],
)
def test_markdown_shows_text_as_it_stands(text: str, escaped: str) -> None:
    assert escape_markdown(text) == escaped


def test_numbers_pass_through_the_escaping() -> None:
    assert escape_markdown(3) == 3


@pytest.mark.parametrize(
    "name",
    [
        "report.html.jinja", "parts.html.jinja", "report.md.jinja", "report.css",
        "report.js", "colours.css",
    ],
)  # fmt: skip
def test_every_page_file_lies_inside_the_package(name: str) -> None:
    """So that a wheel carries it."""
    assert (resources.files("simulator.pages") / name).is_file()
