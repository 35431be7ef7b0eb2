"""Takes out what Whisper repeated though nobody did.

In a window longer than its sound a decoder may say a sentence twice. The alignment
tells: the second saying finds no sound of its own, so its words have no duration. A
person who says "words, words, words" takes time for each.
"""

from dataclasses import replace

from .heard import Decoding, HeardWord

FEWEST = 3
"""Two neighbouring words without duration happen in fast speech; three say nothing."""

SHORTEST_S = 0.03
"""One and a half of the aligner's steps (20 ms): no word is spoken in less."""


def without_runaway(decoding: Decoding) -> Decoding:
    """The same decoding, without repeats that no sound carries."""
    dropped = runaways(decoding.words)
    kept = tuple(w for k, w in enumerate(decoding.words) if k not in dropped)
    return replace(decoding, words=kept)


def runaways(words: tuple[HeardWord, ...]) -> set[int]:
    """Positions of the words that only the decoder said."""
    return {
        position
        for start, end in _empty_runs(words)
        if end - start >= FEWEST and _repeats(words, start, end)
        for position in range(start, end)
    }


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
    """Whether every word of the run stands again one period before or after it."""
    plain = [word.plain for word in words]

    def again(position: int, period: int) -> bool:
        before, after = position - period, position + period
        return (before >= 0 and plain[before] == plain[position]) or (
            after < len(plain) and plain[after] == plain[position]
        )

    return any(
        all(again(position, period) for position in range(start, end))
        for period in range(1, len(words))
    )
