"""The pitch of the voice, by swift-f0.

Half and double pitch are the usual mistakes of every detector; a jump of an octave
would read as a lively voice. Stretches that jump are moved back by an octave where that
joins them to what is around, and left out where it does not.
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples

HOP = 256
"""16 ms, fixed by the model."""
HOP_S = HOP / SAMPLE_RATE_HZ
LOWEST_HZ = 65.0
HIGHEST_HZ = 400.0
"""Speaking voices: low male creak about 65 Hz, lively female peaks about 400 Hz."""
VOICED = 0.5
"""Confidence from which a frame is voiced (swift-f0's own calibration)."""

BLOCK = 60 * SAMPLE_RATE_HZ // HOP
"""Frames at a time, one minute: bounded memory for any length."""
MARGIN = 16 * HOP
"""The model sees 11 frames back and 10 ahead; with 16 each block equals the whole."""

JUMP_SEMITONES = 6.0
"""No larynx moves so far in 16 ms (fastest about 1 semitone: Xu & Sun 2002)."""
FAR_SEMITONES = 8.0
"""From the pitch around: further than speech melody goes from its own middle in 2 s."""
NEAR_SEMITONES = 5.0
AROUND_S = 1.0


def track(
    samples: Samples, wanted: NDArray[np.bool_] | None = None
) -> tuple[NDArray[np.float32], float]:
    """Pitch in Hz with NaN where unvoiced, and the hop in seconds (0.016).

    Frame k is centred at (k + 0.5) hops; shape (ceil(n_samples / 256),).

    Args:
        samples: shape (n_samples,).
        wanted: the frames that are asked for; the others are NaN and cost nothing.
    """
    frames = -(-len(samples) // HOP)
    found = np.full(frames, np.nan, np.float32)
    if wanted is None:
        wanted = np.ones(frames, np.bool_)
    for first, last in _stretches(wanted):
        for start in range(first, last, BLOCK):
            count = min(BLOCK, last - start)
            found[start : start + count] = _block(samples, start * HOP, count)
    found[~wanted] = np.nan
    return without_octave_jumps(found), HOP_S


class Pitch:
    """Pitch of a recording that is still growing, in blocks of 2 s.

    Block `k` is tracked over the same window whatever pieces the sound came in, so its
    numbers are the same to the last bit.

    Args:
        hops: frames a block.
    """

    def __init__(self, hops: int) -> None:
        self._hops = hops
        self._sound = np.zeros(0, np.float32)
        self._begins = 0
        """Sample of the recording at which the sound still kept begins."""
        self._found: list[NDArray[np.float32]] = []

    def push(self, samples: Samples) -> None:
        """Take the next sound."""
        self._sound = np.concatenate([self._sound, samples])

    def settle(self, wanted: bool) -> None:
        """Track the next block, or leave it out where nobody speaks in it.

        At least 16 hops of sound behind it must have come.
        """
        self._found.append(self._block(len(self._found), self._hops, wanted))
        kept_from = max(0, len(self._found) * self._hops * HOP - MARGIN)
        self._sound = self._sound[kept_from - self._begins :]
        self._begins = kept_from

    @property
    def settled(self) -> int:
        """Blocks tracked so far."""
        return len(self._found)

    def so_far(self, wanted: NDArray[np.bool_]) -> NDArray[np.float32]:
        """As if the recording ended here; NaN where unvoiced or not wanted.

        Args:
            wanted: one for each hop of the whole recording.
        """
        found, at = list(self._found), len(self._found) * self._hops
        while at < len(wanted):
            count = min(self._hops, len(wanted) - at)
            found.append(
                self._block(len(found), count, bool(wanted[at : at + count].any()))
            )
            at += count
        whole = np.concatenate(found) if found else np.zeros(0, np.float32)
        whole[~wanted] = np.nan
        return without_octave_jumps(whole)

    def _block(self, number: int, count: int, wanted: bool) -> NDArray[np.float32]:
        if not wanted:
            return np.full(count, np.nan, np.float32)
        start = number * self._hops * HOP - self._begins
        return _block(self._sound, start, count)


def _stretches(wanted: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Frame ranges [first, last) that hold all wanted frames, near ones joined."""
    at = np.flatnonzero(wanted)
    if not len(at):
        return []
    breaks = np.flatnonzero(np.diff(at) > 2 * MARGIN // HOP)
    firsts = at[np.concatenate([[0], breaks + 1])]
    lasts = at[np.concatenate([breaks, [len(at) - 1]])] + 1
    return list(zip(firsts.tolist(), lasts.tolist(), strict=True))


def without_octave_jumps(pitch_hz: NDArray[np.float32]) -> NDArray[np.float32]:
    """The same track with octave mistakes folded back or left out (NaN)."""
    tones = 12 * np.log2(pitch_hz)
    kept = tones.copy()
    reach = round(AROUND_S / HOP_S)
    for start, end in _steady_pieces(tones):
        around = np.concatenate(
            [tones[max(0, start - reach) : start], tones[end : end + reach]]
        )
        if np.count_nonzero(~np.isnan(around)) < end - start:
            continue  # The longer part is the better witness.
        off = float(np.median(tones[start:end]) - np.nanmedian(around))
        if abs(off) > FAR_SEMITONES:
            folded = off - 12 * np.sign(off)
            near = abs(folded) < NEAR_SEMITONES
            kept[start:end] += -12 * np.sign(off) if near else np.nan
    return np.exp2(kept / 12).astype(np.float32)


def _steady_pieces(tones: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Voiced frame ranges [start, end) without a jump inside."""
    voiced = ~np.isnan(tones)
    step = np.abs(np.diff(tones, prepend=np.nan))
    begins = voiced & ~(step <= JUMP_SEMITONES)
    starts = np.flatnonzero(begins)
    silent = np.concatenate([np.flatnonzero(~voiced), [len(tones)]])
    ends = np.minimum(
        silent[np.searchsorted(silent, starts)], np.append(starts[1:], len(tones))
    )
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _block(samples: Samples, start: int, count: int) -> NDArray[np.float32]:
    # The model centres frame k on sample k * HOP; half a hop later puts the centre
    # where our tracks have it.
    first = start + HOP // 2
    left = min(MARGIN, start)
    last = first + count * HOP + MARGIN
    window = samples[first - left : last]
    whole = left + count * HOP
    if len(window) < whole:
        window = np.pad(window, (0, whole - len(window)))
    found = _detector().detect(window, SAMPLE_RATE_HZ, LOWEST_HZ, HIGHEST_HZ)
    mine = slice(left // HOP, left // HOP + count)
    heard = found.confidence[mine] >= VOICED
    pitch: NDArray[np.float32] = np.where(heard, found.pitch_hz[mine], np.nan)
    return pitch.astype(np.float32)


@cache
def _detector() -> Any:
    from swift_f0 import SwiftF0

    # One thread, asleep between calls: recordings are measured side by side in
    # processes.
    return SwiftF0(threads=1, spin=False)
