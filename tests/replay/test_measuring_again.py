"""A long answer is measured again beside the page: nobody waits without knowing."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import made_sessions
import numpy as np
import pytest
from made_sessions import ID as FIRST

from simulator.casebook import corrected, described
from simulator.casebook.library import Library
from simulator.casebook.opened import open_session
from simulator.errors import RecordingError
from simulator.keep import FolderStore
from simulator.replay.desk import Desk
from simulator.replay.hearing import Hearing, Job
from simulator.replay.shelf import Shelf
from simulator.studio import comments, corrections

RAMBLE = "02-deadline"


@pytest.fixture
def desk(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Over a library in which a minute is long, with one corrected word."""
    monkeypatch.setattr(corrected, "LONG_S", 30.0)
    folder, turn = store.folder(FIRST), made_sessions.turns()[1]
    corrections.edit_word(folder, turn, 9, "elsewhere entirely", "Robin")
    return Desk(store.root, "Robin", store)


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)


def words_of(found: Any, stem: str = RAMBLE) -> str:
    return str(found.turn(stem).transcript.text)


def test_the_session_opens_at_once_and_is_corrected_when_it_was_heard(
    desk: Desk,
) -> None:
    first = desk.at_once(FIRST)
    assert first.pending == (RAMBLE,)
    assert "elsewhere entirely" not in words_of(first)
    until(lambda: not desk.at_once(FIRST).pending)
    done = desk.at_once(FIRST)
    assert "elsewhere entirely" in words_of(done)
    assert done.measured(RAMBLE) == first.measured(RAMBLE)


def test_what_is_heard_in_steps_is_what_is_heard_at_once(tmp_path: Path) -> None:
    from simulator.resources import shipped
    from simulator.sound import decode
    from simulator.sound.describe import describe

    audio = shipped("audio_fixtures") / "demo_ramble.flac"
    shares: list[float] = []
    found = described.described(audio, tmp_path, shares.append)
    whole = describe(decode.read(audio))
    assert found.speech == whole.speech
    assert np.array_equal(found.pitch_hz, whole.pitch_hz, equal_nan=True)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert described.known(audio, tmp_path)


def test_a_recording_that_cannot_be_read_is_not_waited_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RecordingError("It is damaged", "Take another.")

    monkeypatch.setattr("simulator.replay.hearing.described", broken)
    monkeypatch.setattr(corrected, "described", broken)
    desk.at_once(FIRST)
    until(lambda: not desk.at_once(FIRST).pending)
    warned = desk.at_once(FIRST).turn(RAMBLE)
    assert warned is not None
    assert "elsewhere entirely" in warned.transcript.text
    assert any("not measured again" in w for w in warned.analysis.warnings)


def test_what_cannot_be_kept_is_not_listened_to_for_ever(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk: then whoever wants the numbers waits for them."""

    def full(*_: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(described.atomic, "write", full)
    desk.at_once(FIRST)
    until(lambda: not desk.at_once(FIRST).pending)
    assert "elsewhere entirely" in words_of(desk.at_once(FIRST))


def test_a_list_read_meanwhile_is_read_again_afterwards(desk: Desk) -> None:
    def found() -> int:
        with Library(desk.root) as library:
            library.refresh()
            return len(library.hits("elsewhere entirely"))

    assert found() == 0
    open_session(desk.store, FIRST)  # waits
    assert found() == 1


def test_the_time_left_is_that_at_the_speed_so_far() -> None:
    began = Job(time.monotonic() - 10, share=0.25)
    left_s = began.told()["left_s"]
    assert left_s is not None
    assert left_s == pytest.approx(30, abs=1)
    assert Job(time.monotonic()).told() == {"share": 0.0, "left_s": None}


def test_one_recording_is_listened_to_once_at_a_time(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    began, go_on = [], threading.Event()

    def slow(audio: Path, cache: Path, told: Callable[[float], None]) -> None:
        began.append(audio)
        go_on.wait(30)

    monkeypatch.setattr("simulator.replay.hearing.described", slow)
    hearing, audio = Hearing(), tmp_path / "a.flac"
    for _ in range(3):
        hearing.start(audio, tmp_path)
    until(lambda: began == [audio])
    assert hearing.of(audio) is not None
    go_on.set()
    until(lambda: hearing.of(audio) is None)


def test_a_page_reads_its_session_once_and_sees_what_others_write(
    store: FolderStore,
) -> None:
    reads, shelf, folder = [], Shelf(), store.folder(FIRST)

    def opened() -> Any:
        def read() -> Any:
            reads.append(1)
            return open_session(store, FIRST)

        return shelf.opened(folder, read)

    assert opened() is opened()
    assert len(reads) == 1
    comments.add(folder, "Kim", RAMBLE, "Seen?")
    assert [e.body for e in opened().comments] == ["Seen?"]
    assert len(reads) == 2
