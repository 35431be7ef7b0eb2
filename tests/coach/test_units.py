"""Values and bands in everyday words."""

import made_cases as made
import pytest

from simulator.coach.units import amount, band, band_words, spoken_value, usual
from simulator.records import Measurement


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (143.2, "words/min", "143 words a minute"),
        (1.96, "per min", "2 a minute"),
        (4.25, "syllables/s", "4.2 syllables a second"),
        (3.0, "s", "3 seconds"),
        (83.4, "s", "1:23"),
        (14.2, "% of the time", "14.2 % of the time"),
        (7.0, "wonders", "7 wonders"),
    ],
)
def test_a_value_reads_as_it_is_said(value: float, unit: str, said: str) -> None:
    assert amount(value, unit) == said


@pytest.mark.parametrize(
    ("value", "place"),
    [
        (95, "far_below"),
        (110, "below"),
        (143, "in"),
        (180, "above"),
        (195, "far_above"),
    ],
)
def test_bands(value: float, place: str) -> None:
    assert band(made.pace(value)) == place


def test_what_is_not_graded_has_no_band() -> None:
    ungraded = made.pace(250).model_copy(update={"graded": False})
    assert (band(ungraded), band_words(ungraded)) == ("", "shown, not judged")


@pytest.mark.parametrize("value", [60, 95, 110])
def test_slow_speech_is_named_without_a_mark_down(value: float) -> None:
    words = band_words(made.pace(value))
    assert words == "slower than most, which interviewers mind least"


def test_what_is_not_known_is_never_zero() -> None:
    unknown = Measurement(name="x", title="X", value=None, unit="s")
    assert (spoken_value(unknown), usual(unknown), band(unknown)) == ("unknown", "", "")


def test_a_usual_length_reads_in_minutes() -> None:
    length = Measurement(
        name="answer_length", title="", value=70, unit="s", good_low=45, good_high=135
    )
    assert usual(length) == "0:45 to 2:15"
