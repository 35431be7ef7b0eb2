"""Both decodings of a piece as one sequence of words.

The clean pass is the witness for words, the prompted one for filled pauses. The latter
never changes a word; it may add some (repeats that the clean one tidies away),
where it is at least as likely and holds at least as many.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .fillers import is_filled_pause
from .heard import Decoding, HeardWord
from .pairing import changes


@dataclass(frozen=True)
class Merged:
    """A word on its way, with what the two passes say about it."""

    word: HeardWord
    filler: bool
    both: bool
    """Both passes have it."""
    replaces: bool = False
    """A filled pause where the clean pass has a word instead."""


def merge(clean: Decoding, prompted: Decoding) -> list[Merged]:
    """Both decodings as one sequence, in order of what was said."""
    adds = _may_add(clean, prompted)
    merged: list[Merged] = []
    for tag, i, j, k, n in changes(clean.words, prompted.words):
        ours, theirs = clean.words[i:j], prompted.words[k:n]
        if tag == "equal":
            # The prompted times: an "um" of its own no longer clings to a neighbour.
            merged += [Merged(word, is_filled_pause(word), True) for word in theirs]
        elif tag == "insert" and adds:
            merged += [Merged(word, is_filled_pause(word), False) for word in theirs]
        else:
            merged += _either(ours, theirs)
    return merged


def _either(ours: Sequence[HeardWord], theirs: Sequence[HeardWord]) -> list[Merged]:
    """Where the passes differ: the clean one's words, the prompted one's fillers."""
    fillers = [word for word in theirs if is_filled_pause(word)]
    fewer = len(theirs) - len(fillers) < len(_words(ours))
    said = [Merged(word, True, False, fewer) for word in fillers]
    if fillers:
        ours = _words(ours)
    said += [Merged(word, is_filled_pause(word), False) for word in ours]
    return sorted(said, key=lambda one: one.word.start_s)


def _words(words: Sequence[HeardWord]) -> list[HeardWord]:
    return [word for word in words if not is_filled_pause(word)]


def _may_add(clean: Decoding, prompted: Decoding) -> bool:
    """Whether the prompted pass may add words, repeats that the other tidies away."""
    return prompted.mean_log_probability >= clean.mean_log_probability and len(
        _words(prompted.words)
    ) >= len(_words(clean.words))
