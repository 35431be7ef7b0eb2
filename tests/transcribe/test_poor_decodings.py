"""Where one of the two decodings goes wrong, on hand-made words and tones."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from made_passes import (
    ABOUT_IT,
    WE_TALK,
    decoding,
    fillers,
    joined,
    still,
    talk,
    vowel,
)

from simulator.records import SAMPLE_RATE_HZ, Samples, Word
from simulator.transcribe.edges import shrunk
from simulator.transcribe.encoding import Encoded
from simulator.transcribe.engine import Engine
from simulator.transcribe.evidence import evidence
from simulator.transcribe.heard import Decoding, HeardWord, Passes
from simulator.transcribe.settings import Decoder, Settings

LOOP = tuple(("thinking", 0.2 + k / 50, 0.22 + k / 50) for k in range(30))


def test_a_clean_pass_that_goes_round_in_circles_gives_way() -> None:
    """The prompted one tells the words then, all of them doubtful."""
    passes = Passes(decoding(*LOOP, compression=6.0), decoding(*WE_TALK))
    words = joined(passes, still(0.2), talk(1.0), still(0.2))

    assert [word.text for word in words] == ["We", "talked"]
    assert all(word.doubtful for word in words)


def test_a_filler_that_the_passes_spell_differently_was_heard_in_both() -> None:
    """ "uh" and "um" are one sound; together they need less of it."""
    sound = (still(0.2), talk(1.0), still(0.2), vowel(0.12), still(0.3), talk(1.0))
    passes = Passes(
        decoding(*WE_TALK, ("uh,", 1.4, 1.6), *ABOUT_IT),
        decoding(*WE_TALK, ("um,", 1.4, 1.6), *ABOUT_IT),
    )
    words = joined(passes, *sound)

    assert fillers(words) == ["um"]
    assert [w.certainty for w in words if w.kind == "filled_pause"] == ["sure"]


def test_a_word_whose_end_was_aligned_into_the_next_stays_before_the_pause() -> None:
    """What it caught of the next word is shorter than an aligned end may be late."""
    sound = np.concatenate([talk(0.6), still(1.0), talk(0.8)])
    found = evidence(sound, Settings().fillers)
    rested = Word(text="rested,", start_s=0.0, end_s=1.67, probability=0.9)

    (word,) = shrunk([rested], found)

    assert word.start_s == 0.0
    assert word.end_s == pytest.approx(0.6, abs=0.05)


def closed_lips(seconds: float) -> Samples:
    """An "m": low partials, but more than one, so that its pitch is heard."""
    t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
    sound = sum(np.sin(2 * np.pi * 120 * k * t) / k for k in range(1, 4))
    edge = np.minimum(1, np.minimum(t, t[::-1]) / 0.02)
    return (0.1 * edge * sound).astype(np.float32)


def test_an_um_that_a_word_was_aligned_over_is_not_the_word() -> None:
    """What lies before the silence is sound enough for the word, and is it."""
    um = np.concatenate([vowel(0.22), closed_lips(0.12)])
    sound = np.concatenate([talk(0.6), still(0.4), um, still(0.4), talk(0.6)])
    found = evidence(sound, Settings().fillers)
    coffee = Word(text="coffee?", start_s=0.0, end_s=1.34, probability=0.9)

    (word,) = shrunk([coffee], found)

    assert (word.start_s, word.end_s) == (0.0, pytest.approx(0.6, abs=0.05))


class _Writes:
    """Stands for the engine's model: writes as many tokens as it may, up to `most`."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.rooms: list[int] = []

    def generate(
        self, _: object, prompts: list[list[int]], *, max_length: int, **__: object
    ) -> list[SimpleNamespace]:
        room = min(max_length // 2, max_length - len(prompts[0]))
        self.rooms.append(room)
        ids = list(range(min(self.most, room)))
        return [SimpleNamespace(sequences_ids=[ids], scores=[-0.2], no_speech_prob=0.0)]


PIECE = Encoded(np.zeros(14 * SAMPLE_RATE_HZ, np.float32), None)


def engine_that_writes(tokens: int, *, loops: bool = False) -> tuple[Engine, _Writes]:
    """An engine over that model; each token is a word."""
    engine, model = Engine.__new__(Engine), _Writes(tokens)
    engine._decoder = Decoder()
    engine._halves = SimpleNamespace(model=model, max_length=448)
    engine._tokenizer = SimpleNamespace(
        eot=50_000,
        decode=lambda ids: " ".join("la" if loops else f"w{k * k}" for k in ids),
    )
    engine._align = lambda piece, ids: tuple(  # type: ignore[method-assign]
        HeardWord(f"w{k}", k / 5, k / 5 + 0.2, 0.9) for k in ids
    )
    return engine, model


@pytest.mark.parametrize("prompt", [4, 40])
def test_dense_speech_is_decoded_again_with_more_room(prompt: int) -> None:
    """Five words a second are all written, whatever the prompt takes."""
    words = math.ceil(14 * 5 * 1.3)
    engine, model = engine_that_writes(words)

    decoding = engine._decode(PIECE, [0] * prompt, 1)

    assert len(decoding.words) == words
    assert len(model.rooms) == 2


def test_usual_speech_is_decoded_once() -> None:
    engine, model = engine_that_writes(40)

    assert len(engine._decode(PIECE, [0], 1).words) == 40
    assert len(model.rooms) == 1


def test_a_loop_gets_no_more_room() -> None:
    """It would only go on."""
    engine, model = engine_that_writes(400, loops=True)
    engine._decode(PIECE, [0], 1)

    assert len(model.rooms) == 1


def test_an_empty_second_try_does_not_beat_poor_words() -> None:
    """Unless nobody is heard to speak."""
    engine = Engine.__new__(Engine)
    engine._decoder = Decoder()
    poor, empty = decoding(*WE_TALK, likely=-1.5), Decoding()

    assert max(poor, empty, key=engine._worth) is poor
    silent = Decoding(no_speech=0.9)
    assert max(poor, silent, key=engine._worth) is silent


def test_a_loop_of_fillers_gets_no_more_than_there_are_sounds() -> None:
    """Two sounds are two fillers, however often they were written in both passes."""
    loop = tuple(("uh,", 1.3 + k / 10, 1.3 + k / 10) for k in range(9))
    passes = Passes(decoding(*WE_TALK, *loop), decoding(*WE_TALK, *loop))
    words = joined(
        passes, still(0.2), talk(1.0), still(0.3), vowel(0.3), still(0.2), vowel(0.3)
    )

    assert fillers(words) == ["uh", "uh"]
