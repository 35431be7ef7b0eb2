"""Where the time of a story went, and whether its number says what changed."""

import pytest
from made_cases import assessable, passage, turn

from simulator.coach.amounts import has_number
from simulator.coach.case import from_turn
from simulator.coach.content_gaps import refinements
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
        ("We saved 2019 euros.", True),
        ("From 2018 orders a week we went to 2500.", True),
        ("It was down by a third in the third quarter.", True),
        ("As a result I was promoted in 2019.", False),
        ("Since June 2021 I lead the group.", False),
        ("The manager of the third floor thanked me.", False),
        ("In the end the two of them became friends.", False),
        ("Three of us were kept on.", False),
        ("We shipped it in the last quarter, at 5 pm on the 3rd.", False),
        ("Two days later the customer called and thanked us.", False),
        ("Three weeks later she apologised.", False),
        ("In the end two colleagues thanked me.", False),
        ("Two colleagues came to thank me.", False),
        ("The canteen was open again.", False),
        ("They were all back by nine o'clock.", False),
        ("Everybody was back by nine.", False),
        ("I got my Level 3 certificate.", False),
        ("The shift finished at ten.", False),
        ("It was approved by two managers.", False),
        ("We moved to Room 12 and Year 5 liked it.", False),
        ("It was delivered at ten past three.", False),
        ("Complaints fell by ten.", True),
        ("Twenty-nine of the thirty-five could write a letter.", True),
        ("I got our conversion rate up by a third.", True),
        ("They dropped to one a month.", True),
        ("Sales grew tenfold.", True),
        ("The wait went down by ten minutes.", True),
        ("It takes four minutes now.", True),
        ("Sales rose by fourteen percent.", True),
        ("We lost two customers instead of thirty.", True),
        ("Since Covid-19 and Q3 it is used everywhere.", False),
    ],
)
def test_a_size_is_no_number_of_a_result(result: str, measured: bool) -> None:
    """How many use it, when it was, which one and who say nothing of what changed; how
    much changed does."""
    case = from_turn(turn(analysis=assessable(structure=told(10.0, result))))
    assert has_number(case) is measured


@pytest.mark.parametrize(
    "result",
    [
        "In the end she thanked me and we are still friends.",
        "The client left us all the same.",
        "My manager praised it, and I was promoted.",
    ],
)
def test_no_number_is_asked_for_where_nothing_has_a_size(result: str) -> None:
    """It would have to be invented. A change that can be counted is asked for."""
    assert "result.number" not in remarks(told(10.0, result))
    assert "result.number" in remarks(told(10.0, "The queue went down a lot."))


@pytest.mark.parametrize(
    "result",
    [
        "Complaints dropped to one a month.",
        "Complaints dropped to almost nothing.",
        "Sales grew tenfold.",
        "The calls dropped to none.",
    ],
)
def test_a_size_that_was_said_in_words_is_not_asked_for(result: str) -> None:
    assert "result.number" not in remarks(told(10.0, result))
