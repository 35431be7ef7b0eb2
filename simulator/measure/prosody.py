"""The melody and the loudness of the voice, as the sound shows them.

Definition:
    pitch_variation   standard deviation of pitch, semitones around the own median
    pitch_range       semitones between the 10th and the 90th percentile
    fading_share      sentences whose last fifth is over 6 dB softer than the first, %

Conventions: semitones, since listeners judge intervals as equal when they are equal in
semitones, whatever the voice (Traunmuller & Eriksson 1995). Pitch is kept from 65 to
400 Hz, smoothed by a median of 5 frames, and jumps of over 9 semitones between
neighbouring frames (octave errors, creak) are dropped, the frames on both sides.
Level counts only where somebody speaks; absolute loudness belongs to the microphone.

Edge cases: under 10 s of voiced speech pitch is None; under 4 timed sentences of at
least 1.5 s fading is None. Written answers have none of the three.

Source: bands of pitch_variation are the project's (under 1.5 rather flat, to 2.2 calm,
to 4.5 varied, above 5 the tracking is in doubt); showing speakers their variation made
them livelier (Hincks & Edlund 2009, n = 14). Never graded: less varied speech is also
heard as trustworthy, and a voice is no fault.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.records import Answer, Measurement, Moment, Sound

from .tokens import sentences, unknown

LOWEST_HZ, HIGHEST_HZ = 65.0, 400.0
SMOOTHED_FRAMES = 5
JUMP_ST = 9.0
MIN_VOICED_S = 10.0
GOOD_SD_ST = (1.5, 4.5)
DOUBTFUL_SD_ST = 5.0
FLAT_RANGE_ST = 4.0

FADE_DB = 6.0
FADE_EDGE = 0.2
MOST_FADING = 50.0
MIN_SENTENCES = 4
MIN_SENTENCE_S = 1.5
MIN_EDGE_FRAMES = 3

Floats = NDArray[np.float64]


def semitones(sound: Sound) -> Floats:
    """Cleaned pitch in semitones around its own median, voiced frames only."""
    pitch = sound.pitch_hz.astype(np.float64)
    usable = np.isfinite(pitch)
    usable[usable] = (pitch[usable] >= LOWEST_HZ) & (pitch[usable] <= HIGHEST_HZ)
    smooth = pitch.copy()
    if len(pitch) >= SMOOTHED_FRAMES:
        windows = np.lib.stride_tricks.sliding_window_view(pitch, SMOOTHED_FRAMES)
        half = SMOOTHED_FRAMES // 2
        whole = np.isfinite(windows).all(axis=1)
        smooth[half : len(pitch) - half][whole] = np.median(windows[whole], axis=1)
    where = np.flatnonzero(usable & np.isfinite(smooth))
    if not len(where):
        return np.empty(0)
    steps = 12.0 * np.log2(smooth[where])
    # Only neighbours in time can jump; across a gap the pitch may start anew.
    jumps = (np.diff(where) == 1) & (np.abs(np.diff(steps)) > JUMP_ST)
    beside = np.zeros(len(where), dtype=bool)
    beside[1:] |= jumps
    beside[:-1] |= jumps
    kept: Floats = steps[~beside]
    if not len(kept):
        return kept
    return kept - float(np.median(kept))


def _pitch(sound: Sound) -> tuple[Measurement, Measurement]:
    names = (
        ("pitch_variation", "Melody of the voice", "semitones"),
        ("pitch_range", "Range of the voice", "semitones"),
    )
    steps = semitones(sound)
    if len(steps) * sound.hop_s < MIN_VOICED_S:
        note = "Known from ten seconds of voiced speech on."
        return unknown(*names[0], note), unknown(*names[1], note)
    spread = float(np.std(steps))
    low, high = np.percentile(steps, [10, 90])
    note = "Shown, not judged: both calm and lively voices are listened to."
    if spread > DOUBTFUL_SD_ST:
        note = "Pitch was hard to follow in this recording; do not rely on this."
    return (
        Measurement(
            name=names[0][0],
            title=names[0][1],
            value=spread,
            unit=names[0][2],
            good_low=GOOD_SD_ST[0],
            good_high=GOOD_SD_ST[1],
            note=note,
        ),
        Measurement(
            name=names[1][0],
            title=names[1][1],
            value=float(high - low),
            unit=names[1][2],
            good_low=FLAT_RANGE_ST,
            note=note,
        ),
    )


def _drop_db(
    sound: Sound, spoken: NDArray[np.bool_], span: tuple[float, float]
) -> float | None:
    """Mean level of the first fifth minus that of the last; None if too little."""
    first, last = (round(edge / sound.hop_s) for edge in span)
    edge = round((last - first) * FADE_EDGE)
    means = []
    for part in (slice(first, first + edge), slice(last - edge, last)):
        levels = sound.level_dbfs[part][spoken[part]]
        levels = levels[np.isfinite(levels)]
        if len(levels) < MIN_EDGE_FRAMES:
            return None
        means.append(float(levels.mean()))
    return means[0] - means[1]


def _spoken(sound: Sound) -> NDArray[np.bool_]:
    inside = np.zeros(len(sound.level_dbfs), dtype=bool)
    for start_s, end_s in sound.speech:
        inside[round(start_s / sound.hop_s) : round(end_s / sound.hop_s)] = True
    return inside


def _fading(answer: Answer, sound: Sound) -> Measurement:
    spoken, drops = _spoken(sound), []
    for sentence in sentences(answer):
        start_s, end_s = sentence.start_s, sentence.end_s
        if start_s is None or end_s is None or end_s - start_s < MIN_SENTENCE_S:
            continue
        drop = _drop_db(sound, spoken, (start_s, end_s))
        if drop is not None:
            drops.append((drop, start_s, end_s))
    title, unit = "Sentences that fade away", "% of sentences"
    if len(drops) < MIN_SENTENCES:
        return unknown("fading_share", title, unit, "Known from four sentences on.")
    faded = [(s, e) for drop, s, e in drops if drop > FADE_DB]
    return Measurement(
        name="fading_share",
        title=title,
        value=100.0 * len(faded) / len(drops),
        unit=unit,
        good_high=MOST_FADING,
        evidence=tuple(
            Moment(start_s=s, end_s=e, label="softer towards the end") for s, e in faded
        ),
        note="Shown, not judged: the last words often carry the point.",
    )


def measure(answer: Answer) -> tuple[Measurement, ...]:
    """pitch_variation, pitch_range, fading_share."""
    sound = answer.sound
    if sound is None:
        note = "The voice is known only for a spoken answer."
        return (
            unknown("pitch_variation", "Melody of the voice", "semitones", note),
            unknown("pitch_range", "Range of the voice", "semitones", note),
            unknown("fading_share", "Sentences that fade away", "% of sentences", note),
        )
    return (*_pitch(sound), _fading(answer, sound))
