"""Where the time of a story went, and whether its number says what changed."""

import pytest
from made_cases import assessable, passage, turn

from simulator.coach.case import from_turn
from simulator.coach.content_gaps import has_number, refinements
from simulator.records import Structure


def told(situation_until_s: float, result: str = "It worked.") -> Structure:
    return Structure(
        kind="story",
        shape="star",
        level=4,
        situation=(passage("Our till broke on a Saturday.", 0.5, situation_until_s),),
        action=(passage("I wrote receipts.", situation_until_s, 62.0),),
        result=(passage(result, 62.0, 64.0),),
    )


def remarks(structure: Structure) -> set[str]:
    case = from_turn(turn(analysis=assessable(structure=structure)))
    return {gap.key for gap in refinements(case)}


def test_a_background_longer_than_the_rest_is_named_with_its_seconds() -> None:
    """More than half of a story, and more than 20 s, on the situation is remarked."""
    case = from_turn(turn(analysis=assessable(structure=told(50.0))))
    (gap,) = [g for g in refinements(case) if g.key == "situation.long"]
    assert "on the background" in gap.text
    assert "0:50" in gap.text or "50" in gap.text


def test_a_short_background_is_not_remarked() -> None:
    """Ten seconds of scene are what a listener needs."""
    assert "situation.long" not in remarks(told(10.0))


@pytest.mark.parametrize(
    ("result", "measured"),
    [
        ("Two million users have it today.", False),
        ("It runs in nine countries.", False),
        ("Complaints fell from forty to six.", True),
        ("We kept 97 % of our customers.", True),
        ("The wait was down to four minutes.", True),
    ],
)
def test_a_size_is_no_number_of_a_result(result: str, measured: bool) -> None:
    """How many use it says nothing of what changed; how much changed does."""
    case = from_turn(turn(analysis=assessable(structure=told(10.0, result))))
    assert has_number(case) is measured
