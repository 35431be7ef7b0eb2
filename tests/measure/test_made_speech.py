"""On made speech with exact truth, through the real model: words, pauses, repairs.

`python -m benchmarks.made` measures the same on hundreds of pauses.
"""

from itertools import pairwise

import numpy as np
import pytest

from audio_fixtures import truth as truths
from audio_fixtures.make import made, made_from
from audio_fixtures.script import parse
from audio_fixtures.stutters import sixty, stuttered
from simulator.answer import Given, judge_samples
from simulator.check.decodings import Decodings
from simulator.check.engine import Engine
from simulator.measure.tokens import bare
from simulator.records import SAMPLE_RATE_HZ, Samples, Turn
from simulator.sound import decode, voice

EDGE_S = 0.2
"""A word beside silence begins and ends this near to its sound."""
GLUED = (
    {"say": "The train came late,"},
    {"pause_s": 2.0},
    {"say": "nobody"},
    {"pause_s": 1.6},
    {"say": "was waiting"},
    {"pause_s": 3.0},
    {"say": "and the office had closed."},
)


@pytest.fixture(scope="module")
def tiny() -> Decodings:
    """One model for all; nothing is kept."""
    return Decodings(Engine("tiny.en"), keep=False)


def judged(ear: Decodings, samples: Samples) -> Turn:
    return judge_samples(samples, ear.transcribe(samples), Given())


@pytest.mark.model
@pytest.mark.parametrize("said_by", ["neural", "espeak:en-gb"])
def test_a_long_silence_is_taken_off_the_words_beside_it(
    tiny: Decodings, said_by: str
) -> None:
    """Whisper begins a word where the one before it ended; its sound says otherwise."""
    script = {"about": "x", "voice": said_by, "speed": 0.9, "segments": list(GLUED)}
    path = made_from(parse(script, "x"), "glued")
    truth = truths.read(path)

    words = judged(tiny, decode.read(path)).transcript.words

    said = [bare(w.text) for w in words]
    for phrase in truth.phrases:
        first, *_, last = [bare(t) for t in phrase.text.split() * 2]
        begun, ended = words[said.index(first)], words[said.index(last)]
        assert begun.start_s == pytest.approx(phrase.start_s, abs=EDGE_S), first
        assert ended.end_s == pytest.approx(phrase.end_s, abs=EDGE_S), last
    for word in words:
        assert (word.end_s or 0) - (word.start_s or 0) < 1.0, word


@pytest.mark.model
def test_a_held_blocked_or_repeated_word_is_no_filler(tiny: Decodings) -> None:
    """Six of the sixty; the benchmark has them all. Repeats are no run of fillers."""
    for stutter in sixty()[:6]:
        turn = judged(tiny, stuttered(stutter).samples)

        assert not [f for f in turn.analysis.fillers if f.counted], stutter


def test_a_stutter_is_what_its_name_says() -> None:
    """Longer by what is held or silent; a repeated part is the word's own beginning."""
    for stutter in sixty()[:6]:
        made_now = stuttered(stutter)
        length_s = made_now.end_s - made_now.start_s
        if stutter.kind != "repeat":
            assert length_s > stutter.length_s
        first = round(made_now.start_s * SAMPLE_RATE_HZ)
        word = made_now.samples[first : round(made_now.end_s * SAMPLE_RATE_HZ)]
        if stutter.kind == "block":
            quiet = np.flatnonzero(word != 0)
            longest = max(b - a for a, b in pairwise(quiet)) / SAMPLE_RATE_HZ
            assert longest == pytest.approx(stutter.length_s, abs=0.01)


@pytest.mark.model
def test_ten_minutes_have_every_pause_where_it_is() -> None:
    """By the sound alone: 95 % of the edges within 0.2 s, and few found too many."""
    path = made("monologue")
    truth, samples = truths.read(path), decode.read(path)
    assert truth.duration_s > 590

    spans = voice.spans(voice.probabilities(samples), samples)

    found = [(a, b) for (_, a), (b, _) in pairwise(spans) if b - a >= 0.25]
    near = sum(
        min(abs(p.start_s - a) + abs(p.end_s - b) for a, b in found) <= 2 * 0.08
        for p in truth.pauses
    )
    assert near >= 0.95 * len(truth.pauses)
    assert len(found) <= 1.05 * len(truth.pauses)
