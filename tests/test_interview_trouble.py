"""A microphone pulled out, a full disk, a model that fails: the interview goes on."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes import (
    FedMicrophone,
    ScriptedScreen,
    ScriptedTranscriber,
    voiced,
)
from interview_table import NO_RESULT, STORY, STORY_S, Table

from simulator.errors import DeviceError, ModelError, SessionError
from simulator.events import Trouble
from simulator.keep import FolderStore
from simulator.listen.microphone import Device
from simulator.records import Session
from simulator.sound import flac


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
