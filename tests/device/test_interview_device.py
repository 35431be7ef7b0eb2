"""A whole interview in a room where the microphone hears the loudspeaker.

The product speaks; what it says comes back into the microphone 300 ms late at -10 dB; a
script answers after each question has ended. No word of the interviewer's may stand in
a transcript, and a pause of 5 s inside an answer may not cut it.
"""

import re
from pathlib import Path

import numpy as np
import pytest
import soundfile
from virtual_sound import VirtualSound, sound_card

from simulator.events import (
    Choice,
    FeedbackReady,
    Key,
    Level,
    QuestionAsked,
    Said,
    SessionEnded,
    Shown,
    Trouble,
    YourTurn,
)
from simulator.keep import FolderStore
from simulator.rehearse import rehearsal
from simulator.rehearse.wish import Stage, Wish
from simulator.resources import sessions_folder
from simulator.settings import Settings

pytestmark = [pytest.mark.device, pytest.mark.model]
__all__ = ["sound_card"]

BANK = """
id = "two"
title = "Two questions"

[[questions]]
id = "supervisor"
text = "Describe a moment when your supervisor surprised everybody unexpectedly."
kind = "story"

[[questions]]
id = "elephants"
text = "Imagine seventeen elephants blocked the motorway. What happens afterwards?"
kind = "story"
"""
INTERVIEWERS = {
    *("describe", "moment", "supervisor", "surprised", "everybody", "unexpectedly"),
    *("imagine", "seventeen", "elephants", "blocked", "motorway", "happens"),
    *("afterwards", "take", "your"),
}
"""Words of the questions and of the prompt; none of them is in an answer."""
LATE = (
    "Last winter our biggest customer wanted to leave. I called them the same day, and "
    "I wrote a plan for the first week. As a result they stayed with us."
)
BEFORE_PAUSE = "My train was late, and I missed the first meeting, because"
AFTER_PAUSE = (
    "the bridge was closed. So I telephoned the office, and a colleague went there "
    "instead of me. In the end the contract was signed."
)
PAUSE_S = 5.0
LATE_S = 14.0
"""Later than the gentle word that comes after 12 s of silence."""


class Person:
    """A `Screen` whose person answers into the virtual microphone."""

    def __init__(self, sound: VirtualSound, answers: list[Path]) -> None:
        self.sound = sound
        self.answers = answers
        self.events: list[Shown] = []
        self.waiting: Path | None = None

    def show(self, event: Shown) -> None:
        self.events.append(event)
        if isinstance(event, YourTurn):
            self.waiting = self.answers.pop(0)
        elif isinstance(event, Level) and self.waiting is not None:
            self.sound.speak(self.waiting)
            self.waiting = None

    def key(self) -> Key | None:
        return None

    def choose(self, choice: Choice) -> str:
        return choice.default

    def shown(self, kind: type) -> list:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two answers: one that begins late, one with a long pause inside."""
    from simulator.ask.synthesis import render

    folder = tmp_path_factory.mktemp("answers")

    def spoken(*parts: str | float) -> tuple[np.ndarray, int]:
        _, rate_hz = render("Yes.", voice="neural")
        made = [
            render(part, voice="neural")[0]
            if isinstance(part, str)
            else np.zeros(round(part * rate_hz), np.float32)
            for part in parts
        ]
        return np.concatenate(made), rate_hz

    paths = []
    for number, parts in enumerate(
        ((LATE_S, LATE), (0.5, BEFORE_PAUSE, PAUSE_S, AFTER_PAUSE))
    ):
        samples, rate_hz = spoken(*parts)
        paths.append(folder / f"{number}.wav")
        soundfile.write(paths[-1], samples, rate_hz, subtype="PCM_16")
    return paths


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.lower()))


def test_it_does_not_hear_itself(
    sound_card: VirtualSound, answers: list[Path], tmp_path: Path
) -> None:
    """Two questions, a prompt, two answers, a report, with the echo of all that the
    product says in its microphone."""
    bank = tmp_path / "two.toml"
    bank.write_text(BANK, encoding="utf-8")
    sound_card.feed_back(latency_ms=300, level_db=-10.0)
    heard = sound_card.listen_in(tmp_path / "microphone.wav", "microphone")
    person = Person(sound_card, list(answers))
    settings = Settings(model="tiny.en", bank=str(bank), probes=0, questions=2)

    session = rehearsal.rehearse(
        Wish(guided=False), settings, Stage(person, FolderStore(sessions_folder()))
    )

    heard.terminate()
    heard.wait(timeout=10)
    assert not person.shown(Trouble)
    asked = [event.question.id for event in person.shown(QuestionAsked)]
    by_id = {turn.question.id: turn for turn in session.turns}
    late, paused = (by_id[id] for id in asked)
    said = [word.text for turn in session.turns for word in turn.transcript.words]
    assert not INTERVIEWERS & words_of(" ".join(said)), said
    assert "Take your time." in [event.text for event in person.shown(Said)]
    assert [turn.ended_by for turn in (late, paused)] == ["silence", "silence"]
    assert {"customer", "called", "plan", "stayed"} <= words_of(late.transcript.text)
    whole = words_of(paused.transcript.text)
    assert {"train", "meeting"} <= whole, whole
    assert {"bridge", "colleague", "contract"} <= whole, whole
    assert any(p.end_s - p.start_s > PAUSE_S - 0.7 for p in paused.analysis.pauses)
    assert len(person.shown(FeedbackReady)) == 2
    assert Path(person.shown(SessionEnded)[0].report).is_file()
    _the_microphone_heard_the_questions(tmp_path / "microphone.wav")


def _the_microphone_heard_the_questions(path: Path) -> None:
    """Otherwise the test would prove nothing."""
    from simulator.sound import decode
    from simulator.transcribe import open_transcriber

    everything = open_transcriber("tiny.en").transcribe(decode.read(path))
    assert {"supervisor", "elephants"} <= words_of(everything.text), everything.text
