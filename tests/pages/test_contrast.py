"""Colours that everyone can read, in light, in dark and on paper (WCAG 2.2 AA)."""

import re

import pytest

from simulator.pages.render import styled
from simulator.replay.respond import SHEET

STYLES = {"report.css": styled("report.css"), "studio": styled(*SHEET)}
TEXT = [
    ("ink", "paper"), ("soft", "paper"), ("link", "paper"), ("good", "paper"),
    ("gap", "paper"), ("ink", "raised"), ("soft", "raised"), ("link", "raised"),
    ("ink", "band"), ("soft", "band"), ("gap", "raised"), ("situation", "paper"),
    ("good", "raised"), ("paper", "gap"), ("paper", "ink"),
    ("gap", "band"), ("paper", "link"),
    ("on-hue", "situation"), ("on-hue", "task"), ("on-hue", "action"),
    ("on-hue", "result"),
]  # fmt: skip
SHAPES = [
    ("line", "paper"), ("focus", "paper"), ("situation", "paper"), ("task", "paper"),
    ("action", "paper"), ("result", "paper"), ("link", "band"), ("line", "raised"),
]  # fmt: skip


def schemes(css: str) -> dict[str, dict[str, str]]:
    """The custom properties of each scheme; dark and print only override."""
    light = colours(css[: css.index("@media")])
    dark_at = css.index("prefers-color-scheme: dark")
    dark = colours(css[dark_at : css.index("*, *::before")])
    paper = colours(css[css.index("@media print") :])
    return {"light": light, "dark": light | dark, "print": light | paper}


def colours(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", css))


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    red, green, blue = (
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


Pair = tuple[str, str]


def ratios(css: str, scheme: str, pairs: list[Pair]) -> list[tuple[Pair, float]]:
    colour = schemes(css)[scheme]
    return [(pair, contrast(colour[pair[0]], colour[pair[1]])) for pair in pairs]


def test_black_on_white_is_21_to_1() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_is_readable(scheme: str, css: str) -> None:
    assert [pair for pair, ratio in ratios(css, scheme, TEXT) if ratio < 4.5] == []


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_shapes_and_focus_can_be_seen(scheme: str, css: str) -> None:
    assert [pair for pair, ratio in ratios(css, scheme, SHAPES) if ratio < 3] == []


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_every_colour_used_is_one_of_the_checked(css: str) -> None:
    """No colour stands in a rule by its number."""
    rules = re.sub(r"--[a-z-]+: #[0-9a-f]{6};", "", css)
    assert re.findall(r"#[0-9a-f]{3,8}\b|rgba?\(|hsl", rules) == []


@pytest.mark.parametrize("css", STYLES.values(), ids=STYLES)
def test_motion_is_for_those_who_did_not_ask_for_less(css: str) -> None:
    moving = css[css.index("prefers-reduced-motion: no-preference") :]
    assert css.count("transition:") == moving.count("transition:")
    assert "animation" not in css
