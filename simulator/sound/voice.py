"""Where somebody speaks: Silero's voice activity model, with its state kept.

The model file rides in faster-whisper's package; importing that package costs a second,
so only its folder is looked up. The probabilities know speech from noise but smear its
edges; `edges.refine` finds those in the level.
"""

from copy import copy
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.errors import ModelError
from simulator.records import SAMPLE_RATE_HZ, Samples

from . import offset
from .edges import refine

FRAME = 512
"""Samples a probability stands for, 32 ms (fixed by the model at 16 kHz)."""
FRAME_S = FRAME / SAMPLE_RATE_HZ
CONTEXT = 64
"""Samples before the frame that the model sees again (fixed by the model)."""
STATE = (1, 1, 128)

ENTER = 0.5
"""Speech begins at this probability (Silero's own default)."""
LEAVE = 0.35
"""...and lasts until below this one (Silero: enter - 0.15)."""

BLOCK_FRAMES = 64
"""Frames a run, 2 s: short enough to run while somebody speaks, long enough that the
cost of a call does not count (0.7 s of work for 5 minutes)."""
BLOCK = BLOCK_FRAMES * FRAME


class SileroDetector:
    """A `VoiceDetector` for sound that is still coming.

    Raises:
        ModelError: faster-whisper, whose package holds the model, is not installed.
    """

    def __init__(self) -> None:
        self._session = _session()
        self.reset()

    def reset(self) -> None:
        """Forget what came before: a new answer starts."""
        self._h = np.zeros(STATE, np.float32)
        self._c = np.zeros(STATE, np.float32)
        self._context = np.zeros(CONTEXT, np.float32)
        self._rest = np.zeros(0, np.float32)
        self._past = offset.Past()
        self._last = 0.0

    def probability(self, chunk: Samples) -> float:
        """Highest probability among the 32 ms frames that this chunk completes.

        A chunk too short to complete one repeats the last.
        """
        found = self.push(chunk)
        if len(found):
            self._last = float(found[-1])
            return float(found.max())
        return self._last

    def push(self, chunk: Samples) -> NDArray[np.float32]:
        """Probabilities of the frames this chunk completes, shape (frames,)."""
        sound = np.concatenate([self._rest, chunk]) if len(self._rest) else chunk
        count = len(sound) // FRAME
        self._rest = sound[count * FRAME :].copy()
        if not count:
            return np.zeros(0, np.float32)
        frames = sound[: count * FRAME].reshape(count, FRAME)
        # The model takes an offset of 3 % for silence, or quiet speech on it.
        frames, self._past = offset.followed(self._past, frames)
        before = np.vstack([self._context, frames[:-1, -CONTEXT:]])
        self._context = frames[-1, -CONTEXT:].copy()
        found, self._h, self._c = self._session.run(
            None,
            {"input": np.hstack([before, frames]), "h": self._h, "c": self._c},
        )
        return np.asarray(found, np.float32).reshape(-1)


class Voice:
    """Probabilities of a recording that is still growing.

    Always run in the same blocks, so the numbers are the same to the last bit in
    whatever pieces the sound came.
    """

    def __init__(self) -> None:
        self._detector = SileroDetector()
        self._rest = np.zeros(0, np.float32)
        self._found: list[NDArray[np.float32]] = []

    def push(self, samples: Samples) -> None:
        """Take the next sound."""
        sound = np.concatenate([self._rest, samples])
        whole = len(sound) // BLOCK * BLOCK
        for start in range(0, whole, BLOCK):
            self._found.append(self._detector.push(sound[start : start + BLOCK]))
        self._rest = sound[whole:]

    @property
    def blocks(self) -> tuple[NDArray[np.float32], ...]:
        """The finished blocks of 64 probabilities."""
        return tuple(self._found)

    def so_far(self) -> NDArray[np.float32]:
        """As if the recording ended here, shape (ceil(n_samples / 512),).

        The last frame is filled up with silence.
        """
        found = list(self._found)
        if len(self._rest):
            detector = copy(self._detector)
            filled = np.pad(self._rest, (0, -len(self._rest) % FRAME))
            found.append(detector.push(filled))
        return np.concatenate(found) if found else np.zeros(0, np.float32)


def probabilities(samples: Samples) -> NDArray[np.float32]:
    """Probability of speech for each 32 ms, shape (ceil(n_samples / 512),).

    The same numbers as a `SileroDetector` fed in pieces; the last frame is filled up
    with silence.
    """
    voice = Voice()
    voice.push(samples)
    return voice.so_far()


def spans(
    probabilities: NDArray[np.float32], samples: Samples | None = None
) -> tuple[tuple[float, float], ...]:
    """Stretches of speech (start_s, end_s), in order, not overlapping.

    With `samples`, edges are refined by level (about 20 ms on clean speech) and
    silences of 0.18 s and more inside the probabilities' smear become visible; without,
    edges are those of the 32 ms frames.

    Args:
        probabilities: as `probabilities` gives, shape (frames,).
        samples: the sound they came from.
    """
    coarse = _above(probabilities)
    if samples is None:
        return tuple((a * FRAME_S, b * FRAME_S) for a, b in coarse)
    return refine(samples, probabilities, coarse, FRAME)


def _above(probabilities: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Frame ranges [a, b) with hysteresis: entered at ENTER, left below LEAVE."""
    kept = np.concatenate([[False], probabilities >= LEAVE, [False]])
    turns = np.flatnonzero(np.diff(kept.astype(np.int8)))
    runs = zip(turns[::2].tolist(), turns[1::2].tolist(), strict=True)
    return [(a, b) for a, b in runs if probabilities[a:b].max() >= ENTER]


@cache
def _session() -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: the model is tiny, and the transcriber beside it wants the others.
    options.inter_op_num_threads = 1
    options.intra_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(
        str(_model_file()), options, providers=["CPUExecutionProvider"]
    )


def _model_file() -> Path:
    package = find_spec("faster_whisper")
    if package is None or package.origin is None:
        raise ModelError(
            "The voice detector's model is missing (it comes with faster-whisper)",
            "Install it with `python -m pip install faster-whisper`.",
        )
    found = sorted((Path(package.origin).parent / "assets").glob("silero_vad_v*.onnx"))
    if not found:
        raise ModelError(
            f"There is no silero_vad_v*.onnx beside {package.origin}",
            "Install faster-whisper again: `python -m pip install --force-reinstall "
            "'faster-whisper>=1.2.1,<1.3'`.",
        )
    return found[-1]
