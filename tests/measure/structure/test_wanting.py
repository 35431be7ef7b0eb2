"""Who wants what of whom: tasks told by the build of a sentence, not by its words."""

import pytest

from simulator.measure.sentences import split, spoken
from simulator.measure.structure import quoted, wanting
from simulator.measure.structure.clauses import Clause, clauses
from simulator.records import Transcript


def cut(text: str) -> tuple[Clause, ...]:
    written = Transcript(text=text, language="en", model="written")
    return clauses(spoken(written), split(written))


@pytest.mark.parametrize(
    "said",
    [
        "They flew me to Lyon to find out what was wrong.",
        "The professor picked me to run the lab.",
        "Three of us were chosen to prepare the bid.",
        "I had been made captain and was meant to pick the team.",
    ],
)
def test_who_is_made_to_do_something_has_a_task(said: str) -> None:
    """Whatever verb sends, picks or makes the speaker, "to" says what for."""
    assert any(map(wanting.sent, cut(said)))


@pytest.mark.parametrize(
    "said",
    [
        "The new software allowed me to work faster.",
        "She taught me to cook.",
        "I was used to getting up early.",
        "I was surprised to see him there.",
        "He drove me to the station.",
    ],
)
def test_what_lets_or_leads_one_asks_for_nothing(said: str) -> None:
    assert not any(map(wanting.sent, cut(said)))


def test_a_thing_that_must_be_so_is_a_task_and_a_person_who_suffers_is_none() -> None:
    """ "Every file had to be in order" wants something; "customers had to wait" is the
    trouble, unless a time is set for it."""
    assert wanting.tasked(cut("Every file had to be in order.")[0])
    assert not wanting.tasked(cut("The customers had to wait outside.")[0])
    assert not wanting.tasked(cut("Every week all the cards had to be read again.")[0])
    assert wanting.tasked(cut("All three had to go out by Friday noon.")[0])


def test_those_above_expect_and_others_wish_for_themselves() -> None:
    """What the council expects is asked of the speaker; a discount is not."""
    assert wanting.expected(cut("The council expected a plan within a fortnight.")[0])
    assert not wanting.expected(cut("The customer wanted a discount.")[0])
    assert not wanting.wished(cut("The machine needed a new part.")[0])


def test_a_noun_of_wanting_counts_with_what_fills_it() -> None:
    """ "The one condition was no noise" says what; "the target was missed" does not."""
    assert wanting.tasked(cut("The client's one condition was no noise at night.")[0])
    assert not wanting.tasked(cut("The target was missed.")[0])


@pytest.mark.parametrize(
    "said",
    [
        "My gaffer said to me, go and have a look.",
        "She said to me, please, you two, find an agreement.",
        "The planner says from Monday you deliver every four hours.",
        "It said something on rural buses by Friday.",
        "The safety officer said nobody works here until this is cleared.",
    ],
)
def test_an_order_in_somebodys_words_is_a_task(said: str) -> None:
    lines = cut(said)
    assert any(quoted.wish(c, lines[max(0, n - 3) : n]) for n, c in enumerate(lines))


@pytest.mark.parametrize(
    "said",
    [
        "He said it was always like that in summer.",
        "She told me that her husband had left her.",
        "I said, sit down and have some tea.",
    ],
)
def test_talk_and_ones_own_words_are_no_order(said: str) -> None:
    lines = cut(said)
    assert not any(
        quoted.wish(c, lines[max(0, n - 3) : n]) for n, c in enumerate(lines)
    )


def test_a_promise_given_before_is_a_task() -> None:
    """ "We'd told the client it would be live" binds as much as an order."""
    lines = cut("We'd told the client it would be live on the first of June.")
    assert wanting.promised_to(lines[0], lines[1:])
    assert not wanting.promised_to(cut("We told the client the truth.")[0], ())
