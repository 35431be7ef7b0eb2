"""One answer given at the pace of a clock, with a stopwatch at all that counts."""

import statistics
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.scoring import tokens
from benchmarks.talking import Talking, written
from simulator.events import Choice, EndHeard, Key, Level, Shown, Words
from simulator.listen.heard import ListenSettings
from simulator.records import SAMPLE_RATE_HZ, Question, Samples, Transcript, Turn
from simulator.seams import Hearing, Progress
from simulator.sound.voice import SileroDetector
from simulator.turn import exchange
from simulator.turn.parts import Parts, Slot

KEY_AFTER_S = 0.5
"""From the end of the last word to the key: about what a hand takes that knew the end
was coming."""

QUESTION = Question(id="talk", text="Tell me about a time you disagreed.", target_s=90)


@dataclass(frozen=True)
class Timed:
    """What the stopwatch said of one answer."""

    length_s: float
    ready_s: float
    """From the key, or from the decision, to the Feedback record."""
    first_sound_s: float
    """From the same moment to the first sample of the spoken feedback (without the 1.5
    s for which an end decided by silence may be re-opened)."""
    most_behind: int
    """Finished pieces that waited for the worker, at most."""
    captions_s: tuple[float, ...]
    """From the end of each word to its first display."""

    @property
    def caption_p50_s(self) -> float:
        """Median of the captions' delay."""
        return statistics.median(self.captions_s) if self.captions_s else float("nan")


@dataclass
class Results:
    """All runs of one benchmark."""

    model: str
    by_key: list[Timed] = field(default_factory=list)
    by_silence: list[Timed] = field(default_factory=list)
    recorded_first: dict[float, list[float]] = field(default_factory=dict)
    """Seconds to the same Feedback when it is transcribed after its end, by length."""


@dataclass
class Watch:
    """A `Screen` that notes when what was shown, and presses the key in time."""

    source: Talking
    by_key: bool
    hearing: Any = None
    ended_at: float = 0.0
    most_behind: int = 0
    captions: list[tuple[float, str]] = field(default_factory=list)

    def show(self, event: Shown) -> None:
        """Note the moment."""
        if isinstance(event, EndHeard):
            self.ended_at = time.monotonic()
        elif isinstance(event, Words):
            text = f"{event.settled} {event.tentative}"
            self.captions.append((time.monotonic(), text))
        elif isinstance(event, Level) and self.hearing is not None:
            self.most_behind = max(self.most_behind, self.hearing.behind)

    def key(self) -> Key | None:
        """The key, half a second after the last word."""
        now = time.monotonic()
        due = self.source.begun + self.source.length_s - 0.1 + KEY_AFTER_S
        if not self.by_key or not self.source.begun or now < due:
            return None
        self.ended_at = now
        return Key.END

    def choose(self, choice: Choice) -> str:
        """Nobody is there."""
        return choice.default


@dataclass
class Watched:
    """A `Transcriber` that lets the watch look at the worker."""

    transcriber: Any
    watch: Watch

    @property
    def model(self) -> str:
        """The name of the model."""
        return str(self.transcriber.model)

    def listen(self) -> Hearing:
        """Begin one answer."""
        self.watch.hearing = self.transcriber.listen()
        return self.watch.hearing  # type: ignore[no-any-return]

    def transcribe(
        self, samples: Samples, progress: Progress | None = None
    ) -> Transcript:
        """A whole recording."""
        return self.transcriber.transcribe(samples, progress)  # type: ignore[no-any-return]


class Booth:
    """Where answers are given: the product's parts, no device.

    Args:
        model: Whisper's name.
        folder: for the recordings and the answers.
    """

    def __init__(self, model: str, folder: Path) -> None:
        from simulator.ask.speaker import LoudSpeaker
        from simulator.ask.voices import in_order
        from simulator.transcribe import open_transcriber

        self.transcriber = open_transcriber(model)
        self.folder = folder
        self.played_at = 0.0
        self.speaker = LoudSpeaker(
            in_order(None),
            on_text=lambda _: None,
            on_trouble=lambda *_: None,
            play=self._played,
        )
        self.speaker.say(QUESTION.text)
        self.transcriber.transcribe(_hum())

    def answer(
        self, samples: Samples, length_s: float, *, by_key: bool = True
    ) -> Timed:
        """Give an answer, and time what comes of it."""
        path = written(self.folder / "talk.flac", samples)
        source = Talking(path, len(samples) / SAMPLE_RATE_HZ)
        watch = Watch(source, by_key)
        parts = Parts(
            screen=watch,
            speaker=self.speaker,
            transcriber=Watched(self.transcriber, watch),
            detector=SileroDetector(),
            sources=lambda _: source,
            listening=ListenSettings(manual=by_key, listen_from_now=False),
        )
        ready_at: list[float] = []
        judge = exchange.judge_sound

        def stamped(*arguments: Any) -> Turn:
            turn = judge(*arguments)
            ready_at.append(time.monotonic())
            return turn

        slot = Slot(QUESTION, 1, 1, "answer", self.folder)
        with patch.object(exchange, "judge_sound", stamped):
            turn = exchange.exchange(slot, parts).turn
        assert turn is not None
        at_once = time.monotonic() if by_key else ready_at[-1]
        self.speaker.say(turn.feedback.spoken)
        sound_s = self.played_at - at_once
        return Timed(
            length_s=length_s,
            ready_s=ready_at[-1] - watch.ended_at,
            first_sound_s=at_once - watch.ended_at + max(0.0, sound_s),
            most_behind=watch.most_behind,
            captions_s=tuple(_delays(turn.transcript, watch)),
        )

    def _played(self, *_: object) -> float:
        self.played_at = time.monotonic()
        return 0.0


def _hum() -> Samples:
    import numpy as np

    return np.zeros(SAMPLE_RATE_HZ, np.float32)


def _delays(transcript: Transcript, watch: Watch) -> Iterable[float]:
    """From the end of each word of the transcript to its first display."""
    said = [
        (token, word.end_s or 0.0)
        for word in transcript.words
        if word.kind == "word"
        for token in tokens(word.text)
    ]
    words = [token for token, _ in said]
    shown_at: dict[int, float] = {}
    for at, text in watch.captions:
        blocks = SequenceMatcher(None, words, tokens(text), autojunk=False)
        for block in blocks.get_matching_blocks():
            for number in range(block.a, block.a + block.size):
                shown_at.setdefault(number, at)
    for number, at in shown_at.items():
        yield at - (watch.source.begun + said[number][1])
