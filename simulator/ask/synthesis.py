"""Text to sound, whichever voice says it: all of it, or a `VoiceError`."""

import numpy as np
from numpy.typing import NDArray

from . import espeak, neural
from .speakable import pieces
from .voices import FASTEST, SLOWEST, parse

SLOWER = 0.85
"""A repeated question is said at 85 % of the pace: clearly slower, not laboured."""


def render(
    text: str, *, voice: str = "neural", slower: bool = False
) -> tuple[NDArray[np.float32], int]:
    """Say a text.

    Args:
        text: any text; what cannot be said (escapes, markup, emoji) is left out.
        voice: see `voices.parse`, e.g. "neural", "espeak", "espeak:en-us+f3,speed=1.2".
        slower: at `SLOWER` times the pace.

    Returns:
        Samples of shape (n,) in [-1, 1] and their rate in Hz. Text in which nothing can
        be said gives no samples.

    Raises:
        VoiceError: the voice is missing, failed, or returned too little sound.
    """
    chosen = parse(voice)
    factor = min(max(chosen.speed * (SLOWER if slower else 1.0), SLOWEST), FASTEST)
    engine = neural.render if chosen.engine == "neural" else espeak.render
    sounds: list[NDArray[np.float32]] = []
    rate_hz = 16_000
    for piece in pieces(text):
        samples, rate_hz = engine(piece, chosen, factor)
        sounds.append(samples)
    return (np.concatenate(sounds) if sounds else np.zeros(0, np.float32)), rate_hz
