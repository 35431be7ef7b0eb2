"""Sounds held, blocked and repeated: spliced from made words, with exact truth.

People who stammer, and anyone in a hurry, hold a sound ("mmmy"), stop inside a word, or
say its first part again. None of these is a filler. Each is made here from a word that
a voice said: a few periods of a steady sound are repeated, a silence is put where the
word is weakest, its beginning is put before it once more.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ

from .voices import faded, phrase

Kind = Literal["prolongation", "block", "repeat"]

LOWEST_HZ, HIGHEST_HZ = 70.0, 350.0
"""Pitch of the voices used."""
WINDOW_S = 0.04
PERIODS = 3
"""Repeated together: a single one would buzz."""
REACH = 0.35
"""A held beginning lies in this first part of its word."""
WEAK = (0.25, 0.75)
"""A block lies in this middle part, where the word is weakest: at a stop, if any."""
PART_S = 0.16
"""Of a word said again: a consonant and the beginning of its vowel."""
BETWEEN_S = 0.07
GAP_S = 0.03
LEAD_S, TAIL_S = 0.5, 0.6
LEVEL_DBFS = -23.0


@dataclass(frozen=True)
class Stutter:
    """What is done to one word of a sentence."""

    kind: Kind
    before: str
    word: str
    after: str
    voice: str = "neural"
    length_s: float = 0.6
    """Of what is held or of the silence; a part is repeated without it."""
    times: int = 1
    """How often the first part is said before the word."""
    start: bool = True
    """Whether the beginning is held, rather than the vowel."""

    @property
    def text(self) -> str:
        """What was meant to be said."""
        return " ".join(t for t in (self.before, self.word, self.after) if t)


@dataclass(frozen=True)
class Stuttered:
    """The sound at 16 kHz, and where the word lies in it with what was done to it."""

    samples: NDArray[np.float32]
    start_s: float
    end_s: float


def stuttered(stutter: Stutter) -> Stuttered:
    """Make it.

    Raises:
        ScriptError: the voice halts inside a phrase, or says nothing.
        VoiceError: the voice is missing or failed.
    """
    parts, start, end = [_silence(LEAD_S)], 0, 0
    for text in (stutter.before, stutter.word, stutter.after):
        if not text:
            continue
        sound = phrase(text, stutter.voice, 0.9, SAMPLE_RATE_HZ)
        if text is stutter.word:
            sound = _MAKERS[stutter.kind](sound, stutter)
            start = sum(map(len, parts))
            end = start + len(sound)
        parts += [sound, _silence(GAP_S)]
    samples = np.concatenate([*parts, _silence(TAIL_S)])
    level = float(np.sqrt(np.mean(samples[samples != 0] ** 2)))
    samples = samples * np.float32(10 ** (LEVEL_DBFS / 20) / level)
    return Stuttered(samples, start / SAMPLE_RATE_HZ, end / SAMPLE_RATE_HZ)


def _prolonged(sound: NDArray[np.float32], stutter: Stutter) -> NDArray[np.float32]:
    at, period = _steadiest(sound, REACH if stutter.start else 1.0)
    unit = sound[at : at + PERIODS * period]
    copies = max(1, round(stutter.length_s * SAMPLE_RATE_HZ / len(unit)))
    return np.concatenate([sound[:at], *[unit] * copies, sound[at:]])


def _steadiest(sound: NDArray[np.float32], until: float) -> tuple[int, int]:
    """Where a sound most resembles itself a period later, and that period (samples).

    Louder places count for more, so that a vowel or a nasal is taken and no closure.
    """
    window = round(WINDOW_S * SAMPLE_RATE_HZ)
    shortest, longest = (round(SAMPLE_RATE_HZ / hz) for hz in (HIGHEST_HZ, LOWEST_HZ))
    best, found = 0.0, (0, shortest)
    last = max(1, min(round(until * len(sound)), len(sound) - window - longest))
    loudest = float(np.max(np.abs(sound)))
    for at in range(0, last, 80):
        here = sound[at : at + window]
        level = min(1.0, 5 * float(np.sqrt(np.mean(here**2))) / loudest)
        for period in range(shortest, longest, 2):
            later = sound[at + period : at + period + window]
            norm = float(np.sqrt(np.sum(here**2) * np.sum(later**2))) + 1e-9
            alike = level * float(np.dot(here, later)) / norm
            if alike > best:
                best, found = alike, (at, period)
    return found


def _blocked(sound: NDArray[np.float32], stutter: Stutter) -> NDArray[np.float32]:
    first, last = (round(share * len(sound)) for share in WEAK)
    power = np.convolve(sound**2, np.ones(160), "same")[first:last]
    at = first + int(np.argmin(power))
    before, after = (faded(s.copy(), SAMPLE_RATE_HZ) for s in (sound[:at], sound[at:]))
    return np.concatenate([before, _silence(stutter.length_s), after])


def _repeated(sound: NDArray[np.float32], stutter: Stutter) -> NDArray[np.float32]:
    size = min(round(PART_S * SAMPLE_RATE_HZ), len(sound) // 2)
    part = faded(sound[:size].copy(), SAMPLE_RATE_HZ)
    return np.concatenate([*[part, _silence(BETWEEN_S)] * stutter.times, sound])


def _silence(length_s: float) -> NDArray[np.float32]:
    return np.zeros(round(length_s * SAMPLE_RATE_HZ), np.float32)


_MAKERS = {"prolongation": _prolonged, "block": _blocked, "repeat": _repeated}

_VOICES = ("neural", "espeak:en-gb", "neural", "espeak:en-us+f3")
_HELD = (
    ("The first one to help was", "my", "manager from the north."),
    ("I called", "nobody", "on that long evening."),
    ("We moved the", "machine", "before the winter came."),
    ("They wanted to", "leave", "the old building."),
    ("It was", "really", "cold in the workshop."),
    ("She gave me the", "number", "of the driver."),
    ("We had to", "wait", "for the next delivery."),
    ("I think", "many", "people did not know."),
    ("He asked for", "more", "time to read it."),
    ("That was the", "reason", "why we stopped."),
)
_BROKEN = (
    ("I was working for the", "department", "that sells the parts."),
    ("We sent a", "letter", "to every customer."),
    ("My task was to", "organize", "the summer market."),
    ("They needed a", "computer", "for the front desk."),
    ("The", "important", "thing was to listen."),
    ("We had a", "problem", "with the heating."),
    ("I spoke to the", "director", "of the hospital."),
    ("There was no", "paper", "left in the printer."),
    ("I wrote the", "report", "on a Sunday."),
    ("Then the", "customer", "came back to us."),
)
HELD_S = (0.5, 0.7, 0.9)
BLOCK_S = (0.3, 0.5, 0.8)


def sixty() -> tuple[Stutter, ...]:
    """The set that is measured: 20 of each kind, in three voices."""
    found: list[Stutter] = []
    for k in range(20):
        voice = _VOICES[k % len(_VOICES)]
        held, broken = _HELD[k % 10], _BROKEN[k % 10]
        second = k >= 10
        found += [
            Stutter("prolongation", *held, voice, HELD_S[k % 3], start=not second),
            Stutter("block", *(held if second else broken), voice, BLOCK_S[k % 3]),
            Stutter("repeat", *(broken if second else held), voice, times=1 + k % 3),
        ]
    return tuple(found)
