"""What an answer says of the company: a fact from its notes, or praise for any."""

from simulator.answer import Given, judge_words
from simulator.measure import company_talk
from simulator.measure.coverage import told
from simulator.records import Job, Question
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
