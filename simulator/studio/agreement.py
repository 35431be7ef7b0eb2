"""How far two judges agree: raw first, chance-corrected only with enough answers.

Raw agreement is what a coach can picture: in how many of ten answers were we the same,
in how many within one step. Quadratic weighted kappa (Cohen 1968) takes out what chance
would give on an ordered scale, w(i, j) = ((i - j) / (k - 1))^2; on a handful of answers
it swings from -1 to 1 by luck, so it is given only from 20 doubly scored answers on.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .scores import HIGHEST, LOWEST

ENOUGH_FOR_KAPPA = 20
"""Asked for; even there a 95 % interval of about +-0.3 is usual."""


@dataclass(frozen=True)
class Agreement:
    """Two judges over the answers that both scored."""

    pairs: int
    same: float | None
    """Share of answers with the same score, 0 to 1; None without answers."""
    within_one: float | None
    kappa: float | None
    """Quadratic weighted; None below 20 answers, or where nobody varied."""
    note: str
    """What a reader must know beside the numbers; "" if nothing."""


def agreement(pairs: Sequence[tuple[int, int]]) -> Agreement:
    """Agreement over (first judge, second judge) on one scale."""
    count = len(pairs)
    if not count:
        return Agreement(0, None, None, None, "No answer was scored by both.")
    same = sum(a == b for a, b in pairs) / count
    near = sum(abs(a - b) <= 1 for a, b in pairs) / count
    if count < ENOUGH_FOR_KAPPA:
        note = (
            f"{count} answer{'s' if count > 1 else ''} scored by both; kappa is given "
            f"from {ENOUGH_FOR_KAPPA} on."
        )
        return Agreement(count, same, near, None, note)
    kappa = weighted_kappa(pairs)
    note = "" if kappa is not None else "Every score is the same: kappa says nothing."
    return Agreement(count, same, near, kappa, note)


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Quadratic weighted kappa; None where chance alone would never disagree."""
    count, width = len(pairs), HIGHEST - LOWEST
    seen = sum(((a - b) / width) ** 2 for a, b in pairs) / count
    by_chance = (
        sum(((a - b) / width) ** 2 for a, _ in pairs for _, b in pairs) / count**2
    )
    return None if by_chance == 0 else 1 - seen / by_chance
