"""Phrases and fillers as bare sound: one breath, trimmed to its first and last sound.

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

FILLER_SPEEDS = tuple(round(0.5 + 0.05 * k, 2) for k in range(27))
FILLER_ERROR = 0.2
"""A filler may miss its wished length by this share; the truth has the real one."""

FILLER_GAIN = 10 ** (-2.0 / 20)
"""Filled pauses are a little weaker than the words around them."""


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
    sounding = _sounding(samples, made_hz)
    if not sounding.any():
        raise ScriptError(f"{text!r} makes no sound")
    first, last = _ends(sounding)
    _refuse_halt(text, sounding[first:last])
    step = round(FRAME_S * made_hz)
    return _faded(_resampled(samples[first * step : last * step], made_hz, rate_hz))


def filler(
    text: str, voice: str, length_s: float | None, rate_hz: int
) -> NDArray[np.float32]:
    """A filled pause of about that length (by default about 0.35 s).

    The comma keeps the voice from falling as at the end of a sentence: filled pauses
    are flat.
    """
    wished_s = length_s or 0.35
    slow, fast = 0, len(FILLER_SPEEDS) - 1
    best = phrase(f"{text},", voice, FILLER_SPEEDS[fast], rate_hz)
    while slow < fast:  # the slower, the longer: halve towards the wished length
        middle = (slow + fast) // 2
        made = phrase(f"{text},", voice, FILLER_SPEEDS[middle], rate_hz)
        if _miss(made, wished_s, rate_hz) < _miss(best, wished_s, rate_hz):
            best = made
        if len(made) > wished_s * rate_hz:
            slow = middle + 1
        else:
            fast = middle
    if _miss(best, wished_s, rate_hz) > FILLER_ERROR * wished_s:
        raise ScriptError(
            f"{text!r} cannot be made {wished_s:g} s long (nearest:"
            f" {len(best) / rate_hz:.2f} s)"
        )
    return best * np.float32(FILLER_GAIN)


def _miss(samples: NDArray[np.float32], wished_s: float, rate_hz: int) -> float:
    return abs(len(samples) / rate_hz - wished_s)


def _sounding(samples: NDArray[np.float32], rate_hz: int) -> NDArray[np.bool_]:
    """Per frame of `FRAME_S`, whether it belongs to the sound."""
    step = round(FRAME_S * rate_hz)
    frames = samples[: len(samples) // step * step].reshape(-1, step).astype(np.float64)
    power = np.mean(frames**2, axis=1)
    loudest = power.max(initial=0.0)
    return power > max(loudest * 10 ** (SILENT_DB / 10), 1e-12)


def _ends(sounding: NDArray[np.bool_]) -> tuple[int, int]:
    at = np.flatnonzero(sounding)
    return int(at[0]), int(at[-1]) + 1


def _refuse_halt(text: str, sounding: NDArray[np.bool_]) -> None:
    edges = np.flatnonzero(np.diff(sounding.astype(np.int8)))
    for begin, end in zip(edges[::2], edges[1::2], strict=True):
        halt_s = float(end - begin) * FRAME_S
        if halt_s >= HALT_S:
            raise ScriptError(
                f"the voice halts for {halt_s:.2f} s at {begin * FRAME_S:.2f} s of"
                f" {text!r}",
                "Split the phrase there (usually at a comma) and give the pause.",
            )


def _resampled(
    samples: NDArray[np.float32], made_hz: int, rate_hz: int
) -> NDArray[np.float32]:
    import soxr

    if made_hz == rate_hz:
        return samples.copy()
    return np.asarray(soxr.resample(samples, made_hz, rate_hz, "VHQ"), np.float32)


def _faded(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    n = min(max(len(samples) // 200, 32), len(samples) // 2)
    ramp = np.linspace(0.0, 1.0, n, dtype=np.float32)
    samples[:n] *= ramp
    samples[-n:] *= ramp[::-1]
    return samples
