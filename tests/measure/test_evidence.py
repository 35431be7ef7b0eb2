"""Moments of working with others and at it; questions of one's own."""

import pytest

from simulator.answer import Given, judge_words
from simulator.measure import asked, evidence
from simulator.measure.coverage import told
from simulator.records import Job, Question, Turn
from simulator.transcribe.typed import transcript_of

CONFLICT = Question(
    id="c", text="Tell me about a conflict.", competency="working with others"
)
ASKING = Question(id="q", text="What would you like to ask?", kind="asking")


def turn(text: str, question: Question = CONFLICT, stem: str = "01") -> Turn:
    return judge_words(transcript_of(text), Given(question, stem=stem))


def kinds(text: str, question: Question = CONFLICT) -> set[str]:
    found, _ = evidence.find([told(turn(text, question))])
    return {e.kind for e in found}


PADDING = " That was at the clinic in spring, and it went on for some time after that."


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("She was worried because she had never led a shift.", "perspective"),
        ("I asked him what he needed from me.", "perspective"),
        ("I tried to see it from their point of view.", "perspective"),
        ("It was her idea to split the list.", "credit"),
        ("I could not have done it without my colleagues.", "credit"),
        ("I changed my plan and took the bus.", "adjustment"),
        ("As you mentioned, the front desk is busy.", "refers_back"),
        ("Nobody had asked me to, but I set up a list.", "initiative"),
        ("I kept calling them for a week.", "persistence"),
        ("I did not give up and tried again.", "persistence"),
        ("I double-checked every dose that night.", "reliability"),
    ],
)
def test_wording_shows_a_kind_of_moment(sentence: str, kind: str) -> None:
    assert kind in kinds(sentence + PADDING)


@pytest.mark.parametrize(
    "sentence",
    [
        "We opened the shop at nine and sold bread.",
        "The machine was blue and stood near the window.",
        "I asked the printer to print it.",
        "They worked until Friday in the other house.",
    ],
)
def test_everyday_sentences_show_none(sentence: str) -> None:
    assert kinds(sentence) <= {"challenge", "contribution"}


def test_what_is_absent_is_told_only_where_it_was_called_for() -> None:
    said = (
        "Last year two of us did not agree about the rota. I had to settle it before "
        "the weekend. I wrote a new one and put it up. In the end everyone used it."
    )

    _, absent = evidence.find([told(turn(said))])
    _, elsewhere = evidence.find(
        [told(turn(said, Question(id="x", text="Tell me about a plan.")))]
    )

    assert absent == ("perspective", "credit")
    assert elsewhere == ()


def test_an_answer_that_was_not_understood_lacks_nothing() -> None:
    _, absent = evidence.find([told(turn(""))])

    assert absent == ()


def test_each_moment_is_a_quote_of_its_answer() -> None:
    said = (
        "She was upset, so I listened to her first. Nobody had asked me to." + PADDING
    )

    found, _ = evidence.find([told(turn(said, stem="07-x"))])

    for one in found:
        for quote in one.quotes:
            assert quote.stem == "07-x"
            assert quote.passage.text.rstrip(".") in said


JOB = Job(
    company="Lindgrove Clinic",
    notes=(
        "The front desk team has six people and is led by the practice manager.",
        "New staff spend their first month beside an experienced colleague.",
    ),
)


def questions(*rounds: str) -> tuple:
    return asked.find(
        JOB, [turn(text, ASKING, f"{n:02d}") for n, text in enumerate(rounds)]
    )


@pytest.mark.parametrize(
    ("text", "is_open", "topics"),
    [
        ("What does a typical day look like?", True, ("role",)),
        ("Who would I report to?", True, ("team",)),
        ("How do you help people grow?", True, ("team", "growth")),
        ("How would you measure success after six months?", True, ("success",)),
        ("Is there a parking space?", False, ()),
        ("Do you offer any training?", False, ("growth",)),
        ("I would like to know how shifts are planned.", True, ()),
    ],
)
def test_a_question_is_open_or_not_and_about_something(
    text: str, is_open: bool, topics: tuple[str, ...]
) -> None:
    (one,) = questions(text)

    assert one.open is is_open
    assert set(topics) <= set(one.topics)


def test_statements_are_no_questions() -> None:
    assert questions("Thank you, that was very clear. I have no more questions.") == ()
    assert questions("When I worked there we had two shifts.") == ()


def test_the_reply_is_a_sentence_of_the_notes_or_an_honest_no() -> None:
    known, unknown = questions(
        "How big is the front desk team? What is the dress code?"
    )

    assert known.reply == JOB.notes[0]
    assert known.in_notes
    assert unknown.reply == asked.UNKNOWN
    assert not unknown.in_notes


def test_a_follow_up_takes_up_what_the_interviewer_said() -> None:
    first, second, third = questions(
        "How big is the front desk team?",
        "What does the practice manager look for? What about parking?",
    )

    assert not first.follows_up
    assert second.follows_up
    assert not third.follows_up
