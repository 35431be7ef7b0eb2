"""A coach's assignment: read with care, run as set, shown as wished."""

import re
from pathlib import Path

import pytest
from fakes import (
    FedMicrophone,
    LineSpeaker,
    LoudVoice,
    ScriptedScreen,
    ScriptedTranscriber,
    voiced,
)

from simulator.casebook import setting
from simulator.coach.report import context
from simulator.errors import BankError
from simulator.keep import FolderStore
from simulator.records import Session
from simulator.rehearse import rehearsal
from simulator.rehearse.wish import Stage, Wish
from simulator.settings import Settings
from simulator.turn.parts import Parts

GOOD = """
id = "week-1"
title = "Week 1"
note = "Two stories."
attempts = 2
mode = "study"
rubric = "behavioural"
measures = ["speech_rate"]

[[questions]]
bank = "demo"
id = "deadline"

[[questions]]
id = "own"
text = "Tell me about a time you taught somebody something."
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "week1.toml"
    path.write_text(GOOD)
    return path


def test_questions_come_from_banks_and_from_the_coach(file: Path) -> None:
    made, bank = setting.load(file)
    assert [q.id for q in bank.questions] == ["deadline", "own"]
    assert bank.questions[0].concepts  # what the bank hopes to hear comes along
    assert (made.attempts, made.rubric) == (2, "behavioural")


def test_minutes_leave_out_what_no_longer_fits(file: Path) -> None:
    file.write_text(GOOD.replace("attempts = 2", "attempts = 2\nminutes = 5"))
    assert [q.id for q in setting.load(file)[1].questions] == ["deadline"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('id = "deadline"', 'id = "deadlines"'), "no question 'deadlines'"),
        (('bank = "demo"', 'bank = "nowhere"'), "nowhere"),
        (('rubric = "behavioural"', 'rubric = "none"'), "no rubric 'none'"),
        (("attempts = 2", "attempts = 0"), r"line 5, key attempts"),
        (('id = "own"', 'id = "../own"'), r"key questions.2.id"),
        (('id = "own"', 'id = "deadline"'), "two questions are called 'deadline'"),
        (("mode =", "mood ="), r"line 6, key mood: is not a key"),
        (('bank = "demo"\n', ""), "needs either bank"),
    ],
)
def test_a_mistake_is_told_before_the_interview(
    file: Path, change: tuple[str, str], said: str
) -> None:
    file.write_text(GOOD.replace(*change))
    with pytest.raises(BankError) as caught:
        setting.load(file)
    assert re.search(said, str(caught.value))


def rehearse(file: Path, store: FolderStore, *choices: str | None) -> Session:
    """A person who says something four times and takes what is offered."""
    sounds = [voiced(3.0)] * 4
    microphone = FedMicrophone(*sounds)

    def parts_for(settings: Settings, screen: object, sources: object, **_: object):
        return Parts(
            screen=screen,
            speaker=LineSpeaker(),
            transcriber=ScriptedTranscriber(
                *["I called every ward and made a plan."] * 4
            ),
            detector=LoudVoice(),
            sources=lambda _: microphone,
            person=True,
        )

    screen = ScriptedScreen(choices=choices)
    wish = Wish(guided=False, assignment=file)
    stage = Stage(screen, store, parts_for)
    return rehearsal.rehearse(wish, Settings(probes=0), stage)


def test_it_is_rehearsed_as_it_was_set(file: Path, store: FolderStore) -> None:
    """Who only takes what is offered answers each question twice."""
    session = rehearse(file, store, None, None, None, None)
    asked = [(t.question.id, t.attempt) for t in session.turns]
    assert asked == [("deadline", 1), ("deadline", 2), ("own", 1), ("own", 2)]
    kept = store.load(session.id)
    assert kept.settings["rubric"] == "behavioural"
    assert kept.settings["assignment"] == "week-1"
    assert kept.mode == "study"


def test_the_report_shows_the_measures_that_were_named(
    file: Path, store: FolderStore
) -> None:
    session = rehearse(file, store, None, None, None, None)
    answer = context(session)["answers"][0]
    titles = {row.title for row in (*answer.measures, *answer.more_measures)}
    assert titles == {"Speaking pace"}
