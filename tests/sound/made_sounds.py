"""Sounds with known truth: tones, noise, and spoken phrases joined at known samples."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from simulator.records import Samples
from simulator.sound import level
from simulator.sound.resample import Resampler

RATE_HZ = 16_000
PHRASES = (
    "So we decided to move the database",
    "because the old system was failing",
    "I talked to the customers",
    "In the end we saved about forty hours",
)
PAUSES_S = (0.3, 0.5, 1.2)


@dataclass(frozen=True)
class Spoken:
    """Phrases joined at known samples, and where each begins and ends."""

    samples: Samples
    phrases: tuple[tuple[float, float], ...]


def tone(frequency_hz: float, seconds: float, peak: float = 0.5) -> Samples:
    times = np.arange(round(seconds * RATE_HZ)) / RATE_HZ
    return (peak * np.sin(2 * np.pi * frequency_hz * times)).astype(np.float32)


def hiss(seconds: float, level_dbfs: float) -> Samples:
    random = np.random.default_rng(7)
    scale = 10 ** (level_dbfs / 20)
    return random.normal(0, scale, round(seconds * RATE_HZ)).astype(np.float32)


@cache
def phrase(text: str) -> Samples:
    """A phrase in a made voice, cut to where it is within 45 dB of its top."""
    hibari = pytest.importorskip("hibari", reason="extra `voice` is not installed")
    made = np.asarray(hibari.Hibari()(text), np.float32).reshape(-1)
    resampler = Resampler(24_000, 1)
    sound = np.concatenate([resampler.push(made), resampler.flush()])
    by_ms = level.track(sound, 16, 80)
    loud = np.flatnonzero(by_ms > by_ms.max() - 45)
    return sound[loud[0] * 16 : (loud[-1] + 1) * 16]
