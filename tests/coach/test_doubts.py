"""What may have been said is never denied: the judge's doubts stay doubts aloud."""

import tomllib
from pathlib import Path

import made_cases as made
import pytest
from made_cases import assessable, said_about, sentences

from simulator.answer import Given, judge_words
from simulator.coach import compare
from simulator.coach.again import focus, top_gap
from simulator.coach.case import from_turn
from simulator.coach.view import answer as shown
from simulator.records import Question, Structure, Turn
from simulator.transcribe.typed import transcript_of

ANSWERS = Path(__file__).parents[1] / "measure" / "data" / "answers"
AT_MOST = 0.05
"""Share of denying remarks that may deny what the label says is there."""


def lacking(part: str, *, faint: bool) -> Structure:
    signs = (part,) if faint else ()
    whole = made.story().model_copy(update={part: (), "missing": (part,)})
    return whole.model_copy(update={"faint": signs})


def test_a_part_with_faint_signs_is_doubted_and_not_denied() -> None:
    told = said_about(assessable(structure=lacking("task", faint=True)))
    assert "I did not hear" not in told.spoken
    assert "I am not sure I heard what" in told.spoken
    assert told.next_step.startswith("Next time, say in one sentence what you had to")
    assert len(sentences(told.spoken)) == 3


def test_a_doubted_result_names_the_moment_up_to_which_the_story_was_clear() -> None:
    told = said_about(assessable(structure=lacking("result", faint=True)))
    assert told.advice[0].text.startswith(
        "I heard what you did, up to 0:29, but I am not sure I heard what came of it."
    )
    assert told.advice[0].evidence


def test_a_doubt_stands_behind_what_is_sure() -> None:
    """A part that is surely missing, a delivery in the red, an answer too long."""
    structure = lacking("task", faint=True).model_copy(
        update={"result": (), "missing": ("task", "result")}
    )
    red = said_about(
        assessable(structure=structure, measurements=(made.pace(230),)),
        made.transcript("I did it and it worked. " * 80),
    )
    about = [advice.about for advice in red.advice]
    assert about == ["result", "speech_rate", "answer_length", "task"]


def test_a_doubtful_end_goes_before_the_delivery_and_behind_a_missing_deed() -> None:
    """Without an end there is no story, however it was spoken."""
    end = lacking("result", faint=True)
    pace = (made.pace(230),)
    told = said_about(assessable(structure=end, measurements=pace))
    assert [a.about for a in told.advice] == ["result", "speech_rate"]
    deed = end.model_copy(update={"action": (), "missing": ("action", "result")})
    told = said_about(assessable(structure=deed))
    assert [a.about for a in told.advice] == ["action", "result"]


def test_the_next_rehearsal_takes_up_what_is_sure_before_a_doubt() -> None:
    doubt = made.turn(analysis=assessable(structure=lacking("result", faint=True)))
    sure = made.turn(made.DEADLINE, assessable(structure=lacking("task", faint=False)))
    assert focus(made.session(doubt, sure)) == sure
    assert focus(made.session(doubt)) == doubt


def test_an_episode_with_faint_signs_is_not_denied() -> None:
    """Nor is any of its parts, in the report either."""
    structure = Structure(
        kind="pseudo_story",
        shape="star",
        level=2,
        missing=("situation", "task", "action", "result"),
        faint=("episode",),
    )
    told = made.turn(analysis=assessable(structure=structure))
    assert told.feedback.spoken.endswith(
        "I am not sure I heard about one particular time. "
        "Next time, choose one day it happened, and begin there."
    )
    notes = {part.note for part in shown(told, 1, 1).parts}
    assert all(note.startswith("I am not sure I heard") for note in notes)


@pytest.mark.parametrize("faint", [True, False])
def test_the_report_is_as_sure_as_the_voice(faint: bool) -> None:
    analysis = assessable(structure=lacking("task", faint=faint))
    (note,) = (
        p.note for p in shown(made.turn(analysis=analysis), 1, 1).parts if p.note
    )
    assert note.startswith("I am not sure I heard" if faint else "I did not hear")


def test_a_second_attempt_with_faint_signs_is_not_told_that_nothing_changed() -> None:
    before = made.turn(analysis=assessable(structure=lacking("result", faint=False)))
    now = made.turn(analysis=assessable(structure=lacking("result", faint=True)))
    assert compare(before, now).startswith("I cannot tell whether it changed: I heard")
    whole = made.turn(analysis=assessable(structure=made.story()))
    assert compare(now, whole).startswith("It changed.")


def test_an_episode_that_was_doubted_and_is_told_now_has_come() -> None:
    general = Structure(
        kind="opinion", shape="star", level=2, missing=("action",), faint=("episode",)
    )
    before = made.turn(analysis=assessable(structure=general))
    whole = made.turn(analysis=assessable(structure=made.story()))
    assert compare(before, whole).startswith("It changed.")
    assert compare(before, before).startswith("I cannot tell whether it changed")


@pytest.mark.parametrize(
    "action",
    ["i wrote every receipt by hand", "Wrote a script", "it was on me to ring"],
)
def test_a_deed_written_as_in_a_chat_or_in_notes_is_the_speakers_own(
    action: str,
) -> None:
    """A small "i" and a dropped "I" leave no doubt who did it; "we" does."""
    mine = made.story().model_copy(update={"action": (made.passage(action, 20, 30),)})
    ours = made.story().model_copy(
        update={"action": (made.passage("We wrote a script", 20, 30),)}
    )
    of_mine = said_about(assessable(structure=mine))
    of_ours = said_about(assessable(structure=ours))
    assert "which part of it was yours" not in of_mine.spoken
    assert "which part of it was yours" in of_ours.spoken


def gap_of(text: str, question: Question) -> str:
    judged: Turn = judge_words(transcript_of(text), Given(question=question))
    gap = top_gap(from_turn(judged))
    return gap.key if gap else ""


def test_what_was_said_is_not_denied_aloud() -> None:
    """Of the remarks said aloud on every second labelled answer at most 5 % deny a
    part that the label says is there."""
    put, wrong = 0, 0
    files = sorted(
        path
        for path in ANSWERS.glob("*.toml")
        if path.stem != "newcomers" and "labels" not in path.stem
    )
    for path in files:
        rows = tomllib.loads(path.read_text(encoding="utf-8"))["answers"]
        for row in rows[::2]:
            question = Question(
                id="q", text=row["question"], kind=row.get("asked", "story")
            )
            key = gap_of(" ".join(row["text"].split()), question).removesuffix(".own")
            said = {*row["has"], *row.get("parts", ())}
            put += key in {"situation", "task", "action", "result"}
            wrong += key in said
    assert put > 50
    assert wrong / put <= AT_MOST
