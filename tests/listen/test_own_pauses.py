"""What is learned within an answer about how long this person pauses."""

import pytest
from turn_parts import Clock

from simulator.listen.turn import TurnTaker


def test_short_sentences_with_long_pauses_are_not_cut_later_on() -> None:
    """Pauses of 5 s that an early answer allows are allowed to its end, and the wait
    after the last sentence is a quarter longer than they were."""
    clock = Clock(TurnTaker())
    for number in range(8):
        clock.speak(4).silence(5.0, f"This is sentence {number}.")
    spoke_until_s = clock.now_s - 5.0
    clock.silence(5.0)

    assert clock.ended_s() == pytest.approx(spoke_until_s + 6.25, abs=0.11)


def test_one_long_pause_is_no_habit() -> None:
    """After it, who has finished waits no longer than others."""
    clock = Clock(TurnTaker()).speak(10).silence(6.0, "This is a sentence.")
    clock.speak(15).silence(10, "This is the last.")

    assert clock.ended_s() == pytest.approx(31 + 3.2, abs=0.11)


def test_thinking_before_the_first_word_is_no_pause_inside() -> None:
    """Nor is a breath's silence counted twice, nor time away behind the pause key."""
    clock = Clock(TurnTaker()).silence(6).speak(12).silence(5.0, "One.").speak(12)
    clock.silence(1.0)
    clock.taker.begin_waiting()
    clock.silence(0.5).speak(3).silence(10, "This is the last.")

    assert clock.ended_s() == pytest.approx(clock.now_s - 10 + 3.2, abs=0.11)


def test_who_was_cut_off_is_waited_for_longer() -> None:
    """Half as long again, after each time."""
    clock = Clock(TurnTaker()).speak(30).silence(3.5, "We fixed it.")
    clock.taker.cut_off()
    clock.decisions.clear()
    clock.speak(5).silence(10, "We fixed it. It held.")

    assert clock.ended_s() == pytest.approx(38.5 + 4.8, abs=0.11)
