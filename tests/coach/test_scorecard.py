"""The scorecard: anchored, equal weights, evidence under each rating."""

from made_rehearsals import session

from simulator import weighing
from simulator.answer import Given, judge_words
from simulator.coach.scorecard import (
    ANCHORS,
    ANYBODYS,
    NOT_ENOUGH,
    OTHER_ANCHORS,
    scorecard,
)
from simulator.coach.scorecard_text import shown
from simulator.prepare.proposing import requirement
from simulator.records import Job, Question, Session, Stage
from simulator.transcribe.typed import transcript_of

STORY = (
    "Last year at the clinic our rota broke and two nurses quit. I had to find cover "
    "for the weekend. I called every ward and I built a new plan with the sister. As a "
    "result nobody worked a double shift and complaints fell by half."
)
GENERAL = (
    "I am always well organised at work. I usually make a list in the morning, and "
    "I tend to ask my colleagues what matters most to them. I would never leave a "
    "task to the last minute, because then others have to wait for me."
)


def held(*answers: tuple[str, str], ratings: dict[str, int] | None = None) -> Session:
    turns = []
    for number, (competency, text) in enumerate(answers, 1):
        question = Question(
            id=f"q{number}", text="Tell me about a time.", competency=competency
        )
        turns.append(
            judge_words(transcript_of(text), Given(question, stem=f"{number:02d}"))
        )
    return Session(
        id="2026-01-05T100000Z-x-0000",
        started_at="2026-01-05T10:00:00+00:00",
        bank="x",
        questions=tuple(t.question for t in turns),
        turns=tuple(turns),
        ratings=ratings or {},
    )


def test_every_rating_of_fifty_sessions_has_evidence_from_the_answer() -> None:
    rated = 0
    for seed in range(50):
        one = session(seed)
        by_stem = {t.stem: t.transcript.text for t in one.turns}
        for row in scorecard(one).rows:
            if row.proposed is None:
                continue
            rated += 1
            assert row.quotes, (one.id, row.competency)
            for quote in row.quotes:
                words = quote.passage.text.rstrip(".").split()
                assert " ".join(words[:3]) in by_stem[quote.stem]
    assert rated > 40, "too few ratings to show anything"


def test_an_answer_that_cannot_be_judged_is_not_enough_evidence() -> None:
    card = scorecard(held(("planning", ""), ("teamwork", STORY)))

    assert [row.proposed for row in card.rows] == [None, 5]
    assert card.rows[0].anchor == NOT_ENOUGH
    assert "1 without enough evidence" in card.together


def test_a_human_rating_counts_and_the_proposal_stays_visible() -> None:
    card = scorecard(held(("planning", STORY), ratings={"planning": 2}))

    (row,) = card.rows
    assert (row.rating, row.proposed) == (2, 5)
    assert row.anchor == ANCHORS[2]
    text = shown(card)
    assert "Rated 2 of 5 by hand; proposed: 5 of 5." in text
    assert "complaints fell by half" in text


def test_a_human_may_rate_where_nothing_was_proposed() -> None:
    card = scorecard(held(("planning", ""), ratings={"planning": 3}))

    assert card.rows[0].rating == 3
    assert "proposed: not enough evidence" in shown(card)


def test_competencies_have_equal_weights_however_often_they_were_asked() -> None:
    often = scorecard(held(*[("planning", STORY)] * 3, ("teamwork", GENERAL)))

    low = next(r.proposed for r in often.rows if r.competency == "teamwork")
    assert low is not None
    mean = (5 + low) / 2
    band = f"{mean:.0f}" if mean.is_integer() else f"between {int(mean)} and"
    assert band in often.together


TRAVEL = requirement("r1", "experience with customer training")
WARD = requirement("r2", "experience with ward rotas|rota")


def about_a_job(*answers: tuple[str, Question], notes: str = "") -> Session:
    """A session whose first question asked for both requirements."""
    turns = tuple(
        judge_words(transcript_of(text), Given(question, stem=f"{number:02d}"))
        for number, (text, question) in enumerate(answers, 1)
    )
    stage = Stage(
        part="competency", question_id="job-1", minutes=2, requirements=("r1", "r2")
    )
    job = Job(requirements=(TRAVEL, WARD), plan=(stage,), notes=(notes,))
    session = held()
    questions = tuple(q for _, q in answers)
    update = {"job": job, "turns": turns, "questions": questions}
    session = session.model_copy(update=update)
    return session.model_copy(update={"findings": weighing.findings(session)})


ASKED = Question(id="job-1", text="Tell me about a time.", competency="rotas")
WHY = Question(
    id="motivation",
    text="Why do you want to work here?",
    kind="opinion",
    competency="motivation",
)


