"""Patience through the whole loop: waiting, keys, cut-offs, tones, and content only."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import At, voiced
from interview_table import QUESTIONS, STORY, STORY_S, Table

from simulator.events import EndHeard, Key, LongAnswer, QuestionAsked, Said
from simulator.listen.heard import ListenSettings
from simulator.records import SAMPLE_RATE_HZ, Samples, Session
from simulator.settings import Settings, load
from simulator.sound import flac, tones
from simulator.turn.answering import PROMPTS
from simulator.wiring import parts_for

NOTHING = np.zeros(0, np.float32)
ENDED = f"{STORY} That's my answer."


def quiet(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE_HZ), np.float32)


def table_of(
    tmp_path: Path, *sounds: Samples, said: Sequence[str] = (STORY,), **more: object
) -> Table:
    """One question, so that one answer is the whole interview."""
    table = Table(tmp_path, *sounds, said=said, **more)  # type: ignore[arg-type]
    table.session = table.session.model_copy(update={"questions": QUESTIONS[:1]})
    return table


def profiled(table: Table, profile: str) -> Settings:
    """The table under a profile, wired as `rehearse` wires it."""
    chosen = load({"profile": profile, "voice": "none"})
    wired = parts_for(chosen, table.screen, lambda _: None, person=True, spoken=False)
    table.parts = replace(
        table.parts,
        listening=wired.listening,
        measures=wired.measures,
        tones=wired.tones,
        nudge=wired.nudge,
    )
    return chosen


def texts(session: Session, folder: Path) -> str:
    """All that a person may read of it afterwards."""
    pages = [folder / "report.md", folder / "report.html"]
    read = [page.read_text("utf-8") for page in pages]
    return "\n".join([*read, *(t.feedback.model_dump_json() for t in session.turns)])


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


@pytest.mark.parametrize("profile", ["stammer", "manual", "plain"])
def test_in_manual_profiles_only_the_key_ends(tmp_path: Path, profile: str) -> None:
    """40 s of silence inside and no prompt; the key ends it."""
    sound = np.concatenate([voiced(5.0), quiet(40.0), voiced(5.0)])
    table = table_of(tmp_path, sound, keys=[At(49.0, Key.END)])
    profiled(table, profile)

    session = table.hold()

    assert session.turns[0].ended_by == "key"
    assert (session.turns[0].duration_s or 0) > 48.0
    assert not {e.text for e in table.screen.shown(Said)} & set(PROMPTS.values())


def test_nothing_is_prompted_for_who_stammers(tmp_path: Path) -> None:
    """A minute before the first word: no word from the interviewer."""
    table = table_of(
        tmp_path,
        np.concatenate([quiet(60.0), voiced(STORY_S)]),
        keys=[At(66.0, Key.END)],
    )
    profiled(table, "stammer")

    table.hold()

    assert table.speaker.lines[0] == QUESTIONS[0].text
    assert len(table.speaker.lines) == 2


@pytest.mark.parametrize("profile", ["patient", "beginner"])
def test_patient_profiles_wait_longer(tmp_path: Path, profile: str) -> None:
    """A pause that cuts at patience 1 does not cut there."""
    sound = np.concatenate([voiced(22.0), quiet(5.0), voiced(5.0)])
    cut = {}
    for name in ("standard", profile):
        table = table_of(tmp_path / name, sound)
        profiled(table, name)
        cut[name] = table.hold().turns[0].cut_offs

    assert cut == {"standard": 1, profile: 0}


def test_tones_say_your_turn_and_recorded_and_are_in_no_answer(tmp_path: Path) -> None:
    """One before each listening, one after each answer; the recording has neither."""
    table = table_of(tmp_path, voiced(STORY_S), keys=[At(STORY_S - 1, Key.END)])
    profiled(table, "plain")
    begun: list[int] = []
    discard = table.microphone.discard

    def discarded() -> None:
        begun.append(len(table.speaker.played))
        discard()

    table.microphone.discard = discarded  # type: ignore[method-assign]

    table.hold()

    played = table.speaker.played
    assert [len(p) for p in played] == [len(tones.your_turn()), len(tones.recorded())]
    assert np.array_equal(played[0], tones.your_turn())
    # All that came in up to the tone's end is thrown away before listening begins.
    assert begun == [1]


def test_without_the_setting_nothing_sounds(tmp_path: Path) -> None:
    table = table_of(tmp_path, voiced(STORY_S))

    table.hold()

    assert table.speaker.played == []


def test_the_nudge_is_one_line_and_never_aloud(tmp_path: Path) -> None:
    """At one and a half times the target, once, counted from the first word."""
    table = table_of(
        tmp_path,
        np.concatenate([quiet(5.0), voiced(170.0)]),
        keys=[At(170.0, Key.END)],
    )
    table.parts = replace(
        table.parts, nudge=True, listening=ListenSettings(manual=True)
    )

    table.hold()

    (nudge,) = table.screen.shown(LongAnswer)
    assert nudge.spoken_s == pytest.approx(1.5 * QUESTIONS[0].target_s, abs=0.2)
    assert len(table.speaker.lines) == 2


def test_by_default_there_is_no_nudge(tmp_path: Path) -> None:
    table = table_of(tmp_path, voiced(170.0), keys=[At(169.0, Key.END)])

    table.hold()

    assert table.screen.shown(LongAnswer) == []


STAMMERED = (
    "um last year at the the the clinic our rota uh broke and I I I had to find cover "
    "um for the weekend. I I called every um ward and I built a new plan. um As a "
    "result nobody worked a double shift and uh complaints fell by half."
)
DELIVERY = (
    "filler",
    "pause",
    "words a minute",
    "pace",
    " um",
    "fast",
    "slow",
    "silence before",
    "Time to the first word",
    "syllables",
    "semitones",
    "usual range",
)


def test_for_who_stammers_nothing_about_delivery_is_said_or_written(
    tmp_path: Path,
) -> None:
    """Report, page, feedback and summary; all of it is in a standard report."""
    read, said = {}, {}
    for profile in ("standard", "stammer"):
        long = voiced(0.4 * len(STAMMERED.split()) + 1)
        table = table_of(
            tmp_path / profile,
            long,
            said=(STAMMERED,),
            keys=[At(len(long) / SAMPLE_RATE_HZ - 0.5, Key.END)],
        )
        profiled(table, profile)
        session = table.hold()
        body = texts(session, table.folder)
        read[profile] = re.sub(r"(?s)<(style|script)\b.*?</\1>", "", body)
        said[profile] = " ".join(table.speaker.lines)

    found = {p: [d for d in DELIVERY if d in read[p] + said[p]] for p in read}
    assert found["stammer"] == []
    assert len(found["standard"]) > 4
    assert "nobody worked a double shift" in read["stammer"]
