"""A filled pause that was written as a word, on hand-made words and tones."""

import pytest
from made_passes import ABOUT_IT, WE_TALK, decoding, joined, still, talk, vowel

from simulator.records import Samples, Word
from simulator.transcribe.heard import Passes


def read_as(*reading: tuple[str, float, float], sound: Samples) -> list[Word]:
    """The words between "We talked" and "about it"."""
    said = decoding(*WE_TALK, *reading, *ABOUT_IT)
    pause = still((0.8 - len(sound) / 16_000) / 2)
    words = joined(
        Passes(said, said), still(0.2), talk(1.0), pause, sound, pause, talk(1.0)
    )
    return list(words[2:-2])


@pytest.mark.parametrize(
    "reading",
    [
        [("or", 1.4, 1.75)],
        [("All", 1.42, 1.6), ("right,", 1.6, 1.75)],
        [("her", 1.4, 1.75)],
    ],
    ids=lambda reading: reading[0][0],
)
def test_a_word_held_on_one_note_by_itself_is_a_filled_pause(
    reading: list[tuple[str, float, float]],
) -> None:
    """What Whisper wrote for it is told in the reason, and it is probable only."""
    (word,) = read_as(*reading, sound=vowel(0.35))

    assert (word.kind, word.text, word.certainty) == ("filled_pause", "er", "probable")
    assert reading[0][0] in word.why


def test_a_word_that_moves_stays_a_word() -> None:
    """Its pitch and its vowels change, as those of words do."""
    (word,) = read_as(("or", 1.4, 1.75), sound=talk(0.35))

    assert (word.kind, word.text) == ("word", "or")


def test_another_word_stays_a_word() -> None:
    """Only what sounds like "er" is doubted: "two" may be held on one note."""
    (word,) = read_as(("two", 1.4, 1.75), sound=vowel(0.35))

    assert word.text == "two"


def test_a_word_that_leans_on_its_neighbour_stays_a_word() -> None:
    """In silence only: "or" drawn out before the next word is that word drawn out."""
    said = decoding(*WE_TALK, ("or", 1.4, 1.7), ("about", 1.7, 2.5), ("it.", 2.5, 3.0))
    words = joined(
        Passes(said, said), still(0.2), talk(1.0), still(0.2), vowel(0.3), talk(1.3)
    )

    assert [word.text for word in words] == ["We", "talked", "or", "about", "it."]
