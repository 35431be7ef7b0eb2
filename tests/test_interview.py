"""The loop, with a scripted person: what is asked, what is kept, what is said."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import (
    At,
    FedMicrophone,
    LineSpeaker,
    LoudVoice,
    ScriptedScreen,
    ScriptedTranscriber,
    voiced,
)

from simulator import interview
from simulator.errors import DeviceError, ModelError, SessionError
from simulator.events import FeedbackReady, Note, QuestionAsked, SessionEnded, Trouble
from simulator.events import Key as K
from simulator.keep import FolderStore, new_id
from simulator.listen.microphone import Device
from simulator.listen.recording import PartFile
from simulator.records import Question, Samples, Session
from simulator.rehearse import rehearsal
from simulator.sound import flac
from simulator.turn.parts import Parts

QUESTIONS = (
    Question(id="conflict", text="Tell me about a conflict.", rephrase="A quarrel?"),
    Question(id="deadline", text="Tell me about a deadline."),
)
STORY = (
    "last year at the clinic our rota broke and two nurses quit. I had to find cover "
    "for the weekend. I called every ward and I built a new plan with the sister. As a "
    "result nobody worked a double shift and complaints fell by half."
)
NO_RESULT = (
    "last year at the clinic our rota broke and two nurses quit. I had to find cover "
    "for the weekend. I called every ward and I built a new plan with the sister."
)
STORY_S = 6.0


class Table:
    """One interview with fakes at every seam but the disk."""

    def __init__(
        self,
        tmp_path: Path,
        *sounds: Samples | Sequence[Samples | BaseException],
        said: Sequence[str] = (),
        keys: Sequence[K | At | None] = (),
        choices: Sequence[str | None] = (),
        mode: str = "interview",
    ) -> None:
        self.store = FolderStore(tmp_path / "sessions")
        self.microphone = FedMicrophone(*sounds)
        self.screen = ScriptedScreen(keys, choices)
        self.speaker = LineSpeaker()
        self.transcriber = ScriptedTranscriber(*said)
        self.parts = Parts(
            screen=self.screen,
            speaker=self.speaker,
            transcriber=self.transcriber,
            detector=LoudVoice(),
            sources=lambda _: self.microphone,
        )
        self.session = Session(
            id=new_id("test"),
            started_at="2026-01-05T10:00:00+00:00",
            bank="test",
            mode=mode,
            questions=QUESTIONS,
        )
        self.folder = self.store.create(self.session)

    def hold(self) -> Session:
        sitting = interview.Sitting(self.parts, self.store)
        return interview.hold(self.session, sitting)


def test_every_answer_is_kept_with_its_sound_and_the_report(tmp_path: Path) -> None:
    """Two questions, two answers: two FLACs, two analyses, one report, finished."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))

    session = table.hold()

    kept = table.store.load(session.id)
    assert kept == session
    assert [t.question.id for t in kept.turns] == ["conflict", "deadline"]
    assert kept.finished
    assert {p.name for p in table.folder.iterdir()} >= {
        "01-conflict.flac",
        "02-deadline.flac",
        "01-conflict.analysis.json",
        "report.html",
        "report.md",
    }
    assert not list(table.folder.glob("*.part.s16"))


def test_what_is_spoken_stands_on_the_screen_too(tmp_path: Path) -> None:
    """A question is shown before it is said; the summary is shown and said."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))

    table.hold()

    asked = [e.question.text for e in table.screen.shown(QuestionAsked)]
    assert asked == [q.text for q in QUESTIONS] == table.speaker.lines[:2]
    assert len(table.screen.shown(SessionEnded)) == 1


def test_in_interview_mode_feedback_waits_for_the_end(tmp_path: Path) -> None:
    """No feedback between questions; all of it after the last."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))

    table.hold()

    order = [type(e) for e in table.screen.events]
    last_question = max(i for i, t in enumerate(order) if t is QuestionAsked)
    feedback = [i for i, t in enumerate(order) if t is FeedbackReady]
    assert len(feedback) == 2
    assert min(feedback) > last_question


def test_in_study_mode_an_answer_can_be_tried_again(tmp_path: Path) -> None:
    """ "Again" asks the same question and keeps both attempts."""
    table = Table(
        tmp_path,
        *[voiced(STORY_S)] * 3,
        said=(STORY, STORY, STORY),
        choices=("again", "next", "next"),
        mode="study",
    )

    session = table.hold()

    assert [t.stem for t in session.turns] == [
        "01-conflict",
        "01-conflict.try2",
        "02-deadline",
    ]


