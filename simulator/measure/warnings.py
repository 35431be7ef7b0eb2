"""Sentences about the recording itself, where it makes the measures doubtful.

Absolute loudness belongs to the microphone, so it is never judged; only what harms the
measures is said. Thresholds: signal to noise 15 dB and 0.1 % of samples at full scale
(research notes on prosody, project's choice); very low is 25 dB under a usual -20 dBFS.
"""

import numpy as np

from simulator.records import Answer, Sound

NOISY_SNR_DB = 15.0
CLIPPED_RATIO = 0.001
LOW_DBFS = -45.0


def _speech_level(sound: Sound) -> float | None:
    """Median level inside the stretches of speech; None without any."""
    centres = (np.arange(len(sound.level_dbfs)) + 0.5) * sound.hop_s
    inside = np.zeros(len(centres), dtype=bool)
    for start_s, end_s in sound.speech:
        inside |= (centres >= start_s) & (centres < end_s)
    levels = sound.level_dbfs[inside]
    levels = levels[np.isfinite(levels)]
    return float(np.median(levels)) if len(levels) else None


def find(answer: Answer) -> tuple[str, ...]:
    """What a reader must know about the recording; empty for text and good sound."""
    sound = answer.sound
    if sound is None:
        return ()
    said = []
    if sound.snr_db is not None and sound.snr_db < NOISY_SNR_DB:
        said.append(
            f"The room was loud: speech stood only {sound.snr_db:.0f} dB above the "
            "noise, so pauses, pitch and some words may be wrong."
        )
    if sound.clipped_ratio > CLIPPED_RATIO:
        said.append(
            f"The recording is clipped ({100 * sound.clipped_ratio:.1f} % of it): turn "
            "the microphone down or move back a little."
        )
    level = _speech_level(sound)
    if level is not None and level < LOW_DBFS:
        said.append(
            f"The recording is very quiet ({level:.0f} dBFS): move closer to the "
            "microphone or turn it up."
        )
    return tuple(said)
