"""What an answer speaks of: concepts, parts of the question, topic."""

from simulator.measure import analyse, content
from simulator.records import (
    Analysis,
    Answer,
    Content,
    Question,
    Transcript,
    Word,
)

CONFLICT = Question(
    id="q",
    text="Tell me about a conflict with a colleague. How did you solve it, and what did"
    " you learn?",
    concepts=("listening|heard them out", "compromise|middle ground", "prioritising"),
)
ON_CARS = (
    "My favourite car is the old estate with the round lamps. Engines of that age are"
    " simple, and the seats are wide. On Sundays the road by the river is empty, the"
    " hills are green, and the radio plays. A full tank lasts for three weeks. Red was"
    " always the best colour for paint, though blue sells better in the north, where"
    " winters are long and the salt eats the doors."
)


def judged(text: str, question: Question | None = CONFLICT) -> Content:
    transcript = Transcript(text=text, language="en", model="written")
    return content.judge(Answer(question=question, transcript=transcript, sound=None))


def found(result: Content) -> dict[str, bool]:
    return {concept.name: concept.found for concept in result.concepts}


def test_without_a_question_nothing_is_looked_for() -> None:
    """Without a question there are no concepts, and the topic is unknown."""
    assert judged("I went home.", None) == Content()


def test_a_concept_is_found_in_any_form_and_wording() -> None:
    """'We found a middle ground' and 'I prioritised' are found by stem and synonym."""
    result = judged("We found a middle ground. I prioritised the client.")
    assert found(result) == {
        "listening": False,
        "compromise": True,
        "prioritising": True,
    }
    assert result.concepts[1].evidence[0].text == "We found a middle ground."


def test_words_of_a_concept_must_stand_together() -> None:
    """'Middle' and 'ground' in two sentences are not 'middle ground'."""
    result = judged("I stood in the middle. The ground was wet.")
    assert not found(result)["compromise"]


ARGUED = (
    "Last spring my colleague and I argued about the rota. I invited him for lunch and "
    "I listened to him. "
)


def analysed(text: str, question: Question | None = CONFLICT) -> Analysis:
    transcript = Transcript(text=text, language="en", model="written")
    return analyse(Answer(question=question, transcript=transcript, sound=None))


def test_parts_of_a_question_are_answered_or_not() -> None:
    """What was learned is a part of its own, and is missed where it is not said."""
    without = analysed(ARGUED + "We made one plan for both of us.")
    with_it = analysed(ARGUED + "I learned to ask early.")
    learned = "what did you learn"
    assert [p.found for p in without.content.parts if p.name == learned] == [False]
    assert [p.found for p in with_it.content.parts if p.name == learned] == [True]


def test_the_parts_answered_are_counted() -> None:
    """A question that asks two things shows how many were answered, and which not."""
    shown = analysed(ARGUED).measurement("parts_answered")
    assert shown is not None
    assert (shown.value, shown.unit, shown.graded) == (1.0, "of 2", False)
    assert "what did you learn" in shown.note
    assert analysed(ARGUED, None).measurement("parts_answered") is None


def test_an_opinion_answers_neither_what_was_done_nor_what_came_of_it() -> None:
    """Parts and structure say the same: "I think" is no deed."""
    asked = Question(
        id="q", text="Tell me about a conflict. What did you do, and what came of it?"
    )
    found = analysed(
        "I think it is bad if people argue. I have my own view. Since that day we are "
        "friends, and I think that friends are good to have at work.",
        asked,
    )
    assert found.structure.action == ()
    assert [part.found for part in found.content.parts] == [False, False]


def test_a_question_with_one_part_that_can_be_told_has_no_parts() -> None:
    """Nor has one that asks for a single thing: there is nothing to divide."""
    for text in (
        "Tell me about a conflict.",
        "Tell me about a conflict. What did you do, and whom would you call today?",
    ):
        found = analysed(ARGUED, Question(id="q", text=text))
        assert found.content.parts == ()
        assert found.measurement("parts_answered") is None


def test_where_words_are_doubtful_no_part_is_said_to_be_missing() -> None:
    words = tuple(
        Word(text=w, start_s=None, end_s=None, probability=0.3, doubtful=n % 4 == 0)
        for n, w in enumerate(ARGUED.split())
    )
    said = Transcript(text=ARGUED, language="en", model="x", words=words)
    found = analyse(Answer(question=CONFLICT, transcript=said, sound=None))
    assert found.structure.uncertain
    assert found.content.parts == ()


def test_an_answer_that_shares_its_words_is_on_topic() -> None:
    """Two shared terms, or a concept and a term, are enough to be on topic."""
    assert judged("A colleague and I had a conflict and I listened.").on_topic is True


def test_a_long_answer_that_shares_nothing_is_off_topic() -> None:
    """Only where a long answer shares no term and no concept is it called off topic."""
    assert judged(ON_CARS).on_topic is False


def test_a_short_answer_is_never_called_off_topic() -> None:
    """A short answer that shares no word may still be one: it cannot be told."""
    assert judged("My brother and I argued over the till.").on_topic is None


def test_without_expected_concepts_off_topic_is_never_said() -> None:
    """A bare question is too little to say that an answer misses it."""
    bare = Question(id="q", text="Tell me about a conflict with a demanding colleague.")
    assert judged(ON_CARS, bare).on_topic is None
