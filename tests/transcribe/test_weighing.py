"""Which wordings the decoder is asked about, and what its answers make."""

import pytest

from simulator.transcribe.weighing import AHEAD, ratios, wordings


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        (["We", "met"], 1, ["We", "um,", "met"]),
        (["We", "met"], 0, ["Um,", "we", "met"]),
        (["I", "met"], 0, ["Um,", "I", "met"]),
        (["I'm", "here"], 0, ["Um,", "I'm", "here"]),
        (["It", "is"], 0, ["Um,", "it", "is"]),
        (["BBC", "news"], 0, ["Um,", "BBC", "news"]),
        (["Done.", "Next", "one"], 1, ["Done.", "Um,", "next", "one"]),
        (["We", "met"], 2, ["We", "met", "um,"]),
        ([], 0, ["Um,"]),
    ],
)
def test_a_wording(words: list[str], place: int, expected: list[str]) -> None:
    """A filler opens a sentence in capitals, and the word after it loses its own."""
    assert wordings(words, place)[0] == expected


def test_only_the_words_next_to_it_are_weighed() -> None:
    """What stands further on than `AHEAD` words is left out of both sides."""
    words = [f"w{k}" for k in range(10)]
    costs = {"um,": -3.0, "uh,": -1.0}

    def weigh(asked: list[list[str]]) -> list[list[float]]:
        assert asked[0] == words
        assert all(len(one) == 2 + 1 + AHEAD for one in asked[1:])
        return [[costs.get(word, -0.5) for word in one] for one in asked]

    assert ratios(words, [2], weigh) == [pytest.approx(-1.0)]


def test_nothing_asked_costs_nothing() -> None:
    """Without a place the decoder is left alone."""
    assert ratios(["We"], [], lambda asked: pytest.fail("asked")) == []
