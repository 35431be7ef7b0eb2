"""The rehearsal as a whole."""

import made_cases as made
import pytest

from simulator import intervals
from simulator.coach import filler_rate, overall
from simulator.records import Analysis, Question, Turn

SILENT = Analysis(verdict="not_assessable", why="silence")
MISSING = Analysis(verdict="assessable", structure=made.story(result=False))


def um_turn(count: int, words: int, question: Question = made.CONFLICT) -> Turn:
    said = made.transcript(" ".join(["um"] * count + ["word"] * (words - count)))
    return made.turn(
        question,
        analysis=Analysis(
            verdict="assessable", structure=made.story(), fillers=made.fillers(said)
        ),
        said=said,
    )


def test_fillers_under_three_minutes_are_shown_and_not_judged() -> None:
    rate = filler_rate(made.session(um_turn(6, 140)))
    assert rate is not None
    assert (rate.graded, rate.value) == (False, pytest.approx(6.0, abs=0.02))


def test_fillers_over_three_minutes_are_graded_across_answers() -> None:
    """Two answers of two minutes each make four."""
    rate = filler_rate(made.session(um_turn(16, 280), um_turn(16, 280, made.DEADLINE)))
    assert rate is not None
    assert rate.graded
    assert rate.value == pytest.approx(8.0, abs=0.05)


def with_own_rate(turn: Turn, minutes: float, *, doubtful: bool = False) -> Turn:
    """The same answer with its own rate, counted over so many minutes."""
    count = len(turn.analysis.fillers)
    low, high = intervals.rate(count, minutes)
    own = made.filled(count / minutes, low, high).model_copy(
        update={"doubtful": doubtful}
    )
    analysis = turn.analysis.model_copy(update={"measurements": (own,)})
    return turn.model_copy(update={"analysis": analysis})


def test_the_wait_before_a_reply_is_no_minute_of_speech() -> None:
    """From first word to last it is three minutes, of which one was not spoken."""
    rate = filler_rate(made.session(with_own_rate(um_turn(24, 420), 2.0)))
    assert rate is not None
    assert (rate.value, rate.graded) == (pytest.approx(12.0), False)


def test_a_doubtful_recording_counts_for_nothing() -> None:
    """Two voices: whose "um" it was nobody knows."""
    sure = um_turn(16, 560)
    doubtful = with_own_rate(um_turn(60, 280, made.DEADLINE), 2.0, doubtful=True)
    rate = filler_rate(made.session(sure, doubtful))
    assert rate is not None
    assert rate.value == pytest.approx(4.0, abs=0.05)
    assert filler_rate(made.session(doubtful)) is None


def test_an_answer_that_cannot_be_judged_adds_no_fillers() -> None:
    silent = made.turn(analysis=SILENT, said=made.transcript("um um um"))
    assert filler_rate(made.session(silent)) is None


def test_more_than_five_a_minute_is_written_and_not_said() -> None:
    told = overall(made.session(um_turn(32, 560)))
    assert told.advice[-1].text.startswith("Over the whole rehearsal I heard about 8")
    assert "um" not in told.spoken


def test_five_a_minute_is_no_remark() -> None:
    assert overall(made.session(um_turn(20, 560))).advice == ()


def test_a_gap_in_two_answers_is_named_as_a_habit() -> None:
    first = made.turn(made.CONFLICT, MISSING)
    second = made.turn(made.DEADLINE, MISSING)
    told = overall(made.session(first, second))
    assert told.headline == "In 2 answers, the result is missing"
    assert told.spoken == (
        "I heard two answers to two questions. In two answers, the result is missing. "
        "Next time, take question one again, end with one sentence, what changed, and "
        "by how much."
    )


def test_the_next_step_names_the_question_to_begin_with() -> None:
    assert overall(made.whole()).next_step == (
        "Next time, take question 2 again: "
        "end with one sentence: what changed, and by how much."
    )


def test_a_session_without_answers_is_not_scolded() -> None:
    told = overall(made.session())
    assert told.spoken == "No question was answered this time."
    assert told.strength is None


def test_silence_alone_gets_no_praise() -> None:
    told = overall(made.session(made.turn(analysis=SILENT)))
    assert told.spoken == (
        "I did not hear an answer that I could judge. "
        "Next time, take question one again."
    )
    assert told.strength is None


def test_a_session_with_nothing_to_change_is_sent_on() -> None:
    told = overall(made.session(made.turn()))
    assert told.next_step == "Next time, take new questions; these you can keep."
