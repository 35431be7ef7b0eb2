"""What trouble may not cost: an answer that was spoken, its sound, its length."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import At, ScriptedTranscriber, voiced
from interview_table import NO_RESULT, QUESTIONS, STORY, STORY_S, Table
from test_resuming import REPLY, left_behind, resume

from simulator.errors import DeviceError, ModelError
from simulator.events import Key as K
from simulator.events import Note, SessionEnded, TurnEnded
from simulator.keep import FolderStore
from simulator.records import Transcript
from simulator.rehearse import rehearsal
from simulator.sound import flac


def test_ctrl_c_in_an_answer_that_goes_on_keeps_it_and_reports(tmp_path: Path) -> None:
    """Both what was said before the crash and since, up to the key."""
    table = Table(
        tmp_path,
        [voiced(3.0), KeyboardInterrupt()],
        said=(STORY, STORY),
        choices=("on",),
    )
    left_behind(table.folder / "01-conflict.part.s16", voiced(4.0))

    session = table.hold()

    (turn,) = session.turns
    assert turn.ended_by == "finish"
    assert turn.duration_s == pytest.approx(7.0, abs=0.2)
    assert len(table.screen.shown(SessionEnded)) == 1


def failing(*said: str, times: int) -> ScriptedTranscriber:
    """Whisper that cannot understand the first answers."""

    def fail(progress: object = None) -> Transcript:
        raise ModelError("Whisper stopped", "Try again.")

    class Failing(ScriptedTranscriber):
        def listen(self):
            hearing = super().listen()
            if len(self.hearings) <= times:
                hearing.finish = fail
            return hearing

    return Failing(*said)


def test_an_answer_that_whisper_failed_on_is_measured_at_the_next_resume(
    tmp_path: Path,
) -> None:
    """The session stays open for it, and says so."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S))
    table.parts = replace(table.parts, transcriber=failing(STORY, STORY, times=1))
    session = table.hold()
    assert not session.finished
    notes = [note.text for note in table.screen.shown(Note)]
    assert any(text.startswith("One answer is recorded but not") for text in notes)
    table.store.close()
    store = FolderStore(tmp_path / "sessions")
    unfinished = rehearsal.resumed("latest", store, None)
    store.close()

    again = Table(tmp_path, said=(STORY,))
    done = resume(again, unfinished)

    assert [t.question.id for t in done.turns] == ["deadline", "conflict"]
    assert done.turns[1].audio == "01-conflict.flac"
    assert done.finished


def test_a_left_answer_that_cannot_be_understood_is_not_written_over(
    tmp_path: Path,
) -> None:
    """Its question is asked again under another name."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S))
    said = (STORY,) * 3
    table.parts = replace(table.parts, transcriber=failing(*said, times=1))
    before = voiced(20.0)
    flac.write(table.folder / "01-conflict.flac", before)

    session = table.hold()

    assert len(flac.read(table.folder / "01-conflict.flac")) == len(before)
    assert session.turns[0].audio == "01-conflict.try2.flac"
    assert not session.finished


def test_a_reply_can_be_written_where_the_microphone_died_before_its_first_word(
    tmp_path: Path,
) -> None:
    lost = DeviceError("The headset gives no more sound", "Plug it in again.")
    table = Table(
        tmp_path,
        voiced(STORY_S),
        [lost],
        said=(NO_RESULT, ""),
        choices=("write", REPLY),
    )
    table.session = table.session.model_copy(update={"questions": QUESTIONS[:1]})
    table.parts = replace(table.parts, probes=1)

    whole = table.hold().turns[-1]

    assert whole.transcript.text.endswith("fell by half.")
    assert whole.analysis.structure.result


def test_a_written_reply_leaves_the_spoken_answer_its_sound(tmp_path: Path) -> None:
    """The microphone is gone when the follow-up comes: it is answered in writing."""
    table = Table(tmp_path, voiced(STORY_S), said=(NO_RESULT,), choices=(REPLY,))
    table.session = table.session.model_copy(update={"questions": QUESTIONS[:1]})
    sources = iter([table.microphone, None])
    table.parts = replace(table.parts, probes=1, sources=lambda _: next(sources))

    first, whole = table.hold().turns

    assert (whole.audio, whole.duration_s) == (first.audio, first.duration_s)
    assert whole.transcript.words[0].end_s is not None
    assert whole.transcript.words[-1].end_s is None
    assert whole.analysis.structure.result


def test_the_length_told_is_that_of_the_whole_answer(tmp_path: Path) -> None:
    """Also where a repeated question parts it."""
    table = Table(
        tmp_path,
        voiced(4.0),
        voiced(5.0),
        said=(STORY, STORY),
        keys=[At(4.0, K.REPEAT), At(8.0, K.END)],
    )
    table.session = table.session.model_copy(update={"questions": QUESTIONS[:1]})

    (turn,) = table.hold().turns

    (ended,) = table.screen.shown(TurnEnded)
    assert ended.duration_s == turn.duration_s
    assert ended.duration_s > 7.5
