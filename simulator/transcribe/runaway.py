"""Takes out what Whisper repeated though nobody did.

In a window longer than its sound a decoder may say a sentence twice. The alignment
tells: the second saying finds no sound of its own, so its words have no duration. A
person who says "words, words, words" takes time for each.

The aligner may also spread one repeat too many over the sound of the others. That shows
only at the end, when every word has been laid on its own sound (`without_echoes`).
"""

from collections.abc import Iterable
from dataclasses import replace

from simulator.records import Word

from .edges import usual_s
from .fillers import is_filled_pause
from .heard import Decoding, HeardWord, plain

FEWEST = 3
"""Two neighbouring words without duration happen in fast speech; three say nothing."""

MOSTLY = 0.8
"""A second saying may differ from the first by a word."""

SHORTEST_S = 0.03
"""One and a half of the aligner's steps (20 ms): no word is spoken in less."""

ECHO_MOST = 0.2
"""Of the time that a word of its length usually takes: fast talk leaves it half."""


def without_runaway(decoding: Decoding) -> Decoding:
    """The same decoding, without repeats that no sound carries."""
    dropped = runaways(decoding.words)
    kept = tuple(w for k, w in enumerate(decoding.words) if k not in dropped)
    return replace(decoding, words=kept)


def runaways(words: tuple[HeardWord, ...]) -> set[int]:
    """Positions of the words that only the decoder said."""
    found: set[int] = set()
    for start, end in _empty_runs(words):
        if end - start < FEWEST or not _repeats(words, start, end):
            continue
        found.update(range(start, end))
        # What sound is left at the end goes to the last word of the second saying. (Of
        # a run of filled pauses it is one more: the sound decides how many there were.)
        again = start and end < len(words) and not is_filled_pause(words[end])
        if again and words[end].plain == words[start - 1].plain:
            found.add(end)
    return found


def without_echoes(words: Iterable[Word]) -> tuple[Word, ...]:
    """The same placed words, without those that only repeat their neighbour.

    A word that is also the one before it, and has next to no sound of its own, was not
    said again.
    """
    kept: list[Word] = []
    for word in words:
        if not (kept and _echoes(word, kept[-1])):
            kept.append(word)
    return tuple(kept)


def _echoes(word: Word, before: Word) -> bool:
    both_words = word.kind == before.kind == "word"
    if not both_words or plain(word.text) != plain(before.text):
        return False
    lasts_s = (word.end_s or 0.0) - (word.start_s or 0.0)
    return lasts_s < ECHO_MOST * usual_s(word.text)


def _empty_runs(words: tuple[HeardWord, ...]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for position, word in enumerate(words):
        if word.end_s - word.start_s > SHORTEST_S:
            continue
        if runs and runs[-1][1] == position:
            runs[-1] = (runs[-1][0], position + 1)
        else:
            runs.append((position, position + 1))
    return runs


def _repeats(words: tuple[HeardWord, ...], start: int, end: int) -> bool:
    """Whether nearly every word of the run is also said outside it."""
    outside = {word.plain for word in words[:start] + words[end:]}
    known = sum(word.plain in outside for word in words[start:end])
    return known >= MOSTLY * (end - start)
