"""How likely a filled pause is between two words, by the decoder's own account.

Whisper leaves fillers out because its training text did, even where it hears them.
Asked directly it tells: held to the words, once as they are and once with "um" or "uh"
among them, it gives either wording a probability, and their ratio says what its habit
hides.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate

from .heard import Asked

FIRST, SECOND = "uh", "um"
"""The likelier one in five of six places that were seen goes first."""

BETTER_BY = 5.5
"""At 150 places in human speech the second was likelier than the first by 5 at most. It
is not tried where that would not be enough, nor where the first is."""

AHEAD = 4
"""Words after the place that are weighed too: what is said next must still fit. Those
further on hardly depend on it, and cost time."""

Weigh = Callable[[list[list[str]]], list[list[float]]]
"""Wordings -> for each word of each, the logarithm of its probability there."""


def ratios(words: Sequence[str], asked: Sequence[Asked], weigh: Weigh) -> list[float]:
    """For each place, the better of two fillers there.

    Args:
        words: what was said.
        asked: the places, from 0 to len(words), and what is to be settled.
        weigh: the decoder.

    Returns:
        ln P(words with a filler) - ln P(words), up to `AHEAD` words after it; of one
        filler only where the other could decide nothing.
    """
    if not asked:
        return []
    places = [one.place for one in asked]
    plain, *filled = weigh(
        [list(words), *(wording(words, place, FIRST) for place in places)]
    )
    until = [0.0, *accumulate(plain)]

    def ratio(place: int, one: list[float]) -> float:
        return sum(one) - until[min(place + AHEAD, len(words))]

    found = [ratio(*pair) for pair in zip(places, filled, strict=True)]
    open_yet = [
        k
        for k, one in enumerate(asked)
        if one.least - BETTER_BY <= found[k] < one.enough
    ]
    again = weigh([wording(words, places[k], SECOND) for k in open_yet])
    for k, second in zip(open_yet, again, strict=True):
        found[k] = max(found[k], ratio(places[k], second))
    return found


def wording(words: Sequence[str], place: int, filler: str) -> list[str]:
    """The words as they are written with a filler, up to `AHEAD` after it."""
    before, after = list(words[:place]), list(words[place : place + AHEAD])
    opening = opens(words, place)
    if opening and after:
        after[0] = _inside(after[0])
    return [*before, f"{filler.capitalize() if opening else filler},", *after]


def opens(words: Sequence[str], place: int) -> bool:
    """Whether a sentence, or the piece, begins before the word of that number."""
    return not place or words[place - 1].rstrip("\"'”)").endswith((".", "?", "!"))


def _inside(word: str) -> str:
    """A sentence's first word, once it is not the first; "I" and "BBC" stay."""
    first, rest = word[:1], word[1:]
    stays = first == "I" and not rest[:1].isalpha()
    return word if stays or rest[:1].isupper() else first.lower() + rest
