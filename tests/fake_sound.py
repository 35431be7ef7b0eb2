"""What is heard, as tests play it: microphones that are fed, detectors that are told.

Tests take these from `fakes`, the one home for all of them.
"""

from collections import deque
from collections.abc import Iterator, Sequence

import numpy as np

from simulator.records import SAMPLE_RATE_HZ, Samples


class ListedVoice:
    """A `VoiceDetector` that gives the listed probabilities, then `afterwards`."""

    def __init__(
        self, probabilities: Sequence[float] = (), afterwards: float = 0.0
    ) -> None:
        self._waiting = deque(probabilities)
        self._afterwards = afterwards
        self.resets = 0

    def probability(self, chunk: Samples) -> float:
        return self._waiting.popleft() if self._waiting else self._afterwards

    def reset(self) -> None:
        self.resets += 1


class LoudVoice:
    """A `VoiceDetector` to which everything louder than a whisper is speech."""

    def probability(self, chunk: Samples) -> float:
        loud = len(chunk) > 0 and float(np.sqrt(np.mean(chunk**2))) > 0.01
        return 1.0 if loud else 0.0

    def reset(self) -> None:
        pass


class FedMicrophone:
    """A live `AudioSource`: each opening of it gives the next sound, then quiet.

    Args:
        sounds: what is said, an array or an error (the device goes away) an answer.
    """

    live = True
    name = "fed"
    overflows = 0
    behind_s = 0.0

    def __init__(self, *sounds: Samples | Sequence[Samples | BaseException]) -> None:
        self._sounds = deque(sounds)
        self.closed = False

    def chunks(self) -> Iterator[Samples | None]:
        step = self._sounds.popleft() if self._sounds else np.zeros(0, np.float32)
        # What stands before the answer is our own voice's echo: it is thrown away.
        yield from _pieces(np.zeros(round(0.3 * SAMPLE_RATE_HZ), np.float32))
        for sound in [step] if isinstance(step, np.ndarray) else step:
            if isinstance(sound, BaseException):
                raise sound
            yield from _pieces(sound)
        while not self.closed:
            yield np.zeros(PIECE, np.float32)

    def discard(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


PIECE = SAMPLE_RATE_HZ // 10


def _pieces(samples: Samples) -> Iterator[Samples]:
    for start in range(0, len(samples), PIECE):
        yield samples[start : start + PIECE]


def voiced(duration_s: float) -> Samples:
    """A hum that passes for speech where only loudness counts."""
    at = np.arange(round(duration_s * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    return (0.3 * np.sin(2 * np.pi * 140 * at)).astype(np.float32)
