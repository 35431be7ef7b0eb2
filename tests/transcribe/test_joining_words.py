"""Which words of the two decodings are kept, on hand-made words and tones."""

import numpy as np
import pytest
from made_passes import ABOUT_IT, WE_TALK, decoding, joined, still, talk, vowel

from simulator.transcribe.heard import Decoding, Passes
from simulator.transcribe.merging import merge
from simulator.transcribe.runaway import without_runaway


def test_a_prompt_that_loses_a_sentence() -> None:
    """Words that only the clean pass has stay, however likely the prompted pass is."""
    passes = Passes(
        decoding(*WE_TALK, *ABOUT_IT, likely=-0.5),
        decoding(("We", 0.2, 0.5), ("talked.", 0.5, 1.2), likely=-0.1),
    )
    words = joined(passes, still(0.2), talk(1.0), still(0.8), talk(1.0))

    assert [word.text for word in words] == ["We", "talked.", "about", "it."]
    assert [word.doubtful for word in words] == [False, False, True, True]


def test_a_prompt_that_goes_round_in_circles() -> None:
    """A prompted decoding that repeats itself is not believed at all."""
    circle = tuple(("um,", 1.3, 1.4) for _ in range(40))
    passes = Passes(
        decoding(*WE_TALK, *ABOUT_IT),
        decoding(*WE_TALK, *circle, compression=9.0, likely=-0.1),
    )
    words = joined(passes, still(0.2), talk(1.0), still(0.8), talk(1.0))

    assert [word.text for word in words] == ["We", "talked", "about", "it."]


def test_repeats_are_kept_in_their_order() -> None:
    """Repeats that the clean pass tidies away are kept, fillers in their place."""
    merged = merge(
        decoding(("I", 1.0, 1.2), ("like", 1.2, 1.4), ("beans", 1.4, 2.0), likely=-0.4),
        decoding(
            *(("Um,", 0.2, 0.5), ("I", 0.6, 0.7), ("like,", 0.7, 0.9)),
            *(("I", 1.0, 1.2), ("like", 1.2, 1.4), ("beans", 1.4, 2.0)),
        ),
    )

    assert [one.word.plain for one in merged] == [
        *("um", "i", "like", "i", "like", "beans")
    ]
    assert [one.filler for one in merged] == [True] + [False] * 5


def test_nobody_speaks() -> None:
    """Where Whisper doubts that anyone speaks, its words are not passed on."""
    guess = decoding(
        ("Thank", 0.1, 0.3), ("you.", 0.3, 0.6), likely=-1.6, no_speech=0.8
    )

    assert joined(Passes(guess, guess), still(1.0)) == ()


def test_a_pause_glued_to_a_word_is_taken_off() -> None:
    """A word aligned over a pause of a second begins where its own sound begins."""
    said = decoding(("We", 0.2, 1.2), ("went", 1.2, 2.7))
    words = joined(Passes(said, said), still(0.2), talk(1.0), still(1.0), talk(0.5))

    assert words[1].start_s == pytest.approx(2.2, abs=0.05)
    assert words[0].end_s == pytest.approx(1.2, abs=0.05)


def test_a_sentence_said_twice_by_the_decoder_only() -> None:
    """Repeated words without any duration are taken out; real repeats stay."""
    once = [
        ("I", 0.0, 0.2),
        ("hardly", 0.2, 0.5),
        ("know", 0.5, 0.8),
        ("her.", 0.8, 1.1),
    ]
    twice = [*once, *((text, 1.1, 1.1) for text, _, _ in once)]
    real = [("words,", 0.4 * k, 0.4 * k + 0.3) for k in range(5)]

    assert len(without_runaway(decoding(*twice)).words) == 4
    assert len(without_runaway(decoding(*real)).words) == 5


def test_one_repeat_more_than_there_is_sound_for() -> None:
    """ "words, words" takes the time of two; the third has no sound left."""
    said = decoding(("words,", 0.2, 0.6), ("words,", 0.9, 1.4), ("words.", 1.4, 1.44))
    words = joined(
        Passes(said, said), still(0.2), talk(0.4), still(0.3), talk(0.5), still(1.0)
    )
    assert [word.text for word in words] == ["words,", "words,"]


def test_repeats_with_a_sound_each_are_all_kept() -> None:
    said = decoding(("no,", 0.2, 0.4), ("no,", 0.6, 0.8), ("no.", 1.0, 1.2))
    words = joined(
        Passes(said, said),
        *(still(0.2), talk(0.2), still(0.2), talk(0.2), still(0.2), talk(0.2)),
        still(0.5),
    )
    assert [word.text for word in words] == ["no,", "no,", "no."]


def test_empty_sound() -> None:
    """No words and no sound give no words, and raise nothing."""
    nothing = Passes(Decoding(), Decoding())

    assert joined(nothing, np.zeros(0, np.float32)) == ()
    assert joined(nothing, still(0.3)) == ()


@pytest.mark.parametrize("trusted", [True, False])
def test_a_term_heard_only_where_it_was_expected_is_doubtful(trusted: bool) -> None:
    """Also where the other pass was not trusted, so that the clean one stands alone."""
    clean = decoding(("We", 0.1, 0.3), ("used", 0.3, 0.6), ("Redis.", 0.6, 1.1))
    likely = -0.2 if trusted else -9.0
    other = decoding(
        ("We", 0.1, 0.3), ("used", 0.3, 0.6), ("ready.", 0.6, 1.1), likely=likely
    )
    passes = Passes(clean, other, frozenset({"redis", "we"}))

    words = joined(passes, vowel(1.2))

    assert {w.text: w.doubtful for w in words if w.kind == "word"} == {
        "We": False,
        "used": False,
        "Redis.": True,
    }
