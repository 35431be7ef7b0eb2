"""The loop, with a scripted person: what is asked, what is kept, what is said."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import (
    At,
    voiced,
)
from interview_table import NO_RESULT, QUESTIONS, STORY, STORY_S, Table

from simulator.events import FeedbackReady, QuestionAsked, SessionEnded
from simulator.events import Key as K
from simulator.sound import flac

RESULT = "nobody worked a double shift after that and complaints fell by half"


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


def test_typed_answers_are_judged_without_times(tmp_path: Path) -> None:
    """Without a source, the answer is written: no duration, no audio, same judge."""
    table = Table(tmp_path, choices=(STORY, STORY))
    table.parts = replace(table.parts, sources=lambda _: None)

    session = table.hold()

    assert [t.ended_by for t in session.turns] == ["typed", "typed"]
    assert session.turns[0].duration_s is None
    assert session.turns[0].analysis.structure.action


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


def test_a_session_in_which_nothing_was_said_leaves_nothing(tmp_path: Path) -> None:
    """Finishing at the first question removes the empty folder."""
    table = Table(
        tmp_path, np.zeros(0, np.float32), said=("",), keys=[At(1.0, K.FINISH)]
    )

    table.hold()

    assert not table.folder.exists()
