"""A narrow band and a second voice: told where they are sure, and only there."""

from pathlib import Path

import numpy as np
import pytest
import soxr
from made_sounds import Spoken, hiss, tone

from simulator.records import Samples
from simulator.sound import decode
from simulator.sound.describe import describe

ONE_VOICE = ("monologue/test.mp3", "monologue/acoustic_corpus.wav")
LOWER, HIGHER = "monologue/acoustic_corpus.wav", "clean/jfk.flac"


def narrowed(samples: Samples) -> Samples:
    """As through a telephone, kept in 16 bits."""
    there = soxr.resample(samples, 16_000, 8_000)
    back = soxr.resample(there, 8_000, 16_000)
    return (np.rint(back * 32768) / 32768).astype(np.float32)


def test_a_telephone_band_is_told(spoken: Spoken) -> None:
    """The same speech, with and without what lies above 4 kHz."""
    assert not describe(spoken.samples).narrow_band
    assert describe(narrowed(spoken.samples)).narrow_band


@pytest.mark.parametrize("sound", [hiss(5, -30), tone(440, 5), np.zeros(80_000, "f4")])
def test_without_speech_no_band_and_no_voice_is_told(sound: Samples) -> None:
    found = describe(sound)

    assert not found.narrow_band
    assert not found.second_voice


def test_human_recordings_are_wide_and_telephones_narrow(speech: Path) -> None:
    """A true recording at 8 kHz, and others as they are."""
    assert describe(decode.read(speech / "clean/OSR_us_000_0034_8k.wav")).narrow_band
    for path in [*(speech / "accents").iterdir(), *(speech / "monologue").iterdir()]:
        assert not describe(decode.read(path)).narrow_band, path


def test_one_voice_is_one_voice(speech: Path) -> None:
    """No recording of a single speaker is said to hold two."""
    for folder in ("clean", "accents", "monologue", "short"):
        for path in (speech / folder).iterdir():
            assert not describe(decode.read(path)).second_voice, path


def test_two_voices_far_apart_are_two(speech: Path) -> None:
    """One speaker after the other, and in turns of some seconds."""
    low, high = (decode.read(speech / name) for name in (LOWER, HIGHER))
    turns = [low[:96_000], high[:80_000], low[96_000:192_000], high[80_000:160_000]]

    assert describe(np.concatenate([low, high])).second_voice
    assert describe(np.concatenate(turns)).second_voice
    for name in ONE_VOICE:
        twice = np.tile(decode.read(speech / name), 2)
        assert not describe(twice).second_voice