def test_silence_is_not_praised_and_offers_three_ways_on(tmp_path: Path) -> None:
    """Nothing heard: try again, hear it in other words, or skip; never a strength."""
    table = Table(
        tmp_path,
        np.zeros(0, np.float32),
        voiced(STORY_S),
        voiced(STORY_S),
        said=("", STORY, STORY),
        choices=("rephrase",),
    )

    session = table.hold()

    unheard = session.turns[0]
    assert unheard.analysis.why == "silence"
    assert unheard.feedback.strength is None
    assert [v for v, _ in table.screen.asked[0].options][:3] == [
        "again",
        "rephrase",
        "next",
    ]
    assert "A quarrel?" in table.speaker.lines


def test_the_finish_key_reports_on_what_exists(tmp_path: Path) -> None:
    """Finishing in the first answer keeps it, reports it, and ends the interview."""
    table = Table(
        tmp_path, voiced(STORY_S), said=(STORY,), keys=[At(STORY_S - 1, K.FINISH)]
    )

    session = table.hold()

    assert [t.ended_by for t in session.turns] == ["finish"]
    assert session.finished
    assert (table.folder / "report.html").is_file()


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
        def say(self, text: str, *, slower: bool = False) -> float:
            if text == QUESTIONS[1].text:
                raise KeyboardInterrupt
            return super().say(text, slower=slower)

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


def test_starting_again_forgets_the_first_try(tmp_path: Path) -> None:
    """After the restart key only what follows is the answer."""
    table = Table(
        tmp_path,
        voiced(8.0),
        voiced(STORY_S),
        voiced(STORY_S),
        said=("nonsense", STORY, STORY),
        keys=[At(5.0, K.RESTART)],
    )

    session = table.hold()

    assert session.turns[0].transcript.text.startswith("last year")
    assert session.turns[0].attempt == 1


def test_a_repeat_within_the_answer_keeps_what_was_said(tmp_path: Path) -> None:
    """The question is said again, slower; the answer before and after is one."""
    table = Table(
        tmp_path,
        voiced(6.0),
        voiced(STORY_S),
        voiced(STORY_S),
        said=(STORY, STORY),
        keys=[At(5.0, K.REPEAT)],
    )

    session = table.hold()

    assert table.speaker.slower == [QUESTIONS[0].text]
    assert (session.turns[0].duration_s or 0) > STORY_S + 4


def test_skipping_keeps_no_sound_and_gives_no_feedback(tmp_path: Path) -> None:
    """A skipped question is in the session, without audio."""
    table = Table(
        tmp_path,
        voiced(STORY_S),
        voiced(STORY_S),
        said=("", STORY),
        keys=[At(2.0, K.SKIP)],
    )

    session = table.hold()

    assert [(t.ended_by, t.audio) for t in session.turns] == [
        ("skip", None),
        ("silence", "02-deadline.flac"),
    ]
    assert not (table.folder / "01-conflict.flac").exists()


def test_a_lost_microphone_loses_nothing_that_was_said(tmp_path: Path) -> None:
    """The device goes away after 5 s: those 5 s are the answer."""
    lost = DeviceError("The headset gives no more sound", "Plug it in again.")
    table = Table(tmp_path, [voiced(5.0), lost], said=(STORY, STORY), choices=("end",))
    second = FedMicrophone(voiced(STORY_S))
    table.parts = replace(
        table.parts, sources=lambda n: table.microphone if n == 1 else second
    )

    session = table.hold()

    assert session.turns[0].ended_by == "trouble"
    assert session.turns[0].duration_s == pytest.approx(5.0, abs=0.3)
    assert session.turns[1].ended_by == "silence"


def test_recording_goes_on_with_the_microphone_plugged_in_again(
    tmp_path: Path,
) -> None:
    """Both halves are one answer."""
    lost = DeviceError("The headset gives no more sound", "Plug it in again.")
    table = Table(
        tmp_path, [voiced(5.0), lost], said=(STORY, STORY), choices=("microphone",)
    )
    second = FedMicrophone(voiced(5.0), voiced(STORY_S))
    table.parts = replace(
        table.parts,
        sources=lambda _: second if table.microphone.closed else table.microphone,
    )

    session = table.hold()

    assert (session.turns[0].duration_s or 0) > 10.0


