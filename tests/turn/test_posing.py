"""What a key does while the interviewer still speaks."""

from pathlib import Path

import numpy as np
import pytest
from aloud import spoken_to
from fakes import At, voiced
from interview_table import QUESTIONS, STORY, STORY_S, Table
from one_answer import table_of

from simulator.events import Key, YourTurn

NOTHING = np.zeros(0, np.float32)


def test_who_has_read_the_question_may_begin(tmp_path: Path) -> None:
    """Space stops the voice; it does not end the answer that follows."""
    table = table_of(tmp_path, voiced(STORY_S))
    voice = spoken_to(table, [None, Key.END])

    session = table.hold()

    assert voice.cut == [QUESTIONS[0].text]
    assert [turn.ended_by for turn in session.turns] == ["silence"]


def test_a_key_from_before_a_question_does_not_cut_it_short(tmp_path: Path) -> None:
    """Space pressed twice ends one answer, and leaves the next question whole."""
    table = table_of(tmp_path, voiced(STORY_S))
    voice = spoken_to(table, [Key.END, Key.END, Key.SKIP])

    session = table.hold()

    assert voice.cut == []
    assert [turn.ended_by for turn in session.turns] == ["silence"]


def test_without_a_key_it_is_asked_to_the_end(tmp_path: Path) -> None:
    table = table_of(tmp_path, voiced(STORY_S))
    voice = spoken_to(table, [])

    table.hold()

    assert QUESTIONS[0].text in voice.lines
    assert voice.cut == []


def test_a_question_can_be_skipped_before_its_end(tmp_path: Path) -> None:
    table = table_of(tmp_path, voiced(STORY_S))
    spoken_to(table, [None, Key.SKIP])

    session = table.hold()

    assert [turn.ended_by for turn in session.turns] == ["skip"]
    assert table.screen.shown(YourTurn) == []


def test_the_interview_can_be_finished_while_a_question_is_asked(
    tmp_path: Path,
) -> None:
    """What was answered before is reported on."""
    table = Table(tmp_path, voiced(STORY_S), said=(STORY,))
    voice = spoken_to(table, ())
    looks = iter([None, Key.FINISH])
    table.screen.key = lambda: (  # type: ignore[method-assign]
        None if voice.lines[-1] == QUESTIONS[0].text else next(looks, None)
    )

    session = table.hold()

    assert [turn.question.id for turn in session.turns] == ["conflict"]
    assert session.finished


@pytest.mark.parametrize("key", [Key.PAUSE, Key.EXTEND, Key.RESTART, Key.REPEAT])
def test_a_key_about_an_answer_waits_for_the_answer(tmp_path: Path, key: Key) -> None:
    table = table_of(tmp_path, voiced(STORY_S))
    voice = spoken_to(table, [None, key])

    session = table.hold()

    assert voice.cut == []
    assert [turn.ended_by for turn in session.turns] == ["silence"]


def test_a_repeated_question_can_be_skipped_too(tmp_path: Path) -> None:
    """Whoever asked for it again and then thinks better of it."""
    table = table_of(tmp_path, NOTHING, said=("", ""), keys=[At(3.0, Key.REPEAT)])
    voice = spoken_to(table, ())
    scripted, looks = table.screen.key, iter([None, Key.SKIP])
    table.screen.key = lambda: (  # type: ignore[method-assign]
        next(looks, None) if voice.slower else scripted()
    )

    session = table.hold()

    assert [turn.ended_by for turn in session.turns] == ["skip"]
    assert not any(table.folder.glob("*.part*"))


def test_spoken_feedback_stops_at_any_key(tmp_path: Path) -> None:
    """It stands on the screen in full."""
    table = Table(tmp_path, voiced(STORY_S), said=(STORY,), mode="study")
    table.session = table.session.model_copy(update={"questions": QUESTIONS[:1]})
    voice = spoken_to(table, ())
    looks = iter([None, Key.PAUSE])
    table.screen.key = lambda: (  # type: ignore[method-assign]
        None if voice.lines[-1] == QUESTIONS[0].text else next(looks, None)
    )
    table.screen.choose = lambda choice: choice.default or "next"  # type: ignore[method-assign]

    session = table.hold()

    assert session.turns[0].feedback.spoken in voice.cut
