"""A reply counts by what it tells; what is said to the interviewer tells nothing."""

import pytest
from made_answers import answer, written

from simulator.measure import analyse
from simulator.measure.joined import judged
from simulator.measure.telling import tells
from simulator.records import Analysis, Question

ASK = Question(id="q", text="Tell me about a time you solved a problem.")
STORY = (
    "Last spring our till broke on a Saturday and the queue went out of the door. "
    "My manager asked me to keep the shop open. "
    "I wrote every receipt by hand and I sent one colleague to the bank."
)
NOTHING = (
    "Sorry, could you repeat the question?",
    "Can you repeat that please?",
    "can you repeat that please",
    "I already told you that.",
    "That is a good question.",
    "As I said, I don't know.",
    "No, not really.",
    "What do you mean by that?",
    "Hmm, let me think about that",
    "I'm sorry, I didn't catch that.",
    "I don't have anything more to add.",
    "Good question. Let me think about that for a second. I don't remember.",
)
SOMETHING = {
    "Good question. Nobody left the shop angry.": "Nobody left the shop angry.",
    "As I said, the queue was gone by noon.": "the queue was gone by noon.",
    "Sorry, what do you mean? They all got their bread.": "They all got their bread.",
    "They all got their bread in the end, you know?": "bread in the end, you know?",
    "No, nothing changed at all.": "No, nothing changed at all.",
    "I told you the queue was gone.": "I told you the queue was gone.",
}


def result_of(reply: str) -> Analysis:
    first = answer(STORY, question=ASK)
    return judged(analyse(first), first, answer(reply), "result")


@pytest.mark.parametrize("reply", NOTHING)
def test_a_reply_to_the_interviewer_is_no_part_of_the_story(reply: str) -> None:
    """Structure, level and content stay those of the answer."""
    alone = analyse(answer(STORY, question=ASK))
    both = result_of(reply)
    assert "result" in alone.structure.missing
    assert both.structure == alone.structure
    assert both.content == alone.content


@pytest.mark.parametrize("reply", NOTHING)
def test_a_written_reply_to_the_interviewer_is_none_either(reply: str) -> None:
    first = written(STORY, question=ASK)
    alone = analyse(first)
    assert judged(alone, first, written(reply), "result").structure == alone.structure


@pytest.mark.parametrize(("reply", "quoted"), SOMETHING.items())
def test_what_is_told_beside_it_is_the_part_that_was_asked_for(
    reply: str, quoted: str
) -> None:
    result = result_of(reply).structure.result
    assert result
    assert result[0].text.endswith(quoted)


def test_a_granted_part_moves_the_level_and_leaves_its_next_gap() -> None:
    """Below 5 there is always one gap, and it is not the one that was filled."""
    alone = analyse(answer(STORY, question=ASK)).structure
    both = result_of("Nothing came of it.").structure
    assert alone.level == 3
    assert both.result
    assert (both.level or 0) > 3
    assert both.level == 5 or both.gap
    assert both.gap != alone.gap


def test_a_statement_with_the_voice_of_a_question_tells_something() -> None:
    assert tells("The wait went down to four minutes, right?")
    assert not tells("Was that what you wanted?")
