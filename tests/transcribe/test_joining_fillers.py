"""Which fillers are kept, moved, dropped or found, on hand-made words and tones."""

from collections.abc import Sequence

import pytest
from made_passes import (
    ABOUT_IT,
    WE_TALK,
    decoding,
    fillers,
    hum,
    joined,
    still,
    talk,
    vowel,
)

from simulator.records import Samples, Word
from simulator.transcribe.heard import Asked, Likely, Passes


def test_a_filler_that_only_the_prompted_pass_heard() -> None:
    """With a steady vowel where it was heard, it is kept with the vowel's times."""
    passes = Passes(
        decoding(*WE_TALK, *ABOUT_IT),
        decoding(*WE_TALK, ("um,", 1.3, 1.6), *ABOUT_IT),
    )
    words = joined(
        passes, still(0.2), talk(1.0), still(0.2), vowel(0.4), still(0.2), talk(1.0)
    )

    assert fillers(words) == ["um"]
    (filler,) = (word for word in words if word.kind == "filled_pause")
    assert filler.start_s == pytest.approx(1.4, abs=0.04)
    assert filler.end_s == pytest.approx(1.8, abs=0.04)
    assert filler.certainty != "possible"
    assert "steady voiced sound" in filler.why


def test_a_filler_written_over_silence() -> None:
    """Without any sound it is an invention of the prompt, and is dropped."""
    passes = Passes(
        decoding(*WE_TALK, *ABOUT_IT),
        decoding(*WE_TALK, ("um,", 1.3, 1.6), *ABOUT_IT),
    )
    words = joined(passes, still(0.2), talk(1.0), still(0.8), talk(1.0))

    assert fillers(words) == []
    assert [word.text for word in words] == ["We", "talked", "about", "it."]


def test_a_hum_is_no_filler() -> None:
    """A closed-lips "mm" that the prompt calls "um" is not counted."""
    passes = Passes(
        decoding(*WE_TALK, *ABOUT_IT),
        decoding(*WE_TALK, ("Um,", 1.3, 1.6), *ABOUT_IT),
    )
    words = joined(
        passes, still(0.2), talk(1.0), still(0.2), hum(0.4), still(0.2), talk(1.0)
    )

    assert fillers(words) == []


def test_no_more_fillers_than_sound() -> None:
    """A run of five "um" over one vowel is one filler."""
    run = tuple(("um,", 1.3 + 0.1 * k, 1.35 + 0.1 * k) for k in range(5))
    passes = Passes(
        decoding(*WE_TALK, *ABOUT_IT), decoding(*WE_TALK, *run, *ABOUT_IT, likely=-0.3)
    )
    words = joined(
        passes, still(0.2), talk(1.0), still(0.2), vowel(0.4), still(0.2), talk(1.0)
    )

    assert fillers(words) == ["um"]


def answering(ratio: float) -> Likely:
    """A decoder that finds a filled pause equally likely everywhere."""
    return lambda words, asked: [ratio] * len(asked)


def unwritten(ratio: float, *sound: Samples) -> list[Word]:
    """The fillers found where both passes wrote none."""
    said = decoding(*WE_TALK, *ABOUT_IT)
    words = joined(Passes(said, said, likely=answering(ratio)), *sound)
    return [word for word in words if word.kind == "filled_pause"]


ALONE = (still(0.2), talk(1.0), still(0.2), vowel(0.4), still(0.2), talk(1.0))
LEANING = (still(0.2), talk(1.0), vowel(0.4), still(0.4), talk(1.0))


def test_what_no_pass_heard() -> None:
    """A long steady vowel between words is a probable filler that says why."""
    (filler,) = unwritten(-5.0, *ALONE)

    assert filler.certainty == "probable"
    assert "between two words" in filler.why


def test_a_vowel_that_leans_on_a_word() -> None:
    """It is a filler where the decoder finds one likely, else the word drawn out."""
    (filler,) = unwritten(-2.0, *LEANING)

    assert filler.certainty == "probable"
    assert "decoder" in filler.why
    assert unwritten(-5.0, *LEANING) == []


def test_a_vowel_where_the_decoder_is_sure_of_none() -> None:
    """However steady a vowel is: where a filler would make nonsense there is none."""
    assert unwritten(-20.0, *ALONE) == []


def test_a_filler_that_the_first_word_was_aligned_to() -> None:
    """It opens the piece, and the word is moved to where the talk begins."""
    said = decoding(("I", 0.2, 0.5), ("talked", 1.0, 2.0))
    passes = Passes(said, said, likely=answering(-1.0))
    words = joined(passes, still(0.2), vowel(0.4), still(0.4), talk(1.0))

    assert [word.kind for word in words] == ["filled_pause", "word", "word"]
    assert words[1].start_s == pytest.approx(0.6, abs=0.05)


def test_the_last_word_drawn_out() -> None:
    """A vowel that leans on the last word is that word, whatever the decoder likes."""
    said = decoding(*WE_TALK)
    passes = Passes(said, said, likely=answering(0.0))

    assert fillers(joined(passes, still(0.2), talk(1.0), vowel(0.4))) == []


def asked_about(*sound: Samples, likely: float = -0.2) -> list[int]:
    """The places that the decoder is asked about, six words being said."""
    places: list[int] = []

    def decoder(words: Sequence[str], asked: Sequence[Asked]) -> Sequence[float]:
        places.extend(one.place for one in asked)
        return [-20.0] * len(asked)

    said = decoding(
        *((f"So{k}", 1.3 * k, 1.3 * k + 0.6) for k in range(6)), likely=likely
    )
    joined(Passes(said, said, likely=decoder), *sound)
    return places


def after_each_word(*vowels_s: float, gap_s: float) -> list[Samples]:
    """Six words 1.3 s apart, and after each but the last a vowel, by itself or not."""
    sound = [still(0.0)]
    for seconds in vowels_s:
        rest_s = 0.7 - gap_s - seconds
        sound += [talk(0.6), still(gap_s), vowel(seconds), still(rest_s)]
    return [*sound, talk(0.6)]


def test_of_vowels_that_lean_on_words_the_three_longest_are_asked_about() -> None:
    """Each question is time that the speaker waits."""
    lengths_s = (0.28, 0.4, 0.25, 0.36, 0.32)

    assert asked_about(*after_each_word(*lengths_s, gap_s=0.0)) == [2, 4, 5]


def test_of_vowels_by_themselves_all_five_are_asked_about() -> None:
    """Whoever says "um" after every word is told of every one."""
    lengths_s = (0.34, 0.42, 0.34, 0.4, 0.38)

    assert asked_about(*after_each_word(*lengths_s, gap_s=0.12)) == [1, 2, 3, 4, 5]


def test_a_short_vowel_in_a_piece_that_was_not_understood_is_not_asked_about() -> None:
    """No answer would make it count."""
    sound = after_each_word(0.24, 0.4, 0.24, 0.4, 0.24, gap_s=0.0)

    assert len(asked_about(*sound, likely=-0.2)) == 3
    assert asked_about(*sound, likely=-0.6) == [2, 4]
