"""Channels that cancel each other: one of them is heard, not their silent mean."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_sounds import RATE_HZ, Spoken, hiss, tone

from simulator.records import Samples
from simulator.sound import decode
from simulator.sound.resample import Resampler


def mixed(left: np.ndarray, right: np.ndarray, sizes: Sequence[int] = ()) -> Samples:
    sound = np.stack([left, right], axis=1).astype(np.float32)
    resampler, found, at = Resampler(RATE_HZ, 2), [], 0
    for size in [*sizes, len(sound)]:
        found.append(resampler.push(sound[at : at + size]))
        at += size
    return np.concatenate([*found, resampler.flush()])


@pytest.mark.parametrize("strength", [1.0, 0.9, 0.7])
def test_opposite_channels_give_the_louder(spoken: Spoken, strength: float) -> None:
    """From the first word on, also where one channel is a little weaker."""
    sound = spoken.samples

    found = mixed(-strength * sound, sound)

    assert len(found) == len(sound)
    begun = round(spoken.phrases[0][0] * RATE_HZ)
    assert np.array_equal(np.abs(found[begun:]), np.abs(sound[begun:]))


def test_from_silence_no_word_is_lost(spoken: Spoken) -> None:
    """Digital silence tells nothing; the first sound after it is there."""
    sound = np.where(np.abs(spoken.samples) < 0.002, 0, spoken.samples)

    assert np.abs(mixed(sound, -sound) - sound).max() < 0.02


def test_a_file_with_opposite_channels_is_read(
    wav: Callable[..., Path], spoken: Spoken
) -> None:
    """Whole and in blocks, in a usual rate."""
    path = wav(np.stack([spoken.samples, -spoken.samples], axis=1), rate_hz=48_000)

    whole = decode.read(path)

    assert np.abs(whole).max() > 0.5 * np.abs(spoken.samples).max()
    assert np.array_equal(np.concatenate(list(decode.blocks(path, 0.1))), whole)


ROOM = hiss(4.0, -50)
TALK = tone(180, 4.0, peak=0.2)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (TALK, TALK),
        (TALK, np.zeros_like(TALK)),
        (TALK, hiss(4.0, -20)),
        (TALK + tone(50, 4.0, 0.1), TALK - tone(50, 4.0, 0.1)),
        (TALK, np.roll(TALK, 10)),
        (TALK + 0.1, TALK - 0.1),
        (ROOM + 0.1, ROOM - 0.1),
        (ROOM * 0.001, -ROOM * 0.001),
    ],
    ids=[
        *("same", "one dead", "unrelated", "hum", "spaced"),
        *("offsets", "quiet offsets", "silence"),
    ],
)
def test_ordinary_stereo_is_averaged(left: np.ndarray, right: np.ndarray) -> None:
    """To the last bit, as if nobody had looked."""
    sound = np.stack([left, right], axis=1).astype(np.float32)

    assert np.array_equal(mixed(left, right), sound.mean(axis=1, dtype=np.float32))


def test_a_moment_turns_nothing(spoken: Spoken) -> None:
    """A tenth of a second of opposite sound amid speech is averaged with the rest."""
    left, right = spoken.samples.copy(), spoken.samples.copy()
    at = round((spoken.phrases[1][0] + 0.3) * RATE_HZ)
    right[at : at + RATE_HZ // 10] *= -1

    found = mixed(left, right)

    assert np.array_equal(found, np.stack([left, right], 1).mean(1, dtype=np.float32))


def test_a_recording_that_is_put_right_is_averaged_again(spoken: Spoken) -> None:
    """Joined from a false and a true half: the second keeps both its channels."""
    half = spoken.samples
    other = hiss(len(half) / RATE_HZ, -40)
    found = mixed(np.concatenate([half, half + other]), np.concatenate([-half, half]))

    last = found[-len(half) // 2 :]
    assert np.allclose(last, (half + other / 2)[-len(last) :], atol=1e-6)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.integers(0, 5000), max_size=10))
def test_pieces_give_what_the_whole_gives(sizes: list[int]) -> None:
    """However sound is cut into pieces, channels are taken and mixed at the same
    samples."""
    left = np.concatenate([hiss(0.5, -40), tone(200, 1.0), hiss(0.5, -20)])
    right = np.concatenate([-left[:16_000], left[16_000:]])

    assert np.array_equal(mixed(left, right, sizes), mixed(left, right))
