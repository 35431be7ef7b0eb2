"""Fillers: what is counted, and how sure a rate can be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_answers import answer, from_words, spoken, word, written

from simulator.measure import fillers
from simulator.records import Answer, Measurement

SENTENCE = "we packed the boxes and drove them to the shop in town"


def _measured(made: Answer) -> dict[str, Measurement]:
    return {m.name: m for m in fillers.measure(made)}


def test_a_filled_pause_keeps_its_moment_certainty_and_reason() -> None:
    """What the transcriber saw and heard is carried over."""
    um = word("Um,", 1.0, 1.4, certainty="probable", why="a steady voiced sound")
    (filler,) = fillers.find(from_words((um, word("yes", 1.5, 1.8)), 2.0))

    assert (filler.text, filler.start_s, filler.end_s) == ("um", 1.0, 1.4)
    assert (filler.kind, filler.certainty) == ("filled_pause", "probable")
    assert filler.why == "a steady voiced sound"


def test_a_possible_filled_pause_is_listed_and_not_counted() -> None:
    """It is shown among the fillers and enters no rate."""
    um = word("um", 0.0, 0.4, certainty="possible")
    made = from_words((um, word("yes", 0.5, 60.0)), 60.0)

    assert len(fillers.find(made)) == 1
    assert _measured(made)["filled_pause_rate"].value == 0.0


def test_the_rate_carries_its_exact_interval() -> None:
    """3 in 45 s are 4 a minute, between 0.8 and 11.7."""
    words = [word("um", t, t + 0.3) for t in (0.0, 20.0, 30.0)]
    words.append(word("end", 44.0, 45.0))

    rate = _measured(from_words(words, 45.0))["filled_pause_rate"]

    assert rate.value == pytest.approx(4.0)
    assert rate.low == pytest.approx(0.82, abs=0.01)
    assert rate.high == pytest.approx(11.69, abs=0.01)
    assert len(rate.evidence) == 3


def test_a_rate_is_graded_from_three_minutes_on() -> None:
    """Below it is shown with a note; the discourse markers are never graded."""
    script = " ".join([f"um {SENTENCE}"] * 10)
    short, long = answer(script), answer(" ".join([script] * 5))

    assert not _measured(short)["filled_pause_rate"].graded
    assert _measured(short)["filled_pause_rate"].note
    assert _measured(long)["filled_pause_rate"].graded
    assert not _measured(long)["discourse_marker_rate"].graded


def test_a_marker_with_one_cue_is_possible_and_with_two_probable() -> None:
    """Commas on both sides are two cues, a number behind it is one."""
    (one,) = fillers.find(written("we had like five people"))
    (two,) = fillers.find(written("it was, like, a mess"))

    assert (one.certainty, two.certainty) == ("possible", "probable")
    assert one.kind == two.kind == "discourse_marker"


def test_written_text_has_fillers_and_no_rates() -> None:
    """Rates need time: None, never 0."""
    made = written("um we packed boxes, you know, all day")

    assert [f.text for f in fillers.find(made)] == ["um", "you know"]
    assert [m.value for m in fillers.measure(made)] == [None, None]


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 6), st.integers(0, 6))
def test_joining_two_answers_adds_their_counts(first: int, second: int) -> None:
    """Fillers of a + b are the fillers of a and those of b."""
    one = " ".join(["we went, you know, home. um"] * first + [SENTENCE + "."])
    two = " ".join(["it was, like, cold. uh"] * second + [SENTENCE + "."])
    a, end_s = spoken(one)
    b, all_s = spoken(two, lead_s=end_s)

    both = fillers.find(from_words((*a, *b), all_s))

    apart = len(fillers.find(answer(one))) + len(fillers.find(answer(two)))
    assert len(both) == apart == 2 * (first + second)
