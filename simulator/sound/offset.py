"""A constant offset (DC), as cheap converters add: found, so that measures omit it.

The samples stay as they came: what is kept, played and clipped is what was recorded,
and a kept answer that is read again is the same. Whoever measures takes the offset of
the very span that is measured: of a recording for its level, of a piece for its words,
and of the last two seconds for voice detection, which cannot wait for the end. So live
and file are the same to the last bit.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from simulator.records import Samples

FRAME = 512
"""32 ms: two periods of the lowest voices, so that speech itself averages out."""

LEAST = 0.003
"""Of full scale. Less bends the level of speech at -40 dBFS by 0.4 dB at most; it is
left where it is, and ordinary sound with it."""

ELSEWHERE = 0.1
"""Share of frames whose mean may lie nearer to zero, or beyond it. Wind, rumble and a
hand on the microphone push it further than any converter, but now up, now down: of 186
recordings of people, noises and made speech none had nine frames in ten beyond `LEAST`
on one side (in 2 s, in 5 s, in all of it), though in 6 the median of 2 s lay beyond."""

RECENT = 64
EVERY = 8
"""Frames: 2 s are looked at, anew each 0.26 s."""


class Past(NamedTuple):
    """What voice detection knows of the sound so far; never changed in place."""

    means: NDArray[np.float64] = np.zeros(0)
    """Of the last frames, `RECENT` at most."""
    seen: int = 0
    """Frames so far."""
    offset: float = 0.0
    """As it was found last; 0 where there is none."""


def of(samples: Samples) -> float:
    """The constant offset of a recording or a piece, full scale 1; 0 where none is."""
    whole = len(samples) // FRAME * FRAME
    return _constant(_means(samples[:whole].reshape(-1, FRAME)))


def followed(
    past: Past, frames: NDArray[np.float32]
) -> tuple[NDArray[np.float32], Past]:
    """(frames without the offset of the sound before them, what is known after them).

    The same whether frames come one by one or many at once.

    Args:
        past: what is known before them.
        frames: the next ones, shape (n, 512).
    """
    coming, seen, off = _means(frames), past.seen, past.offset
    means = np.concatenate([past.means, coming])
    before = len(past.means)
    offsets = np.zeros(len(coming), np.float32)
    at = 0
    while at < len(coming):
        if seen % EVERY == 0:
            off = _constant(means[max(0, before + at - RECENT) : before + at])
        count = min(EVERY - seen % EVERY, len(coming) - at)
        offsets[at : at + count] = off
        seen, at = seen + count, at + count
    known = Past(means[-RECENT:], seen, off)
    return (frames - offsets[:, None] if offsets.any() else frames), known


def _means(frames: NDArray[np.float32]) -> NDArray[np.float64]:
    # A minute at a time, whole rows: converted on the fly, the order of a row's sum
    # could hang on its place; converted at once, an hour would take 460 MB.
    step = 2048
    if len(frames) <= step:
        return np.asarray(frames.astype(np.float64).mean(axis=1))
    parts = [
        frames[k : k + step].astype(np.float64).mean(axis=1)
        for k in range(0, len(frames), step)
    ]
    return np.concatenate(parts)


def _constant(means: NDArray[np.float64]) -> float:
    """The median of frame means that nearly all lie on one side of zero, else 0."""
    if not len(means):
        return 0.0
    ranked = np.sort(means)
    few = int(ELSEWHERE * len(ranked))
    lowest, highest = ranked[few], ranked[-1 - few]
    steady = lowest >= LEAST or highest <= -LEAST
    return float(ranked[len(ranked) // 2]) if steady else 0.0
