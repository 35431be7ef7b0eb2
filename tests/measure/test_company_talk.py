"""What an answer says of the company: a fact from its notes, or praise for any."""

import pytest

from simulator.answer import Given, judge_words
from simulator.measure import company_talk
from simulator.measure.told import told
from simulator.records import Job, Question, Stage
from simulator.transcribe.typed import transcript_of

JOB = Job(
    title="Planner",
    company="Harrow",
    notes=(
        "We started in 2011 in the staff room of a hospital in Leeds.",
        "Today our product plans the shifts of 90,000 nurses and carers.",
        "New staff spend their first weeks beside an experienced colleague on a ward.",
    ),
)
WHY = Question(id="why", text="Why do you want this job?", kind="opinion")


def found(text: str) -> tuple[list[str], list[str]]:
    """(facts, generic praise)."""
    answer = told(judge_words(transcript_of(text), Given(WHY, stem="01")))
    facts = company_talk.facts_used(JOB, [answer])
    praise = company_talk.generic_praise(JOB, [answer])
    return [q.passage.text for q in facts], [q.passage.text for q in praise]


def test_a_name_or_number_and_one_more_word_is_a_fact() -> None:
    facts, _ = found("I read that you started in Leeds, and I like that.")

    assert len(facts) == 1


def test_three_telling_words_are_a_fact_without_a_name() -> None:
    facts, _ = found("I heard that new staff stay beside an experienced colleague.")

    assert len(facts) == 1


def test_two_everyday_words_are_shared_by_chance() -> None:
    """What nurses and shifts are is known without the notes."""
    facts, _ = found(
        "I am looking for a product that matters to people who work shifts. My year on "
        "a ward taught me what a missing colleague means."
    )

    assert facts == []


def test_praise_that_fits_any_company_is_named_although_chance_words_follow() -> None:
    _, praise = found(
        "I want this job because you are a great company. My year on a ward taught me "
        "what a shift means."
    )

    assert praise == ["I want this job because you are a great company."]


def test_praise_beside_a_fact_is_not_generic() -> None:
    _, praise = found(
        "You are a great company. You started in 2011 in a staff room in Leeds."
    )

    assert praise == []


CONFLICT = Question(id="c", text="Tell me about a conflict.")
JOB_ASKING_WHY = JOB.model_copy(
    update={"plan": (Stage(part="motivation", question_id="why", minutes=1),)}
)


def praised(text: str, question: Question, job: Job = JOB_ASKING_WHY) -> bool:
    answer = told(judge_words(transcript_of(text), Given(question, stem="01")))
    return bool(company_talk.generic_praise(job, [answer]))


@pytest.mark.parametrize(
    "said",
    [
        "We had a good team at my last job.",
        "She was one of the best nurses on the ward.",
        "It was a great place, and I was sorry to leave it.",
        "You know, that was a strong team.",
    ],
)
def test_praise_of_a_former_team_is_not_praise_of_the_company(said: str) -> None:
    assert not praised(f"{said} Then two colleagues fell out over a rota.", CONFLICT)


@pytest.mark.parametrize(
    "said",
    [
        "Harrow is one of the best.",
        "I would find a great team here.",
        "I know that your hospital has a great reputation.",
        "You are a leading firm.",
        "I always wanted to work for somebody like that.",
        "It would be a great opportunity to be in this exciting place.",
    ],
)
def test_praise_of_this_company_is_found_in_any_answer(said: str) -> None:
    assert praised(f"{said} Two colleagues fell out over a rota.", CONFLICT)


def test_asked_why_one_wants_to_work_there_praise_is_meant_for_the_company() -> None:
    loose = "It is a great company with a strong culture."

    assert praised(loose, WHY)
    assert not praised(loose, CONFLICT)
    assert not praised("We had a good team at my last job, and I miss it.", WHY)
