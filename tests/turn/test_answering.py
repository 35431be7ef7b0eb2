"""Feedback that is ready before the answer is final, and thrown away if it is not."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fakes import voiced
from interview_table import QUESTIONS, STORY, Table

from simulator.answer import Given, judge_samples
from simulator.events import EndHeard, Note, Trouble
from simulator.measure.warnings import SECOND
from simulator.records import Turn
from simulator.sound import flac
from simulator.turn import exchange, spoken
from simulator.turn.answering import LOST
from simulator.turn.parts import Outcome, Slot


class Judged:
    """Counts what is judged, and after which of the screen's events."""

    def __init__(self, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
        self.turns: list[Turn] = []
        self.ends_seen: list[int] = []
        judge = exchange.judge_sound

        def counted(*arguments):
            turn = judge(*arguments)
            self.turns.append(turn)
            self.ends_seen.append(len(table.screen.shown(EndHeard)))
            return turn

        monkeypatch.setattr(exchange, "judge_sound", counted)


def ask(table: Table) -> Outcome:
    slot = Slot(QUESTIONS[0], 1, 2, "01-conflict", table.folder)
    return exchange.exchange(slot, table.parts)


def test_the_feedback_is_ready_when_the_end_is_final(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Judged once, at the decision; the very record is what comes back."""
    table = Table(tmp_path, voiced(20.0), said=(STORY,))
    judged = Judged(table, monkeypatch)

    outcome = ask(table)

    assert judged.ends_seen == [1]
    assert outcome.turn is judged.turns[0]


def test_speech_that_reopens_throws_the_feedback_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is judged at the second end holds all that was said."""
    quiet = np.zeros(5 * 16_000, np.float32)
    sound = np.concatenate([voiced(20.0), quiet, voiced(4.0)])
    table = Table(tmp_path, sound, said=(STORY,))
    judged = Judged(table, monkeypatch)

    outcome = ask(table)

    assert [e.reopened for e in table.screen.shown(EndHeard)] == [False, True, False]
    assert len(judged.turns) == 2
    assert outcome.turn is not None
    assert outcome.turn.analysis is judged.turns[1].analysis
    assert outcome.turn.cut_offs == 1
    # Who was cut off is waited for half as long again as the first 4 s.
    assert outcome.turn.duration_s == pytest.approx(29.0 + 6.0, abs=0.2)


@pytest.mark.parametrize("words_late", [False, True])
def test_what_is_kept_measures_the_same_from_its_file(
    tmp_path: Path, words_late: bool
) -> None:
    """Live and from the FLAC: one record, whether or not the feedback was ready."""
    table = Table(tmp_path, voiced(8.0), said=(STORY,))
    if words_late:
        listen = table.transcriber.listen

        def late():
            hearing = listen()
            hearing.foreseen = lambda: None  # type: ignore[method-assign]
            return hearing

        table.parts = replace(table.parts, transcriber=table.transcriber)
        table.transcriber.listen = late  # type: ignore[method-assign]

    turn = ask(table).turn

    assert turn is not None
    samples = flac.read(table.folder / "01-conflict.flac")
    given = Given(QUESTIONS[0], "01-conflict", 1, "silence", 0.3, "01-conflict.flac")
    assert judge_samples(samples, turn.transcript, given) == turn


def test_lost_sound_is_said(tmp_path: Path) -> None:
    """An overflow of the sound card's buffer; the answer is kept."""
    table = Table(tmp_path, voiced(8.0), said=(STORY,))
    chunks = table.microphone.chunks

    def overflowing():
        for number, chunk in enumerate(chunks()):
            if number == 20:
                table.microphone.overflows += 1
            yield chunk

    table.microphone.chunks = overflowing  # type: ignore[method-assign]

    turn = ask(table).turn

    assert turn is not None
    assert (turn.duration_s or 0.0) > 8.0
    assert [t.what for t in table.screen.shown(Trouble)] == [LOST.what]


def test_what_harms_the_measures_is_said_after_the_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line each, and the key is offered where silence is hard to tell."""
    table = Table(tmp_path, voiced(8.0), said=(STORY,))
    sound = spoken.Describing.sound
    monkeypatch.setattr(
        spoken.Describing,
        "sound",
        lambda self, samples: replace(sound(self, samples), second_voice=True),
    )

    ask(table)

    notes = [note.text for note in table.screen.shown(Note)]
    assert notes == [SECOND, exchange.BY_KEY]
