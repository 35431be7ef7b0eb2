"""What the level says while somebody speaks or thinks."""

import math

import pytest

from simulator.events import Level
from simulator.show.meter import CLIPPED, UNHEARD, Meter, filled


def listen(meter: Meter, *, seconds: float, level_dbfs: float, speaking: bool) -> None:
    for tenth in range(int(seconds * 10) + 1):
        meter.push(Level(level_dbfs, speaking, False, tenth / 10))


def test_thinking_in_a_quiet_room_is_no_fault() -> None:
    """A minute of silence at -58 dBFS during an answer is not spoken of."""
    meter = Meter(answering=True)

    listen(meter, seconds=60, level_dbfs=-58, speaking=False)

    assert meter.warning == ""


def test_a_dead_microphone_is_said_during_an_answer() -> None:
    """Digital silence for four seconds is a muted microphone."""
    meter = Meter(answering=True)

    listen(meter, seconds=3.9, level_dbfs=-math.inf, speaking=False)
    before = meter.warning
    listen(meter, seconds=4.1, level_dbfs=-math.inf, speaking=False)

    assert (before, meter.warning) == ("", UNHEARD)


def test_being_unheard_before_the_first_question_is_said() -> None:
    """Asked to say a sentence and not heard for four seconds: the check says so."""
    meter = Meter(answering=False)

    listen(meter, seconds=4.1, level_dbfs=-50, speaking=False)

    assert meter.warning == UNHEARD


def test_being_heard_takes_the_warning_back() -> None:
    """The first spoken sound is enough."""
    meter = Meter(answering=False)
    listen(meter, seconds=5, level_dbfs=-50, speaking=False)

    meter.push(Level(-30, True, False, 5.1))

    assert meter.warning == ""


def test_clipping_stands_long_enough_to_be_read() -> None:
    """Two seconds after the clipped block, then no more."""
    meter = Meter(answering=True)
    meter.push(Level(0.0, True, True, 1.0))
    at_once = meter.warning
    meter.push(Level(-20.0, True, False, 2.9))
    later = meter.warning
    meter.push(Level(-20.0, True, False, 3.1))

    assert (at_once, later, meter.warning) == (CLIPPED, CLIPPED, "")
    assert meter.ever_clipped


@pytest.mark.parametrize(
    ("level_dbfs", "cells"),
    [(-math.inf, 0), (math.nan, 0), (-60, 0), (-59.9, 1), (-30, 15), (0, 30), (6, 30)],
)
def test_the_meter_fills_from_a_quiet_room_to_full_scale(
    level_dbfs: float, cells: int
) -> None:
    """-60 dBFS is empty, 0 full, anything beyond stays inside."""
    assert filled(level_dbfs, 30) == cells
