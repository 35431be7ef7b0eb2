"""The exact 95 % interval of a share (that of a count is `simulator.intervals`).

A bootstrap draws from what was seen: where all of 22 were right it can draw nothing
else and says "1.00 to 1.00". This says what 22 of 22 is worth. It takes events as
independent of each other, which those of one recording are not quite.
"""

import math
from collections.abc import Callable

TAIL = 0.025
STEPS = 60
"""Of bisection: to the last digit of a float."""


def share(right: int, of: int) -> tuple[float, float]:
    """Interval of a share (Clopper and Pearson 1934, Biometrika 26: 404-413).

    Its low end is the share with which `right` or more are seen once in 40 times, its
    high end the one with which `right` or fewer are.

    Args:
        right: how many.
        of: of how many; where there are none, nothing is known: 0 to 1.
    """
    low = _where(lambda p: 1 - _at_most(right - 1, of, p) >= TAIL) if right else 0.0
    high = _where(lambda p: _at_most(right, of, p) <= TAIL) if right < of else 1.0
    return low, high


def _where(reached: Callable[[float], bool]) -> float:
    """The least share from which on it holds."""
    low, high = 0.0, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high


def _at_most(most: int, of: int, p: float) -> float:
    """P(X <= most), X binomial; in logarithms, since 300! is no float."""
    if p >= 1:
        return float(most >= of)
    a, b = math.log(p), math.log1p(-p)
    return math.fsum(
        math.exp(_choose(of, k) + k * a + (of - k) * b) for k in range(most + 1)
    )


def _choose(of: int, k: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(k + 1) - math.lgamma(of - k + 1)
