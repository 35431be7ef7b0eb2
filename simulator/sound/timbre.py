"""What the spectrum says about a recording: a narrow band, a second voice.

Both are told only where they are sure, because both make the measures doubtful: through
a telephone band "s" and "f" are gone; with two voices nobody knows whose pauses and
words are measured.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples

FRAME = 512
"""32 ms, as the voice detector's: resolves the harmonics of any voice."""

LOW_BAND_HZ = (200.0, 3400.0)
HIGH_BAND_HZ = (3900.0, 7500.0)
NARROW_DB = -25.0
"""The high band under the low one, in the 5 of 100 spoken frames that have most of it
("s", "f"). 96 human recordings had -10 dB and more, but for one of 1961 (-23); made
narrow (8 kHz and back) all had less than -29; a true 8 kHz recording had -31."""
LEAST_SPEECH_S = 2.0
"""Less may hold no "s"."""

BANDS = 24
CEPSTRA = 12
BAND_RANGE_HZ = (150.0, 3800.0)
"""Inside a telephone's band, so that the channel says less than the voice."""
SPREAD = np.array(
    [0.66, 0.55, 0.58, 0.23, 0.23, 0.18, 0.17, 0.16, 0.14, 0.15, 0.13, 0.11],
    np.float32,
)
"""Of each cepstral coefficient between seconds of one voice, on human recordings."""

STRETCH = 30
"""Voiced frames in a stretch, about a second of voice: a syllable's vowel averaged out.
"""
LEAST_STRETCH = 15
FEWEST = 3
"""Stretches that make a voice; fewer are a laugh or a quotation."""
APART_SEMITONES = 6.0
SURE_RATIO = 5.0
GAP_SEMITONES = 1.0
TIMBRE_APART = 3.0
"""How far two voices are from one another: in pitch (medians), in pitch against its
spread inside each, at the gap between them, and in timbre (in spreads). Chosen so that
none of 38 voices fired of which there was enough (9 human, 29 made). Of 141 pairs of
recordings whose voices lie 6 semitones apart 82 % fired, of all 276 pairs 42 %, of 4
meetings none. Voices of like pitch are not told apart: nothing said is no promise."""


class Timbre:
    """Follows a recording; what is kept is 26 bytes a 32 ms."""

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.float32)
        self._ratio_db: list[NDArray[np.float16]] = []
        self._cepstra: list[NDArray[np.float16]] = []

    def push(self, samples: Samples) -> None:
        """Take the next sound."""
        sound = np.concatenate([self._rest, samples])
        whole = len(sound) // FRAME * FRAME
        self._rest = sound[whole:]
        if not whole:
            return
        frames = sound[:whole].reshape(-1, FRAME) * _WINDOW
        power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
        high, low = power[:, _HIGH].sum(axis=1), power[:, _LOW].sum(axis=1)
        ratio_db = 10 * np.log10((high + _TINY) / (low + _TINY))
        self._ratio_db.append(ratio_db.astype(np.float16))
        cepstra = np.log(power @ _MEL + _TINY) @ _COSINES
        self._cepstra.append(cepstra.astype(np.float16))

    def narrow_band(self, voice: NDArray[np.float32]) -> bool:
        """Whether nothing above about 3.6 kHz is in the speech.

        Args:
            voice: probability of speech for each 32 ms.
        """
        ratio_db = _joined(self._ratio_db)
        spoken = ratio_db[voice[: len(ratio_db)] >= 0.5]
        if len(spoken) * FRAME < LEAST_SPEECH_S * SAMPLE_RATE_HZ:
            return False
        return float(np.percentile(spoken.astype(np.float32), 95)) < NARROW_DB

    def second_voice(self, pitch_hz: NDArray[np.float32]) -> bool:
        """Whether two clearly different voices speak.

        Args:
            pitch_hz: for each 16 ms, NaN where unvoiced.
        """
        stretches = self._stretches(pitch_hz)
        order = np.argsort(stretches[:, 0])
        splits = range(FEWEST, len(order) - FEWEST + 1)
        return any(_apart(stretches[order[:k]], stretches[order[k:]]) for k in splits)

    def _stretches(self, pitch_hz: NDArray[np.float32]) -> NDArray[np.float32]:
        """(pitch in semitones, cepstra) of each second of voice, shape (n, 13)."""
        cepstra = _joined(self._cepstra).reshape(-1, CEPSTRA)
        count = min(len(cepstra), len(pitch_hz) // 2)
        tones = 12 * np.log2(pitch_hz[: 2 * count].reshape(count, 2)).mean(axis=1)
        voiced = np.flatnonzero(~np.isnan(tones))
        breaks = np.flatnonzero(np.diff(voiced) > STRETCH // 2) + 1
        found = [
            np.concatenate([[np.median(tones[part])], cepstra[part].mean(axis=0)])
            for run in np.split(voiced, breaks)
            for start in range(0, len(run), STRETCH)
            if len(part := run[start : start + STRETCH]) >= LEAST_STRETCH
        ]
        return np.array(found, np.float32).reshape(-1, CEPSTRA + 1)


def _apart(low: NDArray[np.float32], high: NDArray[np.float32]) -> bool:
    """Whether stretches of lower and of higher pitch are two voices."""
    tones = low[:, 0], high[:, 0]
    apart = float(np.median(tones[1]) - np.median(tones[0]))
    count = len(low) + len(high)
    within = np.sqrt(sum(t.var() * len(t) for t in tones) / count)
    # A voice that hardly moves in a few seconds still moves by that much in a minute.
    ratio = apart / max(float(within), 0.7)
    gap = float(tones[1].min() - tones[0].max())
    means = (low[:, 1:].mean(axis=0) - high[:, 1:].mean(axis=0)) / SPREAD
    return (
        apart >= APART_SEMITONES
        and ratio >= SURE_RATIO
        and gap >= GAP_SEMITONES
        and float(np.linalg.norm(means)) >= TIMBRE_APART
    )


def _joined(blocks: list[NDArray[np.float16]]) -> NDArray[np.float32]:
    return (
        np.concatenate(blocks).astype(np.float32) if blocks else np.zeros(0, np.float32)
    )


def _mel() -> NDArray[np.float64]:
    """Triangular bands, evenly spaced in mel, shape (bins, bands)."""
    lowest, highest = (2595 * np.log10(1 + hz / 700) for hz in BAND_RANGE_HZ)
    edges = 700 * (10 ** (np.linspace(lowest, highest, BANDS + 2) / 2595) - 1)
    below = (_BINS_HZ[:, None] - edges[:-2]) / np.diff(edges)[:-1]
    above = (edges[2:] - _BINS_HZ[:, None]) / np.diff(edges)[1:]
    bands: NDArray[np.float64] = np.clip(np.minimum(below, above), 0, None)
    return bands


_TINY = 1e-9
_WINDOW = np.hanning(FRAME)
_BINS_HZ = np.fft.rfftfreq(FRAME, 1 / SAMPLE_RATE_HZ)
_LOW = slice(*np.searchsorted(_BINS_HZ, LOW_BAND_HZ))
_HIGH = slice(*np.searchsorted(_BINS_HZ, HIGH_BAND_HZ))
_MEL = _mel()
_COSINES = (
    np.cos(np.pi / BANDS * np.outer(np.arange(BANDS) + 0.5, np.arange(1, CEPSTRA + 1)))
    / 12
)
