"""Cutting, from probabilities alone: no sound, no model."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.transcribe.pieces import FRAME_S, FRAME_SAMPLES, Cutter, Piece
from simulator.transcribe.settings import Cutting

STATES = st.lists(
    st.tuples(st.sampled_from([0.0, 0.3, 0.95]), st.integers(1, 200)), max_size=30
)


def frames(*parts: tuple[float, float]) -> list[float]:
    """Probabilities from (probability, seconds)."""
    return [p for p, seconds in parts for _ in range(round(seconds / FRAME_S))]


def cut(probabilities: list[float]) -> list[Piece]:
    cutter = Cutter()
    done = [piece for p in probabilities for piece in cutter.push(p)]
    return done + list(cutter.end())


def test_silence() -> None:
    """Silence and a single loud frame give no piece."""
    assert cut(frames((0.01, 30.0))) == []
    assert cut([*frames((0.0, 2.0)), 0.99, *frames((0.0, 2.0))]) == []


def test_lead_is_left_out() -> None:
    """Three seconds of silence in front are left out but for the margin."""
    (piece,) = cut(frames((0.0, 3.0), (0.9, 2.0), (0.0, 3.0)))

    assert piece.start_s == pytest.approx(3.0 - Cutting().margin_s, abs=0.05)
    assert piece.end_s == pytest.approx(5.0 + Cutting().margin_s, abs=0.05)


def test_long_pause_is_shortened_and_mapped_back() -> None:
    """A pause of 4 s inside a piece is shortened, and times after it map behind it."""
    (piece,) = cut(frames((0.9, 2.0), (0.0, 4.0), (0.9, 2.0)))

    assert len(piece.spans) == 2
    assert piece.duration_s == pytest.approx(2.0 + 2.0 + 2 * 0.4, abs=0.1)
    assert piece.recording_time(piece.duration_s) == pytest.approx(8.0, abs=0.05)
    seam_s = (piece.spans[0][1] - piece.spans[0][0]) / 16_000
    assert piece.recording_time(seam_s, ending=True) == pytest.approx(2.4, abs=0.05)
    assert piece.recording_time(seam_s) == pytest.approx(5.6, abs=0.05)


def test_a_pause_cuts_what_is_ripe() -> None:
    """After 9 s of speech a pause of half a second ends the piece, in its middle."""
    first, second = cut(frames((0.9, 9.0), (0.0, 0.5), (0.9, 3.0)))

    assert first.end_s == second.start_s
    assert 9.0 < first.end_s < 9.5


def test_a_ripe_piece_is_there_a_third_of_a_second_after_its_last_word() -> None:
    """No later: whoever presses the key half a second after it waits for its words."""
    cutter = Cutter()
    assert not [piece for p in frames((0.9, 9.0)) for piece in cutter.push(p)]

    came_s = next(
        number * FRAME_S
        for number, p in enumerate(frames((0.0, 2.0)), start=1)
        if cutter.push(p)
    )

    assert came_s == pytest.approx(Cutting().pause_s, abs=0.05)


def test_speech_without_pause() -> None:
    """Speech without any pause is cut all the same, before 14 s are full."""
    pieces = cut(frames((0.9, 60.0)))

    assert all(piece.duration_s <= 14.1 for piece in pieces)
    assert pieces[-1].end_s == pytest.approx(60.0, abs=0.05)


def test_the_longest_dip_is_taken() -> None:
    """Without a pause the cut falls into the longest dip, not through a word."""
    first, _ = cut(frames((0.9, 7.0), (0.0, 0.2), (0.9, 3.0), (0.0, 0.1), (0.9, 9.0)))

    assert 7.0 <= first.end_s <= 7.25


def test_without_a_dip_it_is_cut_where_speech_is_least_likely() -> None:
    """14 s of voice without a gap end at the faintest frame of the second part."""
    faint = 7.5
    first, second = cut(
        frames((0.9, 2.0), (0.3, 0.04), (0.95, faint - 2.04), (0.5, 0.04), (0.9, 12.0))
    )

    assert first.end_s == second.start_s == pytest.approx(faint + 0.03, abs=0.04)


def test_a_dip_goes_before_the_faintest_frame() -> None:
    """A gap in the voice is better still, wherever the faintest frame lies."""
    first, _ = cut(frames((0.9, 7.0), (0.0, 0.1), (0.9, 3.0), (0.26, 0.04), (0.9, 9.0)))

    assert 7.0 <= first.end_s <= 7.15


def test_frames_left_out_are_told_once_and_are_in_no_piece() -> None:
    """All frames are in a piece or left out, but half a pause at the end; none is
    both."""
    cutter, left_out, pieces = Cutter(), list[int](), list[Piece]()
    sound = frames((0.0, 4.0), (0.9, 2.0), (0.0, 9.0), (0.9, 6.0), (0.0, 3.0))
    for p in sound:
        pieces += cutter.push(p)
        left_out += cutter.left_out()
    pieces += cutter.end()
    left_out += cutter.left_out()

    spans = [span for piece in pieces for span in piece.spans]
    kept = [k for a, b in spans for k in range(a // FRAME_SAMPLES, b // FRAME_SAMPLES)]
    told = sorted(kept + left_out)
    assert told == sorted(set(told))
    assert len(sound) - len(told) <= Cutting().pause_s / FRAME_S


def test_short_answer_of_one_filler() -> None:
    """A lone "um" of a quarter of a second is a piece of its own."""
    (piece,) = cut(frames((0.0, 2.0), (0.8, 0.26), (0.0, 2.0)))

    assert piece.voice_s()[0][0] == pytest.approx(0.4, abs=0.05)


@given(STATES)
def test_pieces_hold_all_voice_once(parts: list[tuple[float, int]]) -> None:
    """Whatever the sound, pieces lie in order, never overlap, and lose no speech."""
    probabilities = [p for p, count in parts for _ in range(count)]
    pieces = cut(probabilities)
    spans = [span for piece in pieces for span in piece.spans]
    kept = [k for a, b in spans for k in range(a // FRAME_SAMPLES, b // FRAME_SAMPLES)]

    assert kept == sorted(set(kept))
    loud = [
        k
        for k, p in enumerate(probabilities)
        if p > 0.9
        and (probabilities[k - 1 : k] == [p] or probabilities[k + 1 :] == [p])
    ]
    assert set(loud) <= set(kept)
    assert all(piece.duration_s <= 14.1 for piece in pieces)


@given(STATES)
def test_unfinished_is_what_would_come(parts: list[tuple[float, int]]) -> None:
    """A resting unfinished piece is the piece that ending there gives."""
    cutter = Cutter()
    for p in (p for p, count in parts for _ in range(count)):
        cutter.push(p)
    resting, unfinished = cutter.resting(), cutter.unfinished()
    ended = cutter.end()

    if resting:
        assert ended == ((unfinished,) if unfinished else ())


@given(STATES)
def test_what_is_coming_comes_if_the_pause_goes_on(
    parts: list[tuple[float, int]],
) -> None:
    """To the frame: whatever is done for it in advance is not done in vain."""
    cutter = Cutter()
    for probability in [p for p, count in parts for _ in range(count)]:
        cutter.push(probability)
        coming = cutter.coming()
        if coming is not None and cutter.silent_s == pytest.approx(5 * FRAME_S):
            silence, later = frames((0.0, 0.5)), copy.deepcopy(cutter)
            assert [piece for p in silence for piece in later.push(p)] == [coming]


def test_a_ripe_piece_is_coming_a_sixth_of_a_second_after_its_last_word() -> None:
    cutter = Cutter()
    for probability in frames((0.9, 9.0), (0.0, 0.13)):
        cutter.push(probability)
    assert cutter.coming() is None

    for probability in frames((0.0, 0.04)):
        cutter.push(probability)
    coming = cutter.coming()

    assert coming is not None
    assert coming.end_s == pytest.approx(9.16, abs=FRAME_S)


def test_no_piece_is_coming_that_may_still_grow() -> None:
    """Seven seconds of speech are kept for the next sentence."""
    cutter = Cutter()
    for probability in frames((0.9, 7.0), (0.0, 0.3)):
        cutter.push(probability)
        assert cutter.coming() is None