def test_a_good_story_about_something_else_is_no_evidence_for_a_requirement() -> None:
    card = scorecard(about_a_job((STORY, ASKED)))

    rows = {row.competency: row for row in card.rows}
    assert rows[TRAVEL.text].proposed is None
    assert rows[TRAVEL.text].anchor == NOT_ENOUGH
    assert rows[WARD.text].proposed == 5
    assert "our rota broke" in rows[WARD.text].quotes[0].passage.text


def test_what_was_only_mentioned_is_rated_as_a_general_statement() -> None:
    said = (
        "I know the ward rota well, and I usually like to plan ahead. In my view a "
        "plan is half of the work, and everyone should be able to read it at a glance."
    )

    (row,) = [r for r in scorecard(about_a_job((said, ASKED))).rows if r.proposed]

    assert (row.competency, row.proposed) == (WARD.text, 2)


def test_praise_for_any_company_is_not_rated_above_the_middle() -> None:
    praise = (
        "I want to work here because you are a great company, and I have always liked "
        "great companies. For example, in 2021 at the clinic in Marlow Street I built "
        "a new rota with two nurses. So that is why I want to work for you."
    )

    rows = {r.competency: r for r in scorecard(about_a_job((praise, WHY))).rows}

    assert rows["motivation"].proposed == ANYBODYS
    assert rows["motivation"].anchor == OTHER_ANCHORS[ANYBODYS]


def test_introductions_and_own_questions_are_no_competencies() -> None:
    card = scorecard(held(("introduction", STORY), ("your questions", STORY)))

    assert card.rows == ()
    assert "says nothing about a person" in shown(card)


def test_only_answers_that_carry_the_rating_are_quoted() -> None:
    card = scorecard(held(("planning", "Planning, yes."), ("planning", STORY)))

    (row,) = card.rows
    assert row.proposed == 5
    assert {quote.stem for quote in row.quotes} == {"02"}


def test_each_answer_that_carries_a_rating_is_quoted() -> None:
    other = STORY.replace("clinic", "school").replace("nurses", "teachers")

    (row,) = scorecard(held(("planning", STORY), ("planning", other))).rows

    assert {quote.stem for quote in row.quotes} == {"01", "02"}


def test_a_rating_by_hand_has_what_was_said_under_it() -> None:
    card = scorecard(held(("planning", "Planning, yes."), ratings={"planning": 3}))

    (row,) = card.rows
    assert (row.proposed, row.given) == (None, 3)
    assert [q.passage.text for q in row.quotes] == ["Planning, yes."]
    assert "What was said when it was asked for:" in shown(card)


def test_so_has_one_of_a_requirement_that_nobody_heard_of() -> None:
    card = scorecard(about_a_job((STORY, ASKED)))

    row = next(row for row in card.rows if row.competency == TRAVEL.text)
    assert row.proposed is None
    assert {quote.stem for quote in row.quotes} == {"01"}


def attempts(*texts: str) -> Session:
    """A session in which one question was answered several times."""
    question = Question(id="q1", text="Tell me about a time.", competency="planning")
    turns = tuple(
        judge_words(transcript_of(text), Given(question, stem=f"{n:02d}", attempt=n))
        for n, text in enumerate(texts, 1)
    )
    return held().model_copy(update={"questions": (question,), "turns": turns})


def test_of_several_attempts_the_last_counts() -> None:
    """Each is the same evidence, rehearsed; an average is what nobody gave."""
    better = scorecard(attempts(GENERAL, STORY)).rows[0]
    worse = scorecard(attempts(STORY, GENERAL)).rows[0]

    assert better.proposed == 5
    assert {quote.stem for quote in better.quotes} == {"02"}
    assert worse.proposed == 2
    assert {quote.stem for quote in worse.quotes} == {"02"}


def test_an_attempt_that_cannot_be_rated_does_not_undo_one_that_can() -> None:
    (row,) = scorecard(attempts(STORY, "")).rows

    assert row.proposed == 5
    assert {quote.stem for quote in row.quotes} == {"01"}


def test_an_answer_that_needs_no_story_is_rated_on_steps_of_its_own() -> None:
    why = (
        "I want this job because the work itself is what I have done for five years at "
        "the clinic in Leeds, where I planned the rota. You care about patients, and "
        "I like that I would work with two nurses in a small team. So that is why."
    )
    card = scorecard(about_a_job((STORY, ASKED), (why, WHY)))

    row = next(row for row in card.rows if row.competency == "motivation")
    assert row.proposed is not None
    assert row.anchor == OTHER_ANCHORS[row.proposed]
    assert OTHER_ANCHORS[5] in shown(card)
