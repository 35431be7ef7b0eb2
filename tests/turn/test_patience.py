"""How long silence is waited for, and what is said in it."""

from pathlib import Path

import numpy as np
import pytest
from fakes import At, voiced
from interview_table import QUESTIONS, STORY
from one_answer import profiled, quiet, table_of, texts

from simulator.events import EndHeard, Key, Said
from simulator.listen.turn import Decision
from simulator.records import SAMPLE_RATE_HZ
from simulator.turn.answering import PROMPTS

NOTHING = np.zeros(0, np.float32)
ENDED = f"{STORY} That's my answer."


def test_a_pause_that_was_taken_for_the_end_goes_on_as_one_answer(
    tmp_path: Path,
) -> None:
    """Speech within 1.5 s after the decision: one answer, one cut-off, in the report.

    Nothing is said aloud in that time.
    """
    sound = np.concatenate([voiced(22.0), quiet(5.0), voiced(5.0)])
    table = table_of(tmp_path, sound)

    session = table.hold()

    (turn,) = session.turns
    assert turn.cut_offs == 1
    assert turn.duration_s is not None
    assert turn.duration_s > 32.0
    assert [e.reopened for e in table.screen.shown(EndHeard)][:2] == [False, True]
    assert table.speaker.lines[0] == QUESTIONS[0].text
    assert len(table.speaker.lines) == 2  # the question, and the end of it all
    assert "I took a pause of yours for the end once" in texts(session, table.folder)
    assert turn.document()["cut_offs"] == 1


def test_nobody_was_cut_off_and_nothing_is_said_of_it(tmp_path: Path) -> None:
    """A pause of 3 s in the middle ends nothing and leaves no trace."""
    sound = np.concatenate([voiced(22.0), quiet(3.0), voiced(5.0)])
    table = table_of(tmp_path, sound)

    session = table.hold()

    assert session.turns[0].cut_offs == 0
    assert "for the end" not in texts(session, table.folder)


def test_saying_that_it_is_over_ends_it_soon(tmp_path: Path) -> None:
    """ "That's my answer" ends after 1.5 s, where the story alone waits for 3 and more.

    Live words feed the decision: they are read from the hearing, not from the end.
    """
    took = {}
    for said in (STORY, ENDED):
        long = voiced(0.4 * len(said.split()) - 0.5)
        table = table_of(tmp_path / str(len(said)), long, said=(said,))
        session = table.hold()
        took[said] = (session.turns[0].duration_s or 0.0) - len(long) / SAMPLE_RATE_HZ

    assert took[ENDED] < 2.0
    assert took[STORY] > 3.0


def test_asking_for_time_aloud_is_waited_for(tmp_path: Path) -> None:
    """12 s of silence after "let me think" end nothing."""
    asked = "Let me think about that."
    sound = np.concatenate([voiced(2.5), quiet(12.0), voiced(25.0)])
    table = table_of(tmp_path, sound, said=(f"{asked} {STORY}",))
    words = table.transcriber._waiting[0].words
    moved = tuple(
        w.model_copy(
            update={"start_s": (w.start_s or 0) + 14.5, "end_s": (w.end_s or 0) + 14.5}
        )
        for w in words[5:]
    )
    table.transcriber._waiting[0] = table.transcriber._waiting[0].model_copy(
        update={"words": (*words[:5], *moved)}
    )

    session = table.hold()

    assert session.turns[0].cut_offs == 0
    assert (session.turns[0].duration_s or 0) > 39.0


def test_before_the_first_word_it_is_gentle_and_then_asks(tmp_path: Path) -> None:
    """A word at 12 s, an offer at 25 s, then three ways on; no level, no red."""
    table = table_of(tmp_path, NOTHING, said=("",), choices=("next",))

    session = table.hold()

    said = [e.text for e in table.screen.shown(Said)]
    assert said[0] == "Take your time."
    assert said[1].startswith("Shall I say the question again?")
    asked = "I did not hear an answer. That happens. Try again, hear it in other words,"
    assert table.screen.asked[0].prompt == f"{asked} or skip?"
    assert table.speaker.lines[:4] == [
        QUESTIONS[0].text,
        *said[:2],
        f"{asked} or skip?",
    ]
    (turn,) = session.turns
    assert turn.feedback.headline == "Not answered"
    assert turn.analysis.structure.level is None
    assert not any(m.graded for m in turn.analysis.measurements)


