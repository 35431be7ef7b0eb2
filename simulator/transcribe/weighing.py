"""How likely a filled pause is between two words, by the decoder's own account.

Whisper leaves fillers out because its training text did, even where it hears them.
Asked directly it tells: held to the words, once as they are and once with "um" or "uh"
among them, it gives either wording a probability, and their ratio says what its habit
hides.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

FILLERS = ("um", "uh")

AHEAD = 4
"""Words after the place that are weighed too: what is said next must still fit. Those
further on hardly depend on it, and cost time."""

Weigh = Callable[[list[list[str]]], list[list[float]]]
"""Wordings -> for each word of each, the logarithm of its probability there."""


def ratios(words: Sequence[str], places: Sequence[int], weigh: Weigh) -> list[float]:
    """For each place, the better of two fillers before the word of that number.

    Args:
        words: what was said.
        places: 0 to len(words).
        weigh: the decoder.

    Returns:
        ln P(words with a filler) - ln P(words), up to `AHEAD` words after it.
    """
    if not places:
        return []
    trials = [trial for place in places for trial in wordings(words, place)]
    plain, *filled = weigh([list(words), *trials])
    until = [0.0, *accumulate(plain)]
    totals = [sum(one) for one in filled]
    size = len(FILLERS)
    return [
        max(totals[size * k : size * (k + 1)]) - until[min(place + AHEAD, len(words))]
        for k, place in enumerate(places)
    ]


def wordings(words: Sequence[str], place: int) -> list[list[str]]:
    """The words as they are written with each filler, up to `AHEAD` after it."""
    before, after = list(words[:place]), list(words[place : place + AHEAD])
    opening = opens(words, place)
    if opening and after:
        after[0] = _inside(after[0])
    fillers = [filler.capitalize() if opening else filler for filler in FILLERS]
    return [[*before, f"{filler},", *after] for filler in fillers]


def opens(words: Sequence[str], place: int) -> bool:
    """Whether a sentence, or the piece, begins before the word of that number."""
    return not place or words[place - 1].rstrip("\"'”)").endswith((".", "?", "!"))


def _inside(word: str) -> str:
    """A sentence's first word, once it is not the first; "I" and "BBC" stay."""
    first, rest = word[:1], word[1:]
    stays = first == "I" and not rest[:1].isalpha()
    return word if stays or rest[:1].isupper() else first.lower() + rest
