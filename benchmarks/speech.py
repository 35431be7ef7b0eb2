"""Human recordings with references, and the systems that transcribe them.

The recordings are read where they lie (`MOCK_INTERVIEW_SPEECH`) and never copied.
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from simulator.records import SAMPLE_RATE_HZ, Samples

PROMPT = "Um, uh, hmm, er, ah."
MIXED = " + "
"""Between the names of a recording and of the noise that was mixed into it."""


@dataclass(frozen=True)
class Recording:
    """One recording and what is known of it."""

    file: str
    group: str
    speaker_group: str
    text: str | None
    fillers: list[tuple[str, float, float]] | None
    """Timed filled pauses, or None where there are no times."""
    filler_count: int
    duration_s: float

    @property
    def source(self) -> str:
        """The file that was mixed with noise; two mixes of one are one speaker."""
        return self.file.split(MIXED)[0]


@dataclass(frozen=True)
class Output:
    """What a system made of one recording."""

    words: list[tuple[str, float, float]]
    """All that was said, fillers too, in order: (text, start_s, end_s)."""
    fillers: list[tuple[str, float, float]]
    """Those of the words that it counts as filled pauses."""
    took_s: float


def folder() -> Path:
    """Where the recordings lie; the program ends, saying so, where there are none."""
    beside = Path(__file__).resolve().parents[1].parent / "shared" / "audio"
    place = Path(os.environ.get("MOCK_INTERVIEW_SPEECH", beside))
    if not (place / "manifest.json").is_file():
        sys.exit(f"NO HUMAN SPEECH at {place}: set MOCK_INTERVIEW_SPEECH")
    return place


def recordings(place: Path) -> list[Recording]:
    """All of the manifest, and the noises, which hold no word."""
    rows = json.loads((place / "manifest.json").read_text("utf-8"))
    found = [_recording(row) for row in rows]
    noises = sorted((place / "noise").glob("*.wav"))
    return found + [
        Recording(f"noise/{path.name}", "noise", "noise", "", [], 0, 0.0)
        for path in noises
    ]


def _recording(row: dict[str, Any]) -> Recording:
    group = row["file"].split("/")[0]
    timed = row["filled_pauses"]
    fillers = (
        None
        if timed is None
        else [(p["text"], p["start_s"], p["end_s"]) for p in timed]
    )
    if not row["n_filled_pauses"]:
        fillers = []
    note = row["note"] if group == "accents" else group
    return Recording(
        row["file"],
        group,
        note or group,
        row["text"],
        fillers,
        row["n_filled_pauses"],
        row["duration_s"],
    )


def system(name: str, model: str) -> Callable[[Samples], Output]:
    """Load a system: "ours", "plain" (as it comes) or "prompted"."""
    if name == "ours":
        from simulator.transcribe import open_transcriber

        transcriber = open_transcriber(model)
        return lambda samples: ours(transcriber, samples)
    from faster_whisper import WhisperModel

    from simulator.transcribe import weights

    plain = WhisperModel(
        str(weights.find(model)), device="cpu", compute_type="int8", cpu_threads=2
    )
    return lambda samples: whisper(plain, samples, prompted=name == "prompted")


def ours(transcriber: Any, samples: Samples) -> Output:
    """This product: transcription and the description of the sound."""
    from simulator.sound.describe import describe

    began = time.perf_counter()
    transcript = transcriber.transcribe(samples)
    describe(samples)
    took_s = time.perf_counter() - began
    counted = [
        word
        for word in transcript.words
        if word.kind == "filled_pause" and word.certainty != "possible"
    ]
    said = [w for w in transcript.words if w.kind != "filled_pause" or w in counted]
    return Output(
        [(w.text, w.start_s, w.end_s) for w in said],
        [(w.text, w.start_s, w.end_s) for w in counted],
        took_s,
    )


def whisper(model: Any, samples: Samples, *, prompted: bool) -> Output:
    """faster-whisper as it comes, or with a prompt full of fillers and voice filter."""
    from .scoring import FILLED_PAUSES, tokens

    more: dict[str, Any] = (
        {"initial_prompt": PROMPT, "vad_filter": True} if prompted else {}
    )
    began = time.perf_counter()
    segments, _ = model.transcribe(samples, language="en", word_timestamps=True, **more)
    words = [
        (word.word.strip(), float(word.start), float(word.end))
        for segment in segments
        for word in segment.words or []
    ]
    took_s = time.perf_counter() - began
    fillers = [w for w in words if FILLED_PAUSES.intersection(tokens(w[0]))]
    return Output(words, fillers, took_s)


class Cache:
    """Outputs of the baselines, kept while one works on the product's own.

    Their times belong to the run that made them: no cost is told once one was `used`.
    """

    def __init__(self, place: Path | None, model: str) -> None:
        self._place = place
        self._model = model
        self.used = False

    def get(self, system: str, samples: Samples) -> Output | None:
        """What the system made of these very samples before, if it is kept."""
        if self._place is None or not (file := self._file(system, samples)).is_file():
            return None
        kept = json.loads(file.read_text("utf-8"))
        self.used = True
        return Output(
            [tuple(w) for w in kept["words"]],
            [tuple(w) for w in kept["fillers"]],
            kept["took_s"],
        )

    def put(self, system: str, samples: Samples, output: Output) -> None:
        """Keep an output."""
        if self._place is not None:
            self._place.mkdir(parents=True, exist_ok=True)
            self._file(system, samples).write_text(json.dumps(asdict(output)), "utf-8")

    def _file(self, system: str, samples: Samples) -> Path:
        assert self._place is not None
        sound = hashlib.sha256(samples.tobytes()).hexdigest()[:16]
        return self._place / f"{self._model}-{system}-{sound}.json"


def seconds(samples: Samples) -> float:
    """Length of sound."""
    return len(samples) / SAMPLE_RATE_HZ
