import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.listen.wording import Tail, tail_of, takes_back, without_fillers


@pytest.mark.parametrize(
    ("words", "tail"),
    [
        ("", Tail.UNKNOWN),
        ("  ...  ", Tail.UNKNOWN),
        ("We won the customer back.", Tail.FINISHED),
        ("It’s what I’d do again.", Tail.FINISHED),
        ("We won the customer", Tail.UNFINISHED),
        ("We won the customer, er.", Tail.UNFINISHED),
        ("I thought it’s", Tail.UNFINISHED),
        ("Let me just think for a moment.", Tail.HOLD),
        (
            "Let me think. Okay, so two years ago my team was asked to move.",
            Tail.FINISHED,
        ),
        ("That’s about it.", Tail.PERHAPS_CLOSING),
        ("That's it. Um", Tail.UNFINISHED),
        ("I told my boss that I was done with the report.", Tail.FINISHED),
        ("UM, BECAUSE", Tail.UNFINISHED),
    ],
)
def test_how_words_end(words: str, tail: Tail) -> None:
    """The last words show whether more will come, in either kind of apostrophe."""
    assert tail_of(words) is tail


@pytest.mark.parametrize(
    "words",
    [
        "Let me think.",
        "Um, let me just think about that.",
        "Let me see, um",
        "Let me remember how that went.",
        "I need to think about that.",
        "I have to think for a moment.",
        "Can I think about it?",
        "May I just think about that for a second?",
        "Can I have a moment?",
        "Could I take a minute?",
        "Give me a second.",
        "I just need a second.",
        "Let me take a moment to think.",
        "I'd like to have a minute, please.",
        "So we called the, just a second.",
        "That's a good one.",
        "It's a tough one.",
        "I need to think about that one for a moment.",
        "But there's more.",
        "There is more to it.",
        "Just give me a moment, please.",
        "Just a moment.",
        "One moment.",
        "One second, please.",
        "Wait a minute.",
        "I need another minute.",
        "Hold on.",
        "Hang on, that was later.",
        "Bear with me.",
        "I'm thinking.",
        "I am still thinking.",
        "I'm trying to remember.",
        "I'm just trying to think.",
        "How do I put this?",
        "How shall I say it?",
        "Where was I?",
        "What was I saying?",
        "Sorry, I lost my train of thought.",
        "I've lost my thread.",
        "What's the word?",
        "What is it called?",
        "It will come back to me.",
        "That's a good question.",
        "That is a really difficult one.",
        "Good question.",
        "Interesting question.",
        "Let me collect my thoughts.",
        "Let me start over.",
        "Let me rephrase.",
        "Let me put it another way.",
        "I'm not finished.",
        "I am not done yet.",
        "There is more.",
        "LET ME THINK",
        "Let’s see. No, let me think…",
    ],
)
def test_who_asks_for_time_is_understood(words: str) -> None:
    """In many words, with fillers, politeness or a curly apostrophe."""
    assert tail_of(words) is Tail.HOLD


@pytest.mark.parametrize(
    "words",
    [
        "That's my answer.",
        "And that is my answer.",
        "So that's my final answer.",
        "That's it, thank you.",
        "That's it, I think, thanks.",
        "That's all from me.",
        "That's all I have.",
        "That's all I've got.",
        "That's all I wanted to say.",
        "That's all I can think of.",
        "That would be my example.",
        "And that's the whole story.",
        "That's the end of my story.",
        "End of story.",
        "That concludes my answer.",
        "That about covers it.",
        "That sums it up.",
        "I have nothing more to add.",
        "I have nothing else.",
        "I don't have anything else to add.",
        "There is nothing more to say.",
        "I'll leave it there.",
        "I'll stop here.",
        "Let me end there.",
        "I'm done.",
        "Okay, I'm done.",
        "So yeah, I am finished.",
        "I think I'm done here, thanks.",
        "Done.",
        "The end.",
        "Next question, please.",
        "Okay, we can move on.",
        "Over to you.",
    ],
)
def test_who_says_that_it_is_over_is_understood(words: str) -> None:
    """Alone, and behind the answer it closes."""
    assert tail_of(words) is Tail.CLOSING
    assert tail_of(f"We saved forty hours a week. {words}") is Tail.CLOSING


@pytest.mark.parametrize(
    "words",
    [
        "That's it.",
        "Okay, so, um, that's it.",
        "And that was it.",
        "That's pretty much it.",
        "I think that's about it.",
        "That's basically it, I guess.",
        "That's all.",
        "That's everything.",
        "That would be all.",
    ],
)
def test_that_is_it_may_be_the_end_or_part_of_a_story(words: str) -> None:
    """As a sentence of its own it is told apart by how long the answer is."""
    assert tail_of(words) is Tail.PERHAPS_CLOSING
    assert tail_of(f"We saved forty hours a week. {words}") is Tail.PERHAPS_CLOSING


@pytest.mark.parametrize(
    "words",
    [
        "We had two engineers, and that was it.",
        "I asked her whether that was all.",
        "He said that was everything.",
        "We bought a plan that covers everything.",
        "Now there's more trust between the teams.",
        "We had to hold on to that customer.",
        "Hang on to the people you have.",
        "They put the project on hold on Friday.",
        "I have a bit more confidence now.",
        "We have a second team in Leeds now.",
        "We need a second opinion on it.",
        "They said they would give me a second chance.",
        "We decided to wait a bit.",
        "The build takes one minute.",
        "It was down for just a moment.",
        "It's a great one.",
        "She asked a good question.",
        "I have to think about the customer first.",
        "I have to think about this customer first.",
        "I need to see the numbers first.",
        "She let me see the numbers.",
        "I'm thinking about moving into management.",
        "I lost my train ticket.",
    ],
)
def test_ordinary_last_sentences_ask_for_nothing(words: str) -> None:
    """They end as any sentence does, though words of theirs could ask for time or say
    that it is over."""
    assert tail_of(words) is Tail.FINISHED
    assert tail_of(f"It took us three weeks. {words}") is Tail.FINISHED


@pytest.mark.parametrize(
    "words",
    [
        "I always call the customer when I'm done.",
        "She asked me whether I was finished.",
        "We agreed that we can move on.",
        "They were happy with the end.",
        "Thank you.",
        "And then the work was done.",
        "I asked my boss if there was anything else to add.",
        "That was a great moment for the team.",
        "We gave it to all of them.",
        "It took a second to load.",
    ],
)
def test_a_story_is_not_closed_by_its_own_words(words: str) -> None:
    """What only sounds like an end, or like a request, is the end of a sentence."""
    assert tail_of(words) is Tail.FINISHED


@pytest.mark.parametrize(
    ("words", "before", "taken"),
    [
        ("We won.", "We won. I am", True),
        ("We won.", "we won, i", True),
        ("We won.", "We won.", False),
        ("We won. I am", "We won.", False),
        ("We have one.", "We won. I am", False),
        ("", "I", True),
        ("", "", False),
    ],
)
def test_words_that_were_taken_back(words: str, before: str, taken: bool) -> None:
    """The same words without the last ones, however they are written."""
    assert takes_back(words, before) is taken


def test_fillers_are_left_out_for_readers() -> None:
    """The words stay as they were written."""
    assert without_fillers("So, um, I called uh... the Umbrella team. Er.") == (
        "So, I called the Umbrella team."
    )


@given(st.text(max_size=3000))
def test_any_text_has_an_end(words: str) -> None:
    """Whatever a recogniser writes, there is an answer."""
    assert tail_of(words) in Tail
