"""95 % intervals, so that three fillers in 45 seconds are not read as a rate.

Pure Python: the chi-square quantiles of the exact Poisson interval equal the roots of
its two tail sums, which a bisection finds to nine digits in microseconds.
"""

import math
from collections.abc import Sequence
from functools import lru_cache

TAIL = 0.025
"""Each side of a 95 % interval."""

_T_975 = (12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26, 2.23)
"""Student's t, 97.5 % quantile, 1 to 10 degrees of freedom."""
_T_FAR = 2.0
"""Beyond 10 degrees of freedom (2.20 to 1.96): near enough for a shown interval."""


def _at_most(count: int, mean: float) -> float:
    """P(X <= count) for X Poisson with this mean."""
    if mean <= 0:
        return 1.0
    log_term = -mean
    total = math.exp(log_term)
    for k in range(1, count + 1):
        log_term += math.log(mean / k)
        total += math.exp(log_term)
    return min(1.0, total)


def _root(count: int, share: float) -> float:
    """The mean at which P(X <= count) falls to `share`."""
    low, high = 0.0, count + 10.0 * math.sqrt(count + 1.0) + 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _at_most(count, middle) > share else (low, middle)
    return (low + high) / 2


@lru_cache(maxsize=2048)
def poisson(count: int) -> tuple[float, float]:
    """Exact 95 % interval of the mean, having seen `count` events.

    [chi2(.025, 2k) / 2 ; chi2(.975, 2k + 2) / 2] (Garwood 1936). Zero events give
    (0, 3.69).
    """
    if count < 0:
        raise ValueError(f"events cannot be negative: {count}")
    low = 0.0 if count == 0 else _root(count - 1, 1.0 - TAIL)
    return low, _root(count, TAIL)


def rate(count: int, exposure: float) -> tuple[float, float]:
    """95 % Poisson interval of count / exposure (minutes, or hundreds of words)."""
    low, high = poisson(count)
    return low / exposure, high / exposure


def exposure(count: int, high: float) -> float:
    """The minutes (or hundreds of words) over which `rate` gave this upper end."""
    return poisson(count)[1] / high


def mean(values: Sequence[float]) -> tuple[float, float] | None:
    """95 % t interval of the mean of equally long blocks; None under 3 of them."""
    n = len(values)
    if n < 3:
        return None
    centre = math.fsum(values) / n
    spread = math.sqrt(math.fsum((v - centre) ** 2 for v in values) / (n - 1))
    t = _T_975[n - 2] if n - 1 <= len(_T_975) else _T_FAR
    half = t * spread / math.sqrt(n)
    return max(0.0, centre - half), centre + half
