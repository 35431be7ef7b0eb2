"""Moments of working with others and at it; questions of one's own."""

import pytest

from simulator.answer import Given, judge_words
from simulator.measure import asked, evidence
from simulator.measure.told import told
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
        ("I listened to both of them, one after the other.", "perspective"),
        ("Marek did the plan, and he deserves the thanks for it.", "credit"),
        ("Instead of waiting we opened the cafe first.", "adjustment"),
        ("I moved the date because the mats had no certificate.", "adjustment"),
        ("I bought it myself on my day off.", "initiative"),
        ("I called maybe fifteen printers.", "persistence"),
        ("We finished three weeks before the renewal.", "reliability"),
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
        "They would say that I'm always on time and that I never give up.",
        "I had worked there for nine years, until it was sold.",
        "I was paid on time, and I got a good reference instead of a gift.",
        "I moved to planning in 2022 and I decided to stay.",
        "The guests were very angry at the reception.",
        "I asked him to send me the invoices.",
        "They never took a break, and I rarely spoke up.",
        "Thanks to the discount we bought two, and they check in at noon.",
    ],
)
def test_everyday_sentences_show_none(sentence: str) -> None:
    assert kinds(sentence) <= {"challenge", "contribution"}


@pytest.mark.parametrize(
    ("question", "answer", "all_there"),
    [
        (
            "Tell me about a mistake. What did you do, and what came of it?",
            "Last May I sent the wrong file to a customer. I called her at once and I "
            "wrote a check for it. In the end she stayed, and no file has been wrong "
            "since.",
            True,
        ),
        (
            "Tell me about a mistake. What did you do, and what came of it?",
            "Last May I sent the wrong file to a customer. It was a hot day and the "
            "office was full of people.",
            False,
        ),
    ],
)
def test_all_parts_of_a_question_are_answered_or_not(
    question: str, answer: str, all_there: bool
) -> None:
    found, absent = evidence.find([told(turn(answer, Question(id="q", text=question)))])

    assert ("all_parts" in {e.kind for e in found}) is all_there
    assert ("all_parts" in absent) is not all_there


def test_a_part_that_cannot_be_judged_is_never_told_to_be_missing() -> None:
    question = Question(id="q", text="What did you do, and which colour had it?")

    found, absent = evidence.find([told(turn("I painted it." + PADDING, question))])

    assert "all_parts" not in {e.kind for e in found} | set(absent)


def test_what_came_of_it_is_quoted_once_an_answer() -> None:
    text = (
        "Last winter the mixer kept stopping. I replaced the cable and I cleaned the "
        "belt. It took two days. In the end it ran again, and we lost no batch. Since "
        "then the repairs have gone from nine a year to two."
    )

    found, _ = evidence.find([told(turn(text))])

    (quotes,) = [e.quotes for e in found if e.kind == "contribution"]
    assert [q.passage.text for q in quotes] == [
        "Since then the repairs have gone from nine a year to two."
    ]


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


def test_a_reply_is_no_sentence_that_shares_one_word_by_chance() -> None:
    """ "The night" stands in a note about the founder; what one does there does not."""
    job = Job(
        title="Customer Success Manager",
        notes=(
            "The customer success team has nine people.",
            "Our founder planned night shifts on paper.",
            "Success in this role means that nobody calls on Sundays.",
        ),
    )
    said = (
        "What do new colleagues do there at night? "
        "What does success look like after six months? "
        "How many people are in the customer success team?"
    )

    night, success, size = asked.find(job, [turn(said, ASKING)])

    assert night.reply == asked.UNKNOWN
    assert success.reply == job.notes[2]
    assert size.reply == job.notes[0]
    assert size.topics == ("team",), "the job's name is no topic"


def test_a_follow_up_may_name_what_was_said_in_the_sentence_before() -> None:
    _, second = questions(
        "How is the team led?", "You mentioned the rota. Who writes it at weekends?"
    )

    assert second.follows_up


def test_a_follow_up_takes_up_what_the_interviewer_said() -> None:
    first, second, third = questions(
        "How big is the front desk team?",
        "What does the practice manager look for? What about parking?",
    )

    assert not first.follows_up
    assert second.follows_up
    assert not third.follows_up


def test_all_moments_are_counted_though_only_the_first_are_quoted() -> None:
    told_of = [f"I asked him what he needed in week {n}." for n in range(1, 8)]

    found, _ = evidence.find([told(turn(" ".join(told_of) + PADDING))])

    (one,) = [e for e in found if e.kind == "perspective"]
    assert one.found == 7
    assert len(one.quotes) == evidence.MOST_QUOTES