def test_after_a_lost_microphone_the_rest_can_be_written(tmp_path: Path) -> None:
    """What was said is kept with its times, and what is written is judged with it."""
    lost = DeviceError("The headset gives no more sound", "Plug it in again.")
    table = Table(
        tmp_path,
        [voiced(5.0), lost],
        said=(NO_RESULT, STORY),
        choices=("write", "As a result complaints fell by half within a month."),
    )
    second = FedMicrophone(voiced(STORY_S))
    table.parts = replace(
        table.parts, sources=lambda n: table.microphone if n == 1 else second
    )

    session = table.hold()

    turn = session.turns[0]
    assert turn.ended_by == "trouble"
    assert turn.duration_s == pytest.approx(5.0, abs=0.3)
    assert turn.audio == "01-conflict.flac"
    assert turn.transcript.text.endswith("within a month.")
    assert turn.transcript.words[0].end_s is not None
    assert turn.transcript.words[-1].end_s is None
    assert turn.analysis.structure.result
    assert (table.folder / "report.html").is_file()


def test_too_little_said_before_the_loss_is_judged_with_what_is_written(
    tmp_path: Path,
) -> None:
    """Three words alone are no answer; with the rest in writing they are."""
    lost = DeviceError("The headset gives no more sound", "Plug it in again.")
    table = Table(tmp_path, [voiced(2.0), lost], said=("well last year", STORY))
    table.screen = ScriptedScreen(choices=("write", STORY))
    second = FedMicrophone(voiced(STORY_S))
    table.parts = replace(
        table.parts,
        screen=table.screen,
        sources=lambda n: table.microphone if n == 1 else second,
    )

    turn = table.hold().turns[0]

    assert turn.analysis.verdict == "assessable"
    assert turn.analysis.structure.result
    assert turn.audio == "01-conflict.flac"


def test_after_a_lost_microphone_another_one_can_be_chosen(tmp_path: Path) -> None:
    """From the list of those that are plugged in; both halves are one answer."""
    lost = DeviceError("The headset gives no more sound", "Plug it in again.")
    table = Table(
        tmp_path, [voiced(5.0), lost], said=(STORY, STORY), choices=("other", "4")
    )
    second = FedMicrophone(voiced(5.0), voiced(STORY_S))

    class Plugged:
        chosen: str | None = None

        def devices(self):
            return [Device(2, "Desk", 48_000, 1, True), Device(4, "USB", 48_000, 1, 0)]

        def choose(self, device):
            self.chosen = device
            return second

    plugged = Plugged()
    table.parts = replace(
        table.parts,
        microphones=plugged,
        sources=lambda _: second if plugged.chosen else table.microphone,
    )

    session = table.hold()

    assert plugged.chosen == "4"
    assert (session.turns[0].duration_s or 0) > 10.0


def test_a_full_disk_is_said_and_the_interview_goes_on(tmp_path: Path) -> None:
    """When the session cannot be saved, the next question is asked all the same."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))

    class Full(FolderStore):
        def save(self, session: Session) -> None:
            raise SessionError("The disk is full", "Make room.")

    table.store = Full(tmp_path / "sessions")

    session = table.hold()

    assert len(session.turns) == 2
    assert any(t.what == "The disk is full" for t in table.screen.shown(Trouble))


def test_an_answer_on_a_full_disk_is_whole_once_there_is_room(tmp_path: Path) -> None:
    """Raw samples could not be written while speaking; the FLAC has all of them."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))
    (table.folder / "01-conflict.part.s16").symlink_to("/dev/full")

    session = table.hold()

    assert session.turns[0].audio == "01-conflict.flac"
    kept = flac.read(table.folder / "01-conflict.flac")
    assert len(kept) == pytest.approx((session.turns[0].duration_s or 0) * 16_000)
    assert any(t.what == "The disk is full" for t in table.screen.shown(Trouble))


def test_typed_answers_are_judged_without_times(tmp_path: Path) -> None:
    """Without a source, the answer is written: no duration, no audio, same judge."""
    table = Table(tmp_path, choices=(STORY, STORY))
    table.parts = replace(table.parts, sources=lambda _: None)

    session = table.hold()

    assert [t.ended_by for t in session.turns] == ["typed", "typed"]
    assert session.turns[0].duration_s is None
    assert session.turns[0].analysis.structure.action


