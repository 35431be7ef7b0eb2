"""Values, units and bands in everyday words, for any measure there is or will be."""

from ..records import Measurement
from .times import clock

_UNITS = {
    "words/min": ("words a minute", 0),
    "per min": ("a minute", 0),
    "per_min": ("a minute", 0),
    "/min": ("a minute", 0),
    "per 100 words": ("in 100 words", 1),
    "syllables/s": ("syllables a second", 1),
    "syll/s": ("syllables a second", 1),
    "s": ("seconds", 1),
    "st": ("semitones", 1),
    "semitones": ("semitones", 1),
    "dB": ("decibels", 0),
    "words": ("words", 0),
    "%": ("percent", 0),
    "ratio": ("", 2),
    "": ("", 2),
}
"""Unit: (in everyday words, decimals worth printing)."""


def unit_words(unit: str) -> str:
    """The unit in everyday words; one that is not known stands as it is."""
    return _UNITS.get(unit, (unit, 0))[0]


def amount(value: float, unit: str) -> str:
    """A value with its unit; a minute and more of seconds reads as "1:23"."""
    if unit == "s" and value >= 60:
        return clock(value)
    number, words = figure(value, unit), unit_words(unit)
    if number == "1" and words.isalpha():
        words = words.removesuffix("s")  # "1 word", not "1 words"
    return f"{number} {words}".rstrip()


def figure(value: float, unit: str) -> str:
    """A number with as many decimals as its unit deserves."""
    decimals = _UNITS.get(unit, (unit, 1))[1]
    if unit in ("per min", "per_min", "/min") and value < 10:
        decimals = 1
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def spoken_value(m: Measurement) -> str:
    """ "about 195 words a minute"; "unknown" where there is no value."""
    if m.value is None:
        return "unknown"
    return f"about {amount(m.value, m.unit)}"


def band(m: Measurement) -> str:
    """Where the value stands: in, above, below, far_above, far_below, or "" unjudged.

    A value with no grade or no limits has no band: it is shown, not judged.
    """
    if m.value is None or not m.graded:
        return ""
    if m.red_high is not None and m.value > m.red_high:
        return "far_above"
    if m.red_low is not None and m.value < m.red_low:
        return "far_below"
    if m.good_high is not None and m.value > m.good_high:
        return "above"
    if m.good_low is not None and m.value < m.good_low:
        return "below"
    return "in" if m.good_low is not None or m.good_high is not None else ""


_BAND_WORDS = {
    "in": "in the usual range",
    "above": "a little above the usual range",
    "below": "a little below the usual range",
    "far_above": "well above the usual range",
    "far_below": "well below the usual range",
    "": "shown, not judged",
}

SLOW_IS_FINE = {"speech_rate", "articulation_rate"}
"""Measures in which slow speech is named and never marked down."""


def band_words(m: Measurement) -> str:
    """The band as a reader says it. Slow speech is named, never marked down."""
    place = band(m)
    if m.name in SLOW_IS_FINE and place in ("below", "far_below"):
        return "slower than most, which interviewers mind least"
    return _BAND_WORDS[place]


def usual(m: Measurement) -> str:
    """The usual range in words, "" where there is none."""
    low, high = m.good_low, m.good_high
    if low is not None and high is not None:
        first = clock(low) if m.unit == "s" and high >= 60 else figure(low, m.unit)
        return f"{first} to {amount(high, m.unit)}"
    if high is not None:
        return f"up to {amount(high, m.unit)}"
    return f"from {amount(low, m.unit)}" if low is not None else ""
