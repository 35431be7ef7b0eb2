"""People who talk at their own pace, made of human recordings, for timing live answers.

A recording of any length is built from `monologue/` and `clean/` with a second of
silence between them, and ends with a word. It is then given to the product at the pace
of a clock, as a microphone would, and the quiet after it goes on.
"""

import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from simulator.listen.file import FileSource
from simulator.listen.microphone import BLOCK_S
from simulator.records import SAMPLE_RATE_HZ, Samples
from simulator.sound import decode, flac
from simulator.sound.voice import probabilities, spans

GROUPS = ("monologue", "clean")
GAP_S = 1.0
ENDING_S = 30.0
AFTER_WORD_S = 0.1
"""Kept behind the last word, so that none of it is cut."""


class Voices:
    """Human recordings in an order of their own for each run.

    Args:
        place: the folder with `monologue/` and `clean/`.
    """

    def __init__(self, place: Path) -> None:
        paths = [p for g in GROUPS for p in sorted((place / g).iterdir())]
        self._sounds = [decode.read(path) for path in paths]

    def answer(self, length_s: float, seed: int) -> Samples:
        """At most that long, ending with a word.

        Longer answers of one seed end as its shorter ones do, so that their ends differ
        in what came before and in nothing else.
        """
        if length_s > ENDING_S:
            ending = self.answer(ENDING_S, seed)
            before = self._talk(length_s - ENDING_S, seed + 500)
            return np.concatenate([before, ending])
        whole = self._talk(length_s, seed)
        words = spans(probabilities(whole), whole)
        # The last stretch may be cut in the middle: a person ends with a whole one.
        ends = [end for _, end in words if end < length_s - AFTER_WORD_S]
        until = ends[-1] + AFTER_WORD_S if ends else length_s
        return whole[: round(until * SAMPLE_RATE_HZ)]

    def _talk(self, length_s: float, seed: int) -> Samples:
        order = list(self._sounds)
        random.Random(seed).shuffle(order)
        gap = np.zeros(round(GAP_S * SAMPLE_RATE_HZ), np.float32)
        pieces: list[Samples] = []
        while sum(map(len, pieces)) < length_s * SAMPLE_RATE_HZ:
            pieces += [order[0], gap]
            order.append(order.pop(0))
        return np.concatenate(pieces)[: round(length_s * SAMPLE_RATE_HZ)]


def written(path: Path, samples: Samples) -> Path:
    """The answer as a file, for the product's own source."""
    flac.write(path, samples)
    return path


class Talking(FileSource):
    """The product's file source at the pace of a clock, and a live one: quiet follows.

    `begun` is when its first sample was spoken, by `time.monotonic`.
    """

    live = True
    piece_s = BLOCK_S

    def __init__(self, path: Path, length_s: float) -> None:
        super().__init__(path, realtime=True)
        self.length_s = length_s
        self.begun = 0.0

    def chunks(self) -> Iterator[Samples | None]:
        """Sound in a microphone's pieces, each once its last sample has been spoken."""
        self.begun = time.monotonic()
        yield from super().chunks()
        quiet = np.zeros(round(self.piece_s * SAMPLE_RATE_HZ), np.float32)
        given_s = self.length_s
        while True:
            given_s += self.piece_s
            time.sleep(max(0.0, self.begun + given_s - time.monotonic()))
            yield quiet
