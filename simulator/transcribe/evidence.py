"""What the sound of one piece says by itself, on a hop of 10 ms.

A filled pause is a voiced sound that stays as it is: level, spectrum and pitch hardly
move (Goto et al. 1999 found it in Japanese, Audhkhasi et al. 2009 in English). Four
tracks show that, and tell it from breaths (no level), hums (no open vowel) and words
(a spectrum that changes).
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples
from simulator.sound.edges import true_runs

from .once import Once
from .settings import Fillers

HOP_S = 0.01
HOP = round(HOP_S * SAMPLE_RATE_HZ)
WINDOW = 512
"""32 ms: two periods of the lowest voices."""

BANDS = 26
LOWEST_HZ, HIGHEST_HZ = 100.0, 5000.0
"""Where vowels live."""

CHANGE_OVER = 3
"""Spectra 60 ms apart are compared: less than a vowel, more than a pitch period."""

Track = NDArray[np.float32]


@dataclass(frozen=True)
class Stretch:
    """A stretch of sound that might be a filled pause."""

    start_s: float
    end_s: float
    steady_s: float
    """How much of it stays as it is."""
    open_s: float
    """How much of it is a vowel rather than a hum with closed lips."""
    vowel_s: float
    """How much of it is both: an open vowel that stays as it is."""
    below_speech_db: float
    """How far its mean level lies below the speech level; 0 where above."""
    ends_closed: bool
    """Whether it ends in a hum: "um" rather than "uh"."""

    @property
    def duration_s(self) -> float:
        """Its length."""
        return self.end_s - self.start_s


@dataclass(frozen=True)
class Evidence:
    """The tracks of a piece; frame k is centred at (k + 0.5) * 0.01 s."""

    level_dbfs: Track
    change: Track
    """How much the spectrum's shape moves over 60 ms; vowels of words reach 2 and more,
    filled pauses stay near 0.7."""
    openness_db: Track
    """Energy of 500-2500 Hz over 100-500 Hz: low for m and n, high for open vowels."""
    sound: Samples
    loud: NDArray[np.bool_]
    """Loud enough for a filled pause."""
    audible: NDArray[np.bool_]
    """Loud enough for the quietest part of a word."""
    settings: Fillers
    _pitch: Once[Track] = field(default_factory=Once)

    @property
    def duration_s(self) -> float:
        """Length of the piece."""
        return len(self.level_dbfs) * HOP_S

    @property
    def range_db(self) -> float:
        """From its quiet to its loud moments (5th to 90th percentile)."""
        if not len(self.level_dbfs):
            return 0.0
        quiet, loud = np.percentile(self.level_dbfs, [5, 90])
        return float(loud - quiet)

    @property
    def pitch_hz(self) -> Track:
        """Found when first asked for: it costs more than all other tracks together,
        and only sound that no pass wrote down needs it."""
        return self._pitch.of("hz", self._tracked)

    def _tracked(self) -> Track:
        from simulator.sound import pitch

        found, hop_s = pitch.track(self.sound)
        frames = np.arange(len(self.level_dbfs))
        at = ((frames + 0.5) * HOP_S / hop_s).astype(int)
        return found[np.minimum(at, len(found) - 1)] if len(found) else found

    def voicing(self, stretch: Stretch) -> tuple[float, float]:
        """(share in which a pitch was found, its standard deviation in semitones)."""
        first, last = self._frame(stretch.start_s), self._frame(stretch.end_s)
        pitch_hz = self.pitch_hz[first:last]
        heard = 12 * np.log2(pitch_hz[~np.isnan(pitch_hz)])
        spread_st = float(np.std(heard)) if len(heard) else 0.0
        return len(heard) / max(1, len(pitch_hz)), spread_st

    @property
    def voiced(self) -> float:
        """Share of its loud sound in which a pitch was found."""
        heard = self.pitch_hz[self.loud]
        return float(np.mean(~np.isnan(heard))) if len(heard) else 0.0

    def audible_runs(self, start_s: float, end_s: float) -> list[tuple[float, float]]:
        """Audible stretches between two times, in order."""
        first, last = self._frame(start_s), self._frame(end_s)
        found = true_runs(_bridged(self.audible[first:last], self.settings.bridge_s))
        return [((first + a) * HOP_S, (first + b) * HOP_S) for a, b in found]

    def beginning(self, time_s: float, earliest_s: float) -> float:
        """Where the audible sound at a time begins, not before `earliest_s`."""
        frame, earliest = self._frame(time_s), self._frame(earliest_s)
        while frame > earliest and self.audible[frame - 1]:
            frame -= 1
        return min(time_s, max(frame * HOP_S, earliest_s))

    def ending(self, time_s: float, latest_s: float) -> float:
        """Where the audible sound at a time ends, not after `latest_s`."""
        frame, latest = self._frame(time_s), self._frame(latest_s)
        while frame < latest and self.audible[frame]:
            frame += 1
        return max(time_s, min(frame * HOP_S, latest_s))

    def run_ending(self, time_s: float) -> float:
        """Where the loud stretch around a time ends; the time itself in quiet."""
        frame = self._frame(time_s)
        while frame < len(self.loud) and self.loud[frame]:
            frame += 1
        return max(time_s, frame * HOP_S)

    def runs(self, start_s: float, end_s: float) -> list[Stretch]:
        """Loud stretches between two times, short dips bridged, in order."""
        first, last = self._frame(start_s), self._frame(end_s)
        found = true_runs(_bridged(self.loud[first:last], self.settings.bridge_s))
        return [self.stretch(first + a, first + b) for a, b in found]

    def stretch(self, first: int, last: int) -> Stretch:
        """Measure frames [first, last)."""
        settings = self.settings
        loud = self.loud[first:last]
        calm = loud & (self.change[first:last] <= settings.change_most)
        opened = loud & (self.openness_db[first:last] >= self._open_from())
        tail = opened[-max(1, len(opened) // 4) :]
        return Stretch(
            start_s=first * HOP_S,
            end_s=last * HOP_S,
            steady_s=float(np.count_nonzero(calm)) * HOP_S,
            open_s=float(np.count_nonzero(opened)) * HOP_S,
            vowel_s=float(np.count_nonzero(opened & calm)) * HOP_S,
            below_speech_db=self._below(first, last),
            ends_closed=bool(len(tail)) and not tail.any(),
        )

    def _below(self, first: int, last: int) -> float:
        from simulator.sound.level import SPEECH_TARGET_DBFS

        level = self.level_dbfs[first:last]
        mean = float(np.mean(level)) if len(level) else SPEECH_TARGET_DBFS
        return max(0.0, SPEECH_TARGET_DBFS - mean)

    def _open_from(self) -> float:
        """Relative to the piece: room and microphone colour everything alike."""
        if not self.loud.any():
            return np.inf
        usual = float(np.median(self.openness_db[self.loud]))
        return usual - self.settings.openness_below_db

    def _frame(self, time_s: float) -> int:
        return min(max(round(time_s / HOP_S), 0), len(self.level_dbfs))


def evidence(sound: Samples, settings: Fillers) -> Evidence:
    """Measure one piece, its speech at -23 dBFS."""
    from simulator.sound import level

    levels = level.track(sound, HOP, 2 * HOP)
    change, openness = _spectrum(sound, len(levels))
    floor = float(np.percentile(levels, 5)) if len(levels) else 0.0
    least = max(
        level.SPEECH_TARGET_DBFS - settings.quietest_db, floor + settings.over_floor_db
    )
    return Evidence(
        level_dbfs=levels,
        change=change,
        openness_db=openness,
        sound=sound,
        loud=levels >= least,
        audible=levels
        >= max(
            level.SPEECH_TARGET_DBFS - settings.audible_db,
            floor + settings.over_floor_db,
        ),
        settings=settings,
    )


def _spectrum(sound: Samples, frames: int) -> tuple[Track, Track]:
    """(change, openness) for each hop."""
    if not frames:
        return np.zeros(0, np.float32), np.zeros(0, np.float32)
    padded = np.pad(sound, ((WINDOW - HOP) // 2, WINDOW))
    cut = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][:frames]
    power = np.abs(np.fft.rfft(cut * np.hanning(WINDOW).astype(np.float32))) ** 2
    shape = np.log(power @ _filters().T + 1e-8)
    shape -= shape.mean(axis=1, keepdims=True)
    change = np.full(frames, np.inf, np.float32)
    if frames > 2 * CHANGE_OVER:
        moved = shape[2 * CHANGE_OVER :] - shape[: -2 * CHANGE_OVER]
        change[CHANGE_OVER:-CHANGE_OVER] = np.sqrt(np.mean(moved**2, axis=1))
    hertz = np.fft.rfftfreq(WINDOW, 1 / SAMPLE_RATE_HZ)
    middle = power[:, (hertz >= 500) & (hertz < 2500)].sum(axis=1)
    low = power[:, (hertz >= 100) & (hertz < 500)].sum(axis=1)
    openness = 10 * np.log10((middle + 1e-9) / (low + 1e-9))
    return change, openness.astype(np.float32)


def _filters() -> NDArray[np.float64]:
    """Triangles on the mel scale (O'Shaughnessy 1987), shape (bands, bins)."""

    def mel(hertz: float) -> float:
        return float(2595 * np.log10(1 + hertz / 700))

    points = np.linspace(mel(LOWEST_HZ), mel(HIGHEST_HZ), BANDS + 2)
    edges = 700 * (10 ** (points / 2595) - 1)
    hertz = np.fft.rfftfreq(WINDOW, 1 / SAMPLE_RATE_HZ)
    left, middle, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising = (hertz - left) / (middle - left)
    falling = (right - hertz) / (right - middle)
    return np.clip(np.minimum(rising, falling), 0, None)


def _bridged(mask: NDArray[np.bool_], bridge_s: float) -> NDArray[np.bool_]:
    out = mask.copy()
    runs = true_runs(~mask)
    for start, end in runs:
        inside = start > 0 and end < len(mask)
        if inside and (end - start) * HOP_S <= bridge_s:
            out[start:end] = True
    return out
