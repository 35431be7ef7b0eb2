"""Intervals against published values."""

import pytest

from simulator import intervals


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.6889), (1, 0.0253, 5.5716), (3, 0.6187, 8.7673), (10, 4.7954, 18.3904),
     (100, 81.3639, 121.6273)],
)  # fmt: skip
def test_exact_poisson_interval(count: int, low: float, high: float) -> None:
    """Garwood's table, 95 %."""
    assert intervals.poisson(count) == pytest.approx((low, high), abs=1e-3)


def test_a_large_count_does_not_underflow() -> None:
    """2000 events: near the normal interval."""
    low, high = intervals.poisson(2000)

    assert low == pytest.approx(2000 - 1.96 * 2000**0.5, rel=0.002)
    assert high == pytest.approx(2000 + 1.96 * 2000**0.5, rel=0.002)


def test_a_negative_count_is_refused() -> None:
    """It is a mistake of the caller."""
    with pytest.raises(ValueError, match="-1"):
        intervals.poisson(-1)


def test_the_interval_of_a_mean_needs_three_blocks() -> None:
    """100, 110, 120 give 110 plus or minus 4.30 x 10 / sqrt(3)."""
    assert intervals.mean([1.0, 2.0]) is None
    assert intervals.mean([100.0, 110.0, 120.0]) == pytest.approx(
        (85.2, 134.8), abs=0.1
    )
