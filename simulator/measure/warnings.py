"""Sentences about the recording itself, where it makes the measures doubtful.

Absolute loudness belongs to the microphone, so it is never judged; only what harms the
measures is said. Thresholds: signal to noise 15 dB and 0.1 % of samples at full scale
(research notes on prosody, project's choice); very low is 25 dB under a usual -20 dBFS;
a narrow band and a second voice are told in `sound.timbre`.
"""

import numpy as np

from simulator.records import Answer, Measurement, Sound
from simulator.sound.describe import NOISY_SNR_DB

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


NARROW = (
    "The microphone gave a telephone's sound, as Bluetooth headsets do in calls: some "
    "words may be wrong. Another microphone, or a cable, helps."
)
SECOND = (
    "Two voices were heard, so pace, pauses and words may be partly somebody else's."
)
DOUBTFUL = "Shown, not judged: {}."
"""What stands beside a measure that the recording makes doubtful."""
_BY_THE_CLOCK = ("answer_length", "answer_words")
"""Told well enough from a poor recording of one voice."""
_BY_DETAIL = (
    *("filled_pause_rate", "articulation_rate"),
    *("pitch_variation", "pitch_range", "fading_share"),
)
"""What clipping and a narrow band bend; pace and pauses survive both."""


def doubt(answer: Answer, name: str) -> str:
    """Why a measure may not be judged on this recording; "" where it may.

    Args:
        answer: with its sound.
        name: the measure's.
    """
    sound = answer.sound
    if sound is None:
        return ""
    if sound.second_voice:
        return DOUBTFUL.format("two voices were heard")
    if name in _BY_THE_CLOCK:
        return ""
    if sound.snr_db is not None and sound.snr_db < NOISY_SNR_DB:
        return DOUBTFUL.format("the room was loud")
    if name in _BY_DETAIL and sound.clipped_ratio > CLIPPED_RATIO:
        return DOUBTFUL.format("the recording is clipped")
    if name in _BY_DETAIL and sound.narrow_band:
        return DOUBTFUL.format("the microphone gave a telephone's sound")
    return ""


def doubted(answer: Answer, measurement: Measurement) -> Measurement:
    """The measure as this recording lets it be read.

    Whatever has limits to stand outside of is doubted, graded or not: a rate over a
    short answer is remarked on too, where even its lower end is far out.
    """
    m, why = measurement, doubt(answer, measurement.name)
    limits = (m.good_low, m.good_high, m.red_low, m.red_high)
    if not why or m.value is None or all(limit is None for limit in limits):
        return m
    return m.model_copy(update={"graded": False, "doubtful": True, "note": why})


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
    if sound.narrow_band:
        said.append(NARROW)
    if sound.second_voice:
        said.append(SECOND)
    level = _speech_level(sound)
    if level is not None and level < LOW_DBFS:
        said.append(
            f"The recording is very quiet ({level:.0f} dBFS): move closer to the "
            "microphone or turn it up."
        )
    return tuple(said)
