"""The live view, as a person sees it on 80 columns and 24 lines."""

import math
import re

from live_view import Seen, level
from show_examples import ASKED, CONFLICT, turn_of

from simulator.events import (
    EndHeard,
    FeedbackReady,
    Key,
    LongAnswer,
    Note,
    SessionEnded,
    TurnEnded,
    Words,
    Working,
    YourTurn,
)
from simulator.show.keys import KEYS
from simulator.show.meter import UNHEARD
from simulator.show.words import ENDING, WHILE_ASKED


def test_an_end_decided_by_silence_is_shown_while_it_can_be_reopened() -> None:
    """One line, gone as soon as somebody speaks, and with the turn."""
    seen = Seen()
    before = seen.show(ASKED, YourTurn(CONFLICT, 90.0), level())
    ending = seen.show(EndHeard())
    reopened = seen.show(EndHeard(reopened=True))
    seen.show(EndHeard())
    ended = seen.show(TurnEnded("silence", 42.0))

    assert [ENDING in text for text in (before, ending, reopened, ended)] == [
        False,
        True,
        False,
        False,
    ]


def test_while_a_question_is_spoken_its_keys_are_told() -> None:
    """Until the answer has keys of its own; where nobody sits, there are none."""
    seen = Seen(attended=True)
    asked = seen.show(ASKED)
    answering = seen.show(YourTurn(CONFLICT, 90.0), level())
    unattended = Seen().show(ASKED)

    assert [WHILE_ASKED in text for text in (asked, answering, unattended)] == [
        True,
        False,
        False,
    ]


def test_a_long_answer_gets_one_line() -> None:
    """The line names the time and gives no order; the question stays."""
    screen = Seen().show(ASKED, YourTurn(CONFLICT, 90.0), level(), LongAnswer(135.0))

    assert "2:15: longer than this question needs. Go on or end." in screen
    assert "disagreed with a colleague" in screen


def test_without_the_nudge_the_time_takes_on_no_colour() -> None:
    """Nobody who did not ask to be told is told by a colour."""
    times = []
    for nudges in ((), (LongAnswer(135.0),)):
        seen = Seen()
        seen.show(ASKED, YourTurn(CONFLICT, 90.0), *nudges, level(200.0))
        styled = re.search(r"\x1b\[([0-9;]*)m3:20", seen.file.getvalue())
        assert styled is not None
        times.append(styled[1])

    usual, told = times
    assert usual == "1"
    assert told.startswith("1;3"), "in the nearest colour that the terminal has"


def test_a_pause_is_not_called_listening() -> None:
    """The meter is empty and says why."""
    paused = level(dbfs=-math.inf, paused=True)
    screen = Seen().show(ASKED, YourTurn(CONFLICT, 90.0), level(speaking=True), paused)

    assert "░" * 30 + "  paused" in screen
    assert "speaking" not in screen


def test_the_question_stays_while_the_answer_is_given() -> None:
    """Question, meter, time and keys stand together."""
    screen = Seen().show(ASKED, YourTurn(CONFLICT, 90.0), level(speaking=True))

    assert "Question 1 of 3" in screen
    assert "disagreed with a colleague" in screen
    assert "█" * 15 + "░" * 15 + "  speaking" in screen
    assert "0:42 of about 1:30" in screen
    assert "Space done  e more time  p pause  r repeat  a start over  s skip" in screen


def test_what_is_redrawn_leaves_no_trace() -> None:
    """After twenty levels there is still one meter and one question."""
    seen = Seen()
    seen.show(ASKED, YourTurn(CONFLICT, 90.0))
    for second in range(20):
        seen.show(level(float(second)))
    seen.show(Note("quiet"), level(21.0))

    assert seen.terminal.everything.count("Question 1 of 3") == 1
    assert seen.terminal.everything.count("of about") == 1
    assert "0:21 of about" in seen.terminal.screen


def test_a_file_read_faster_than_life_is_not_drawn_at_every_level() -> None:
    """Ten redraws a second suffice; what was settled is drawn at once."""
    seen = Seen()
    seen.show(ASKED, YourTurn(CONFLICT, 90.0))
    before = len(seen.file.getvalue())
    for tenth in range(10_000):
        seen.view.show(level(tenth / 10))

    assert len(seen.file.getvalue()) == before


def test_every_key_of_the_line_is_a_key() -> None:
    """The line on the screen and the keyboard say the same."""
    from simulator.show.words import KEY_NAMES

    named = {press if press != "Space" else " ": key for key, press, _ in KEY_NAMES}

    assert named.items() <= KEYS.items()
    assert set(named.values()) == set(Key)


def test_clipping_and_a_dead_microphone_are_said() -> None:
    """In words, not only in red."""
    seen = Seen()
    loud = seen.show(ASKED, YourTurn(CONFLICT, 90.0), level(1.0, -0.1, clipped=True))
    dead = seen.show(level(6.0, -120.0))

    assert "too loud" in loud
    assert "move back a little" in loud
    assert UNHEARD in dead


def test_a_silent_recording_is_not_blamed_on_the_microphone() -> None:
    """When a file answers there is no microphone, and no key to press."""
    turn = YourTurn(CONFLICT, 90.0, from_file="silence.flac")
    screen = Seen().show(ASKED, turn, level(0.0, -120.0), level(60.0, -120.0))

    assert "silence.flac" in screen
    assert UNHEARD not in screen
    assert "Space done" not in screen


def test_captions_are_off_unless_asked_for() -> None:
    """Wrong words unsettle; and long ones show their end."""
    words = Words("nonsense " * 100 + "in the end it", "worked")
    off = Seen().show(ASKED, YourTurn(CONFLICT, 90.0), words, level())
    on = Seen(captions=True).show(ASKED, YourTurn(CONFLICT, 90.0), words, level())

    assert "it worked" not in off
    assert "in the end it worked" in " ".join(on.split())
    assert len(on.splitlines()) <= 24


def test_work_is_shown_under_the_question_and_goes_when_done() -> None:
    """A bar while it lasts, no bar afterwards."""
    seen = Seen()
    during = seen.show(ASKED, Working("Understanding your answer", 0.4))
    after = seen.show(Working("Understanding your answer", 1.0))

    assert "Understanding your answer" in during
    assert "40%" in during
    assert "Understanding" not in after
    assert "Question 1 of 3" in after


def test_feedback_says_strength_gap_and_next_step() -> None:
    """With the moments that earned them."""
    screen = Seen().show(ASKED, FeedbackReady(turn_of(), 1, 3, aloud=True))

    assert "A clear story that stops before its end." in screen
    assert "You said what you did yourself. (0:12–0:20)" in screen
    assert "How did it end?" in screen
    assert "End with the result." in screen


def test_the_end_shows_all_answers_and_the_report_unbroken() -> None:
    """The path stands on its own line so that it can be copied; the cursor is back."""
    path = "/home/someone/.local/share/" + "long/" * 20 + "report.html"
    seen = Seen()
    seen.show(
        ASKED,
        YourTurn(CONFLICT, 90.0),
        TurnEnded("key", 72.0),
        FeedbackReady(turn_of(), 1, 1, aloud=False),
        SessionEnded((turn_of(),), path, "End with the result."),
    )
    everything = seen.terminal.everything

    assert "Answer 1 of 1" in everything
    assert everything.count("How did it end?") == 1
    assert "1:12" in everything
    assert f"Report: {path}" in everything.replace("\n", "")
    assert not seen.terminal.cursor_hidden
