"""Spoken phrases with known truth, and files of any format."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from made_sounds import PAUSES_S, PHRASES, RATE_HZ, Spoken, hiss, phrase


@pytest.fixture
def spoken() -> Spoken:
    """Four phrases with pauses of 0.3, 0.5 and 1.2 s, in a quiet room (-70 dBFS)."""
    at = round(0.6 * RATE_HZ)
    pieces = [np.zeros(at, np.float32)]
    found = []
    for text, pause_s in zip(PHRASES, (*PAUSES_S, 0.8), strict=True):
        sound = phrase(text)
        found.append((at / RATE_HZ, (at + len(sound)) / RATE_HZ))
        pieces += [sound, np.zeros(round(pause_s * RATE_HZ), np.float32)]
        at += len(sound) + round(pause_s * RATE_HZ)
    whole = np.concatenate(pieces)
    return Spoken(whole + hiss(len(whole) / RATE_HZ, -70), tuple(found))


@pytest.fixture
def wav(tmp_path: Path) -> Callable[..., Path]:
    """Writes samples as a file in any format soundfile knows."""
    import soundfile

    def write(
        samples: np.ndarray,
        name: str = "sound.wav",
        rate_hz: int = RATE_HZ,
        subtype: str = "PCM_16",
    ) -> Path:
        path = tmp_path / name
        soundfile.write(path, samples, rate_hz, subtype=subtype)
        return path

    return write
