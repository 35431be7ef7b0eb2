"""Who asks the interviewer something is told apart from who answers."""

import pytest
from turn_parts import Clock

from simulator.listen.asking_again import asks_again, asks_back
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


@pytest.mark.parametrize(
    "words",
    [
        "Do you mean at work?",
        "Um, can I use an example from university?",
        "Sorry, does it have to be at work?",
        "Is it okay if I talk about a school project?",
        "Should I start now?",
        "Would that count?",
    ],
)
def test_a_question_back_is_heard(words: str) -> None:
    """It waits for a word of the interviewer's."""
    assert asks_back(words)
    assert not asks_again(words)


@pytest.mark.parametrize(
    "words",
    [
        "Can I use an example from university",
        "Can I use one from university? It was in my second year.",
        "How do I deal with conflict? Can I tell you something?",
        "Why do I want this job?",
        "What I do is I ask, can I take this from you?",
        "Do you mean at work? Okay, so two years ago we lost a client.",
    ],
)
def test_what_goes_on_is_no_question_back(words: str) -> None:
    """Nor is a question that belongs to the answer: nobody is spoken into."""
    assert not asks_back(words)


def test_a_question_back_is_answered_once_and_then_thought_about() -> None:
    """After 1.5 s a word; then as long as before the first word of an answer."""
    clock = Clock(TurnTaker()).speak(2).silence(40, "Can I use one from university?")

    assert [(round(t - 2, 1), d) for t, d in clock.decisions] == [
        (pytest.approx(1.5, abs=0.11), Decision.REASSURE),
        (12.0, Decision.ENCOURAGE),
        (25.0, Decision.OFFER_REPEAT),
    ]


@pytest.mark.parametrize(
    "words", ["Is it okay to work from home?", "What do you mean by flexible hours?"]
)
def test_who_is_to_ask_is_not_answered_like_that(words: str) -> None:
    """The candidate's own questions are the answer there."""
    clock = Clock(TurnTaker(replies=False)).speak(2).silence(10, words)

    assert next(d for _, d in clock.decisions) is Decision.END
