"""Moments and numbers, read and said."""

import pytest

from simulator.coach.times import aloud, clock, number, span


@pytest.mark.parametrize(
    ("seconds", "read"),
    [(0, "0:00"), (9.6, "0:10"), (70, "1:10"), (3725, "1:02:05"), (-3, "0:00")],
)
def test_clock(seconds: float, read: str) -> None:
    assert clock(seconds) == read


def test_a_stretch_shorter_than_a_second_is_one_moment() -> None:
    assert (span(40.1, 40.4), span(40, 70)) == ("at 0:40", "from 0:40 to 1:10")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("From 0:40 to 1:10.", "From forty seconds to one minute ten."),
        ("At 0:00 and 0:01.", "At the start and one second."),
        ("You spoke for 2:00.", "You spoke for two minutes."),
        ("At 1:02:05.", "At one hour two minutes five."),
        ("About 195, or 3.4, or 1,300.", "About one hundred and ninety-five, or three "
         "point four, or one thousand three hundred."),
        ("20% & more: <b>so</b>", "twenty percent and more, b so b"),
    ],
)  # fmt: skip
def test_aloud(text: str, said: str) -> None:
    assert aloud(text) == said


def test_every_number_up_to_a_thousand_has_words_of_its_own() -> None:
    said = {number(n) for n in range(1001)}
    assert len(said) == 1001
    assert all(word.replace("-", "").replace(" ", "").isalpha() for word in said)


def test_a_number_beyond_reason_is_said_digit_by_digit() -> None:
    assert number(12_345_678) == "one two three four five six seven eight"
