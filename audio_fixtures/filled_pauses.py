"""Filled pauses: the voice's "um" and "uh" with the melody taken out and exact length.

A voice that reads "um" sings it like a word (it rises and falls by five semitones, and
ends in a breath), while people hold theirs: level, a little low, voiced to the end (De
Jong, Pacilly & Heeren 2021; Audhkhasi 2009). hibari predicts spectrum and pitch
apart, so the pitch can be flattened before it makes the wave. espeak has no such door
and keeps its melody.
"""

import math
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.ask.synthesis import render
from simulator.errors import VoiceError

from .script import ScriptError
from .voices import core, faded, resampled

SPEEDS = tuple(round(0.5 + 0.05 * k, 2) for k in range(27))
USUAL_S = 0.35
FRAME_S = 0.0125
"""The neural voice predicts its spectrum frame by frame (hibari.dsp)."""
LENGTH_ERROR = 0.2
"""A filler may miss its wished length by this share; the truth has the real one."""

HELD = 0.15
"""How much of the melody is left: about one semitone."""

LOW = 0.86
"""Against the voice's own "um" (-2.6 semitones): filled pauses lie low."""

VOICED_HZ = 100.0
"""This voice never speaks lower; hibari writes unvoiced frames as values near 0."""

TAIL_DB = -15.0
"""Below the loudest frame the voice only breathes in or out; no vowel or [m] is weaker.
At some speeds a second breath follows: only the stretch around the loudest is kept."""

WEAKER = 10 ** (-2.0 / 20)
"""Filled pauses are a little weaker than the words around them."""

SPELLED = {"er": "ɜɹ,", "erm": "ɜɹm,"}
"""The lexicon would spell these out as letters."""


def filled_pause(
    text: str, voice: str, length_s: float | None, rate_hz: int
) -> NDArray[np.float32]:
    """A filled pause of about that length.

    Raises:
        ScriptError: the voice cannot make it that long.
        VoiceError: the voice is missing or failed.
    """
    wished_s = length_s or USUAL_S
    makes = (_cut(text, voice, speed, rate_hz) for speed in SPEEDS)
    best = min(makes, key=lambda made: abs(len(made) / rate_hz - wished_s))
    missing_s = wished_s * (1 - LENGTH_ERROR) - len(best) / rate_hz
    if missing_s > 0 and voice == "neural":
        held = math.ceil(missing_s / FRAME_S)
        best = _cut(text, voice, SPEEDS[0], rate_hz, held)
    made_s = len(best) / rate_hz
    if abs(made_s - wished_s) > LENGTH_ERROR * wished_s:
        raise ScriptError(
            f"{text!r} cannot be {wished_s:g} s long (nearest: {made_s:.2f} s)",
            "Change length_s.",
        )
    return best * np.float32(WEAKER)


@lru_cache(maxsize=512)
def _cut(
    text: str, voice: str, speed: float, rate_hz: int, held: int = 0
) -> NDArray[np.float32]:
    if voice == "neural":
        samples, made_hz = _held(text, speed, held)
    else:
        samples, made_hz = render(f"{text},", voice=f"{voice},speed={speed:g}")
    first, last = core(samples, made_hz, TAIL_DB)
    cut = faded(resampled(samples[first:last], made_hz, rate_hz), rate_hz)
    cut.flags.writeable = False  # shared by the cache
    return cut


def _held(text: str, speed: float, more: int) -> tuple[NDArray[np.float32], int]:
    """The neural voice's filler with its pitch held, and `more` frames of its vowel.

    How long the voice speaks hangs on the last bits of its arithmetic: one processor's
    slowest "um" is 0.48 s long, another's 0.47 s.
    """
    from hibari import dsp

    engine = _engine()
    phonemes = SPELLED.get(text) or engine.phonemize(f"{text},")[0]
    given = {
        "ids": np.asarray([engine.ids(phonemes)], np.int64),
        "speed": np.asarray([speed], np.float32),
    }
    outputs = [output[0] for output in engine.sess.run(None, given)]
    loudest = int(np.argmax(np.max(outputs[0], axis=0)))
    repeats = np.ones(len(outputs[-1]), int)
    repeats[loudest] += more
    lh, th, ln, lr, phi, f0 = (np.repeat(o, repeats, axis=-1) for o in outputs)
    voiced = f0 > VOICED_HZ
    middle = np.median(f0[voiced])
    held = np.where(voiced, (middle + HELD * (f0 - middle)) * LOW, f0)
    rng = np.random.default_rng(0)
    samples = dsp.synth(lh, th, ln, lr, phi, held.astype(np.float32), rng)
    return np.asarray(samples, np.float32), int(engine.sample_rate)


@lru_cache(maxsize=1)
def _engine() -> Any:
    try:
        from hibari import Hibari
    except ImportError as error:
        raise VoiceError(
            "The neural voice is missing", "pip install '.[voice]'"
        ) from error
    return Hibari()
