"""All that the sound itself says about an answer, on one time grid.

Voice, level and pitch share a hop of 16 ms so that measures can lay them over one
another without resampling. Everything runs in blocks of a minute: memory beyond the
samples themselves stays at a few MB, for an hour too.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples, Sound

from . import edges, level, pitch, voice

HOP = pitch.HOP
HOP_S = pitch.HOP_S

ENOUGH_S = 0.3
"""Less speech or less background says nothing about their ratio."""
LARGEST_SNR_DB = 80.0
"""Beyond this it is digital silence or a studio; the number says nothing more."""


def describe(samples: Samples) -> Sound:
    """Describe 16 kHz mono sound, shape (n_samples,); no samples give empty tracks."""
    frames = -(-len(samples) // HOP)
    probabilities = voice.probabilities(samples)
    speech = voice.spans(probabilities, samples)
    voiced = np.repeat(probabilities, voice.FRAME // HOP)[:frames]
    return Sound(
        duration_s=len(samples) / SAMPLE_RATE_HZ,
        hop_s=HOP_S,
        voice=voiced,
        level_dbfs=level.track(samples, HOP),
        pitch_hz=_pitch_of_speech(samples, voiced, speech),
        speech=speech,
        clipped_ratio=level.clipped_ratio(samples),
        snr_db=_snr_db(samples, voiced),
    )


def _pitch_of_speech(
    samples: Samples,
    voiced: NDArray[np.float32],
    speech: tuple[tuple[float, float], ...],
) -> NDArray[np.float32]:
    """Pitch, with NaN where nobody speaks: fans and hum have a pitch too."""
    centres_s = (np.arange(len(voiced)) + 0.5) * HOP_S
    inside = np.zeros(len(voiced), np.bool_)
    for start_s, end_s in speech:
        first, last = np.searchsorted(centres_s, (start_s, end_s))
        inside[first:last] = True
    pitch_hz, _ = pitch.track(samples, inside | (voiced >= edges.SURELY_SILENT))
    return pitch_hz


def _snr_db(samples: Samples, voiced: NDArray[np.float32]) -> float | None:
    """Speech level (mean power) over background level (median power), in dB.

    The speech's own power is had by taking the background's from it. The median leaves
    coughs and doors out of the background. None with under 0.3 s of either.
    """
    power = 10 ** (level.track(samples, HOP).astype(np.float64) / 10)
    enough = ENOUGH_S / HOP_S
    spoken = power[voiced >= voice.ENTER]
    quiet = power[voiced < edges.SURELY_SILENT]
    if len(spoken) < enough or len(quiet) < enough:
        return None
    ratio = float(np.mean(spoken) / np.median(quiet)) - 1
    if ratio <= 1:
        return 0.0
    return min(LARGEST_SNR_DB, float(10 * np.log10(ratio)))