NO_RESULT = STORY[: STORY.index(" As a result")]
RESULT = "nobody worked a double shift after that and complaints fell by half"


def test_what_is_missing_is_asked_for_and_joins_the_answer(tmp_path: Path) -> None:
    """A story without a result: "What changed?", and the reply completes it."""
    table = Table(tmp_path, voiced(STORY_S), voiced(4.0), said=(NO_RESULT, RESULT))
    table.session = table.session.model_copy(update={"questions": QUESTIONS[:1]})
    table.parts = replace(table.parts, probes=1)

    session = table.hold()

    first, whole = session.turns
    assert "result" in first.analysis.structure.missing
    assert whole.stem == "01-conflict.probe1"
    assert whole.follow_up in table.speaker.lines
    assert "result" not in whole.analysis.structure.missing
    assert whole.analysis.structure.result[0].start_s == pytest.approx(
        first.duration_s, abs=1.0
    )
    sound = flac.read(table.folder / "01-conflict.probe1.flac")
    assert len(sound) / 16_000 == pytest.approx(whole.duration_s, abs=0.1)
    report = (table.folder / "report.md").read_text(encoding="utf-8")
    assert report.count(f": {whole.follow_up}") == 1
    assert [t.stem for t in session.answers] == [whole.stem]


def test_a_follow_up_without_a_reply_leaves_the_answer_as_it_was(
    tmp_path: Path,
) -> None:
    """Skipping the follow-up keeps one turn, its sound, and nothing of the silence."""
    table = Table(
        tmp_path,
        voiced(STORY_S),
        voiced(4.0),
        said=(NO_RESULT, ""),
        keys=[None] * 400,
    )
    table.session = table.session.model_copy(update={"questions": QUESTIONS[:1]})
    table.parts = replace(table.parts, probes=1)
    skips = iter([K.SKIP])
    table.screen.key = lambda: (  # type: ignore[method-assign]
        next(skips, None) if table.speaker.lines[-1] != QUESTIONS[0].text else None
    )

    session = table.hold()

    assert [t.stem for t in session.turns] == ["01-conflict"]
    assert not list(table.folder.glob("*probe*"))


def test_a_complete_answer_is_not_probed(tmp_path: Path) -> None:
    """Nothing missing, nothing asked; and never in more than the agreed number."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))
    table.parts = replace(table.parts, probes=2)

    session = table.hold()

    assert [t.follow_up for t in session.turns] == ["", ""]


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


def test_trouble_with_one_answer_costs_neither_the_others_nor_the_report(
    tmp_path: Path,
) -> None:
    """Whisper fails on the first answer: it is said, the sound stays, the rest goes."""
    table = Table(tmp_path, voiced(STORY_S), voiced(STORY_S), said=(STORY, STORY))

    class Failing(ScriptedTranscriber):
        def listen(self):
            hearing = super().listen()
            if len(self.hearings) == 1:
                hearing.finish = self.fail  # type: ignore[method-assign]
            return hearing

        def fail(self, progress=None):
            raise ModelError("Whisper stopped", "Try again.")

    table.parts = replace(table.parts, transcriber=Failing(STORY, STORY))

    session = table.hold()

    assert [t.question.id for t in session.turns] == ["deadline"]
    assert (table.folder / "01-conflict.flac").is_file()
    assert (table.folder / "report.html").is_file()
    assert table.screen.shown(Trouble)[0].what == "Whisper stopped"


def test_a_session_in_which_nothing_was_said_leaves_nothing(tmp_path: Path) -> None:
    """Finishing at the first question removes the empty folder."""
    table = Table(
        tmp_path, np.zeros(0, np.float32), said=("",), keys=[At(1.0, K.FINISH)]
    )

    table.hold()

    assert not table.folder.exists()


def test_a_session_that_another_run_writes_cannot_be_resumed(tmp_path: Path) -> None:
    """The lock is taken before anything of it is touched."""
    table = Table(tmp_path, voiced(STORY_S), said=(STORY,))
    other = FolderStore(tmp_path / "sessions")

    with pytest.raises(SessionError, match="another run"):
        rehearsal.resumed(table.session.id, other, None)
