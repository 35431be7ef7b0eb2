"""Length of the answer against what its question asks for."""

import pytest
from made_answers import answer, written

from simulator.measure import length
from simulator.records import Question


def test_length_runs_from_the_first_to_the_last_thing_said() -> None:
    """The silence around it is not part of the answer; a leading um is."""
    made = answer("um we packed [1.0] boxes", lead_s=3.0, tail_s=20.0)

    (measured, words) = length.measure(made)

    assert measured.value == pytest.approx(4 * 0.3 + 1.0)
    assert words.value == 3
    assert not measured.graded


@pytest.mark.parametrize(
    ("target_s", "red"), [(90.0, (20.0, 180.0)), (30.0, (10.0, 180.0))]
)
def test_the_band_follows_the_questions_target(
    target_s: float, red: tuple[float, float]
) -> None:
    """Half to one and a half of it is good."""
    question = Question(id="q", text="?", target_s=target_s)

    measured = length.measure(answer("we packed boxes", question=question))[0]

    assert (measured.good_low, measured.good_high) == (target_s / 2, target_s * 1.5)
    assert (measured.red_low, measured.red_high) == red
    assert measured.graded


def test_written_text_has_words_and_no_length() -> None:
    """None, never 0."""
    measured, words = length.measure(written("we packed boxes"))

    assert (measured.value, words.value) == (None, 3)
    assert [m.value for m in length.measure(written(""))] == [None, None]
