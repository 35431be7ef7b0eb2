"""What the two decodings and the sound say together, on hand-made words and tones."""

import numpy as np
import pytest

from simulator.records import SAMPLE_RATE_HZ, Samples, Word
from simulator.transcribe.heard import Decoding, HeardWord, Likely, Passes
from simulator.transcribe.joining import join
from simulator.transcribe.merging import merge
from simulator.transcribe.runaway import without_runaway
from simulator.transcribe.settings import Settings

Said = tuple[str, float, float]


def decoding(*said: Said, likely: float = -0.2, **more: float) -> Decoding:
    words = tuple(HeardWord(text, start, end, 0.9) for text, start, end in said)
    return Decoding(words, mean_log_probability=likely, **more)


def vowel(seconds: float, pitch_hz: float = 120.0) -> Samples:
    """A steady "uh": a buzz through two resonances, about 600 and 1200 Hz."""
    t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    sound = np.zeros_like(t)
    for k in range(1, 33):
        f = k * pitch_hz
        strength = 1 / (1 + ((f - 600) / 150) ** 2) + 0.7 / (
            1 + ((f - 1200) / 200) ** 2
        )
        sound += strength * np.sin(2 * np.pi * f * t + k * k)
    edge = np.minimum(1, np.minimum(t, t[::-1]) / 0.02)
    return (0.1 * edge * sound / sound.std()).astype(np.float32)


def hum(seconds: float) -> Samples:
    """An "mm": the lowest partials only."""
    t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    edge = np.minimum(1, np.minimum(t, t[::-1]) / 0.02)
    return (0.1 * edge * np.sin(2 * np.pi * 120 * t)).astype(np.float32)


def talk(seconds: float) -> Samples:
    """Something like words: vowels whose pitch and resonances move all the time."""
    t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    sound = np.zeros_like(t)
    glide = 120 + 25 * np.sin(2 * np.pi * 2.2 * t)
    phase = 2 * np.pi * np.cumsum(glide) / SAMPLE_RATE_HZ
    first = 500 + 250 * np.sin(2 * np.pi * 4.7 * t)
    second = 1500 + 700 * np.sin(2 * np.pi * 3.9 * t)
    for k in range(1, 30):
        f = k * glide
        strength = 1 / (1 + ((f - first) / 120) ** 2)
        strength += 0.8 / (1 + ((f - second) / 180) ** 2)
        sound += strength * np.sin(k * phase)
    syllables = 0.55 + 0.45 * np.sin(2 * np.pi * 4.5 * t)
    return (0.1 * syllables * sound / sound.std()).astype(np.float32)


def still(seconds: float) -> Samples:
    generator = np.random.default_rng(3)
    noise = generator.standard_normal(round(seconds * SAMPLE_RATE_HZ))
    return (1e-4 * noise).astype(np.float32)


def joined(passes: Passes, *sound: Samples) -> tuple[Word, ...]:
    return join(passes, np.concatenate(sound), Settings())


def fillers(words: tuple[Word, ...]) -> list[str]:
    return [
        word.text.strip(",.").lower() for word in words if word.kind == "filled_pause"
    ]


WE_TALK = (("We", 0.2, 0.5), ("talked", 0.5, 1.2))
ABOUT_IT = (("about", 2.0, 2.5), ("it.", 2.5, 3.0))


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
    return lambda words, places: [ratio] * len(places)


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

    words = join(passes, vowel(1.2), Settings())

    assert {w.text: w.doubtful for w in words if w.kind == "word"} == {
        "We": False,
        "used": False,
        "Redis.": True,
    }
