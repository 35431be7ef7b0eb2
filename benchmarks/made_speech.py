"""Made talks with exact truth: many voices, known halts, clean and in noise.

A talk is drawn from `made_sentences.txt` by a seed: which sentences, at which of their
places the voice halts, and for how long. Sound and truth are made once, into the cache.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from audio_fixtures import truth as truths
from audio_fixtures.make import made_from
from audio_fixtures.script import Script, ScriptError, parse
from audio_fixtures.truth import Truth
from simulator.records import SAMPLE_RATE_HZ, Samples
from simulator.sound import decode

SENTENCES = Path(__file__).with_name("made_sentences.txt")
ASIDE = Path(__file__).with_name("made_sentences_aside.txt")
"""No rule was tuned on these."""
VOICES = (
    ("neural", 0.85),
    ("neural", 1.0),
    ("espeak:en-gb", 0.9),
    ("espeak:en-us", 0.95),
    ("espeak:en-us+f3", 0.9),
    ("espeak:en-gb-scotland", 0.9),
    ("espeak:en-gb+m3", 1.0),
)
"""With their speeds; espeak at its own pace is faster than people talk."""
SENTENCES_EACH = 7
SHORTEST_S, LONGEST_S = 0.3, 2.0
"""Halts, evenly drawn; every one counts as a pause."""
HALTS = 0.5
"""Share of the places inside a sentence at which the voice halts."""
LONG_WORDS = 6
"""After so many a voice would halt by itself, which the truth would not know."""
TRIES = 8
LEAD_S = (0.5, 4.0)
NOISES = "noise"


@dataclass(frozen=True)
class Talk:
    """A made recording, its truth, and how many syllables are said in it."""

    name: str
    voice: str
    samples: Samples
    truth: Truth
    syllables: int


def talks(each: int, pool: Path = SENTENCES) -> Iterator[Talk]:
    """`each` talks of every voice, always the same."""
    for number in range(each):
        for at, (voice, speed) in enumerate(VOICES):
            seed = 100 * number + at
            path, syllables = _made(voice, speed, seed, pool)
            yield Talk(
                name=f"{voice} {speed:g} #{number}",
                voice=voice,
                samples=decode.read(path),
                truth=truths.read(path),
                syllables=syllables,
            )


def _made(voice: str, speed: float, seed: int, pool: Path) -> tuple[Path, int]:
    """Of the first of a few draws that the voice says without halting by itself."""
    for draw in range(TRIES - 1):
        script, syllables = _script(voice, speed, seed + 1000 * draw, pool)
        try:
            return made_from(script, f"talk_{seed}"), syllables
        except ScriptError:
            continue
    script, syllables = _script(voice, speed, seed + 1000 * (TRIES - 1), pool)
    return made_from(script, f"talk_{seed}"), syllables


def _script(voice: str, speed: float, seed: int, pool: Path) -> tuple[Script, int]:
    rng = np.random.default_rng(seed)
    sentences = _sentences(pool)
    chosen = rng.permutation(len(sentences))[:SENTENCES_EACH]
    segments: list[dict[str, object]] = []
    syllables = 0
    for index in chosen:
        count, text = sentences[index]
        syllables += count
        for words, mark in _phrases(text, rng):
            segments.append({"say": words})
            place = "mid_clause" if mark == "|" else "clause_end"
            pause_s = round(float(rng.uniform(SHORTEST_S, LONGEST_S)), 3)
            segments.append({"pause_s": pause_s, "place": place})
    script = {
        "about": "A talk for measuring",
        "voice": voice,
        "speed": speed,
        "seed": seed,
        "lead_s": round(float(rng.uniform(*LEAD_S)), 3),
        "stored": False,
        "segments": segments[:-1],
    }
    return parse(script, f"talk {seed}"), syllables


def _phrases(text: str, rng: np.random.Generator) -> Iterator[tuple[str, str]]:
    """The words up to each halt, and its mark; the whole sentence ends with "."."""
    words = ""
    for part in re.split(r"([|/])", text):
        if part not in ("|", "/"):
            words = f"{words} {part.strip()}".strip()
        elif rng.random() < HALTS or len(words.split()) >= LONG_WORDS:
            yield words, part
            words = ""
    yield words, "."


@lru_cache(maxsize=2)
def _sentences(pool: Path) -> tuple[tuple[int, str], ...]:
    lines = pool.read_text("utf-8").splitlines()
    kept = (line.split(" ", 1) for line in lines if line[:1].isdigit())
    return tuple((int(count), text) for count, text in kept)


def noises(place: Path) -> list[Samples]:
    """Recorded noises, or made ones where there are none (seeded: white and brown)."""
    found = sorted((place / NOISES).glob("noise*.wav"))
    if found:
        return [decode.read(path) for path in found]
    rng = np.random.default_rng(0)
    white = rng.standard_normal((2, 30 * SAMPLE_RATE_HZ))
    brown = np.cumsum(white[1])
    brown -= np.convolve(brown, np.ones(800) / 800, "same")
    return [np.asarray(n / np.std(n) * 0.1, np.float32) for n in (white[0], brown)]


def mixed(talk: Talk, noise: Samples, snr_db: float) -> Samples:
    """The talk in that noise, so far below its speech (RMS over the phrases)."""
    inside = np.zeros(len(talk.samples), bool)
    for phrase in talk.truth.phrases:
        first = round(phrase.start_s * SAMPLE_RATE_HZ)
        inside[first : round(phrase.end_s * SAMPLE_RATE_HZ)] = True
    speech = float(np.sqrt(np.mean(talk.samples[inside] ** 2)))
    looped = np.resize(noise, len(talk.samples)).astype(np.float32)
    gain = speech / float(np.sqrt(np.mean(looped**2))) * 10 ** (-snr_db / 20)
    return np.asarray(np.clip(talk.samples + looped * gain, -1, 1), np.float32)
