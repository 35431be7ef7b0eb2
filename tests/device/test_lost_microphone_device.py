"""A microphone that is pulled out in the middle of an answer, and plugged in again."""

import time
from pathlib import Path

import numpy as np
import pytest
import soundfile
from alike import place_of
from fakes import LineSpeaker, ScriptedTranscriber
from virtual_sound import VirtualSound, sound_card

from simulator import wiring
from simulator.events import Choice, Key, Level, Shown, Trouble
from simulator.listen.heard import ListenSettings
from simulator.records import SAMPLE_RATE_HZ, Question
from simulator.sound import decode, flac
from simulator.sound.voice import SileroDetector
from simulator.turn import exchange
from simulator.turn.parts import Parts, Slot

pytestmark = pytest.mark.device
__all__ = ["sound_card"]

SENTENCE = "Last spring our payment service failed on a Friday, and I led the repair."
QUESTION = Question(id="repair", text="Tell me about a repair.")


@pytest.fixture(scope="module")
def sentence(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from simulator.ask.synthesis import render

    samples, rate_hz = render(SENTENCE, voice="neural")
    path = tmp_path_factory.mktemp("lost") / "sentence.wav"
    soundfile.write(path, samples, rate_hz, subtype="PCM_16")
    return path


class Person:
    """Speaks, loses the microphone, plugs it in, speaks again, and ends."""

    def __init__(self, sound: VirtualSound, sentence: Path, rate_hz: int) -> None:
        self.sound = sound
        self.sentence = sentence
        self.rate_hz = rate_hz
        self.events: list[Shown] = []
        self.asked: list[Choice] = []
        self.begun: float | None = None

    def show(self, event: Shown) -> None:
        self.events.append(event)
        if isinstance(event, Level) and self.begun is None:
            self.sound.speak(self.sentence)
            self.begun = time.monotonic()

    def key(self) -> Key | None:
        passed_s = time.monotonic() - self.begun if self.begun else 0.0
        if not self.asked and passed_s > 3.0:
            self.sound.unplug()
        return Key.END if self.asked and passed_s > 6.0 else None

    def choose(self, choice: Choice) -> str:
        self.asked.append(choice)
        self.sound.plug_in(self.rate_hz)
        self.begun = None
        return "microphone"


@pytest.mark.parametrize("rate_hz", [48_000, 8_000])
def test_the_answer_goes_on_with_the_microphone_plugged_in_again(
    sound_card: VirtualSound, sentence: Path, tmp_path: Path, rate_hz: int
) -> None:
    """The screen says what happened, asks once, and both halves are one recording, also
    where it comes back at another rate, as a headset does that changes its profile."""
    person = Person(sound_card, sentence, rate_hz)
    microphone = wiring.OneMicrophone(None)
    parts = Parts(
        screen=person,
        speaker=LineSpeaker(),
        transcriber=ScriptedTranscriber(SENTENCE),
        detector=SileroDetector(),
        sources=microphone,
        microphones=microphone,
        listening=ListenSettings(manual=True),
    )
    try:
        turn = exchange.exchange(Slot(QUESTION, 1, 1, "01-x", tmp_path), parts).turn
    finally:
        microphone.close()

    assert turn is not None
    assert turn.ended_by == "key"
    assert next(t for t in person.events if isinstance(t, Trouble)).what.endswith(
        "gives no more sound"
    )
    assert [value for value, _ in person.asked[0].options] == [
        *("microphone", "other", "write", "end")
    ]
    samples = flac.read(tmp_path / "01-x.flac")
    loud = np.abs(samples[: len(samples) // 1600 * 1600].reshape(-1, 1600)).max(axis=1)
    spoken_s = np.flatnonzero(loud > 0.05) / 10
    assert spoken_s.min() < 2.0
    assert spoken_s.max() > 5.0, spoken_s
    assert turn.duration_s == len(samples) / 16_000
    # Two seconds of it, after the loss: at its own speed, whatever the rate.
    said = decode.read(sentence)[SAMPLE_RATE_HZ : 3 * SAMPLE_RATE_HZ]
    first, _ = place_of(said, samples[: 4 * SAMPLE_RATE_HZ])
    _, likeness = place_of(said, samples[first + len(said) :])
    assert likeness > 0.8
