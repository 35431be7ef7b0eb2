"""Before an answer has begun, silence is thinking; an "um" begins none."""

import pytest
from turn_parts import Clock, after

from simulator.listen.turn import Decision, TurnTaker


@pytest.mark.parametrize(
    ("words", "prompts_s"),
    [
        ("", (12, 25, 45)),
        ("Um.", (12, 25, 45)),
        ("Okay, so, um", (12, 25, 45)),
        ("Hmm, let me think.", (25, 45)),
        ("That's a good question. Let me think about that for a moment.", (25, 45)),
        ("My mind's gone blank, sorry.", (25, 45)),
    ],
)
def test_an_um_is_no_answer_yet(words: str, prompts_s: tuple[float, ...]) -> None:
    """Silence after it is still thinking: it is never taken for the end."""
    clock = Clock(TurnTaker()).silence(3).speak(1.0).silence(60, words)

    assert [round(t - 4) for t, _ in clock.decisions] == list(prompts_s)
    assert clock.ended_s() is None


@pytest.mark.parametrize("words", ["Yes.", "No.", "Teamwork.", "So I was a nurse."])
def test_a_word_is_an_answer(words: str) -> None:
    """However short, silence ends it."""
    assert after(words, spoken_s=1.0) == pytest.approx(6.6, abs=0.11)


@pytest.mark.parametrize(
    ("words", "spoken_s"),
    [("", 4.0), ("Um.", 12.0), ("Could you repeat the question?", 12.0)],
)
def test_speech_that_is_not_understood_is_an_answer(
    words: str, spoken_s: float
) -> None:
    """A recogniser that hears little in much speech neither holds the answer open nor
    begins it anew."""
    assert after(words, spoken_s) == pytest.approx(6.6, abs=0.11)


def test_after_a_pause_thinking_begins_anew() -> None:
    """Whoever pauses before the first word is not asked the moment they return."""
    clock = Clock(TurnTaker()).silence(11.5)
    clock.taker.begin_waiting()
    clock.silence(13)

    assert clock.decisions == [(pytest.approx(23.5), Decision.ENCOURAGE)]


def test_before_the_first_word_silence_is_thinking() -> None:
    """A gentle word at 12 s, an offer at 25 s, a question at 45 s; never an end."""
    clock = Clock(TurnTaker()).silence(120)

    assert [(round(t), d) for t, d in clock.decisions] == [
        (12, Decision.ENCOURAGE),
        (25, Decision.OFFER_REPEAT),
        (45, Decision.NOTHING_HEARD),
    ]


def test_a_cough_is_no_first_word() -> None:
    """A sound of 0.1 s neither begins the answer nor hides the prompts."""
    clock = Clock(TurnTaker()).silence(3).speak(0.1).silence(10)

    assert clock.taker.first_speech_s is None
    assert clock.decisions == [(12.0, Decision.ENCOURAGE)]


def test_the_first_word_is_dated_back_to_its_onset() -> None:
    """The first word counts from where it began, not from where it was believed."""
    clock = Clock(TurnTaker()).silence(2.0).speak(1.0)

    assert clock.taker.first_speech_s == pytest.approx(2.0, abs=0.01)
    assert clock.taker.last_speech_s == pytest.approx(3.0, abs=0.01)
