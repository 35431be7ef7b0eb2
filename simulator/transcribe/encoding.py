"""The first half of Whisper: a piece's sound as its decoder reads it.

It costs about a quarter of a piece's time and hangs on nothing but the sound, so it can
be done while it is not yet certain that the piece ends here.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from simulator.records import SAMPLE_RATE_HZ, Samples

from .heard import HeardWord
from .once import Once
from .settings import Decoder

FRAMES_PER_S = 100
"""Whisper's spectrogram has one frame in 10 ms."""

FRAMES_PER_FEATURE = 2
"""Its encoder takes every second step."""

LONGEST_WINDOW = 3000
"""The window that Whisper was trained on: 30 s."""


@dataclass(frozen=True)
class Encoded:
    """A piece on its way through the decoder."""

    sound: Samples
    features: Any
    """CTranslate2's array, shape (1, frames, features)."""
    aligned: Once[tuple[HeardWord, ...]] = field(default_factory=Once)
    """Words by their tokens: passes that wrote the same are aligned once."""

    @property
    def duration_s(self) -> float:
        """Length of its sound."""
        return len(self.sound) / SAMPLE_RATE_HZ

    @property
    def frames(self) -> int:
        """Of its spectrogram that hold its sound; the rest of the window is silence."""
        return len(self.sound) * FRAMES_PER_S // SAMPLE_RATE_HZ

    def spoken(self) -> Any:
        """The features of its sound alone, shape (1, frames / 2, features): reading
        them takes a tenth less. Its words are known, so no silence need end them."""
        from ctranslate2 import StorageView

        until = -(-self.frames // FRAMES_PER_FEATURE)
        return StorageView.from_array(np.array(self.features)[:, :until].copy())


class Encoder:
    """Encodes pieces, and keeps one that may be asked for.

    Args:
        whisper: faster-whisper's model.
        decoder: the settings of the window.
    """

    def __init__(self, whisper: Any, decoder: Decoder) -> None:
        self._whisper = whisper
        self._decoder = decoder
        self._kept: tuple[Samples, Any] | None = None

    def encoded(self, sound: Samples) -> Any:
        """CTranslate2's array, shape (1, frames, features): a window a little longer
        than the sound, so that silence follows it."""
        margin_s, step = self._decoder.window_margin_s, self._decoder.window_step
        needed = round((len(sound) / SAMPLE_RATE_HZ + margin_s) * FRAMES_PER_S)
        window = max(self._decoder.window_least, -(-needed // step) * step)
        window = min(window, LONGEST_WINDOW)
        features = self._whisper.feature_extractor(sound, padding=0)[:, :window]
        missing = window - features.shape[1]
        return self._whisper.encode(np.pad(features, ((0, 0), (0, missing))))

    def prepare(self, sound: Samples) -> None:
        """Encode now what will probably be asked for; kept until another is."""
        self._kept = (sound, self.encoded(sound))

    def prepared(self, sound: Samples) -> Any:
        """The same as `encoded`, at once where just this sound was prepared."""
        kept = self._kept
        if kept is not None and np.array_equal(kept[0], sound):
            return kept[1]
        return self.encoded(sound)
