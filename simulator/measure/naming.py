"""Whether words speak of a thing: by stem, by kin, nearly together.

"Managing a retail budget" is spoken of in "I ran the budget of the shop", because
`run` is kin to `manage`, though "retail" is not said: of a phrase of three words or
more, most must be there. Words far apart do not make a thing.
"""

from collections.abc import Sequence
from math import ceil

from simulator.records import Word

from .kin_words import kin
from .stems import listed, stem, stems

WINDOW_EXTRA = 9
"""Words that may stand among those of a phrase, as people say things in between."""
SHARE_OF_LONG = 0.6
"""Of a phrase of three words or more, at least: two of three, three of four or five."""

_EMPTY = frozenset(
    stem(word)
    for word in listed(
        """
        a an the and or of in on at to with for from by as is are be my your our their
        his her its this that it i we you they he she was were have has had do did i'm
        not very so then who which what when
        """
    )
)


def line_of(text: str) -> tuple[str, ...]:
    """A text as it is looked at: the stems of its words, each as its kin."""
    return tuple(kin(s) for s in stems(text.replace("-", " ").replace("/", " ")))


def indexed(
    words: Sequence[Word], indices: Sequence[int]
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The line of a sentence, and for each place in it the index of its word."""
    line: list[str] = []
    at: list[int] = []
    for index in indices:
        pieces = line_of(words[index].text)
        line += pieces
        at += [index] * len(pieces)
    return tuple(line), tuple(at)


def found_in(ways: Sequence[str], line: Sequence[str]) -> tuple[int, ...] | None:
    """Places in a line where one of the ways is spoken of, or None.

    Args:
        ways: wordings of the thing.
        line: as `line_of` gives it.
    """
    for way in ways:
        places = _places(way, line)
        if places is not None:
            return places
    return None


def _places(way: str, line: Sequence[str]) -> tuple[int, ...] | None:
    wanted = line_of(way)
    core = tuple(dict.fromkeys(w for w in wanted if w not in _EMPTY))
    if not core or (len(core) == 1 < len(wanted)):
        # Mostly small words ("on my own", "sat with"): they must stand as they are.
        return _exact(wanted, line)
    needed = len(core) if len(core) < 3 else ceil(SHARE_OF_LONG * len(core))
    reach = len(wanted) + WINDOW_EXTRA
    for start, word in enumerate(line):
        if word not in core:
            continue
        at: dict[str, int] = {}
        for k in range(start, min(len(line), start + reach)):
            if line[k] in core:
                at.setdefault(line[k], k)
        if len(at) >= needed:
            return tuple(sorted(at.values()))
    return None


def _exact(wanted: Sequence[str], line: Sequence[str]) -> tuple[int, ...] | None:
    size = len(wanted)
    for start in range(len(line) - size + 1):
        if size and tuple(line[start : start + size]) == tuple(wanted):
            return tuple(range(start, start + size))
    return None
