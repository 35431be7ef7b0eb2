"""A whole guided rehearsal through PortAudio: real voice, microphone, Whisper, disk."""

import time
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
from simulator.listen.aloud import AudibleFile
from simulator.rehearse import guide, rehearsal
from simulator.rehearse.wish import Stage, Wish
from simulator.resources import sessions_folder, shipped
from simulator.settings import Settings
from simulator.sound import decode

pytestmark = [pytest.mark.device, pytest.mark.model]
__all__ = ["sound_card"]

ANSWER = (
    "Last winter our biggest customer wanted to leave. I was responsible for the "
    "account. I called them the same day, and I wrote a plan for the first week. "
    "As a result they stayed, and their orders grew by twenty percent."
)
BANK = """
id = "one"
title = "One question"

[[questions]]
id = "customer"
text = "Tell me about a customer you nearly lost."
kind = "story"
competency = "service"
target_s = 60
concepts = ["customer|client", "problem|leave", "plan", "result", "call|talk"]
probes = ["What changed because of that?", "What was your own part?"]
rephrase = "When did a customer want to leave, and what did you do?"
"""


class Person:
    """A `Screen` whose person speaks into the virtual microphone when it is open."""

    def __init__(self, sound: VirtualSound, lines: dict[str, Path]) -> None:
        self.sound = sound
        self.lines = lines
        self.events: list[Shown] = []
        self.asked: list[Choice] = []
        self.next_line = ""

    def show(self, event: Shown) -> None:
        self.events.append(event)
        if isinstance(event, Said) and guide.SENTENCE in event.text:
            self.next_line = guide.SENTENCE
        elif isinstance(event, YourTurn):
            self.next_line = ANSWER
        elif isinstance(event, Level) and self.next_line:
            self.sound.speak(self.lines[self.next_line])
            self.next_line = ""

    def key(self) -> Key | None:
        return None

    def choose(self, choice: Choice) -> str:
        self.asked.append(choice)
        values = [value for value, _ in choice.options]
        return "5" if "5" in values and "10" in values else choice.default

    def shown(self, kind: type) -> list:
        return [event for event in self.events if isinstance(event, kind)]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    from simulator.ask.synthesis import render

    folder = tmp_path_factory.mktemp("lines")
    made = {}
    for number, text in enumerate((guide.SENTENCE, ANSWER)):
        samples, rate_hz = render(text, voice="neural")
        made[text] = folder / f"{number}.wav"
        soundfile.write(made[text], samples, rate_hz, subtype="PCM_16")
    return made


def test_a_guided_rehearsal_walks_from_the_microphone_to_the_report(
    sound_card: VirtualSound, lines: dict[str, Path], tmp_path: Path
) -> None:
    """Sound check, sentence read back, minutes, one spoken question, an answer ended
    by silence, its words in the report; the question was heard from the loudspeaker."""
    bank = tmp_path / "one.toml"
    bank.write_text(BANK, encoding="utf-8")
    person = Person(sound_card, lines)
    store = FolderStore(sessions_folder())
    played = sound_card.listen_in(tmp_path / "played.wav")
    settings = Settings(model="tiny.en", bank=str(bank), open_report=False)

    session = rehearsal.rehearse(Wish(), settings, Stage(person, store))

    played.terminate()
    played.wait(timeout=10)
    (turn,) = session.turns
    understood = turn.transcript.text.lower()
    assert not person.shown(Trouble)
    assert any("ready" in s.text.lower() for s in person.shown(Said)[1:])
    assert [e.question.id for e in person.shown(QuestionAsked)] == ["customer"]
    assert turn.ended_by == "silence"
    assert turn.duration_s is not None
    for word in ("winter", "customer", "responsible", "plan", "twenty"):
        assert word in understood.replace("20", "twenty"), understood
    assert "tell me about" not in understood
    assert turn.analysis.structure.result
    latency = turn.analysis.measurement("response_latency")
    assert latency is not None
    assert latency.value is not None
    assert 0 < latency.value < 3
    assert len(person.shown(FeedbackReady)) == 1
    report = Path(person.shown(SessionEnded)[0].report)
    assert "twenty" in report.read_text(encoding="utf-8").replace("20", "twenty")
    heard, _ = soundfile.read(tmp_path / "played.wav")
    assert float(np.sqrt(np.mean(heard**2))) > 0.005


def test_a_recorded_answer_is_heard_in_the_room(
    sound_card: VirtualSound, tmp_path: Path
) -> None:
    """The demonstration plays what it listens to: all of it, and none is lost."""
    path = shipped("audio_fixtures") / "pauses.flac"
    whole = decode.read(path)
    played = sound_card.listen_in(tmp_path / "played.wav")
    time.sleep(1.0)

    pieces = [piece for piece in AudibleFile(path).chunks() if piece is not None]

    time.sleep(2.5)
    played.terminate()
    played.wait(timeout=10)
    heard, _ = soundfile.read(tmp_path / "played.wav")
    assert np.array_equal(np.concatenate(pieces), whole)
    loud_s = np.count_nonzero(np.abs(heard) > 0.02) / np.count_nonzero(
        np.abs(whole) > 0.02
    )
    assert loud_s == pytest.approx(1.0, abs=0.1)


def test_without_a_device_a_recorded_answer_is_simply_read() -> None:
    path = shipped("audio_fixtures") / "pauses.flac"

    pieces = list(AudibleFile(path, device="no such device").chunks())

    assert np.array_equal(np.concatenate(pieces), decode.read(path))
