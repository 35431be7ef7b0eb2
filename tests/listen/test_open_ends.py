"""Beginnings that a recogniser closed, and ends that look like beginnings."""

import pytest

from simulator.listen.wording import Tail, tail_of

BEFORE = "We had a big client last year."


@pytest.mark.parametrize(
    "words",
    [
        # a clause without its other half
        "So the first thing I did was.",
        "I'd say my biggest strength is.",
        "One of the things.",
        "So what I did next.",
        "And the reason for that.",
        "And what we realised was that.",
        "So I said to him.",
        "Which meant.",
        "I always believed that.",
        "They've.",
        "We could've.",
        "And nobody.",
        "I was working with.",
        "We tried it for.",
        "I told.",
        "And I decided that maybe.",
        # only the stage is set
        "In the end.",
        "And in the end.",
        "So at my previous company.",
        "When I got there.",
        "If a customer complains.",
        "After we moved.",
        "As far as the budget goes.",
        "In terms of teamwork.",
        "First of all.",
        "Well, finally.",
        "At the end of the day.",
        "To be honest with you.",
        "Three years ago.",
        "Apart from that.",
        "So, um, during my internship at Siemens.",
        "And that's why.",
        "Sorry.",
        # more is announced
        "Let me give you an example.",
        "I'll tell you about a time at my old school.",
        "There were three main reasons.",
        "I can think of two examples.",
        # stammered
        "And the-the.",
        "b-b-because.",
        "I-I-I.",
        # what is heard in silence hides no open end
        "So we rebuilt the. Thank you.",
        "And because. Thank you.",
    ],
)
def test_a_beginning_is_waited_for_whatever_stop_it_got(words: str) -> None:
    """A pause there ends in more words."""
    assert tail_of(words) is Tail.UNFINISHED
    assert tail_of(f"{BEFORE} {words}") is Tail.UNFINISHED


@pytest.mark.parametrize(
    "words",
    [
        # the other half stands before it
        "I did it as fast as I could.",
        "It was a lot better than it was.",
        "It ran better than anyone, better than I am.",
        "That's just who I am.",
        "I'm quite happy with where I am.",
        "Nobody knew how many there were.",
        "We sold everything we could.",
        "So that's where I want to be.",
        "It's something I'm really proud of.",
        "You can see where the problem is.",
        "The people you have.",
        "They never said what it was like.",
        # turns of phrase
        "It has been running since then.",
        "The others had left by then.",
        "It took about a month or so.",
        "I think so.",
        "No, not really.",
        "I'm still in touch with her.",
        "And that was a big plus.",
        "She stayed for a while.",
        "It cost twenty euros in all.",
        # said behind a whole sentence
        "It's all about the mindset, really.",
        "It went fine, I guess.",
        "They knew that already, didn't they?",
        "I learnt the accounts side of it also.",
        "So I never miss a deadline basically.",
        "They offered me a promotion, which I took.",
        "I'm happy to go into more detail if you'd like.",
        "No, never.",
        # compounds and quotations
        "It was good for everybody's well-being.",
        "We set up a weekly check-in.",
        'She said, "You have saved us."',
        "He told me (and I believed him).",
        # a clause stands behind where it began
        "In the end, we won.",
        "After that nobody complained.",
        "If it breaks, we know.",
        "We won the contract. Thank you.",
    ],
)
def test_an_end_is_an_end_though_its_last_word_could_go_on(words: str) -> None:
    """Who has finished is not kept waiting."""
    assert tail_of(words) is Tail.FINISHED
    assert tail_of(f"{BEFORE} {words}") is Tail.FINISHED


@pytest.mark.parametrize(
    "words",
    [
        "My mind's gone blank.",
        "I can't remember.",
        "I can't think of one right now.",
        "Sorry, I'm a bit nervous.",
        "Can I start again?",
        "Give us a second.",
        "Um, what else?",
        "Let me think. Okay, so.",
    ],
)
def test_a_nervous_pause_is_given_time(words: str) -> None:
    """As "let me think" is."""
    assert tail_of(f"{BEFORE} {words}") is Tail.HOLD


@pytest.mark.parametrize(
    "words",
    [
        "Let me think. It was at my first job in Leeds.",
        "That's a good question. I'd say that I am patient.",
        "I thought, hang on. That is the thirty-first of June.",
    ],
)
def test_time_that_was_asked_for_is_over_once_it_was_used(words: str) -> None:
    """The sentence behind the request is judged by itself."""
    assert tail_of(words) is not Tail.HOLD


@pytest.mark.parametrize(
    ("words", "tail"),
    [
        ("I hope that answers your question.", Tail.CLOSING),
        ("That's my answer. Thank you very much.", Tail.CLOSING),
        ("Yeah, no, that's it from me.", Tail.CLOSING),
        ("So yeah, that was that.", Tail.PERHAPS_CLOSING),
    ],
)
def test_more_ways_to_say_that_it_is_over(words: str, tail: Tail) -> None:
    assert tail_of(f"{BEFORE} {words}") is tail


def test_a_long_sentence_is_looked_at_quickly() -> None:
    """It is asked ten times a second while somebody is silent."""
    import time

    words = f"{'and so but well ' * 400}{'what the first thing that I did ' * 50}was."
    began_s = time.process_time()
    for _ in range(10):
        tail_of(words)

    assert time.process_time() - began_s < 0.5
