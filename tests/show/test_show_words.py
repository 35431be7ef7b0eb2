"""Texts made safe, times made readable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from show_examples import HOSTILE, turn_of

from simulator.events import TurnEnded
from simulator.records import Advice, Moment
from simulator.show.words import (
    LONGEST_TEXT,
    clean,
    clock,
    ended,
    feedback_lines,
    moments,
    one_line,
    remark,
)


def test_nothing_a_terminal_obeys_is_left() -> None:
    """Escape sequences go whole, control characters and direction overrides too."""
    assert one_line(HOSTILE) == "[red]bold[/red]   evil end"
    assert clean(HOSTILE) == "[red]bold[/red] \n evil end"


JOINERS = "\u200c\u200d"


@given(st.text(max_size=200))
def test_clean_text_holds_only_visible_characters(text: str) -> None:
    """Whatever comes in, no control character comes out."""
    kinds = {unicodedata.category(c) for c in one_line(text) if c not in JOINERS}

    assert kinds.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@pytest.mark.parametrize("text", ["Café 🎤 שלום", "می‌خواهم", "a  b", "50 % < [b]"])
def test_honest_text_is_unchanged(text: str) -> None:
    """Other scripts, joiners and brackets stay."""
    assert clean(text) == text


def test_endless_text_is_cut() -> None:
    """Megabytes in a bank do not flood the terminal."""
    assert len(one_line("a" * 10_000_000)) == LONGEST_TEXT + 1


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0:00"), (42.4, "0:42"), (59.6, "1:00"), (725, "12:05"), (3725, "1:02:05")],
)
def test_times_read_as_on_a_clock(seconds: float, shown: str) -> None:
    """0:42, and hours only where there are any."""
    assert clock(seconds) == shown


def test_moments_say_where() -> None:
    """At most three, each once; unknown times are not shown as zero."""
    evidence = [Moment(start_s=k * 10.0, end_s=k * 10.0 + 5) for k in range(1, 5)]

    assert moments(tuple(evidence)) == " (0:10–0:15, 0:20–0:25, 0:30–0:35, …)"
    assert moments((Moment(start_s=65.0, end_s=65.2),)) == " (1:05)"
    assert moments((Moment(start_s=None, end_s=None),)) == ""
    assert remark(Advice(about="x", text="Breathe.")) == "Breathe."


def test_feedback_without_praise_invents_none() -> None:
    """Where nothing earned a strength there is no line for one."""
    turn = turn_of()
    bare = turn.feedback.model_copy(update={"strength": None, "advice": ()})

    lines = feedback_lines(turn.model_copy(update={"feedback": bare}))

    assert [heading for heading, _ in lines] == ["Next step"]


def test_the_end_of_a_turn_says_that_it_is_safe() -> None:
    """A skipped question has no length."""
    assert ended(TurnEnded(ended_by="key", duration_s=72.4)) == "Recorded: 1:12."
    assert ended(TurnEnded(ended_by="skip", duration_s=0.0)) == "Skipped."
