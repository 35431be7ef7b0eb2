"""Words as they would arrive while somebody speaks, on a virtual clock.

The same cutter, the same model and the same order of work as in a live answer:
finished pieces first, the unfinished one for good while the speaker is silent, a sketch
every two seconds while they speak. Only the worker's time is not measured but reckoned,
so that a busy machine changes nothing and the rules can be run again in seconds.
"""

import hashlib
import inspect
import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples, Word
from simulator.seams import VoiceDetector
from simulator.sound.voice import FRAME
from simulator.transcribe.hearing import SKETCH_EVERY_S, SKETCHED_MOST_S, as_spoken
from simulator.transcribe.pieces import Piece
from simulator.transcribe.stream import Stream

STEP_S = 0.1
"""Sound comes in pieces of this length, as from the microphone."""


@dataclass(frozen=True)
class Cost:
    """What decoding takes on the virtual clock, seconds.

    Stated for base on 2 cores, and on the slow side of what was measured on them: a
    piece of 10 s takes 1.1 to 1.9 s there, a sketch a third of a second.
    """

    piece_s: float = 0.5
    piece_per_s: float = 0.15
    sketch_s: float = 0.5

    def of(self, sound: Samples) -> float:
        """Of one piece, decoded for good."""
        return self.piece_s + self.piece_per_s * len(sound) / SAMPLE_RATE_HZ

    def times(self, factor: float) -> "Cost":
        """On a machine that is so many times slower."""
        return Cost(
            self.piece_s * factor, self.piece_per_s * factor, self.sketch_s * factor
        )

    def said(self) -> str:
        """In a sentence."""
        return (
            f"On the virtual clock a piece takes {self.piece_s:g} s and"
            f" {self.piece_per_s:g} s for each second of its sound, a sketch"
            f" {self.sketch_s:g} s."
        )


@dataclass(frozen=True)
class Step:
    """A tenth of a second, as a rule of turn-taking sees it."""

    at_s: float
    probability: float
    words: str


@dataclass
class VirtualHearing:
    """A live answer's transcription, with its worker on the virtual clock."""

    stream: Stream
    understand: Callable[[Piece, Samples], tuple[Word, ...]]
    sketch: Callable[[Samples], str]
    cost: Cost

    def __post_init__(self) -> None:
        self._queue: list[Samples] = []
        self._waiting: list[Piece] = []
        self._words: list[Word] = []
        self._tentative = ""
        self._ahead: tuple[Piece, tuple[Word, ...]] | None = None
        self._sketched: Piece | None = None
        self._sketched_at = 0.0
        self._job: Callable[[], None] | None = None
        self._free_at = 0.0

    def words(self) -> str:
        """All that is understood so far."""
        return " ".join(filter(None, (as_spoken(self._words), self._tentative)))

    def accept(self, chunk: Samples, now_s: float) -> None:
        """Take the next sound, which is complete at `now_s`."""
        self._queue.append(chunk)
        if self._job is not None and now_s >= self._free_at:
            self._job()
            self._job = None
        if self._job is None:
            for sound in self._queue:
                self._waiting += self.stream.take(sound)
            self._queue = []
            self._begin(now_s)

    def _begin(self, now_s: float) -> None:
        if self._waiting:
            self._settle(self._waiting.pop(0), now_s)
            return
        piece = self.stream.unfinished()
        if piece is None or piece in (self._sketched, self._ahead and self._ahead[0]):
            return
        if self.stream.resting():
            self._look_ahead(piece, now_s)
        elif piece.duration_s > SKETCHED_MOST_S:
            return
        elif now_s - self._sketched_at >= SKETCH_EVERY_S:
            self._sketch(piece, now_s)

    def _settle(self, piece: Piece, now_s: float) -> None:
        sound = self.stream.sound(piece)
        known = self._ahead is not None and self._ahead[0] == piece
        words = self._ahead[1] if known and self._ahead else None
        words = self.understand(piece, sound) if words is None else words
        self._ahead = None
        self.stream.forget(piece)

        def publish() -> None:
            self._words += words
            self._tentative = ""

        self._work(publish, now_s, 0.0 if known else self.cost.of(sound))

    def _look_ahead(self, piece: Piece, now_s: float) -> None:
        sound = self.stream.sound(piece)
        words = self.understand(piece, sound)

        def publish() -> None:
            self._ahead = (piece, words)
            self._tentative = as_spoken(words)

        self._work(publish, now_s, self.cost.of(sound))

    def _sketch(self, piece: Piece, now_s: float) -> None:
        text = self.sketch(self.stream.sound(piece))

        def publish() -> None:
            self._tentative = text
            self._sketched = piece
            self._sketched_at = self._free_at

        self._work(publish, now_s, self.cost.sketch_s)

    def _work(self, publish: Callable[[], None], now_s: float, cost_s: float) -> None:
        self._job, self._free_at = publish, now_s + cost_s
        if not cost_s:
            publish()
            self._job = None


