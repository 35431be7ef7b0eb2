"""The neural voice: hibari-tts in this process, loaded once, never from the network.

It runs at more than thirty times real time on one core, so a child process would cost
more than it saves. hibari downloads a voice it does not find; a rehearsal must not, so
the path is asked for with downloading switched off and handed over.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from simulator.errors import VoiceError

from . import enough
from .voices import Voice

if TYPE_CHECKING:
    from hibari import Hibari

SEED = 0
"""The breath noise is drawn: a fixed seed makes the same text the same sound."""


def render(text: str, voice: Voice, factor: float) -> tuple[NDArray[np.float32], int]:
    """Say one piece of text.

    Args:
        text: speakable text, one piece.
        voice: `variant` is the name of one of hibari's voices.
        factor: pace against the voice's own; 0.85 is slower.

    Returns:
        Samples of shape (n,) in [-1, 1], and their rate in Hz (24 000).

    Raises:
        VoiceError: hibari is missing, or the voice is not on this machine.
    """
    engine = _loaded(voice.variant)
    try:
        samples = engine(text, speed=factor, seed=SEED)
    except Exception as error:  # onnxruntime has no error class of its own
        raise VoiceError(f"The neural voice failed ({error})") from error
    sound = np.asarray(np.clip(samples, -1.0, 1.0), np.float32)
    rate_hz = int(engine.sample_rate)
    missing = enough.problem(text, sound, rate_hz)
    if missing:
        raise VoiceError(f"The neural voice failed ({missing})")
    return sound, rate_hz


@lru_cache(maxsize=2)
def _loaded(variant: str) -> "Hibari":
    try:
        from hibari import Hibari
        from hibari.voices import DEFAULT, VOICES, voice_path
    except ImportError as error:
        raise VoiceError(
            f"The neural voice cannot be loaded ({error})",
            "Install it with: python -m pip install hibari-tts",
        ) from error
    name = variant or DEFAULT
    if name not in VOICES:
        raise VoiceError(
            f"There is no neural voice named {name!r}", "Use voice neural alone."
        )
    try:
        path = voice_path(name, download_missing=False)
        return Hibari(voice=name, model=path, threads=1)
    except FileNotFoundError as error:
        raise VoiceError(
            f"The neural voice {name!r} is not on this machine",
            "It is never downloaded during a rehearsal. Use voice neural alone.",
        ) from error
    except Exception as error:  # a damaged ONNX file raises onnxruntime's own
        raise VoiceError(
            f"The neural voice cannot be loaded ({error})",
            "Install it again with: python -m pip install --force-reinstall hibari-tts",
        ) from error
