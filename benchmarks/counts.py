"""Counts of yes/no judgements: accuracy, precision, recall, intervals, agreement."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Score:
    """Counts of one yes/no question over many answers."""

    tp: int
    fp: int
    fn: int
    tn: int

    @property
    def accuracy(self) -> float:
        """Share told right."""
        return (self.tp + self.tn) / max(1, self.tp + self.fp + self.fn + self.tn)

    @property
    def precision(self) -> float:
        """Share of those found that are labelled."""
        return self.tp / max(1, self.tp + self.fp)

    @property
    def recall(self) -> float:
        """Share of those labelled that are found."""
        return self.tp / max(1, self.tp + self.fn)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.tp / max(1, 2 * self.tp + self.fp + self.fn)


def wilson(right: int, n: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927)."""
    if not n:
        return 0.0, 1.0
    z, p = 1.96, right / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * ((p * (1 - p) + z * z / (4 * n)) / n) ** 0.5 / (1 + z * z / n)
    return middle - half, middle + half


def score(pairs: Sequence[tuple[bool, bool]]) -> Score:
    """Counts of (labelled, found) pairs."""
    return Score(
        tp=sum(a and b for a, b in pairs),
        fp=sum(b and not a for a, b in pairs),
        fn=sum(a and not b for a, b in pairs),
        tn=sum(not a and not b for a, b in pairs),
    )


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two labellers: agreement beyond what chance would give."""
    n = len(pairs)
    if not n:
        return 0.0
    agreed = sum(a == b for a, b in pairs) / n
    yes_a, yes_b = sum(a for a, _ in pairs) / n, sum(b for _, b in pairs) / n
    chance = yes_a * yes_b + (1 - yes_a) * (1 - yes_b)
    return 1.0 if chance == 1.0 else (agreed - chance) / (1 - chance)
