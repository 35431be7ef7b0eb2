"""Which words of two decodings are one word, told by letters, and repeats by time.

Of "yeah, yeah" there and "yeah" here letters do not tell which one both have: it is the
one at the same time. (The other may be an "uh" that was written so.)
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from .fillers import is_filled_pause
from .heard import HeardWord

Words = Sequence[HeardWord]

Change = tuple[str, int, int, int, int]
"""difflib's: what is done, with ours [i:j], to get theirs [k:n]."""

FILLED_PAUSE = "~"
"""No word is written so."""

CLEARLY_S = 0.1
"""Less says nothing: aligned times are that much off."""


def changes(ours: Words, theirs: Words) -> list[Change]:
    """difflib's account of what makes one the other, in order."""
    a, b = [_key(word) for word in ours], [_key(word) for word in theirs]
    found = list[Change](SequenceMatcher(None, a, b, False).get_opcodes())
    for at in reversed(range(len(found))):
        tag, i, j, k, n = found[at]
        room = _equal(found, at - 1), _equal(found, at + 1)
        by = 0
        if tag == "insert":
            by = _shift(theirs, (k, n), ours[i - room[0] :], room)
        elif tag == "delete":
            by = _shift(ours, (i, j), theirs[k - room[0] :], room)
        if by:
            _lay(found, at, by)
    return found


def _key(word: HeardWord) -> str:
    """One for all filled pauses: "uh" here and "um" there are the same sound."""
    return FILLED_PAUSE if is_filled_pause(word) else word.plain


def _shift(
    longer: Words, extra: tuple[int, int], both: Words, room: tuple[int, int]
) -> int:
    """By how many words the extra ones are better laid later (below 0: earlier).

    Args:
        longer: the decoding that has them.
        extra: from, to among its words.
        both: of the other one, from the first word that both have in front of them.
        room: how many both have in front, and behind.
    """
    first, after = extra
    best, most_s = 0, CLEARLY_S
    for way in (1, -1):
        gain_s = 0.0
        for step in range(room[way > 0]):
            # Going later the first extra word becomes one that both have, and the one
            # behind them an extra; going earlier the other way round.
            joins = first + step if way > 0 else after - 1 - step
            leaves = after + step if way > 0 else first - 1 - step
            if _key(longer[joins]) != _key(longer[leaves]):
                break
            pair = both[room[0] + step if way > 0 else room[0] - 1 - step]
            gain_s += _together_s(pair, longer[joins])
            gain_s -= _together_s(pair, longer[leaves])
            if gain_s > most_s:
                best, most_s = way * (step + 1), gain_s
    return best


def _equal(found: list[Change], position: int) -> int:
    """How many words both have there."""
    if not 0 <= position < len(found) or found[position][0] != "equal":
        return 0
    return found[position][2] - found[position][1]


def _lay(found: list[Change], at: int, by: int) -> None:
    """Move a change by so many words, what both have around it growing or shrinking."""
    tag, i, j, k, n = found[at]
    before, after = _equal(found, at - 1), _equal(found, at + 1)
    found[at - bool(before) : at + 1 + bool(after)] = [
        ("equal", i - before, i + by, k - before, k + by),
        (tag, i + by, j + by, k + by, n + by),
        ("equal", j + by, j + after, n + by, n + after),
    ]


def _together_s(one: HeardWord, other: HeardWord) -> float:
    """How long both sound at once; below 0, how far apart they are.

    Their beginnings alone would say less: a word is often aligned over the sound in
    front of it.
    """
    return min(one.end_s, other.end_s) - max(one.start_s, other.start_s)
