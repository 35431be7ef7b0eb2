"""Smart Turn v3 (BSD-2, Daily) as one more signal, where its ONNX file is given.

`pip download --no-deps pipecat-ai`, unzip, and give
`pipecat/audio/turn/smart_turn/data/smart-turn-v3.2-cpu.onnx`. It hears the last eight
seconds and says how complete the turn sounds, 0 to 1. Its features are Whisper's mel
spectrogram of sound with zero mean and unit variance (written anew after its
`_whisper_features.py`, which follows transformers' WhisperFeatureExtractor).
"""

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.listen.turn import ENTER, SHORTEST_S, Decision, TurnTaker
from simulator.records import SAMPLE_RATE_HZ, Samples

from .turn_clock import Step

WINDOW_S = 8
AFTER_S = 0.3
"""It is asked once in each silence, this long after the last speech (its makers ask
after 0.2 s of silence)."""
SURE = 0.8
"""From here on the turn counts as complete (science notes 3.3; its makers: 0.5)."""
OPEN = 0.5
"""Below this one it counts as unfinished."""
UNFINISHED_S = 6.6
"""As the product waits after an unfinished clause."""

Curve = tuple[tuple[float, float], ...]
"""(when it was asked, how complete it sounded)."""


class SmartTurn:
    """The model behind a function from sound to a probability."""

    def __init__(self, path: Path) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )

    def complete(self, sound: Samples) -> float:
        """How complete the turn sounds that ends with this sound."""
        window = np.zeros(WINDOW_S * SAMPLE_RATE_HZ, np.float32)
        last = sound[-len(window) :]
        window[len(window) - len(last) :] = last
        given = {"input_features": _features(window)[None]}
        return float(np.ravel(self._session.run(None, given)[0])[0])

    def asked(self, sound: Samples, steps: tuple[Step, ...]) -> Curve:
        """Its verdict in each silence in which a rule may decide."""
        found, spoken_s = [], None
        for step in steps:
            if step.probability >= ENTER:
                spoken_s = step.at_s
            elif spoken_s is not None and step.at_s - spoken_s >= SHORTEST_S - 0.2:
                asked_s = round(spoken_s + AFTER_S, 3)
                until = round(asked_s * SAMPLE_RATE_HZ)
                found.append((asked_s, self.complete(sound[:until])))
                spoken_s = None
        return tuple(found)


@dataclass(frozen=True)
class OnPeople:
    """What it said in the pauses of human recordings that go on."""

    complete: int
    pauses: int


PAUSE_S = 0.7
"""Long enough to be felt as a pause between people (science notes 1.4)."""
RECORDING_S = (6.0, 150.0)
"""Long enough to pause in, short enough to be decoded here."""


def on_people(smart: SmartTurn) -> OnPeople | None:
    """Pauses inside human recordings that it takes for an end; None without them."""
    from simulator.sound import decode
    from simulator.sound.voice import probabilities, spans

    from . import speech

    try:
        place = speech.folder()
    except SystemExit:
        return None
    found = []
    for recording in speech.recordings(place):
        if not RECORDING_S[0] <= recording.duration_s <= RECORDING_S[1]:
            continue
        sound = decode.read(place / recording.file)
        spoken = spans(probabilities(sound))
        for (_, end_s), (begin_s, _) in pairwise(spoken):
            if begin_s - end_s >= PAUSE_S:
                until = round((end_s + AFTER_S) * SAMPLE_RATE_HZ)
                found.append(smart.complete(sound[:until]))
    return OnPeople(sum(p >= SURE for p in found), len(found))


@dataclass
class SmartTurnAlone:
    """Its probability and no words: complete ends soon, else it waits."""

    curve: Curve
    taker: TurnTaker = field(default_factory=TurnTaker)

    def ends(self, step: Step) -> bool:
        """Whether the silence is long enough for what was heard."""
        self.taker.step(step.probability, step.at_s)
        if self.taker.first_speech_s is None or self.taker.speaking:
            return False
        sure = _latest(self.curve, self.taker.last_speech_s, step.at_s)
        needed_s = SHORTEST_S if sure >= SURE else 3.2 if sure >= OPEN else UNFINISHED_S
        return self.taker.silence_s >= needed_s


@dataclass
class WordsAndSmartTurn:
    """The product's rule, and its probability where the words say "finished".

    Sure that it is complete: the shortest wait. Sure that it is not: as after an
    unfinished clause. Unfinished words are waited for whatever it says.
    """

    curve: Curve
    taker: TurnTaker = field(default_factory=TurnTaker)

    def ends(self, step: Step) -> bool:
        """What both together decide."""
        decided = self.taker.step(step.probability, step.at_s, step.words)
        if self.taker.first_speech_s is None or self.taker.speaking:
            return False
        needed_s = self.taker.needed_s()
        sure = _latest(self.curve, self.taker.last_speech_s, step.at_s)
        if sure < OPEN:
            return self.taker.silence_s >= max(needed_s, UNFINISHED_S)
        if sure >= SURE and needed_s < UNFINISHED_S:
            return self.taker.silence_s >= min(needed_s, SHORTEST_S)
        return decided is Decision.END


def _latest(curve: Curve, since_s: float, until_s: float) -> float:
    """Its verdict in the silence that is running; "not sure" before it was asked."""
    asked = [p for at, p in curve if since_s <= at <= until_s]
    return asked[-1] if asked else (OPEN + SURE) / 2


def _features(window: Samples) -> NDArray[np.float32]:
    """Log-mel, shape (80, 800), of sound with zero mean and unit variance."""
    from faster_whisper.feature_extractor import FeatureExtractor

    level = (window - window.mean()) / np.sqrt(window.var() + 1e-7)
    made = FeatureExtractor(chunk_length=WINDOW_S)(level.astype(np.float32), padding=0)
    return np.ascontiguousarray(made[:, : WINDOW_S * 100], np.float32)
