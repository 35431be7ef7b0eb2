"""An interview about a job, killed in the middle and resumed: nothing of it is lost."""

import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from fakes import LineSpeaker, LoudVoice, ScriptedTranscriber
from made_papers import write_all
from test_job_interview import ANSWERS, Writer

from simulator.events import Note, QuestionAsked
from simulator.keep import FolderStore
from simulator.measure.asked import UNKNOWN
from simulator.records import Session
from simulator.rehearse import rehearsal
from simulator.rehearse.preparation import Papers
from simulator.rehearse.wish import Stage, Wish
from simulator.settings import Settings
from simulator.turn.parts import Parts

REWORDED = "the rota|duty roster"
CHILD = """
import os, signal, sys
sys.path[:0] = {path!r}
from pathlib import Path
from test_resuming_a_job import Confirming, rehearsed
from simulator.events import QuestionAsked

class Killed(Confirming):
    def choose(self, choice):
        if choice.prompt.startswith("Your answer"):
            if len(self.shown(QuestionAsked)) == {question}:
                os.kill(os.getpid(), signal.SIGKILL)
        return super().choose(choice)

rehearsed(Path({folder!r}), Killed(), papers=True)
"""
AT_QUESTION = 3


class Confirming(Writer):
    """Leaves out the first requirement and adds one, then answers what is asked."""

    def __init__(self, said: Mapping[str, str] = ANSWERS) -> None:
        super().__init__(said)
        self.edits = ["drop", "r1", "add", REWORDED, "begin"]

    def choose(self, choice: Any) -> str:
        if choice.prompt in (
            "Is this what the job asks for?",
            "Which one?",
            "What else does the job ask for?",
        ):
            self.asked.append(choice)
            return self.edits.pop(0)
        return super().choose(choice)


def rehearsed(
    folder: Path, screen: Writer, *, papers: bool = False, resumed: str | None = None
) -> tuple[Session, LineSpeaker, dict[str, Any]]:
    store, speaker, expected = FolderStore(folder / "sessions"), LineSpeaker(), {}

    def parts_for(settings: Settings, screen: Any, sources: Any, **more: Any) -> Parts:
        expected.update(more)
        return Parts(
            screen=screen,
            speaker=speaker,
            transcriber=ScriptedTranscriber(),
            detector=LoudVoice(),
            sources=lambda _: None,
        )

    given = Papers(*write_all(folder)) if papers else Papers()
    wish = Wish(typed=True, guided=False, papers=given)
    settings = Settings(minutes=15, probes=0)
    kept = rehearsal.resumed(resumed, store, None) if resumed else None
    try:
        session = rehearsal.rehearse(
            wish, settings, Stage(screen, store, parts_for), kept
        )
    finally:
        store.close()
    return session, speaker, expected


Resumed = tuple[Session, Session, Confirming, LineSpeaker, dict[str, Any]]


@pytest.fixture(scope="module")
def resumed(tmp_path_factory: pytest.TempPathFactory) -> Resumed:
    """(as the crash left it, as it ended, screen, speaker, what Whisper expects)."""
    folder = tmp_path_factory.mktemp("resumed")
    program = CHILD.format(path=sys.path, folder=str(folder), question=AT_QUESTION)
    child = subprocess.run([sys.executable, "-c", program], capture_output=True)
    assert child.returncode == -signal.SIGKILL, child.stderr.decode()
    for paper in folder.glob("*.txt"):
        paper.unlink()  # the session must not need them again
    store = FolderStore(folder / "sessions")
    left = rehearsal.resumed("latest", store, None)
    store.close()
    screen = Confirming()
    ended, speaker, expected = rehearsed(folder, screen, resumed="latest")
    return left, ended, screen, speaker, expected


def test_the_job_is_kept_as_it_was_confirmed(resumed: Resumed) -> None:
    """Requirements as edited, the CV's lines, values, notes and the plan."""
    left, ended, screen, _, _ = resumed

    assert left.job is not None
    texts = [r.text for r in left.job.requirements]
    assert "the rota" in texts
    assert not any("patient scheduling" in text for text in texts)
    assert any(r.cv_line for r in left.job.requirements)
    assert left.job.values
    assert left.job.notes
    assert ended.job == left.job
    assert len(screen.edits) == 5, "the list was asked for again"


def test_only_the_open_questions_of_the_plan_are_asked(resumed: Resumed) -> None:
    left, ended, screen, _, _ = resumed
    asked = [event.question.id for event in screen.shown(QuestionAsked)]
    planned = [stage.question_id for stage in ended.job.plan]

    assert len(left.turns) == AT_QUESTION - 1
    assert asked == planned[AT_QUESTION - 1 :]
    assert [turn.question.id for turn in ended.turns] == planned


def test_whisper_still_expects_the_words_of_the_job(resumed: Resumed) -> None:
    assert "MediTrack" in resumed[4]["terms"]


def test_what_was_said_before_and_after_the_crash_is_held_against_the_job(
    resumed: Resumed,
) -> None:
    _, ended, screen, speaker, _ = resumed
    found = ended.findings

    assert ended.finished
    assert found is not None
    by_text = {r.id: r.text for r in ended.job.requirements}
    states = {by_text[c.requirement_id]: c.state for c in found.coverage}
    assert states["a first aid certificate"] == "heard", "said before the crash"
    assert states["use of MediTrack or another records system"] == "not_heard"
    assert [a.reply == UNKNOWN for a in found.asked[:2]] == [False, True]
    assert any("nobody heard about" in note.text for note in screen.shown(Note))
    assert any("That was my last question" in line for line in speaker.lines)
