"""Voice: pitch in semitones, cleaned of errors, and fading at sentence ends."""

import numpy as np
import pytest
from made_answers import HOP_S, answer, with_sound, written

from simulator.measure import prosody
from simulator.records import Answer, Measurement

SENTENCE = "we packed all the boxes and drove them to the shop. "
MADE = answer(SENTENCE * 5)


def _measured(made: Answer) -> dict[str, Measurement]:
    return {m.name: m for m in prosody.measure(made)}


def _pitched(hz: np.ndarray) -> Answer:
    return with_sound(MADE, pitch_hz=hz.astype(np.float32))


def _frames() -> int:
    return len(MADE.sound.pitch_hz)


def test_a_voice_that_swings_an_octave_has_sd_6_and_range_12() -> None:
    """Half the time 100 Hz, half 200 Hz, in blocks of 1 s."""
    octave = np.where((np.arange(_frames()) * HOP_S).astype(int) % 2, 200.0, 100.0)
    made = _measured(_pitched(octave))

    assert made["pitch_variation"].value == pytest.approx(6.0, abs=0.1)
    assert made["pitch_range"].value == pytest.approx(12.0, abs=0.1)
    assert "hard to follow" in made["pitch_variation"].note


def test_semitones_are_the_same_for_a_low_and_a_high_voice() -> None:
    """The same melody at 100 and at 200 Hz gives the same numbers."""
    melody = 2.0 ** (np.sin(np.arange(_frames()) / 20.0) * 3.0 / 12.0)
    low, high = (_measured(_pitched(base * melody)) for base in (100.0, 200.0))

    assert low["pitch_variation"].value == pytest.approx(3.0 / np.sqrt(2), rel=0.03)
    for name in ("pitch_variation", "pitch_range"):
        assert low[name].value == pytest.approx(high[name].value, rel=1e-3)


def test_octave_errors_of_single_frames_do_not_count() -> None:
    """One frame in fifty at twice the pitch leaves a monotone voice monotone."""
    hz = np.full(_frames(), 110.0)
    hz[::50] = 220.0

    assert _measured(_pitched(hz))["pitch_variation"].value < 0.1


def test_pitch_outside_the_range_of_speech_is_left_out() -> None:
    """50 Hz hum and 900 Hz whistles are no voice."""
    hz = np.full(_frames(), 110.0)
    hz[: _frames() // 8] = 50.0
    hz[-_frames() // 8 :] = 900.0

    assert _measured(_pitched(hz))["pitch_variation"].value == pytest.approx(0.0)


def test_little_voiced_speech_gives_no_pitch() -> None:
    """9 s of voice are too few, and none at all is fine."""
    hz = np.full(_frames(), np.nan)
    none = _measured(_pitched(hz))
    hz[: int(9.0 / HOP_S)] = 110.0
    few = _measured(_pitched(hz))

    assert none["pitch_variation"].value is few["pitch_variation"].value is None


@pytest.mark.parametrize(("drop_db", "share"), [(8.0, 100.0), (4.0, 0.0)])
def test_sentences_fade_where_the_end_is_6_db_softer(
    drop_db: float, share: float
) -> None:
    """Each sentence falls in a line; the fifths at its ends differ by 0.8 of it."""
    per_sentence = 11 * 0.3
    place = (np.arange(_frames()) * HOP_S % per_sentence) / per_sentence
    level = (-20.0 - place * drop_db / 0.8).astype(np.float32)

    made = _measured(with_sound(MADE, level_dbfs=level))["fading_share"]

    assert made.value == share
    assert len(made.evidence) == share / 20


def test_nothing_about_the_voice_is_graded() -> None:
    """A voice is no fault."""
    assert not any(m.graded for m in prosody.measure(MADE))


@pytest.mark.parametrize("made", [written(SENTENCE), answer(""), answer("yes")])
def test_without_sound_or_enough_of_it_nothing_is_known(made: Answer) -> None:
    """None, never 0."""
    assert [m.value for m in prosody.measure(made)] == [None] * 3
