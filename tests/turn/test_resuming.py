"""What a crash left: the turn goes on, for answers and for replies to follow-ups."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from aloud import spoken_to
from fakes import At, FedMicrophone, voiced
from interview_table import NO_RESULT, QUESTIONS, STORY, STORY_S, Table

from simulator.events import Key as K
from simulator.events import Note, QuestionAsked
from simulator.keep import FolderStore
from simulator.listen.recording import PartFile, recover
from simulator.records import SAMPLE_RATE_HZ, Samples, Session
from simulator.rehearse import rehearsal
from simulator.sound import flac
from simulator.sound.sixteen_bits import quantised

REPLY = "In the end nobody worked a double shift and complaints fell by half."

CHILD = """
import sys, time
sys.path[:0] = {path!r}
import numpy as np
from pathlib import Path
from fakes import voiced
from interview_table import Table

class Slow:
    live, name, overflows = True, "slow", 0
    def chunks(self):
        yield np.zeros(4800, np.float32)
        sound = voiced(60.0)
        for n in range(0, len(sound), 1600):
            yield sound[n : n + 1600]
            print(n + 1600, flush=True)
            time.sleep(0.05)
    def discard(self): ...
    def close(self): ...

table = Table(Path({folder!r}), said=("so",))
table.parts = __import__("dataclasses").replace(table.parts, sources=lambda _: Slow())
table.hold()
"""


def left_behind(path: Path, sound: Samples) -> None:
    part = PartFile(path)
    part.append(sound)
    part.close()


def test_kill_9_takes_at_most_a_second_and_the_turn_goes_on(tmp_path: Path) -> None:
    """A process killed in the middle of an answer; then the session is resumed, the
    candidate speaks on, and both halves are one answer."""
    program = CHILD.format(path=sys.path, folder=str(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        given = 0
        while given < 4 * SAMPLE_RATE_HZ:
            given = int(child.stdout.readline())
        os.kill(child.pid, signal.SIGKILL)
        given = max([given, *map(int, child.stdout.read().split())])
    assert child.returncode == -signal.SIGKILL
    store = FolderStore(tmp_path / "sessions")
    session = rehearsal.resumed("latest", store, None)
    (part,) = store.folder(session.id).glob("*.part.s16")
    kept = recover(part)
    assert given - SAMPLE_RATE_HZ <= len(kept) <= given
    store.close()

    table = Table(
        tmp_path,
        voiced(5.0),
        voiced(STORY_S),
        said=(STORY, STORY),
        choices=("on",),
        keys=[At(8.0, K.END)],  # the answer's clock goes on where it broke off
    )
    done = resume(table, session)

    first = done.turns[0]
    answer = flac.read(table.store.folder(session.id) / "01-conflict.flac")
    assert np.array_equal(answer[: len(kept)], kept)
    assert len(answer) > len(kept) + 3.5 * SAMPLE_RATE_HZ
    assert first.duration_s == len(answer) / SAMPLE_RATE_HZ
    assert (first.ended_by, first.transcript.text) == ("key", STORY)
    assert [t.question.id for t in done.turns] == ["conflict", "deadline"]


def resume(table: Table, session: Session) -> Session:
    table.session = session
    table.store.folder(session.id).mkdir(parents=True, exist_ok=True)
    return table.hold()


@pytest.fixture
def cut_reply(tmp_path: Path) -> tuple[Session, Path]:
    table = Table(tmp_path, voiced(STORY_S), said=(NO_RESULT, ""))
    table.microphone = FedMicrophone(voiced(STORY_S), [KeyboardInterrupt()])
    table.parts = replace(table.parts, sources=lambda _: table.microphone)
    session = table.hold()
    table.store.close()
    folder = table.store.folder(session.id)
    left_behind(folder / "01-conflict.probe1.part.s16", voiced(4.0))
    return session, folder


def test_a_reply_that_a_crash_cut_joins_its_answer(
    cut_reply: tuple[Session, Path], tmp_path: Path
) -> None:
    """Raw samples of a reply, left by a killed run: taken as they are, and what they
    add is found."""
    session, folder = cut_reply
    assert "result" in session.turns[0].analysis.structure.missing

    table = Table(tmp_path, voiced(STORY_S), said=(REPLY, STORY), choices=("take",))
    done = resume(table, session)

    joined = done.turns[1]
    assert (joined.stem, joined.question.id) == ("01-conflict.probe1", "conflict")
    assert joined.follow_up
    assert "result" not in joined.analysis.structure.missing
    assert joined.audio == "01-conflict.probe1.flac"
    sound = flac.read(folder / "01-conflict.probe1.flac")
    before = flac.read(folder / "01-conflict.flac")
    assert np.array_equal(sound[: len(before)], before)
    assert len(sound) == len(before) + 4 * SAMPLE_RATE_HZ
    assert not list(folder.glob("*.part.s16"))
    assert [e.question.id for e in table.screen.shown(QuestionAsked)] == ["deadline"]


def test_a_cut_reply_can_go_on(cut_reply: tuple[Session, Path], tmp_path: Path) -> None:
    """The follow-up question is asked again, and what was said before it stands in
    front of what is said now."""
    session, folder = cut_reply
    table = Table(
        tmp_path,
        voiced(5.0),
        voiced(STORY_S),
        said=(REPLY, STORY),
        choices=("on",),
        keys=[At(8.0, K.END)],  # the answer's clock goes on where it broke off
    )
    done = resume(table, session)

    before = flac.read(folder / "01-conflict.flac")
    sound = flac.read(folder / "01-conflict.probe1.flac")
    reply = sound[len(before) :]
    said = quantised(voiced(4.0)) / np.float32(32768)
    assert np.array_equal(reply[: len(said)], said)
    assert len(reply) > 7.5 * SAMPLE_RATE_HZ
    assert table.speaker.lines[0] == done.turns[1].follow_up
    assert done.turns[1].follow_up_at_s == session.turns[0].duration_s


@pytest.mark.parametrize("cut", ["answer", "reply"])
@pytest.mark.parametrize("key", [K.SKIP, K.FINISH])
def test_while_the_question_is_asked_again_what_was_said_can_be_left_or_kept(
    tmp_path: Path, key: K, cut: str, request: pytest.FixtureRequest
) -> None:
    """Skipping lets go of it, finishing takes it as it is; neither leaves raw sound."""
    if cut == "reply":
        session, folder = request.getfixturevalue("cut_reply")
        table = Table(tmp_path, said=(REPLY,), choices=("on",))
    else:
        table = Table(tmp_path, said=(STORY,), choices=("on",))
        session, folder = table.session, table.folder
        left_behind(folder / "01-conflict.part.s16", voiced(4.0))
    session = session.model_copy(update={"questions": QUESTIONS[:1]})
    before = len(session.turns)
    spoken_to(table, [None, key])

    done = resume(table, session)

    assert not list(folder.glob("*.part.s16"))
    added = [turn.ended_by for turn in done.turns[before:]]
    if key is K.FINISH:
        assert len(added) == 1
        assert done.turns[-1].transcript.text.endswith(
            REPLY if cut == "reply" else STORY
        )
    else:
        assert added == ([] if cut == "reply" else ["skip"])


def test_an_answer_that_was_encoded_but_not_judged_is_judged(tmp_path: Path) -> None:
    """It had ended: nobody is asked whether it goes on."""
    table = Table(tmp_path, voiced(STORY_S), said=(STORY, STORY))
    flac.write(table.folder / "01-conflict.flac", voiced(4.0))

    session = table.hold()

    assert session.turns[0].duration_s == 4.0
    assert any("0:04" in note.text for note in table.screen.shown(Note))
    assert QUESTIONS[0].text not in table.speaker.lines
