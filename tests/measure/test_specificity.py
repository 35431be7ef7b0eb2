"""Names, times and numbers, each shown where it was said."""

import pytest
from made_answers import answer, from_words, spoken, word, written

from simulator.measure import analyse
from simulator.measure.specificity import measure
from simulator.records import Answer, Measurement


def found(given: Answer) -> dict[str, Measurement]:
    return {m.name: m for m in measure(given)}


def labels(text: str, name: str) -> list[str]:
    return [e.label for e in found(written(text))[name].evidence]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("We saved two hundred and forty euros.", ["two hundred and forty"]),
        ("From about forty a week to five or six.", ["forty", "five", "six"]),
        ("It fell by 30% to 1,300 calls.", ["30%", "1,300"]),
        ("We had twenty-three rather than nineteen.", ["twenty-three", "nineteen"]),
        ("It rose by eleven per cent on the year.", ["eleven per cent"]),
        ("One of us stayed and one left.", []),
        ("In 2019, at 10:30, two weeks ago, on Monday.", []),
    ],
)
def test_numbers_in_figures_and_in_words(text: str, said: list[str]) -> None:
    """Neighbours are one number; "one" by itself is none, and times are not either."""
    assert labels(text, "numbers_given") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was last spring and we were late.", ["last spring"]),
        ("In 2019 we moved, and in May we opened.", ["2019", "May"]),
        ("We may march on, it may work.", []),
        ("Three weeks later, on a Friday, she rang.", ["Three weeks later", "Friday"]),
        ("I always do that.", []),
    ],
)
def test_times_say_when(text: str, said: list[str]) -> None:
    assert labels(text, "times_given") == said


def test_names_stand_inside_a_sentence_and_count_once() -> None:
    """A capital after a full stop, "I", a weekday and an abbreviation are no names."""
    text = (
        "Last year I met Maria Lopez in New York. She told me about the CRM. Then "
        "Maria Lopez called Dr. Weiss on Monday, and I said yes."
    )
    assert labels(text, "names_given") == ["Maria Lopez", "New York", "Weiss"]


def test_without_capitals_names_are_unknown_and_not_none() -> None:
    names = found(written("then i met maria in new york and i called her"))
    assert names["names_given"].value is None
    assert "capital letters" in names["names_given"].note


def test_each_detail_points_at_its_moment() -> None:
    numbers = found(answer("We saved two hundred euros"))["numbers_given"]
    (moment,) = numbers.evidence
    assert (moment.start_s, moment.end_s) == pytest.approx((0.6, 1.2))


def test_a_number_that_was_not_heard_clearly_is_marked() -> None:
    """ "Fifteen" and "fifty" sound alike: it counts, with a word of warning."""
    words, duration_s = spoken("we saved")
    doubted = word("fifteen", duration_s, duration_s + 0.4, doubtful=True)
    numbers = found(from_words((*words, doubted), 2.0))["numbers_given"]
    assert numbers.value == 1
    assert numbers.evidence[0].label == "fifteen (not heard clearly)"
    assert numbers.note.startswith("One of them was not heard clearly")


def test_nothing_said_is_unknown() -> None:
    assert all(m.value is None for m in measure(from_words((), 1.0)))


def test_details_are_shown_and_never_judged() -> None:
    """A good story may need one name and no number."""
    analysis = analyse(answer("Last May Maria gave me two boxes and I sold them. " * 5))
    for name in ("names_given", "times_given", "numbers_given"):
        shown = analysis.measurement(name)
        assert shown is not None
        assert not shown.graded
