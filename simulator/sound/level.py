"""How loud sound is, whether it was clipped, and bringing it to one level.

Level is root mean square in dB relative to full scale (dBFS): a full-scale square wave
is 0, a full-scale sine -3.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples

from . import offset

SILENCE_DBFS = -120.0
"""Stands for digital silence: below the last bit of a 16-bit recording (-98 dBFS)."""

FULL_SCALE = 0.98
"""A clipped sample's height: resampling rings by about 2 % around a flattened top."""

SPEECH_TARGET_DBFS = -23.0
"""Speech level for decoding; EBU R 128's programme level, near Whisper's training
sound."""

LARGEST_GAIN_DB = 40.0
"""More would turn a room's hum into the answer."""

TOP_SHARE = 0.999
"""Quantile of speech that must stay below full scale: one click holds no level down."""


def dbfs(samples: Samples) -> float:
    """RMS level in dBFS; -120 for silence and for no samples at all."""
    if not len(samples):
        return SILENCE_DBFS
    power = float(np.mean(np.square(samples, dtype=np.float64)))
    return max(SILENCE_DBFS, 10 * np.log10(power)) if power > 0 else SILENCE_DBFS


def moving_dbfs(samples: Samples) -> float:
    """The same about their mean, for a meter: an offset would look like a voice there.

    Of a tenth of a second by itself no more is known of the offset.
    """
    return dbfs(samples - samples.mean()) if len(samples) else SILENCE_DBFS


def clipped_ratio(samples: Samples) -> float:
    """Share of samples at full scale, 0 to 1; 0 for no samples."""
    if not len(samples):
        return 0.0
    clipped = np.count_nonzero(samples >= FULL_SCALE)
    clipped += np.count_nonzero(samples <= -FULL_SCALE)
    return float(clipped / len(samples))


def track(
    samples: Samples, hop: int, window: int | None = None, about: float = 0.0
) -> NDArray[np.float32]:
    """Level every `hop` samples, dBFS, over `window` samples centred on the hop's
    middle.

    Args:
        samples: shape (n_samples,).
        hop: samples.
        window: samples; None for the hop's own.
        about: the constant offset of the recording (`offset.of`), which is no sound.

    Returns:
        shape (ceil(n_samples / hop),); the last hop is measured over what it holds.
    """
    frames = -(-len(samples) // hop)
    if not frames:
        return np.zeros(0, np.float32)
    power = np.zeros(frames, np.float64)
    whole = len(samples) // hop
    by_hop = samples[: whole * hop].reshape(whole, hop)
    power[:whole] = np.einsum("ij,ij->i", by_hop, by_hop, dtype=np.float64) / hop
    rest = samples[whole * hop :]
    if len(rest):
        power[-1] = np.mean(np.square(rest, dtype=np.float64))
    if about:
        power += about**2 - 2 * about * _hop_means(samples, hop)
    span = round((window or hop) / hop)
    if span > 1:
        padded = np.pad(power, (span // 2, span - 1 - span // 2), mode="edge")
        power = np.convolve(padded, np.full(span, 1 / span), mode="valid")
    floor = 10 ** (SILENCE_DBFS / 10)
    return (10 * np.log10(np.maximum(power, floor))).astype(np.float32)


def _hop_means(samples: Samples, hop: int) -> NDArray[np.float64]:
    starts = np.arange(0, len(samples), hop)
    sums = np.add.reduceat(samples, starts, dtype=np.float64)
    return np.asarray(sums / np.diff(starts, append=len(samples)), np.float64)


def normalised(
    samples: Samples, speech_spans: Sequence[tuple[float, float]]
) -> Samples:
    """The sound with its speech brought to -23 dBFS; unchanged where there is none.

    A constant offset is taken out first: it would count as speech, and be amplified
    with it. One gain for all of it: relative loudness is part of how something was
    said. The gain is at most 40 dB, and stops where 0.1 % of the speech would clip.
    """
    off = offset.of(samples)
    if off:
        samples = samples - np.float32(off)
    speech = [
        samples[round(start * SAMPLE_RATE_HZ) : round(end * SAMPLE_RATE_HZ)]
        for start, end in speech_spans
    ]
    spoken = np.concatenate(speech) if speech else np.zeros(0, np.float32)
    if dbfs(spoken) <= SILENCE_DBFS:
        return samples
    top = float(np.quantile(np.abs(spoken), TOP_SHARE))
    gain_db = min(SPEECH_TARGET_DBFS - dbfs(spoken), LARGEST_GAIN_DB)
    gain = min(10 ** (gain_db / 20), 1.0 / max(top, 1e-6))
    brought: Samples = np.clip(samples * np.float32(gain), -1.0, 1.0)
    return brought
