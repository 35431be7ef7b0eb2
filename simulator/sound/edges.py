"""Exact edges of speech: voice probability says where, level says when.

Silero's probability rises a frame late and falls up to 0.2 s late, and a pause of 0.3 s
often does not show in it at all. Level has sharp edges but cannot tell a door from a
word. So level decides to 5 ms inside (and just around) what the probabilities call
speech.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples

from . import offset
from .level import SILENCE_DBFS, track

HOP = 80
"""5 ms: a quarter of the accuracy wanted."""
WINDOW = 160
"""10 ms: shorter, and one low-pitched voice period would look like a gap."""

CLEAN_DB = 25.0
"""Speech this far above the background: its level alone can be trusted further."""
REACH_CLEAN_S = (0.1, 0.05)
"""How far before and after the probabilities' speech an edge may lie: soft onsets ("h",
"f") are missed for up to 0.1 s."""
REACH_NOISY_S = (0.03, 0.03)
"""In noise a burst beside the speech looks like speech, and probability falls late.
With 0.1 s both ways 83 of 105 pauses were found at 10 dB, with 0.03 s before 100. After
the speech, -0.03 s found the same pauses but cut its ends by 30 to 60 ms: articulation
came out 3.2 % too fast at 10 dB, and now 1.1 % (21 made talks, five recorded noises,
`benchmarks.made_speech`; pauses F1 0.98 both ways)."""

SPEECH_RANGE_DB = 38.0
"""Weak fricatives and fading vowels lie up to this far below the speech level."""
ABOVE_NOISE_DB = 6.0
"""Steady noise in 10 ms windows stays within about 3 dB of its median."""
SURELY_SILENT = 0.1
"""Voice probability below which sound counts as background."""

SHORTEST_SILENCE_S = 0.18
"""Stop closures last up to 0.15 s; pauses count from 0.25 s (science: 0.2 to 0.25), and
both edges of a pause may be off by 30 ms."""
SHORTEST_SILENCE_NOISY_S = 0.21
"""Noise hides fricatives beside stop closures and makes gaps of both; 0.24 lost pauses
of 0.25 s on the same set."""
SHORTEST_SPEECH_S = 0.05
"""Shorter bursts are clicks and lip noise; the shortest words last 0.06 s."""

STRETCH_S = 30.0
"""Noise floor and speech level are taken anew for each stretch: rooms change."""


def refine(
    samples: Samples,
    probabilities: NDArray[np.float32],
    coarse: Sequence[tuple[int, int]],
    frame: int,
) -> tuple[tuple[float, float], ...]:
    """Speech (start_s, end_s) with edges from the level.

    Args:
        samples: shape (n_samples,).
        probabilities: of speech, one for each `frame` samples.
        coarse: ranges of frames [a, b) that hold speech, in order.
        frame: samples a probability stands for.
    """
    if not coarse or not len(samples):
        return ()
    level = track(samples, HOP, WINDOW, about=offset.of(samples))
    voice = _spread(probabilities, frame, len(level))
    speech, noise = background(level, voice)
    clean = speech is None or noise is None or speech - noise >= CLEAN_DB
    reach_s = REACH_CLEAN_S if clean else REACH_NOISY_S
    allowed = _allowed([(a * frame, b * frame) for a, b in coarse], reach_s, len(level))
    active = allowed & (level > _threshold(level, voice, allowed))
    runs = true_runs(active)
    silence_s = SHORTEST_SILENCE_S if clean else SHORTEST_SILENCE_NOISY_S
    runs = _joined(runs, round(silence_s * SAMPLE_RATE_HZ / HOP))
    shortest = SHORTEST_SPEECH_S * SAMPLE_RATE_HZ / HOP
    end_s = len(samples) / SAMPLE_RATE_HZ
    hop_s = HOP / SAMPLE_RATE_HZ
    return tuple(
        (a * hop_s, min(b * hop_s, end_s))
        for a, b in runs
        if b - a >= shortest and voice[a:b].max() >= 0.5
    )


def background(
    level: NDArray[np.float32], voice: NDArray[np.float32]
) -> tuple[float | None, float | None]:
    """(speech level, noise floor) in dB, each None where too little of it is there.

    Medians, so that a slammed door moves neither. At least 0.3 s of each is asked for.
    """
    enough = 0.3 * SAMPLE_RATE_HZ / HOP
    spoken = level[voice >= 0.5]
    quiet = level[_eroded(voice < SURELY_SILENT, round(0.1 * SAMPLE_RATE_HZ / HOP))]
    return (
        float(np.median(spoken)) if len(spoken) >= enough else None,
        float(np.median(quiet)) if len(quiet) >= enough else None,
    )


def _threshold(
    level: NDArray[np.float32],
    voice: NDArray[np.float32],
    allowed: NDArray[np.bool_],
) -> NDArray[np.float32]:
    """The level above which it is speech, for each hop."""
    found = np.empty(len(level), np.float32)
    size = round(STRETCH_S * SAMPLE_RATE_HZ / HOP)
    whole_speech, whole_noise = background(level, voice)
    if whole_speech is None:
        whole_speech = float(np.percentile(level[allowed], 75))
    if whole_noise is None:
        # Speech from end to end: its own dips are the best guess at the room.
        whole_noise = float(np.percentile(level, 2))
    for start in range(0, len(level), size):
        part = slice(start, start + size)
        speech, noise = background(level[part], voice[part])
        speech = whole_speech if speech is None else speech
        noise = whole_noise if noise is None else noise
        # Where noise comes near the speech, 6 dB would eat the speech itself.
        margin = min(ABOVE_NOISE_DB, max(2.0, 0.5 * (speech - noise)))
        found[part] = max(noise + margin, speech - SPEECH_RANGE_DB, SILENCE_DBFS + 1)
    return found


def _spread(values: NDArray[np.float32], frame: int, count: int) -> NDArray[np.float32]:
    """One value for each hop from one for each frame."""
    at = (np.arange(count) * HOP + HOP // 2) // frame
    return values[np.minimum(at, len(values) - 1)]


def _allowed(
    coarse: Sequence[tuple[int, int]], reach_s: tuple[float, float], count: int
) -> NDArray[np.bool_]:
    """Hops inside the ranges of samples [a, b), widened by `reach_s`."""
    before, after = (round(reach * SAMPLE_RATE_HZ) for reach in reach_s)
    found = np.zeros(count, np.bool_)
    for a, b in coarse:
        found[max(0, a - before) // HOP : max(0, b + after) // HOP] = True
    return found


def _eroded(mask: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """True only where all neighbours within `by` hops are true."""
    falses = np.concatenate([[0], np.cumsum(~mask)])
    at = np.arange(len(mask))
    after = np.minimum(at + by + 1, len(mask))
    return np.asarray(falses[after] == falses[np.maximum(at - by, 0)], np.bool_)


def true_runs(mask: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where a mask is true: (first, one past the last) of each run, in order."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _joined(runs: list[tuple[int, int]], shortest_gap: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for a, b in runs:
        if joined and a - joined[-1][1] < shortest_gap:
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined
