"""The live view on small, colourless and plain terminals, and on hostile text."""

import io
import itertools
import re

import pytest
from live_view import Seen, level
from rich.console import Console
from show_examples import ASKED, CONFLICT, HOSTILE, turn_of

from simulator.events import (
    FeedbackReady,
    Note,
    QuestionAsked,
    Said,
    SessionEnded,
    Trouble,
    TurnEnded,
    Words,
    Working,
    YourTurn,
)
from simulator.show import RichScreen
from simulator.show.keys import NoKeys
from simulator.show.lines import LineInput


@pytest.mark.parametrize("size", [(80, 24), (60, 16), (120, 50)])
def test_a_long_question_leaves_room_for_the_rest(size: tuple[int, int]) -> None:
    """Everything that is redrawn fits on one screen, whatever the bank says."""
    asked = QuestionAsked(1, 1, CONFLICT.model_copy(update={"text": "why " * 2000}))
    seen = Seen(captions=True, width=size[0], height=size[1])

    screen = seen.show(
        asked, YourTurn(CONFLICT, 90.0), Words("so " * 99), level(clipped=True)
    )

    assert "Question 1 of 1" in screen
    assert "of about 1:30" in screen
    assert "q finish" in " ".join(screen.split())
    assert seen.terminal.everything.count("Question 1 of 1") == 1


def test_without_colour_everything_is_still_said() -> None:
    """NO_COLOR takes colours only."""
    seen = Seen(no_color=True, color_system=None)
    screen = seen.show(
        ASKED, YourTurn(CONFLICT, 90.0), level(speaking=True, clipped=True)
    )

    assert "too loud" in screen
    assert "38;" not in seen.file.getvalue()


def test_no_text_reaches_the_terminal_with_its_controls() -> None:
    """Neither escape sequences nor Rich's own markup are obeyed."""
    turn = turn_of(text=HOSTILE)
    seen = Seen(captions=True)
    seen.show(
        QuestionAsked(1, 1, turn.question),
        YourTurn(turn.question, 90.0, from_file=HOSTILE),
        Words(HOSTILE, HOSTILE),
        level(),
        TurnEnded("end_of_file", 1.0),
        Working(HOSTILE, None),
        FeedbackReady(turn, 1, 1, aloud=True),
        Said(HOSTILE),
        Note(HOSTILE),
        Trouble(HOSTILE, HOSTILE),
        SessionEnded((turn_of("02", HOSTILE),), HOSTILE, HOSTILE),
    )

    written = seen.file.getvalue()
    assert "owned" not in written
    assert "\u202e" not in written
    assert "\x1b[2J" not in written
    assert "[red]bold[/red]" in seen.terminal.everything


def test_a_terminal_that_knows_ascii_only_gets_ascii() -> None:
    """Frames and bars fall back; nothing fails to encode."""
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding="ascii", errors="replace")
    console = Console(file=file, force_terminal=True, width=80, height=24)
    now_s = itertools.count().__next__
    view = RichScreen(console, NoKeys(), LineInput(None), clock=now_s)
    for event in (ASKED, YourTurn(CONFLICT, 90.0), level(speaking=True)):
        view.show(event)
    view.close()
    file.flush()

    drawn = re.sub(r"\x1b\[[0-9;?]*\w", "", raw.getvalue().decode("ascii"))
    assert "###############---------------  speaking" in drawn
