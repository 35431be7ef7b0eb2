"""Which of the expected moments were found: one to one, in the order of time."""

from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[float, float]


@dataclass(frozen=True)
class Matched:
    """Indices into what was expected and what was found."""

    pairs: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    extra: tuple[int, ...]


def match(expected: Sequence[Span], found: Sequence[Span], collar_s: float) -> Matched:
    """Pair each expected stretch with the nearest found one that touches it.

    Args:
        expected: (start_s, end_s), in order.
        found: the same.
        collar_s: how far apart two stretches may lie and still touch.
    """
    near = sorted(
        (abs(a + b - c - d), i, j)
        for i, (a, b) in enumerate(expected)
        for j, (c, d) in enumerate(found)
        if c <= b + collar_s and d >= a - collar_s
    )
    left, right = dict[int, int](), set[int]()
    for _, i, j in near:
        if i not in left and j not in right:
            left[i] = j
            right.add(j)
    return Matched(
        pairs=tuple(sorted(left.items())),
        missed=tuple(i for i in range(len(expected)) if i not in left),
        extra=tuple(j for j in range(len(found)) if j not in right),
    )
