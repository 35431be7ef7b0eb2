"""What must hold through Whisper on clean sound: small changes move little.

The issue's bounds (counts by at most 1, rates by under 3 %, on 95 %) are held here on
a handful, at every run of the model lane; each change is one short decoding.
"""

from pathlib import Path

import numpy as np
import pytest

from audio_fixtures.containers import write
from audio_fixtures.filled_pauses import filled_pause
from audio_fixtures.make import made
from audio_fixtures.voices import resampled
from simulator.answer import Given, judge_samples
from simulator.check.decodings import Decodings
from simulator.check.engine import Engine
from simulator.records import SAMPLE_RATE_HZ, Analysis, Samples
from simulator.sound import decode

pytestmark = pytest.mark.model

CLEAN = ("voice_neural", "fillers")
RATE = 0.03
ODD_HZ = 44_100
MOST_MOVED = 0.05
"""Share of the comparisons that may lie outside."""


@pytest.fixture(scope="module")
def tiny() -> Decodings:
    """One model for all; nothing is kept."""
    return Decodings(Engine("tiny.en"), keep=False)


def judged(tiny: Decodings, samples: Samples) -> Analysis:
    turn = judge_samples(samples, tiny.transcribe(samples), Given())
    return turn.analysis


def moved(before: Analysis, after: Analysis) -> list[str]:
    """What moved by more than is allowed."""
    found = []
    for kind in ("filled_pause", "discourse_marker"):
        counts = [sum(f.kind == kind for f in a.fillers) for a in (before, after)]
        if abs(counts[0] - counts[1]) > 1:
            found.append(f"{kind}: {counts[0]} -> {counts[1]}")
    if abs(len(before.pauses) - len(after.pauses)) > 1:
        found.append(f"pauses: {len(before.pauses)} -> {len(after.pauses)}")
    for name in ("speech_rate", "articulation_rate"):
        first, second = before.measurement(name), after.measurement(name)
        assert first is not None
        assert second is not None
        assert first.value is not None
        if second.value is None or abs(second.value / first.value - 1) >= RATE:
            found.append(f"{name}: {first.value} -> {second.value}")
    return found


def changes(samples: Samples, folder: Path) -> dict[str, Samples]:
    """The same speech, as another microphone or program would have handed it in."""
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


def test_gain_silence_rate_and_container_move_little(
    tiny: Decodings, tmp_path: Path
) -> None:
    """Counts by at most 1 and rates by under 3 %, on 95 % of all comparisons."""
    outside, compared = [], 0
    for name in CLEAN:
        samples = decode.read(made(name))
        usual = judged(tiny, samples)
        for change, other in changes(samples, tmp_path).items():
            compared += 5
            for what in moved(usual, judged(tiny, other)):
                outside.append(f"{name}, {change}: {what}")

    assert len(outside) <= MOST_MOVED * compared, outside


def test_a_filler_spliced_into_a_pause_adds_exactly_one(tiny: Decodings) -> None:
    """In the middle of a pause of 1.2 s, where there was nothing."""
    um = filled_pause("um", "neural", 0.4, SAMPLE_RATE_HZ)
    samples = decode.read(made("pauses"))
    usual = judged(tiny, samples)
    level = float(np.sqrt(np.mean(samples**2)) / np.sqrt(np.mean(um**2)))
    places_s = (3.9, 10.9, 15.5)
    added = []
    for place_s in places_s:
        spliced = samples.copy()
        begin = round(place_s * SAMPLE_RATE_HZ) - len(um) // 2
        spliced[begin : begin + len(um)] += um * np.float32(level)
        added.append(count(judged(tiny, spliced)) - count(usual))

    assert added == [1] * len(places_s)


def count(analysis: Analysis) -> int:
    return sum(f.counted for f in analysis.fillers)
