"""What the keys do in the middle of an answer."""

from pathlib import Path

import numpy as np
import pytest
from fakes import At, voiced
from interview_table import QUESTIONS, STORY, STORY_S
from one_answer import quiet, table_of

from simulator.events import Key, QuestionAsked
from simulator.records import SAMPLE_RATE_HZ
from simulator.sound import flac

NOTHING = np.zeros(0, np.float32)


def test_the_question_comes_again_and_then_in_other_words(tmp_path: Path) -> None:
    """The first R repeats it slower, the second rephrases it, before any word."""
    table = table_of(
        tmp_path,
        NOTHING,
        NOTHING,
        voiced(STORY_S),
        said=("", "", STORY),
        keys=[At(3.0, Key.REPEAT), At(3.0, Key.REPEAT)],
    )

    table.hold()

    assert table.speaker.slower == [QUESTIONS[0].text, QUESTIONS[0].rephrase]
    assert [e.question.text for e in table.screen.shown(QuestionAsked)][-1] == (
        QUESTIONS[0].rephrase
    )


def test_the_end_key_ends_at_once(tmp_path: Path) -> None:
    """In the middle of speech, without the wait in which silence may be re-opened."""
    table = table_of(tmp_path, voiced(30.0), keys=[At(8.0, Key.END)])

    session = table.hold()

    assert session.turns[0].ended_by == "key"
    assert session.turns[0].duration_s == pytest.approx(8.0, abs=0.3)


def test_the_key_for_more_time_holds_a_silence_open(tmp_path: Path) -> None:
    """9 s of silence after it, then the answer goes on as one."""
    sound = np.concatenate([voiced(22.0), quiet(9.0), voiced(5.0)])
    table = table_of(tmp_path, sound, keys=[At(23.0, Key.EXTEND)])

    session = table.hold()

    assert session.turns[0].cut_offs == 0
    assert (session.turns[0].duration_s or 0) > 36.0


def test_the_pause_key_leaves_out_what_is_said_meanwhile(tmp_path: Path) -> None:
    """From 5 s on it is paused; the rest of the sound is nobody's."""
    table = table_of(tmp_path, voiced(20.0))
    pressed = iter([None] * 50 + [Key.PAUSE] + [None] * 50 + [Key.PAUSE])
    table.screen.key = lambda: next(pressed, None)  # type: ignore[method-assign]

    session = table.hold()

    kept = flac.read(table.folder / "01-conflict.flac")
    loud = np.flatnonzero(np.abs(kept) > 0.01)
    assert len(loud) / SAMPLE_RATE_HZ == pytest.approx(15.0, abs=0.7)
    assert session.turns[0].ended_by == "silence"
