"""Two filled pauses in one gap, on hand-made words and tones."""

from collections.abc import Sequence

import pytest
from made_passes import decoding, fillers, joined, still, talk, vowel

from simulator.records import Samples
from simulator.transcribe.heard import Asked, Passes

IT_WAS = (("It", 0.2, 1.65), ("was", 1.65, 2.3), ("hard.", 2.3, 2.9))
"""As Whisper aligns it: the first word over both filled pauses."""


class Witness:
    """A decoder that answers the same everywhere, and keeps what it was asked."""

    def __init__(self, ratio: float, beside: float) -> None:
        self.ratio, self.beside = ratio, beside
        self.besides: list[tuple[list[str], list[int]]] = []

    def __call__(self, words: Sequence[str], asked: Sequence[Asked]) -> Sequence[float]:
        if not any(word.lower().startswith("u") for word in words):
            return [self.ratio] * len(asked)
        self.besides.append((list(words), [one.place for one in asked]))
        return [self.beside] * len(asked)


def found(decoder: Witness, *sound: Samples) -> list[str]:
    passes = Passes(decoding(*IT_WAS), decoding(*IT_WAS), likely=decoder)
    return fillers(joined(passes, *sound))


TWO = (still(0.4), vowel(0.35), still(0.5), vowel(0.4), still(0.18), talk(1.0))
""" "uh" at 0.4 s, "uh" at 1.25 s, words from 1.83 s."""


def test_two_in_one_gap_are_two() -> None:
    """ "Uh ... uh, it was": both are counted, though a word is aligned over one."""
    assert found(Witness(ratio=-2.0, beside=-1.0), *TWO) == ["uh", "uh"]


def test_the_decoder_is_asked_about_the_second_beside_the_first() -> None:
    """Else the first one's sound would speak for the second."""
    decoder = Witness(ratio=-2.0, beside=-1.0)
    found(decoder, *TWO)

    assert decoder.besides == [(["Uh,", "it", "was", "hard."], [1])]


def test_a_second_that_the_decoder_finds_unlikely_is_none() -> None:
    """Sound alone makes no second one: the word itself may be drawn out."""
    assert found(Witness(ratio=-2.0, beside=-6.0), *TWO) == ["uh"]


def test_between_two_that_were_heard_there_is_no_third() -> None:
    """Whatever sounds there is one of them."""
    uhs = (("Uh,", 0.4, 0.75), ("uh,", 1.5, 1.8))
    sound = (*TWO[:3], vowel(0.2), still(0.3), vowel(0.3), still(0.2), talk(1.0))
    heard = decoding(*uhs, ("it", 2.2, 2.5), ("was.", 2.5, 2.9))
    decoder = Witness(ratio=-20.0, beside=-1.0)
    passes = Passes(heard, heard, likely=decoder)

    assert fillers(joined(passes, *sound)) == ["uh", "uh"]
    assert decoder.besides == []


@pytest.mark.parametrize("gap_s", [0.0, 0.08])
def test_a_vowel_that_touches_the_words_is_no_second(gap_s: float) -> None:
    """It is their beginning."""
    sound = (still(0.4), vowel(0.35), still(0.5), vowel(0.4), still(gap_s), talk(1.2))

    assert found(Witness(ratio=-2.0, beside=-1.0), *sound) == ["uh"]


def test_a_second_whose_pitch_moves_is_a_word() -> None:
    """Who says "I ... it was" lets the pitch fall."""
    moving = (*TWO[:3], talk(0.4), *TWO[4:])

    assert found(Witness(ratio=-2.0, beside=-1.0), *moving) == ["uh"]
