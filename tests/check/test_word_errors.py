"""Word errors: words as they sound, and the arithmetic of the rate."""

import jiwer
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.check.word_errors import spelled, word_error_rate

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("It fell by 11%.", "it fell by eleven percent"),
        ("$6,000", "six thousand dollars"),
        ("in 2019", "in twenty nineteen"),
        ("in 1900", "in nineteen hundred"),
        ("350 people", "three hundred and fifty people"),
        ("42", "forty-two"),
        ("the 3rd and the 20th", "the third and the twentieth"),
        ("2.5 times", "two point five times"),
        ("We don’t", "we don't"),
        ("1,000,000", "one million"),
    ],
)
def test_what_sounds_the_same_is_the_same(written: str, said: str) -> None:
    assert spelled(written) == spelled(said)


def test_an_absurd_number_is_read_digit_by_digit() -> None:
    """No recursion, no error, whatever Whisper writes."""
    assert len(spelled("9" * 5000)) == 5000


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_the_rate_is_jiwers(said: list[str], heard: list[str]) -> None:
    """The same arithmetic as the accuracy benchmark's."""
    rate = word_error_rate(said, heard)

    assert rate == pytest.approx(jiwer.wer(" ".join(said), " ".join(heard)))


def test_words_where_none_were_said_are_all_wrong() -> None:
    assert word_error_rate([], ["thanks"]) == 1
    assert word_error_rate([], []) == 0
