"""Ctrl-C and crashes: what was said stays, and the session goes on."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import (
    At,
    LineSpeaker,
    voiced,
)
from interview_table import QUESTIONS, STORY, STORY_S, Table

from simulator.errors import SessionError
from simulator.events import Key as K
from simulator.events import Note, QuestionAsked
from simulator.keep import FolderStore
from simulator.listen.recording import PartFile
from simulator.rehearse import rehearsal
from simulator.seams import Until


def test_ctrl_c_in_an_answer_keeps_it_and_leaves_the_session_open(
    tmp_path: Path,
) -> None:
    """What was said before Ctrl-C is judged and kept; the session can be resumed."""
    table = Table(tmp_path, [voiced(STORY_S), KeyboardInterrupt()], said=(STORY,))

    session = table.hold()

    assert len(session.turns) == 1
    assert not session.finished
    assert table.store.unfinished() is not None
    assert any("kept" in n.text for n in table.screen.shown(Note))


def test_ctrl_c_while_the_question_is_spoken_keeps_what_was_said_before(
    tmp_path: Path,
) -> None:
    """An interrupt outside an answer loses none of the earlier ones."""
    table = Table(tmp_path, voiced(STORY_S), said=(STORY,))

    class Interrupted(LineSpeaker):
        def say(self, text: str, *, slower: bool = False, until: Until = None) -> float:
            if text == QUESTIONS[1].text:
                raise KeyboardInterrupt
            return super().say(text, slower=slower, until=until)

    table.parts = replace(table.parts, speaker=Interrupted())

    session = table.hold()

    assert [t.question.id for t in session.turns] == ["conflict"]
    assert not session.finished


def test_a_resumed_session_asks_only_what_is_open(tmp_path: Path) -> None:
    """After Ctrl-C in question 2, resuming asks question 2 and nothing else."""
    first = Table(tmp_path, voiced(STORY_S), [KeyboardInterrupt()], said=(STORY, ""))
    first.hold()
    first.store.close()
    second = Table(tmp_path, voiced(STORY_S), said=(STORY,))
    second.session = second.store.load(first.session.id)

    session = second.hold()

    assert [e.question.id for e in second.screen.shown(QuestionAsked)] == ["deadline"]
    assert session.finished


def test_an_answer_that_a_crash_cut_is_taken_up(tmp_path: Path) -> None:
    """Raw samples left by a killed run become a turn before the next question."""
    table = Table(tmp_path, voiced(STORY_S), said=(STORY, STORY), choices=("take",))
    left = PartFile(table.folder / "01-conflict.part.s16")
    left.append(voiced(4.0))
    left.close()

    session = table.hold()

    assert [t.question.id for t in session.turns] == ["conflict", "deadline"]
    assert session.turns[0].duration_s == pytest.approx(4.0, abs=0.1)
    assert (table.folder / "01-conflict.flac").is_file()


def test_finishing_after_a_repeat_keeps_what_was_said_before_it(tmp_path: Path) -> None:
    """Speak, ask for the question again, fall silent, finish: the speech is kept."""
    table = Table(
        tmp_path,
        voiced(6.0),
        np.zeros(0, np.float32),
        said=(STORY,),
        keys=[At(5.0, K.REPEAT), At(0.5, K.FINISH)],
    )

    session = table.hold()

    assert [t.ended_by for t in session.turns] == ["finish"]
    assert (table.folder / "01-conflict.flac").is_file()


def test_an_interrupted_second_attempt_is_taken_up(tmp_path: Path) -> None:
    """Raw samples of try 2, left by a killed run, become its turn."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))
    first = table.hold()
    table.store.close()
    left = PartFile(table.folder / "01-conflict.try2.part.s16")
    left.append(voiced(4.0))
    left.close()
    again = Table(tmp_path, said=(STORY,), choices=("take",))
    again.session = first
    (again.store.folder(first.id)).mkdir(exist_ok=True)

    session = again.hold()

    assert session.turns[-1].stem == "01-conflict.try2"


def test_a_crash_while_thinking_does_not_cost_the_question(tmp_path: Path) -> None:
    """Only silence was recorded: the question is asked again."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))
    left = PartFile(table.folder / "01-conflict.part.s16")
    left.append(np.zeros(64_000, np.float32))
    left.close()

    session = table.hold()

    assert len(table.screen.shown(QuestionAsked)) == 2
    assert (session.turns[0].duration_s or 0) > STORY_S


def test_a_session_that_another_run_writes_cannot_be_resumed(tmp_path: Path) -> None:
    """The lock is taken before anything of it is touched."""
    table = Table(tmp_path, voiced(STORY_S), said=(STORY,))
    other = FolderStore(tmp_path / "sessions")

    with pytest.raises(SessionError, match="another run"):
        rehearsal.resumed(table.session.id, other, None)
