"""Plots as numbers."""

import pytest

from simulator.pages import plots


def test_a_moment_outside_the_recording_stays_on_the_axis() -> None:
    assert [plots.percent(t, 60) for t in (-5, 30, 90)] == [0.0, 50.0, 100.0]


def test_no_length_is_no_division_by_zero() -> None:
    assert plots.percent(3, 0) == 0.0


@pytest.mark.parametrize("duration_s", [0.4, 7, 59, 61, 95, 600, 3600, 7200])
def test_ticks_are_few_round_and_within(duration_s: float) -> None:
    ticks = plots.time_ticks(duration_s)
    assert 1 <= len(ticks) <= plots.TICKS + 1
    assert ticks[0].label == "0:00"
    assert all(0 <= tick.at <= 100 for tick in ticks)


def test_a_filler_is_wide_enough_to_be_seen_in_an_hour() -> None:
    span = plots.span(1800, 1800.3, 3600, "filler")
    assert (span.x, span.width) == (50.0, 0.4)


def test_a_span_at_the_very_end_does_not_leave_the_plot() -> None:
    span = plots.span(59.99, 60, 60, "filler")
    assert span.x + span.width <= 100


def test_higher_values_are_drawn_higher_and_the_usual_range_is_in_view() -> None:
    curve = plots.curve([(0, 180), (60, 200)], 60, (120, 170))
    (_, low_y), (_, high_y) = curve.points
    assert high_y < low_y
    assert curve.band is not None
    assert curve.band[0] >= 0
    assert curve.band[0] + curve.band[1] <= plots.HEIGHT_PX


def test_a_flat_curve_is_drawn_in_the_middle() -> None:
    curve = plots.curve([(0, 5), (10, 5)], 10)
    assert [y for _, y in curve.points] == [plots.HEIGHT_PX / 2] * 2
