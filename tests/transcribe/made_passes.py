"""Two decodings by hand, sounds to go with them, and what they say together."""

import numpy as np

from simulator.records import SAMPLE_RATE_HZ, Samples, Word
from simulator.transcribe.evidence import evidence
from simulator.transcribe.heard import Decoding, HeardWord, Passes
from simulator.transcribe.joining import join
from simulator.transcribe.settings import Settings

Said = tuple[str, float, float]


def decoding(*said: Said, likely: float = -0.2, **more: float) -> Decoding:
    words = tuple(HeardWord(text, start, end, 0.9) for text, start, end in said)
    return Decoding(words, mean_log_probability=likely, **more)


def vowel(seconds: float, pitch_hz: float = 120.0) -> Samples:
    """A steady "uh": a buzz through two resonances, about 600 and 1200 Hz."""
    t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    sound = np.zeros_like(t)
    for k in range(1, 33):
        f = k * pitch_hz
        strength = 1 / (1 + ((f - 600) / 150) ** 2) + 0.7 / (
            1 + ((f - 1200) / 200) ** 2
        )
        sound += strength * np.sin(2 * np.pi * f * t + k * k)
    edge = np.minimum(1, np.minimum(t, t[::-1]) / 0.02)
    return (0.1 * edge * sound / sound.std()).astype(np.float32)


def hum(seconds: float) -> Samples:
    """An "mm": the lowest partials only."""
    t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    edge = np.minimum(1, np.minimum(t, t[::-1]) / 0.02)
    return (0.1 * edge * np.sin(2 * np.pi * 120 * t)).astype(np.float32)


def talk(seconds: float) -> Samples:
    """Something like words: vowels whose pitch and resonances move all the time."""
    t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    sound = np.zeros_like(t)
    glide = 120 + 25 * np.sin(2 * np.pi * 2.2 * t)
    phase = 2 * np.pi * np.cumsum(glide) / SAMPLE_RATE_HZ
    first = 500 + 250 * np.sin(2 * np.pi * 4.7 * t)
    second = 1500 + 700 * np.sin(2 * np.pi * 3.9 * t)
    for k in range(1, 30):
        f = k * glide
        strength = 1 / (1 + ((f - first) / 120) ** 2)
        strength += 0.8 / (1 + ((f - second) / 180) ** 2)
        sound += strength * np.sin(k * phase)
    syllables = 0.55 + 0.45 * np.sin(2 * np.pi * 4.5 * t)
    return (0.1 * syllables * sound / sound.std()).astype(np.float32)


def still(seconds: float) -> Samples:
    generator = np.random.default_rng(3)
    noise = generator.standard_normal(round(seconds * SAMPLE_RATE_HZ))
    return (1e-4 * noise).astype(np.float32)


def joined(passes: Passes, *sound: Samples) -> tuple[Word, ...]:
    settings = Settings()
    found = evidence(np.concatenate(sound), settings.fillers)
    return join(passes, found, settings)


def fillers(words: tuple[Word, ...]) -> list[str]:
    return [
        word.text.strip(",.").lower() for word in words if word.kind == "filled_pause"
    ]


WE_TALK = (("We", 0.2, 0.5), ("talked", 0.5, 1.2))
ABOUT_IT = (("about", 2.0, 2.5), ("it.", 2.5, 3.0))
