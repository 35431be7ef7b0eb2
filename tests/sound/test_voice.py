import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_sounds import PAUSES_S, RATE_HZ, Spoken, hiss, tone

from simulator.sound import decode, level
from simulator.sound.voice import SileroDetector, probabilities, spans


@settings(deadline=None, max_examples=25)
@given(sizes=st.lists(st.integers(1, 4000), min_size=1, max_size=20))
def test_pieces_give_the_probabilities_of_the_whole(sizes: list[int]) -> None:
    """Streamed in any pieces, the detector says what it says of the whole."""
    sound = tone(150, 1.0) * hiss(1.0, -3)
    detector = SileroDetector()
    found, at = [], 0
    for size in [*sizes, len(sound)]:
        found.append(detector.push(sound[at : at + size]))
        at += size

    streamed = np.concatenate(found)

    assert len(streamed) == len(sound) // 512
    assert np.allclose(streamed, probabilities(sound)[: len(streamed)], atol=1e-5)


def test_speech_is_told_from_noise_and_tones(spoken: Spoken) -> None:
    """Spoken phrases are speech; hiss, a tone and silence are not."""
    assert probabilities(spoken.samples).max() > 0.9
    for sound in (hiss(3, -20), tone(440, 3), np.zeros(48_000, np.float32)):
        assert spans(probabilities(sound), sound) == ()


def test_reset_forgets_what_came_before(spoken: Spoken) -> None:
    """After a reset the same sound gives the same probabilities again."""
    detector = SileroDetector()
    first = detector.push(spoken.samples[:32_000])
    detector.reset()

    assert np.array_equal(detector.push(spoken.samples[:32_000]), first)


def test_a_piece_too_short_for_a_frame_repeats_the_last(spoken: Spoken) -> None:
    """Between two frames the detector keeps its opinion."""
    detector = SileroDetector()
    before = detector.probability(spoken.samples[512 * 39 : 512 * 40])

    assert detector.probability(spoken.samples[512 * 40 : 512 * 40 + 100]) == before


def test_no_sound_gives_no_spans() -> None:
    """No samples at all are no error."""
    nothing = np.zeros(0, np.float32)

    assert len(probabilities(nothing)) == 0
    assert spans(probabilities(nothing), nothing) == ()


def test_edges_of_clean_speech_are_within_30_ms(spoken: Spoken) -> None:
    """Each phrase begins and ends where it was put, and each pause is seen."""
    found = spans(probabilities(spoken.samples), spoken.samples)

    assert np.shape(found) == np.shape(spoken.phrases)
    assert np.abs(np.subtract(found, spoken.phrases)).max() < 0.035


@pytest.mark.parametrize("snr_db", [20, 10])
def test_pauses_are_seen_through_noise(spoken: Spoken, snr_db: float) -> None:
    """With hiss 10 dB below the speech, pause edges are within 80 ms in the median."""
    talk_dbfs = level.dbfs(spoken.samples[round(0.6 * RATE_HZ) :])
    noise = hiss(len(spoken.samples) / RATE_HZ, talk_dbfs - snr_db)
    sound = np.clip(spoken.samples + noise, -1, 1)

    found = spans(probabilities(sound), sound)

    assert len(found) == len(PAUSES_S) + 1
    assert np.median(np.abs(np.subtract(found, spoken.phrases))) < 0.08


@pytest.mark.parametrize("gain_db", [-40, -20, 3])
def test_edges_do_not_hang_on_the_level(spoken: Spoken, gain_db: float) -> None:
    """A quiet or loud recording has its pauses at the same places."""
    sound = np.clip(spoken.samples * 10 ** (gain_db / 20), -1, 1).astype(np.float32)

    found = spans(probabilities(sound), sound)

    assert np.shape(found) == np.shape(spoken.phrases)
    assert np.abs(np.subtract(found, spoken.phrases)).max() < 0.06


def test_spans_are_ordered_and_inside_the_recording(speech: Path) -> None:
    """On human speech spans are in order, apart, and within the sound."""
    for name in ("monologue/test.mp3", "ami/trn03_EN2001e.wav", "short/mfa_um.flac"):
        samples = decode.read(speech / name)
        found = np.array(spans(probabilities(samples), samples)).reshape(-1)
        assert len(found)
        assert (np.diff(found) > 0).all()
        assert found[0] >= 0
        assert found[-1] <= len(samples) / RATE_HZ


def test_the_model_is_found_without_importing_its_package() -> None:
    """Detecting voice does not pay for importing the transcription engine."""
    import subprocess

    code = (
        "import sys, numpy as np; from simulator.sound.voice import probabilities;"
        "probabilities(np.zeros(512, np.float32));"
        "print('faster_whisper' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
