"""Wording: counts by hand, shown with their moments, never graded."""

import pytest
from made_answers import answer, written

from simulator.measure import wording
from simulator.records import Answer, Measurement, Question


def _measured(made: Answer) -> dict[str, Measurement]:
    return {m.name: m for m in wording.measure(made)}


def _value(name: str, text: str) -> float | None:
    return _measured(written(text))[name].value


def test_hedges_absolutes_and_emphasis_are_counted_per_100_words() -> None:
    """2 hedges, 1 absolute, 1 emphasis in 10 words."""
    made = _measured(answer("I think maybe we always packed really big boxes there"))

    assert made["hedge_rate"].value == pytest.approx(20.0)
    assert made["absolute_rate"].value == pytest.approx(10.0)
    assert made["emphasis_rate"].value == pytest.approx(10.0)
    assert [m.label for m in made["hedge_rate"].evidence] == ["i think", "maybe"]
    assert made["hedge_rate"].evidence[0].end_s == pytest.approx(0.6)


def test_a_word_said_five_times_is_shown_once_with_its_count() -> None:
    """Small words and words of the question are no repeats."""
    text = "The customer was late. " * 5
    asked = Question(id="q", text="Tell me about a customer.")

    made = _measured(written(text))["repeated_words"]

    assert {m.label for m in made.evidence} == {"customer, 5 times", "late, 5 times"}
    on_question = _measured(written(text, question=asked))["repeated_words"]
    assert {m.label for m in on_question.evidence} == {"late, 5 times"}


def test_a_phrase_said_three_times_is_shown_at_its_longest() -> None:
    """ "at the end of the day" is one phrase, not four."""
    text = "At the end we won. " * 2 + "It was cold. " + "At the end we won."

    made = _measured(written(text))["repeated_phrases"]

    assert [m.label for m in made.evidence] == ["at the end we won, 3 times"]


def test_the_commonest_opener_is_named() -> None:
    """3 of 4 sentences begin with So."""
    text = (
        "So we packed all the boxes. So we drove to the shop. "
        "So they were glad about it. Then we went back home."
    )
    made = _measured(written(text))

    assert made["same_opener_share"].value == pytest.approx(75.0)
    assert "“so”" in made["same_opener_share"].note
    assert made["sentence_length"].value == pytest.approx(6.0)


def test_variety_is_known_from_200_words_on() -> None:
    """200 words of which 100 differ are 50 %; 199 words give None."""
    words = " ".join(f"w{k % 100}" for k in range(200))

    assert _value("unique_word_share", words) == pytest.approx(50.0)
    assert _value("unique_word_share", words.rsplit(" ", 1)[0]) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("I set up the ETL and the KPIs.", 2),
        ("I reported key performance indicators, KPIs, each week.", 0),
        ("The ETL, which is how we load data, ran at night.", 0),
        ("My CV is on the TV in the US.", 0),
        ("I SHOUT AT THE WHOLE TEAM", 0),
        ("The ETL failed. The ETL is old.", 1),
    ],
)
def test_an_acronym_left_unexplained_is_counted_once(text: str, count: int) -> None:
    """Everyday ones, explained ones and shouting are none."""
    assert _value("unexplained_acronyms", text) == count


def test_an_acronym_of_the_question_needs_no_explaining() -> None:
    """The interviewer knows it."""
    asked = Question(id="q", text="How do you measure a KPI?")
    made = written("I look at the KPI each week.", question=asked)

    assert _measured(made)["unexplained_acronyms"].value == 0


def test_no_words_give_none_and_nothing_is_graded() -> None:
    """None, never 0; habits are no faults."""
    assert all(m.value is None for m in wording.measure(written("")))
    assert not any(m.graded for m in wording.measure(written("I think so. " * 60)))
