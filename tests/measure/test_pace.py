"""Pace: exact numbers by hand, and where the speaker sped up."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_answers import answer, from_words, spoken, word, written

from simulator.measure import fillers, pace, pauses
from simulator.records import Answer, Measurement

SENTENCE = "we packed the boxes and drove them to the shop"


def _measured(made: Answer) -> dict[str, Measurement]:
    return {m.name: m for m in pace.measure(made)}


def test_speech_rate_is_words_over_the_time_from_first_to_last_word() -> None:
    """10 words of 0.3 s with a pause of 1 s take 4 s: 150 words a minute."""
    made = _measured(answer("we packed the boxes and [1.0] drove them to the shop"))

    assert made["speech_rate"].value == pytest.approx(150.0)


def test_fillers_and_fragments_are_no_words_but_take_time() -> None:
    """4 words in 6 spoken pieces of 0.5 s: 4 / 3 s = 80 words a minute."""
    made = _measured(answer("we um packed th- the boxes", word_s=0.5))

    assert made["speech_rate"].value == pytest.approx(80.0)


def test_typed_words_have_no_pace() -> None:
    """A typed reply, or a rest typed when the microphone was lost, changes no rate."""
    alone = answer("we packed the boxes and [1.0] drove them to the shop")
    typed = written("and there we sold every one of them").transcript.words
    said = alone.transcript
    both = replace(
        alone,
        transcript=said.model_copy(update={"words": (*said.words, *typed)}),
    )
    for family in (pace, pauses, fillers):
        assert family.measure(both) == family.measure(alone)


def test_articulation_rate_leaves_out_pauses_and_filled_pauses() -> None:
    """6 syllables in 5 words of 0.4 s: pause and um do not slow the speech: 3.0."""
    made = answer("we packed [0.8] um the boxes [0.5] here", word_s=0.4)

    assert _measured(made)["articulation_rate"].value == pytest.approx(6 / 2.0)


def test_a_pause_shorter_than_a_quarter_second_is_articulation() -> None:
    """0.2 s between two words stays inside the articulation time."""
    made = _measured(answer("we packed [0.2] boxes", word_s=0.4))

    assert made["articulation_rate"].value == pytest.approx(4 / 1.4)
    assert made["mean_length_of_run"].value == pytest.approx(3.0)


def test_mean_length_of_run_is_words_between_pauses() -> None:
    """9 words cut by two pauses run three at a time."""
    made = _measured(answer("a b c [0.4] d e f [0.4] g h i"))

    assert made["mean_length_of_run"].value == pytest.approx(3.0)


def test_a_faster_stretch_is_found_against_the_speakers_own_median() -> None:
    """20 s at double speed after 60 s are flagged, and only they."""
    slow, slow_s = spoken(" ".join([SENTENCE] * 15), word_s=0.4)
    fast, end_s = spoken(" ".join([SENTENCE] * 10), word_s=0.2, lead_s=slow_s)
    last, all_s = spoken(" ".join([SENTENCE] * 15), word_s=0.4, lead_s=end_s)

    made = _measured(from_words((*slow, *fast, *last), all_s))["pace_variation"]

    (stretch,) = made.evidence
    assert stretch.start_s == pytest.approx(60.0, abs=5.0)
    assert stretch.end_s == pytest.approx(80.0, abs=5.0)
    assert "you sped up here" in stretch.label
    assert max(rate for _, rate in made.series) == pytest.approx(300.0, rel=0.02)


def test_an_even_pace_has_no_stretch() -> None:
    """Equal words at equal distances vary by almost nothing and flag nothing."""
    made = _measured(answer(" ".join([SENTENCE] * 20)))["pace_variation"]

    assert made.value == pytest.approx(0.0, abs=2.0)
    assert made.evidence == ()


@pytest.mark.parametrize("made", [answer(""), answer("um uh"), written(SENTENCE)])
def test_without_words_or_times_nothing_is_known(made: Answer) -> None:
    """None, never 0, where there is no timed word."""
    assert [m.value for m in pace.measure(made)] == [None] * 4


def test_words_at_one_instant_do_not_divide_by_zero() -> None:
    """A recogniser that gives every word the same time gives no rate."""
    made = from_words((word("yes", 1.0, 1.0), word("no", 1.0, 1.0)), 2.0)

    assert _measured(made)["speech_rate"].value is None


@settings(deadline=None, max_examples=50)
@given(st.floats(0.2, 0.6), st.integers(40, 120), st.floats(0.3, 3.0))
def test_doubling_the_speed_doubles_the_pace(
    word_s: float, words: int, pause_s: float
) -> None:
    """Words and pauses half as long give twice every rate."""
    pieces = ["boxes"] * words
    slow = " ".join([*pieces, f"[{2 * pause_s}]", "end"])
    fast = " ".join([*pieces, f"[{pause_s}]", "end"])

    before = _measured(answer(slow, word_s=2 * word_s))
    after = _measured(answer(fast, word_s=word_s))

    for name in ("speech_rate", "articulation_rate"):
        assert after[name].value == pytest.approx(2 * before[name].value, rel=1e-3)


@settings(deadline=None, max_examples=50)
@given(st.floats(0.0, 30.0))
def test_silence_in_front_changes_no_pace(lead_s: float) -> None:
    """The wait before the first word is not pace."""
    plain = _measured(answer(" ".join([SENTENCE] * 8)))
    late = _measured(answer(" ".join([SENTENCE] * 8), lead_s=lead_s))

    for name, measured in plain.items():
        assert late[name].value == pytest.approx(measured.value, rel=1e-3, abs=0.1)


def test_a_number_counts_as_the_words_it_is_said_in() -> None:
    """ "20%" is two words and "$3,000" three: eleven said words in 5 s."""
    made = answer("we saved $3,000 and grew by 20% overall", word_s=5 / 8)

    rate = {m.name: m for m in pace.measure(made)}["speech_rate"]

    assert rate.value == pytest.approx(60 * 11 / 5)


def test_a_mark_beside_a_number_is_no_word() -> None:
    """ "In 2019, we had 350." is eight words, as "twenty nineteen" is two of them."""
    made = answer("In 2019, we had 350.", word_s=4 / 5)

    rate = {m.name: m for m in pace.measure(made)}["speech_rate"]

    assert rate.value == pytest.approx(60 * 8 / 4)
