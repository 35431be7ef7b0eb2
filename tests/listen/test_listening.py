from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import ScriptedHearing, transcript_of
from turn_parts import (
    AT_ONCE,
    MANUAL,
    SILENCE,
    SPEECH,
    Keeping,
    Loop,
    Person,
    numbers,
    voice,
)

from simulator.errors import DeviceError
from simulator.events import Key, Level, Note, Trouble, Words
from simulator.listen.heard import Foreseen, ListenSettings
from simulator.listen.listening import listen
from simulator.listen.recording import PartFile, recover
from simulator.listen.turn import Decision
from simulator.records import Samples
from simulator.sound.level import SILENCE_DBFS


def test_silence_ends_an_answer_after_the_window_to_reopen() -> None:
    """25 s of speech, then silence: 4 s decide (no words), 1.5 s more make it final;
    the answer is what was said up to the decision."""
    person = Person(source := Loop())
    heard = listen(source, voice((SPEECH, 25)), None, person.desk(), None, AT_ONCE)

    assert heard.ended_by == "silence"
    assert heard.duration_s == pytest.approx(25 + 4.0, abs=0.11)
    assert (heard.first_speech_s, heard.last_speech_s) == pytest.approx((0, 25))
    assert heard.cut_offs == 0


def test_the_end_is_foreseen_while_it_can_be_reopened() -> None:
    """From the decision on, until it is done; again after it was re-opened; with the
    sound up to the decision."""
    person = Person(source := Loop())
    detector = voice((SPEECH, 25), (SILENCE, 4.8), (SPEECH, 3))
    asked_at: list[tuple[float, float]] = []

    def foresee(sound: Foreseen) -> bool:
        asked_at.append((source.given * 0.1, len(sound()) / 16_000))
        return len(asked_at) in (3, 4)

    desk = replace(person.desk(), foresee=foresee)
    heard = listen(source, detector, None, desk, None, AT_ONCE)

    assert [length_s for _, length_s in asked_at] == pytest.approx(
        [29.0, 29.0, 29.0, 38.8], abs=0.11
    )
    assert [at_s for at_s, _ in asked_at] == pytest.approx(
        [29.0, 29.1, 29.2, 38.8], abs=0.11
    )
    assert heard.duration_s == asked_at[-1][1]


@pytest.mark.parametrize(
    ("key", "ended_by"),
    [
        (Key.END, "key"),
        (Key.REPEAT, "key"),
        (Key.RESTART, "key"),
        (Key.SKIP, "skip"),
        (Key.FINISH, "finish"),
    ],
)
def test_a_key_ends_at_once(key: Key, ended_by: str) -> None:
    """Every ending key ends within the piece in which it was pressed, and is named."""
    person = Person(source := Loop(), (5.0, key))
    heard = listen(source, voice((SPEECH, 9)), None, person.desk(), None, MANUAL)

    assert (heard.ended_by, heard.pressed) == (ended_by, key)
    assert heard.duration_s == pytest.approx(5.0, abs=0.11)


def test_what_is_said_while_paused_is_not_kept() -> None:
    """Between two presses of pause nothing is recorded or transcribed."""
    person = Person(
        source := Loop(), (2.0, Key.PAUSE), (4.0, Key.PAUSE), (6.0, Key.END)
    )
    hearing = ScriptedHearing(transcript_of("one two"))
    heard = listen(source, voice((SPEECH, 9)), hearing, person.desk(), None, MANUAL)

    assert heard.duration_s == pytest.approx(4.0, abs=0.21)
    assert set(range(22, 40)).isdisjoint(numbers(heard))
    assert hearing.samples == len(heard.samples)
    assert len(person.of(Note)) == 2


def test_the_meter_says_paused_and_not_listening() -> None:
    """Whoever speaks on meanwhile sees that nobody hears it."""
    person = Person(source := Loop(), (2.0, Key.PAUSE), (8.0, Key.END))
    listen(source, voice((SPEECH, 9)), None, person.desk(), None, MANUAL)

    assert [level.paused for level in person.of(Level)][-2:] == [False, True]


def test_more_time_can_be_asked_for() -> None:
    """The key for more time takes back an end that silence has decided."""
    person = Person(source := Loop(), (29.5, Key.EXTEND))
    heard = listen(source, voice((SPEECH, 25)), None, person.desk(), None, AT_ONCE)

    assert heard.duration_s == pytest.approx(25 + 14.0, abs=0.2)


def test_silence_from_the_start_prompts_and_then_asks() -> None:
    """Prompts at 12 and 25 s; at 45 s the turn comes back without a first word."""
    person = Person(source := Loop())
    heard = listen(source, voice(), None, person.desk(), None, AT_ONCE)

    assert person.prompts == [Decision.ENCOURAGE, Decision.OFFER_REPEAT]
    assert heard.ended_by == "silence"
    assert heard.first_speech_s is None
    assert heard.duration_s == pytest.approx(45, abs=0.11)


def test_an_um_and_45_s_of_silence_come_back_as_they_were() -> None:
    """Asked about as before the first word; when the last sound was is known."""
    person = Person(source := Loop())
    detector = voice((SILENCE, 3), (SPEECH, 0.5))
    hearing = ScriptedHearing(transcript_of(""))
    heard = listen(source, detector, hearing, person.desk(), None, AT_ONCE)

    assert person.prompts == [Decision.ENCOURAGE, Decision.OFFER_REPEAT]
    assert (heard.first_speech_s, heard.last_speech_s) == pytest.approx((3, 3.5))
    assert heard.duration_s == pytest.approx(48.5, abs=0.11)


