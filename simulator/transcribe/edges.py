"""Corrects word times by the sound: Whisper glues pauses to words.

First a word shrinks to its own sound: of stretches parted by a silence that no stop
consonant explains, the last is the word and what lies before was glued to its front
(the aligner begins a word where the one before it ended). After the gaps have been
searched, words grow to where their sound begins and ends.
"""

from simulator.records import Word

from .evidence import Evidence
from .hummed import closing
from .settings import Fillers

USUAL_WORD_S = 0.1
USUAL_LETTER_S = 0.08
"""A word of n letters takes about 0.1 s + 0.08 s * n: talk runs at 12 to 15 letters a
second. What an aligned word has beyond that may be another sound."""

HALF = 0.5
"""Of its usual time: fast talk leaves a word that much."""


def usual_s(text: str) -> float:
    """How long a word usually lasts."""
    return USUAL_WORD_S + USUAL_LETTER_S * sum(c.isalnum() for c in text)


def cleared(words: list[Word]) -> list[Word]:
    """The same words, none reaching into a filled pause beside it: those lie where
    their sound is, while a word may have been aligned over the sound after it.
    """
    placed = list(words)
    for position, word in enumerate(words):
        if word.kind != "filled_pause":
            continue
        start_s, end_s = _times(word)
        if position:
            before = placed[position - 1]
            first_s, last_s = _times(before)
            if before.kind == "word" and first_s < start_s < last_s:
                placed[position - 1] = _at(before, first_s, start_s)
        if position + 1 < len(words):
            after = placed[position + 1]
            first_s, last_s = _times(after)
            if after.kind == "word" and first_s < end_s:
                placed[position + 1] = _at(after, end_s, max(end_s, last_s))
    return placed


def shrunk(words: list[Word], found: Evidence) -> list[Word]:
    """The same words, each within its own sound; filled pauses stay as they are."""
    return [
        word if word.kind == "filled_pause" else _shrunk(word, found) for word in words
    ]


def grown(words: list[Word], found: Evidence) -> list[Word]:
    """The same words in order, no two overlapping, with all the sound around them."""
    placed: list[Word] = []
    for position, word in enumerate(words):
        start_s, end_s = _times(word)
        before_s = _times(placed[-1])[1] if placed else 0.0
        after_s = found.duration_s
        if position + 1 < len(words):
            after_s = max(end_s, _times(words[position + 1])[0])
        start_s, end_s = max(start_s, before_s), max(end_s, before_s)
        if word.kind != "filled_pause":
            start_s = found.beginning(start_s, before_s)
            end_s = found.ending(end_s, after_s)
        placed.append(_at(word, start_s, min(end_s, max(after_s, start_s))))
    return placed


def _shrunk(word: Word, found: Evidence) -> Word:
    start_s, end_s = _times(word)
    settings = found.settings
    runs = found.audible_runs(start_s, end_s)
    if not runs:
        return word
    while len(runs) > 1 and (
        _ends_in_the_next(runs, settings) or _ends_in_a_hum(word, runs, found)
    ):
        runs.pop()
    first = len(runs) - 1
    while first and runs[first][0] - runs[first - 1][1] < settings.word_silence_s:
        first -= 1
    return _at(word, runs[first][0], runs[-1][1])


def _ends_in_the_next(runs: list[tuple[float, float]], settings: Fillers) -> bool:
    """Whether the last sound is the onset of the next word: a sliver, or one as short
    as an aligned end may be late, behind a silence and longer sound."""
    (start_s, end_s), (last_start_s, last_end_s) = runs[-2], runs[-1]
    lasts_s = last_end_s - last_start_s
    if lasts_s < settings.sliver_s:
        return True
    apart = last_start_s - end_s >= settings.word_silence_s
    return apart and lasts_s < min(settings.late_s, end_s - start_s)


def _ends_in_a_hum(
    word: Word, runs: list[tuple[float, float]], found: Evidence
) -> bool:
    """Whether the last sound is an "um" by itself, behind sound enough for the word."""
    (before_s, until_s), (start_s, end_s) = runs[-2], runs[-1]
    apart = start_s - until_s >= found.settings.word_silence_s
    if not apart or until_s - before_s < HALF * usual_s(word.text):
        return False
    loud = found.runs(start_s, end_s)
    return len(loud) == 1 and closing(loud[0], found)


def _times(word: Word) -> tuple[float, float]:
    return word.start_s or 0.0, word.end_s or 0.0


def _at(word: Word, start_s: float, end_s: float) -> Word:
    return word.model_copy(
        update={"start_s": round(start_s, 3), "end_s": round(max(start_s, end_s), 3)}
    )
