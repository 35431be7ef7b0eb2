"""What every `VoiceDetector` promises."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fakes import ListedVoice

from simulator.resources import shipped
from simulator.seams import VoiceDetector
from simulator.sound import decode
from simulator.sound.voice import SileroDetector

CHUNK = 1600


def listed() -> VoiceDetector:
    """Silence, then speech, as the two pieces of sound below."""
    return ListedVoice([0.01] * 10 + [0.98] * 40)


every = pytest.mark.parametrize("make", [listed, SileroDetector])


@every
def test_speech_is_told_from_silence(make: Callable[[], VoiceDetector]) -> None:
    """A second of silence is no speech; in four seconds of speech there is some."""
    detector = make()
    speech = decode.read(Path(shipped("audio_fixtures")) / "speech.mp3")

    silent = [detector.probability(np.zeros(CHUNK, np.float32)) for _ in range(10)]
    spoken = [
        detector.probability(speech[k * CHUNK : (k + 1) * CHUNK]) for k in range(40)
    ]

    assert max(silent) < 0.5 < max(spoken)
    assert all(0.0 <= p <= 1.0 for p in silent + spoken)


@every
def test_it_can_start_anew_at_any_time(make: Callable[[], VoiceDetector]) -> None:
    """Before the first sound, twice, and in the middle."""
    detector = make()
    detector.reset()
    detector.reset()
    before = detector.probability(np.zeros(CHUNK, np.float32))
    detector.reset()

    assert before < 0.5
    assert detector.probability(np.zeros(CHUNK, np.float32)) < 0.5


@every
@pytest.mark.parametrize("samples", [0, 1, 160, 1601])
def test_chunks_may_have_any_length(
    make: Callable[[], VoiceDetector], samples: int
) -> None:
    """The last piece of a recording is as long as it is."""
    probability = make().probability(np.zeros(samples, np.float32))

    assert 0.0 <= probability <= 1.0
