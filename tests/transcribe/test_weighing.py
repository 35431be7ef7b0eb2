"""Which wordings the decoder is asked about, and what its answers make."""

import math

import pytest

from simulator.transcribe.heard import Asked
from simulator.transcribe.weighing import AHEAD, ratios, wording


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
    assert wording(words, place, "um") == expected


def test_only_the_words_next_to_it_are_weighed() -> None:
    """What stands further on than `AHEAD` words is left out of both sides."""
    words = [f"w{k}" for k in range(10)]
    costs = {"um,": -3.0, "uh,": -1.0}

    def weigh(asked: list[list[str]]) -> list[list[float]]:
        assert all(one == words or len(one) == 2 + 1 + AHEAD for one in asked)
        return [[costs.get(word, -0.5) for word in one] for one in asked]

    assert ratios(words, [Asked(2, -4.5)], weigh) == [pytest.approx(-1.0)]


def test_a_second_filler_is_tried_only_where_it_may_decide() -> None:
    """Not where the first is enough, nor where the second cannot be."""
    costs = {"a": 1.0, "b": -4.0, "c": -11.0, "d": -4.0}
    asked: list[list[str]] = []

    def weigh(wordings: list[list[str]]) -> list[list[float]]:
        asked.extend(wordings)
        return [
            [costs[one[one.index(w) - 1]] if w in {"uh,", "um,"} else 0.0 for w in one]
            for one in wordings
        ]

    leaning = [Asked(place, least=-4.5) for place in (1, 2, 3)]
    alone = Asked(4, least=-16.0, enough=-math.inf)
    found = ratios(list("abcde"), [*leaning, alone], weigh)

    assert found == [1.0, -4.0, -11.0, -4.0]
    assert [one for one in asked if "um," in one] == [["a", "b", "um,", "c", "d", "e"]]


def test_nothing_asked_costs_nothing() -> None:
    """Without a place the decoder is left alone."""
    assert ratios(["We"], [], lambda asked: pytest.fail("asked")) == []
