"""Pauses: what counts, where they stand, and the wait before the first word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_answers import answer, with_sound, written

from simulator.measure import pauses
from simulator.records import Answer, Measurement, Question


def _measured(made: Answer) -> dict[str, Measurement]:
    return {m.name: m for m in pauses.measure(made)}


def _places(script: str) -> list[str]:
    return [p.place for p in pauses.find(answer(script))]


def test_a_pause_is_a_silence_of_a_quarter_second_or_more() -> None:
    """0.25 s counts, 0.24 s does not."""
    assert len(pauses.find(answer("we went [0.25] home"))) == 1
    assert len(pauses.find(answer("we went [0.24] home"))) == 0


def test_the_sound_decides_and_not_the_gaps_between_words() -> None:
    """A gap between words that is full of sound is no pause."""
    made = answer("we went [0.8] home")
    full = with_sound(made, speech=((0.0, 1.7),))

    assert pauses.find(full) == ()


@pytest.mark.parametrize(
    ("script", "place"),
    [
        ("we went home. [1.0] it was late", "clause_end"),
        ("the export was just... [1.8] Wrong again", "mid_clause"),
        ("and it was. [2.0] It was quite hard", "mid_clause"),
        ("we went home, [1.0] we were tired", "clause_end"),
        ("we went home, [1.0] all of us", "mid_clause"),
        ("At first. [0.8] The older ones did not trust me", "mid_clause"),
        ("We agreed on. [0.8] Two simple rules, and we left", "mid_clause"),
        ("the report. [0.8] Was easier to read", "mid_clause"),
        ("she told me. [0.8] That the shop was closed", "clause_end"),
        ("we spoke to so [0.8] so many people", "mid_clause"),
        ("I asked for pens [0.5] and paper", "mid_clause"),
        ("I finished it [0.5] before noon", "mid_clause"),
        ("I finished it [0.5] before they came", "clause_end"),
        ("we went home [1.0] because it was late", "clause_end"),
        ("we went [1.0] home because it was late", "mid_clause"),
        ("we went home because [1.0] it was late", "mid_clause"),
        ("we went home because, [1.0] it was late", "mid_clause"),
        ("we went home because. [1.0] It was late", "mid_clause"),
        ("we went to, [0.5] um home", "mid_clause"),
        ("we did. um [0.6] it was late", "clause_end"),
    ],
)
def test_where_a_pause_stands(script: str, place: str) -> None:
    """Punctuation or a following conjunction ends a clause; a filler's comma not."""
    assert _places(script) == [place]


def test_mid_clause_rate_counts_from_035_s_per_100_words() -> None:
    """Of pauses of 0.3, 0.4 and (at a clause end) 2 s only the second counts."""
    made = answer("we [0.3] went [0.4] home. [2.0] it was very late then ok")

    rate = _measured(made)["mid_clause_pause_rate"]

    assert rate.value == pytest.approx(100 / 9)
    assert rate.low < rate.value < rate.high
    assert len(rate.evidence) == 1
    assert not rate.graded


def test_longest_pause_and_share() -> None:
    """2 s of silence in 5 s of answer are 40 %, the longest is 1.5 s."""
    made = _measured(answer("a b c [1.5] d e f [0.5] g h i j"))

    assert made["longest_pause"].value == pytest.approx(1.5)
    assert made["pause_share"].value == pytest.approx(40.0)


def test_latency_runs_from_the_end_of_the_question() -> None:
    """Seconds before the first sample kept count too, and a leading um is an onset."""
    made = answer("um [0.5] we went home", lead_s=2.0, opened_after_s=0.7)

    assert _measured(made)["response_latency"].value == pytest.approx(2.7)


def test_a_noise_before_the_first_word_is_no_response() -> None:
    """A cough at 1 s does not end the wait for the word at 4 s."""
    made = answer("we went home", lead_s=4.0)
    coughed = with_sound(made, speech=((1.0, 1.2), *made.sound.speech))

    assert _measured(coughed)["response_latency"].value == pytest.approx(4.0)
    assert pauses.find(coughed) == ()


@pytest.mark.parametrize(
    ("kind", "good_s"), [("self", 3.0), ("opinion", 3.0), ("story", 8.0)]
)
def test_questions_about_the_past_allow_a_longer_wait(kind: str, good_s: float) -> None:
    """3 s for openers, 8 s where something must be remembered."""
    question = Question(id="q", text="?", kind=kind)
    made = answer("we went home", lead_s=1.0, question=question)

    assert _measured(made)["response_latency"].good_high == good_s


@pytest.mark.parametrize("made", [answer(""), written("we went home")])
def test_without_sound_or_words_nothing_is_known(made: Answer) -> None:
    """None, never 0."""
    assert [m.value for m in pauses.measure(made)] == [None] * 4


@settings(deadline=None, max_examples=50)
@given(st.floats(0.0, 20.0))
def test_silence_in_front_changes_only_the_latency(lead_s: float) -> None:
    """Everything but response_latency stays as it was."""
    script = "we packed [0.5] the boxes. [1.0] it was late and [0.4] cold"
    plain, late = _measured(answer(script)), _measured(answer(script, lead_s=lead_s))

    assert late["response_latency"].value == pytest.approx(lead_s, abs=1e-5)
    for name in ("mid_clause_pause_rate", "longest_pause", "pause_share"):
        assert late[name].value == pytest.approx(plain[name].value, abs=1e-3)