def test_no_other_words_are_offered_where_there_are_none(tmp_path: Path) -> None:
    """A question without a rephrase can be tried again or skipped."""
    table = table_of(tmp_path, NOTHING, said=("",), choices=("next",))
    table.session = table.session.model_copy(update={"questions": QUESTIONS[1:]})

    table.hold()

    assert table.screen.asked[0].prompt.endswith("Try again, or skip?")
    assert "rephrase" not in dict(table.screen.asked[0].options)


def test_who_asks_for_the_question_again_hears_it_and_then_answers(
    tmp_path: Path,
) -> None:
    """Asked aloud it comes slower, and the request is no part of the answer."""
    asked = "Sorry, could you repeat the question?"
    table = table_of(tmp_path, voiced(1.9), voiced(30.0), said=(asked, STORY))

    session = table.hold()

    (turn,) = session.turns
    assert table.speaker.slower == [QUESTIONS[0].text]
    assert turn.transcript.text == STORY
    assert (turn.duration_s or 0) == pytest.approx(34, abs=3)


def test_in_manual_mode_nothing_is_said_again_by_itself(tmp_path: Path) -> None:
    """Whoever wants no prompt presses R."""
    asked = "Sorry, could you repeat the question?"
    sound = np.concatenate([voiced(1.9), quiet(20.0)])
    table = table_of(tmp_path, sound, said=(asked,), keys=[At(20.0, Key.END)])
    profiled(table, "stammer")

    table.hold()

    assert table.speaker.slower == []


def test_an_um_before_a_long_thought_is_no_answer(tmp_path: Path) -> None:
    """8 s after "um" the answer begins, and it is one answer without a cut-off."""
    sound = np.concatenate([voiced(0.4), quiet(8.0), voiced(30.0)])
    table = table_of(tmp_path, sound, said=(f"um {STORY}",))
    (words,) = table.transcriber._waiting
    later = tuple(
        w.model_copy(
            update={"start_s": (w.start_s or 0) + 8, "end_s": (w.end_s or 0) + 8}
        )
        for w in words.words[1:]
    )
    table.transcriber._waiting[0] = words.model_copy(
        update={"words": (words.words[0], *later)}
    )

    session = table.hold()

    assert session.turns[0].cut_offs == 0
    assert (session.turns[0].duration_s or 0) > 38.0


def test_who_only_asked_for_time_is_asked_how_to_go_on(tmp_path: Path) -> None:
    """45 s after "let me think": three ways on, as where nothing was said."""
    sound = np.concatenate([voiced(1.0), quiet(60.0)])
    said = ("Let me think.",)
    table = table_of(tmp_path, sound, said=said, choices=("next",))

    table.hold()

    assert table.screen.asked[0].prompt.startswith("I did not hear an answer.")


@pytest.mark.parametrize(("kind", "replied"), [("story", True), ("asking", False)])
def test_a_question_back_gets_a_word_unless_they_are_to_ask(
    tmp_path: Path, kind: str, replied: bool
) -> None:
    """Said aloud and on the screen; then the answer comes, in one with it."""
    asked = "Can I use one from university?"
    sound = np.concatenate([voiced(1.9), quiet(20.0)])
    keys = [At(6.0, Key.END)]
    table = table_of(tmp_path, sound, said=(asked,), keys=keys if replied else ())
    question = QUESTIONS[0].model_copy(update={"kind": kind})
    table.session = table.session.model_copy(update={"questions": (question,)})

    table.hold()

    assert (PROMPTS[Decision.REASSURE] in table.speaker.lines) == replied
