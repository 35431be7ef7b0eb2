"""Which questions are asked, and in which order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.ask.choose import ASIDE_S, choose, choose_minutes
from simulator.records import Bank, Question, QuestionKind


def _question(
    id: str, competency: str = "", kind: QuestionKind = "story", target_s: float = 90
) -> Question:
    return Question(
        id=id, text=f"{id}?", kind=kind, competency=competency, target_s=target_s
    )


BANK = Bank(
    id="bank",
    title="Bank",
    questions=(
        _question("team-1", "team"),
        _question("team-2", "team"),
        _question("team-3", "team"),
        _question("plan-1", "planning"),
        _question("plan-2", "planning"),
        _question("lead-1", "leading"),
        _question("you", "introduction", "self"),
        _question("asking", "curiosity", "asking"),
    ),
)
IDS = tuple(question.id for question in BANK.questions)


def _ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


def test_an_interview_opens_with_the_candidate() -> None:
    assert all(choose(BANK, 3, seed=seed)[0].id == "you" for seed in range(20))


def test_the_candidates_own_questions_come_last() -> None:
    assert _ids(choose(BANK, 8))[-1] == "asking"


def test_the_competency_changes_from_question_to_question() -> None:
    for seed in range(20):
        competencies = [q.competency for q in choose(BANK, 5, seed=seed)]
        assert len(set(competencies)) == 5


def test_the_same_seed_is_the_same_interview_and_another_is_another() -> None:
    interviews = [_ids(choose(BANK, 5, seed=seed)) for seed in range(12)]
    assert interviews == [_ids(choose(BANK, 5, seed=seed)) for seed in range(12)]
    assert len({tuple(interview) for interview in interviews}) > 3


def test_recently_asked_questions_come_last_the_latest_at_the_very_end() -> None:
    chosen = _ids(choose(BANK, 8, ["team-1", "plan-1", "lead-1"]))
    assert chosen[-4:-1] == ["lead-1", "plan-1", "team-1"]


def test_what_was_asked_is_left_out_while_there_is_something_new() -> None:
    recent = ["team-1", "team-2", "plan-1"]
    for seed in range(20):
        assert not set(_ids(choose(BANK, 5, recent, seed=seed))) & set(recent)


def test_a_question_to_be_offered_again_is_the_first() -> None:
    chosen = _ids(choose(BANK, 4, ["plan-2", "team-1"], again="plan-2"))
    assert chosen[:2] == ["plan-2", "you"]
    assert len(set(chosen)) == 4


def test_a_question_that_the_bank_no_longer_has_is_not_offered_again() -> None:
    assert _ids(choose(BANK, 3, again="gone")) == _ids(choose(BANK, 3))


def test_recent_ids_of_other_banks_change_nothing() -> None:
    assert choose(BANK, 5, ["elsewhere"]) == choose(BANK, 5)


def test_nothing_is_asked_where_nothing_is_wanted() -> None:
    assert choose(BANK, 0) == ()
    assert choose(BANK, -3, again="you") == ()


@given(
    count=st.integers(-2, 12),
    recent=st.lists(st.sampled_from([*IDS, "elsewhere"]), max_size=10),
    again=st.sampled_from([*IDS, None]),
    seed=st.integers(0, 99),
)
@settings(deadline=None)  # a busy machine is not a fault
def test_as_many_different_questions_as_wanted_and_there_are(
    count: int, recent: list[str], again: str | None, seed: int
) -> None:
    chosen = _ids(choose(BANK, count, recent, again=again, seed=seed))
    assert len(chosen) == len(set(chosen)) == min(max(count, 0), len(IDS))
    assert again is None or count <= 0 or chosen[0] == again


def test_minutes_are_filled_with_the_lengths_that_answers_should_have() -> None:
    """Four answers of 90 s, each with half a minute around it, make eight minutes."""
    assert len(choose_minutes(BANK, 4 * (90 + ASIDE_S) / 60)) == 4


def test_the_last_question_is_asked_when_half_of_its_time_is_left() -> None:
    assert len(choose_minutes(BANK, 7.0)) == 4
    assert len(choose_minutes(BANK, 6.9)) == 3


def test_even_in_no_time_one_question_is_asked_and_in_a_day_all() -> None:
    assert _ids(choose_minutes(BANK, 0.0)) == ["you"]
    assert len(choose_minutes(BANK, 24 * 60.0)) == len(IDS)
    assert _ids(choose_minutes(BANK, 1.0, again="team-1")) == ["team-1"]
