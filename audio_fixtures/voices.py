"""Phrases as bare sound: one breath, trimmed to its first and last sound.

Neither voice tells when its words begin. What can be known exactly is where a phrase
that was rendered alone is put, so each is rendered alone and cut where its sound is.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.ask.synthesis import render

from .script import ScriptError

FRAME_S = 0.005
"""Finer than any edge that is asked of a detector (0.08 s)."""

SILENT_DB = -45.0
"""Below the loudest frame. The neural voice breathes at about -60, a final /s/ or /f/
lies at -35: between the two."""

FADE_S = 0.004
"""At both cuts, so that none clicks."""

HALT_S = 0.2
"""A silence this long inside a phrase would be a pause that the truth does not know
(pauses count from 0.25 s); closures of stops stay under 0.15 s."""


def phrase(text: str, voice: str, speed: float, rate_hz: int) -> NDArray[np.float32]:
    """A phrase without silence around it.

    Args:
        text: words of one breath.
        voice: as `simulator.ask.voices.parse` reads it, without speed.
        speed: factor on the voice's own pace.
        rate_hz: of the samples returned.

    Returns:
        Mono samples, shape (n,).

    Raises:
        ScriptError: the voice halts inside the phrase, or says nothing.
        VoiceError: the voice is missing or failed.
    """
    samples, made_hz = render(text, voice=f"{voice},speed={speed:g}")
    if not len(samples):
        raise ScriptError(f"{text!r} makes no sound", "Write words that can be said.")
    first, last = ends(samples, made_hz, SILENT_DB)
    _refuse_halt(text, samples[first:last], made_hz)
    return faded(resampled(samples[first:last], made_hz, rate_hz), rate_hz)


def ends(
    samples: NDArray[np.float32], rate_hz: int, silent_db: float
) -> tuple[int, int]:
    """First sample of the sound, and the one after its last."""
    at = np.flatnonzero(_sounding(_power(samples, rate_hz), silent_db))
    step = round(FRAME_S * rate_hz)
    return int(at[0]) * step, (int(at[-1]) + 1) * step


def core(
    samples: NDArray[np.float32], rate_hz: int, silent_db: float
) -> tuple[int, int]:
    """The same of the unbroken stretch that holds the loudest moment."""
    power = _power(samples, rate_hz)
    silent = np.flatnonzero(~_sounding(power, silent_db))
    loudest = int(np.argmax(power))
    before, after = silent[silent < loudest], silent[silent > loudest]
    step = round(FRAME_S * rate_hz)
    first = int(before[-1]) + 1 if len(before) else 0
    last = int(after[0]) if len(after) else len(power)
    return first * step, last * step


def _power(samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float64]:
    """Per frame of `FRAME_S`."""
    step = round(FRAME_S * rate_hz)
    frames = samples[: len(samples) // step * step].reshape(-1, step)
    return np.asarray(np.mean(frames.astype(np.float64) ** 2, axis=1))


def _sounding(power: NDArray[np.float64], silent_db: float) -> NDArray[np.bool_]:
    return np.asarray(power > power.max(initial=0.0) * 10 ** (silent_db / 10))


def _refuse_halt(text: str, samples: NDArray[np.float32], rate_hz: int) -> None:
    sounding = _sounding(_power(samples, rate_hz), SILENT_DB)
    edges = np.flatnonzero(np.diff(sounding.astype(np.int8)))
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        halt_s = float(end - begin) * FRAME_S
        if halt_s >= HALT_S:
            raise ScriptError(
                f"the voice halts for {halt_s:.2f} s at {begin * FRAME_S:.2f} s of"
                f" {text!r}",
                "Split the phrase there (usually at a comma) and give the pause.",
            )


def resampled(
    samples: NDArray[np.float32], made_hz: int, rate_hz: int
) -> NDArray[np.float32]:
    """At another rate; a copy in any case."""
    import soxr

    if made_hz == rate_hz:
        return samples.copy()
    return np.asarray(soxr.resample(samples, made_hz, rate_hz, "VHQ"), np.float32)


def faded(samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.float32]:
    """Without a click at either end (changed in place)."""
    n = min(round(FADE_S * rate_hz), len(samples) // 2)
    ramp = np.linspace(0.0, 1.0, n, dtype=np.float32)
    samples[:n] *= ramp
    samples[-n:] *= ramp[::-1]
    return samples
