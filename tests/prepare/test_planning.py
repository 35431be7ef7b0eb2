"""The plan: every must in it, in about the minutes there are."""

import pytest
from made_papers import COMPANY, POSTING

from simulator.ask import banks
from simulator.prepare import plan, propose, values
from simulator.prepare.proposing import requirement
from simulator.records import Job, Story


def job(posting: str = POSTING, notes: str = COMPANY) -> Job:
    found = propose(posting)
    return Job(
        title=found.title,
        company=found.company,
        requirements=found.requirements,
        values=values(notes),
    )


@pytest.mark.parametrize("minutes", [1, 5, 10, 20, 30, 60, 180])
def test_every_must_is_asked_for_whatever_the_minutes(minutes: float) -> None:
    this = job()
    made = plan(this, minutes, banks.load("behavioural").questions)

    asked = {id for stage in made.stages for id in stage.requirements}

    assert {r.id for r in this.requirements if r.must} <= asked
    assert [s.question_id for s in made.stages] == [q.id for q in made.questions]
    assert len({q.id for q in made.questions}) == len(made.questions)


def test_an_interview_goes_from_opening_to_the_candidates_questions() -> None:
    made = plan(job(), 30, banks.load("behavioural").questions)

    parts = list(dict.fromkeys(stage.part for stage in made.stages))

    assert parts == ["opening", "competency", "motivation", "asking"]
    assert "first aid certificate" in made.questions[0].text
    assert "Lindgrove Clinic" in " ".join(q.text for q in made.questions)
    assert made.minutes == pytest.approx(30, rel=0.25)
    assert made.remarks == ()


def test_what_is_nice_to_have_is_asked_only_as_time_is_left() -> None:
    this = job()
    nice = {r.id for r in this.requirements if not r.must}

    short = {id for s in plan(this, 10).stages for id in s.requirements}
    long = {id for s in plan(this, 40).stages for id in s.requirements}

    assert not nice & short
    assert nice <= long


def test_too_few_minutes_are_said() -> None:
    many = tuple(requirement(f"r{n}", f"tool {n}") for n in range(8))

    made = plan(Job(requirements=many), 3)

    assert "not 3" in made.remarks[0]
    assert max(len(s.requirements) for s in made.stages) <= 3


def test_a_common_competency_takes_its_question_from_the_bank() -> None:
    this = Job(requirements=(requirement("r1", "team player"),))

    made = plan(this, 20, banks.load("behavioural").questions)

    (stage,) = [s for s in made.stages if s.requirements]
    question = next(q for q in made.questions if q.id == stage.question_id)
    assert question.competency == "working with others"
    assert question.concepts


def test_a_kept_story_is_named_where_it_could_answer() -> None:
    story = Story(
        id="s1",
        title="The rota at the clinic",
        competencies=("working with others",),
        session="x",
        stem="01",
    )
    this = Job(requirements=(requirement("r1", "team player"),))

    made = plan(this, 20, banks.load("behavioural").questions, [story])

    named = [s.stories for s in made.stages if s.requirements]
    assert named == [("The rota at the clinic",)]


def test_without_requirements_usual_questions_are_asked() -> None:
    made = plan(Job(), 20, banks.load("behavioural").questions)

    assert sum(s.part == "competency" for s in made.stages) >= 3


def test_no_question_is_asked_twice_in_one_interview() -> None:
    """The bank has four for this competency; the fifth is asked for by its name."""
    texts = (
        "team player",
        "good at teamwork",
        "team spirit",
        "working in a team",
        "collaboration with other departments",
    )
    musts = tuple(requirement(f"r{n}", text) for n, text in enumerate(texts))
    assert {r.competency for r in musts} == {"working with others"}

    made = plan(Job(requirements=musts), 40, banks.load("behavioural").questions)

    asked = [q.text for q in made.questions]
    assert len(set(asked)) == len(asked)
    assert sum(q.competency == "working with others" for q in made.questions) == 5
    assert any("collaboration with other departments" in text for text in asked)