class KnownVoice:
    """A `VoiceDetector` whose numbers are known before: all frames in one go.

    The same numbers as a live detector's (`voice.probabilities`), a hundred times
    sooner than frame by frame.
    """

    def __init__(self, probabilities: NDArray[np.float32]) -> None:
        self._known = probabilities
        self.reset()

    def reset(self) -> None:
        """From the beginning."""
        self._samples = 0
        self._last = 0.0

    def probability(self, chunk: Samples) -> float:
        """The highest among the frames that this chunk completes."""
        before = self._samples // FRAME
        self._samples += len(chunk)
        found = self._known[before : self._samples // FRAME]
        if len(found):
            self._last = float(found[-1])
            return float(found.max())
        return self._last


def steps(
    sound: Samples, hearing: VirtualHearing, detector: VoiceDetector
) -> tuple[Step, ...]:
    """A recording, tenth by tenth: when its words are there, and how sure its voice."""
    detector.reset()
    size, made = round(STEP_S * SAMPLE_RATE_HZ), []
    for start in range(0, len(sound), size):
        chunk = sound[start : start + size]
        now_s = (start + len(chunk)) / SAMPLE_RATE_HZ
        hearing.accept(chunk, now_s)
        made.append(Step(now_s, detector.probability(chunk), hearing.words()))
    return tuple(made)


class KeptDecodings:
    """What Whisper makes of a piece of sound, decoded once and kept on disk.

    Kept under the sound, the model and the code that decodes: a change there decodes
    anew, a change of the rules does not.
    """

    def __init__(self, transcriber: Any, folder: Path) -> None:
        self._whisper = transcriber
        self._folder = folder / f"{transcriber.model.replace('/', '_')}-{_code()}"
        self._folder.mkdir(parents=True, exist_ok=True)

    def understand(self, piece: Piece, sound: Samples) -> tuple[Word, ...]:
        """Words of one piece."""
        origin = f"{piece.spans}".encode()
        kept = self._kept(
            "piece",
            sound,
            lambda: [w.model_dump() for w in self._whisper.understand(piece, sound)],
            origin,
        )
        return tuple(Word(**row) for row in kept)

    def sketch(self, sound: Samples) -> str:
        """A quick reading of an unfinished piece."""
        return str(self._kept("sketch", sound, lambda: self._whisper.ear.sketch(sound)))

    def steps(
        self, sound: Samples, cost: Cost, make: Callable[[], tuple[Step, ...]]
    ) -> tuple[Step, ...]:
        """A recording's steps; they hang on the cost and on how the clock runs."""
        origin = repr(cost).encode() + inspect.getsource(VirtualHearing).encode()
        kept = self._kept(
            "steps", sound, lambda: [asdict(step) for step in make()], origin
        )
        return tuple(Step(**row) for row in kept)

    def asked(
        self, sound: Samples, model: Path, make: Callable[[], object]
    ) -> list[list[float]]:
        """What another model said in the silences of a recording."""
        origin = hashlib.sha256(model.read_bytes()).hexdigest().encode()
        return list(self._kept("asked", sound, make, origin))

    def measured(self) -> str:
        """What decoding took where the pieces were decoded, in a sentence."""
        shares = {"piece": list[float](), "sketch": list[float]()}
        for file in self._folder.glob("*-*.json"):
            kind, kept = file.name.split("-")[0], json.loads(file.read_text("utf-8"))
            if kind in shares:
                shares[kind].append(kept["processor_s"])
        piece, sketch = (median(taken) if taken else 0.0 for taken in shares.values())
        return (
            f"Measured when they were decoded, in processor time of all cores: median"
            f" {piece:.1f} s a piece, {sketch:.1f} s a sketch."
        )

    def _kept(
        self, kind: str, sound: Samples, make: Callable[[], Any], origin: bytes = b""
    ) -> Any:
        digest = hashlib.sha256(sound.tobytes() + origin).hexdigest()[:24]
        file = self._folder / f"{kind}-{digest}.json"
        if file.is_file():
            return json.loads(file.read_text("utf-8"))["made"]
        began_s = time.process_time()
        made = make()
        kept = {
            "made": made,
            "processor_s": time.process_time() - began_s,
            "sound_s": len(sound) / SAMPLE_RATE_HZ,
        }
        file.write_text(json.dumps(kept), "utf-8")
        return made


def _code() -> str:
    """A digest of the code that turns sound into words: all of its room."""
    import simulator.transcribe as room

    files = sorted(Path(room.__file__).parent.glob("*.py"))
    sources = [file.read_bytes() for file in files]
    return hashlib.sha256(b"".join(sources)).hexdigest()[:12]


def quantised(sound: Samples) -> Samples:
    """As an answer is kept: 16 bits."""
    return (np.rint(sound * 32767) / 32768).astype(np.float32)
