"""What one piece's decodings say, before anything is judged. Plain records.

All times are in the piece's own clock: seconds since its first kept sample.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A place between words where a filled pause may be, and what would settle it."""

    place: int
    """How many words come before it."""
    least: float
    """The ratio below which there is none."""
    enough: float = 0.0
    """The ratio from which on more of it changes nothing; -inf: no second is tried."""


Likely = Callable[[Sequence[str], Sequence[Asked]], Sequence[float]]
"""(words, what is asked) -> for each place, how much likelier they are with a filled
pause there: natural logarithm of the ratio."""


def unknown(words: Sequence[str], asked: Sequence[Asked]) -> Sequence[float]:
    """Where no decoder can be asked: nothing speaks for a filled pause."""
    return (-math.inf,) * len(asked)


def plain(text: str) -> str:
    """Letters, digits and apostrophes only, lower case; may be empty."""
    kept = (c for c in text.lower() if c.isalnum() or c in "'’")
    return "".join(kept).replace("’", "'").strip("'")


@dataclass(frozen=True)
class HeardWord:
    """A word as Whisper wrote it, with its aligned times."""

    text: str
    start_s: float
    end_s: float
    probability: float

    @property
    def plain(self) -> str:
        """Letters, digits and apostrophes only, lower case; may be empty."""
        return plain(self.text)


@dataclass(frozen=True)
class Decoding:
    """One decoding of one piece."""

    words: tuple[HeardWord, ...] = ()
    mean_log_probability: float = 0.0
    """Over its tokens, natural logarithm."""
    no_speech: float = 0.0
    """Whisper's own probability that nobody speaks."""
    compression: float = 0.0
    """Bytes of text over bytes compressed: above 2.4 it repeats itself."""

    @property
    def text(self) -> str:
        """The words as one line."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True)
class Passes:
    """Both decodings of the same encoding, and the decoder to be asked for more."""

    clean: Decoding
    prompted: Decoding
    terms: frozenset[str] = frozenset()
    """Plain words that only the clean pass was told to expect."""
    likely: Likely = unknown
