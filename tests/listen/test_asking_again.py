"""Who asks aloud for the question is told apart from who answers."""

import pytest
from turn_parts import Clock

from simulator.listen.asking_again import asks_again
from simulator.listen.turn import Decision, TurnTaker


@pytest.mark.parametrize(
    "words",
    [
        "Could you repeat the question?",
        "Um, sorry, can you please repeat that?",
        "Sorry, I didn't catch that. Could you say it again, please?",
        "I'm sorry, what was the question?",
        "What's the question again?",
        "Would you rephrase the question?",
        "Can you say that in other words?",
        "Could you say that a bit slower, please?",
        "Can I hear the question again?",
        "I don’t understand your question.",
        "Say that again, please.",
        "What do you mean by conflict?",
        "Pardon?",
        "Sorry, what?",
    ],
)
def test_a_request_for_the_question_is_heard(words: str) -> None:
    """However it is put, with or without politeness."""
    assert asks_again(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Um.",
        "What?",
        "Sorry.",
        "I didn't get it.",
        "I didn't catch the ball.",
        "Could you repeat the question? I asked him that twice.",
        "I asked her, could you repeat the question?",
        "Can you say that you know your customers?",
        "What do I do when I disagree?",
        "Do you mean at work?",
        "I repeat the question to the customer.",
    ],
)
def test_an_answer_is_no_request(words: str) -> None:
    """Not even one that tells of a request, or that begins with a question."""
    assert not asks_again(words)


def test_it_is_said_again_after_a_second_and_a_half() -> None:
    """Long enough to go on in ("... because I was not listening")."""
    clock = Clock(TurnTaker()).speak(2).silence(1.8, "Could you repeat the question?")

    assert clock.decisions[0] == (pytest.approx(3.5, abs=0.11), Decision.SAY_AGAIN)


def test_it_is_not_said_again_for_words_from_before_the_last_sound() -> None:
    """More was said since, though it is not understood yet."""
    clock = Clock(TurnTaker()).speak(2).silence(1, "Could you repeat the question?")
    clock.speak(5).silence(3)

    assert Decision.SAY_AGAIN not in [decision for _, decision in clock.decisions]