def test_a_spoken_prompt_is_not_heard() -> None:
    """After a prompt said aloud, its lag and its echo (0.3 s) are thrown away."""
    person = Person(source := Loop(), (20.0, Key.END))
    person.prompt_lag_s = 0.2
    heard = listen(source, voice(), None, person.desk(), None, AT_ONCE)

    assert source.discards == 1
    assert {121, 122, 123, 124, 125}.isdisjoint(numbers(heard))
    assert {120, 126} <= set(numbers(heard))


def test_our_own_question_is_not_heard() -> None:
    """At the start the loudspeaker's lag and 0.3 s of echo are thrown away."""
    person = Person(source := Loop(), (3.0, Key.END))
    settings = ListenSettings(lag_s=0.4)
    heard = listen(source, voice(), None, person.desk(), None, settings)

    assert source.discards == 1
    assert numbers(heard)[0] == 8
    assert heard.opened_after_s == pytest.approx(0.3)


def test_ctrl_c_keeps_the_answer(tmp_path: Path) -> None:
    """After Ctrl-C all that was said is in memory and in the part file."""
    person = Person(source := Loop(), (3.0, KeyboardInterrupt))
    part = PartFile(tmp_path / "01-x.part.s16")
    heard = listen(source, voice((SPEECH, 9)), None, person.desk(), part, MANUAL)

    assert (heard.ended_by, heard.interrupted) == ("finish", True)
    assert heard.duration_s == pytest.approx(3.0, abs=0.11)
    assert np.array_equal(recover(part.path), heard.samples)


def test_ctrl_c_between_keeping_and_writing_loses_nothing(tmp_path: Path) -> None:
    """Also where Ctrl-C comes just before a piece is written, the disk has it all."""

    class Interrupted(PartFile):
        calls = 0

        def append(self, samples: Samples) -> None:
            self.calls += 1
            if self.calls == 20:
                raise KeyboardInterrupt
            super().append(samples)

    person = Person(source := Loop())
    part = Interrupted(tmp_path / "01-x.part.s16")
    heard = listen(source, voice((SPEECH, 9)), None, person.desk(), part, MANUAL)

    assert heard.interrupted
    assert heard.duration_s == pytest.approx(2.0)
    assert np.array_equal(recover(part.path), heard.samples)


def test_a_lost_microphone_keeps_the_answer(tmp_path: Path) -> None:
    """When the device goes away, what was said comes back with the error."""
    lost = DeviceError("It is gone", "Plug it in.")
    person = Person(source := Loop(4.0, lost))
    part = PartFile(tmp_path / "01-x.part.s16")
    heard = listen(source, voice((SPEECH, 9)), None, person.desk(), part, MANUAL)

    assert (heard.ended_by, heard.error) == ("trouble", lost)
    assert np.array_equal(recover(part.path), heard.samples)
    assert person.of(Trouble) == [Trouble("It is gone", "Plug it in.")]


def test_a_full_disk_keeps_the_answer_in_memory() -> None:
    """Where the disk is full, it is said once and the answer goes on."""
    person = Person(source := Loop(), (4.0, Key.END))
    part = PartFile(Path("/dev/full"))
    heard = listen(source, voice((SPEECH, 9)), None, person.desk(), part, MANUAL)

    assert heard.duration_s == pytest.approx(4.0, abs=0.11)
    assert not heard.safe
    assert [trouble.what for trouble in person.of(Trouble)] == ["The disk is full"]


def test_an_endless_answer_ends() -> None:
    """A forgotten microphone does not record for ever."""
    person = Person(source := Loop())
    settings = ListenSettings(manual=True, listen_from_now=False, longest_s=60)
    heard = listen(source, voice(), None, person.desk(), None, settings)

    assert heard.duration_s == pytest.approx(60, abs=0.11)
    assert person.of(Trouble)


def test_the_screen_hears_ten_times_a_second() -> None:
    """Levels come about ten times a second with the answer's own time."""
    person = Person(source := Loop(), (5.0, Key.END))
    listen(source, voice((SPEECH, 9)), None, person.desk(), None, MANUAL)

    levels = person.of(Level)
    assert 45 <= len(levels) <= 51
    assert all(level.speaking for level in levels)
    assert np.all(np.diff([level.elapsed_s for level in levels]) > 0)


def test_the_meter_shows_no_constant_offset() -> None:
    """What does not move is no sound: that microphone hears nothing."""
    person = Person(source := Loop(), (5.0, Key.END))
    listen(source, voice((SPEECH, 9)), None, person.desk(), None, MANUAL)

    assert {level.level_dbfs for level in person.of(Level)} == {SILENCE_DBFS}


def test_words_are_shown_once_each_time_they_change() -> None:
    """New words are shown as they are understood, and never twice."""
    person = Person(source := Loop(), (5.0, Key.END))
    hearing = ScriptedHearing(transcript_of("we fixed it quickly"))
    listen(source, voice((SPEECH, 9)), hearing, person.desk(), None, MANUAL)

    assert [words.settled for words in person.of(Words)] == [
        "we",
        "we fixed",
        "we fixed it",
        "we fixed it quickly",
    ]


def test_kept_samples_are_those_the_transcriber_got(tmp_path: Path) -> None:
    """Transcriber, part file and answer hold the same 16-bit samples."""
    person = Person(source := Loop(), (3.0, Key.END))
    part = PartFile(tmp_path / "a.part.s16")
    hearing = Keeping()
    heard = listen(source, voice((SPEECH, 9)), hearing, person.desk(), part, MANUAL)

    assert np.array_equal(hearing.sound, heard.samples)
    assert np.array_equal(recover(part.path), heard.samples)
