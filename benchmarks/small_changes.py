"""The same speech as another microphone, room or program would have handed it in, and
what may move by that: counts by at most one, rates by under 3 %."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from audio_fixtures.containers import write
from audio_fixtures.filled_pauses import filled_pause
from audio_fixtures.truth import Truth
from audio_fixtures.voices import resampled
from simulator.records import SAMPLE_RATE_HZ, Analysis, Samples
from simulator.sound import decode

RATE = 0.03
ODD_HZ = 44_100
COMPARED = 5
"""Comparisons for each change: three counts and two rates."""

FILLERS = (("um", 0.35), ("uh", 0.35), ("uh", 0.5), ("er", 0.3))
ROOM_S = 0.2
"""Silence left on either side: a clean place, in which it touches no word."""


def changes(samples: Samples, folder: Path) -> dict[str, Samples]:
    """What is done to a recording (16 kHz mono); `folder` takes files in between."""
    silence = np.zeros(2 * SAMPLE_RATE_HZ, np.float32)
    stereo, odd = folder / "stereo.webm", folder / "odd.wav"
    write(stereo, np.stack([samples, samples], axis=1), SAMPLE_RATE_HZ, "webm")
    higher = resampled(samples, SAMPLE_RATE_HZ, ODD_HZ)
    write(odd, np.clip(higher, -1, 1)[:, None], ODD_HZ, "wav")
    peak = float(np.abs(samples).max())
    return {
        "20 dB weaker": samples * np.float32(0.1),
        "louder, not clipped": samples * np.float32(min(2.0, 0.99 / peak)),
        "2 s of silence in front": np.concatenate([silence, samples]),
        "another rate": decode.read(odd),
        "WebM in two channels": decode.read(stereo),
    }


def moved(before: Analysis, after: Analysis) -> list[str]:
    """What moved by more than is allowed, of `COMPARED` things."""
    found = []
    for kind in ("filled_pause", "discourse_marker"):
        counts = [sum(f.kind == kind for f in a.fillers) for a in (before, after)]
        if abs(counts[0] - counts[1]) > 1:
            found.append(f"{kind}: {counts[0]} -> {counts[1]}")
    if abs(len(before.pauses) - len(after.pauses)) > 1:
        found.append(f"pauses: {len(before.pauses)} -> {len(after.pauses)}")
    for name in ("speech_rate", "articulation_rate"):
        first, second = before.measurement(name), after.measurement(name)
        if first is None or first.value is None:
            continue
        value = second.value if second else None
        if value is None or abs(value / first.value - 1) >= RATE:
            found.append(f"{name}: {first.value} -> {value}")
    return found


def spliced(samples: Samples, truth: Truth) -> Iterator[tuple[str, Samples]]:
    """(what and where, sound) with one filler more in the middle of a clean pause."""
    for text, length_s in FILLERS:
        filler = filled_pause(text, "neural", length_s, SAMPLE_RATE_HZ)
        level = np.sqrt(np.mean(samples**2)) / np.sqrt(np.mean(filler**2))
        for pause in truth.pauses:
            least_s = len(filler) / SAMPLE_RATE_HZ + 2 * ROOM_S
            if pause.end_s - pause.start_s < least_s:
                continue
            place_s = (pause.start_s + pause.end_s) / 2
            begin = round(place_s * SAMPLE_RATE_HZ) - len(filler) // 2
            more = samples.copy()
            more[begin : begin + len(filler)] += filler * np.float32(level)
            yield f"{text} of {length_s:g} s at {place_s:.1f} s", more


def counted(analysis: Analysis) -> int:
    """Filled pauses that count in a score."""
    return sum(f.counted for f in analysis.fillers)
