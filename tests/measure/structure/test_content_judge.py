"""What an answer speaks of: concepts, parts of the question, topic."""

from simulator.measure import content
from simulator.records import Answer, Content, Question, Transcript

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


def test_parts_of_a_question_are_answered_or_not() -> None:
    """What was learned is a part of its own, and is missed where it is not said."""
    without = judged(
        "My colleague and I argued. I invited him for lunch and we talked."
    )
    with_it = judged("We argued. I invited him for lunch. I learned to ask early.")
    learned = "what did you learn"
    assert [p.found for p in without.parts if p.name == learned] == [False]
    assert [p.found for p in with_it.parts if p.name == learned] == [True]


def test_the_parts_answered_are_counted() -> None:
    """A question that asks two things shows how many were answered, and which not."""
    (shown,) = content.answered(judged("We argued. I invited him and we talked."))
    assert (shown.value, shown.unit, shown.graded) == (1.0, "of 2", False)
    assert "what did you learn" in shown.note
    assert content.answered(judged("I went home.", None)) == ()


def test_a_question_with_one_part_has_no_parts() -> None:
    """Where only one thing is asked there is nothing to divide."""
    one = Question(id="q", text="Tell me about a conflict.")
    assert judged("We argued.", one).parts == ()


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
