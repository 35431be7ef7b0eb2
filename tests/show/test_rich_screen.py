"""The live view, as a person sees it on 80 columns and 24 lines."""

import io
import itertools
import os
import re
import threading
import time
from collections.abc import Callable

import pytest
from rich.console import Console
from show_examples import ASKED, CONFLICT, HOSTILE, turn_of
from terminal import Terminal

from simulator.events import (
    Choice,
    EndHeard,
    FeedbackReady,
    Key,
    Level,
    LongAnswer,
    Note,
    QuestionAsked,
    Said,
    SessionEnded,
    Shown,
    Trouble,
    TurnEnded,
    Words,
    Working,
    YourTurn,
)
from simulator.show import RichScreen
from simulator.show.keys import KEYS, NoKeys, PosixKeys
from simulator.show.lines import LineInput
from simulator.show.meter import UNHEARD
from simulator.show.words import ENDING


class Seen:
    """A live view and the terminal it draws on."""

    def __init__(self, *, captions: bool = False, **console: object) -> None:
        self.file = io.StringIO()
        settings = {"width": 80, "height": 24, "color_system": "truecolor", **console}
        self.console = Console(
            file=self.file,
            force_terminal=True,
            markup=False,
            highlight=False,
            legacy_windows=False,
            _environ={"TERM": "xterm-256color"},
            **settings,  # type: ignore[arg-type]
        )
        self.terminal = Terminal(self.console.width, self.console.height)
        self.now_s = 0.0
        self.view = RichScreen(
            self.console,
            NoKeys(),
            LineInput(None),
            captions=captions,
            clock=lambda: self.now_s,
        )
        self._read = 0

    def show(self, *events: Shown) -> str:
        for event in events:
            self.now_s += 0.1
            self.view.show(event)
        self.terminal.feed(self.file.getvalue()[self._read :])
        self._read = len(self.file.getvalue())
        return self.terminal.screen


def level(elapsed_s: float = 42.0, dbfs: float = -30.0, **flags: bool) -> Level:
    said = {"speaking": False, "clipped": False, **flags}
    return Level(dbfs, said["speaking"], said["clipped"], elapsed_s)


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


def test_a_long_answer_gets_one_line() -> None:
    """The line names the time and gives no order; the question stays."""
    screen = Seen().show(ASKED, YourTurn(CONFLICT, 90.0), level(), LongAnswer(135.0))

    assert "2:15: longer than this question needs. Go on or end." in screen
    assert "disagreed with a colleague" in screen


def test_the_question_stays_while_the_answer_is_given() -> None:
    """Question, meter, time and keys stand together."""
    screen = Seen().show(ASKED, YourTurn(CONFLICT, 90.0), level(speaking=True))

    assert "Question 1 of 3" in screen
    assert "disagreed with a colleague" in screen
    assert "█" * 15 + "░" * 15 + "  speaking" in screen
    assert "0:42 of about 1:30" in screen
    assert "Space done  e more time  p pause  r repeat  a again  s skip" in screen


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


def test_keys_come_from_the_terminal_and_it_is_given_back() -> None:
    """Pressed during the answer they count, pressed before it they do not."""
    person, program = os.openpty()
    seen = Seen()
    view = RichScreen(seen.console, PosixKeys(program), LineInput(None))
    view.key()
    os.write(person, b"q")
    time.sleep(0.05)
    view.show(YourTurn(CONFLICT, 90.0))
    early = view.key()
    os.write(person, b"e")
    time.sleep(0.05)

    assert (early, view.key()) == (None, Key.EXTEND)
    view.close()
    os.close(person)
    os.close(program)


def answered(seen: Seen, choice: Choice, typed: Callable[[int], object]) -> str:
    person, program = os.openpty()
    with os.fdopen(program) as stream:
        view = RichScreen(seen.console, PosixKeys(program), LineInput(stream))
        view.show(ASKED)
        view.key()
        typing = threading.Timer(0.15, typed, [person])
        typing.start()
        value = view.choose(choice)
        typing.join()
        view.close()
    os.close(person)
    return value


def test_a_choice_is_typed_with_the_view_at_rest() -> None:
    """Options are numbered, the cursor is visible, echo and editing work."""
    seen = Seen()
    choice = Choice("Which microphone?", (("0", "Built-in"), ("1", "Headset")))

    value = answered(seen, choice, lambda fd: os.write(fd, b"5\nx\x7f2\n"))

    assert value == "1"
    assert "2. Headset" in seen.show()
    assert "from 1 to 2" in seen.terminal.everything


def test_a_person_who_leaves_takes_the_default() -> None:
    """Ctrl-D is an answer too."""
    value = answered(
        Seen(), Choice("Name?", default="Ada"), lambda fd: os.write(fd, b"\x04")
    )

    assert value == "Ada"


def test_where_nobody_is_the_default_is_taken_and_said() -> None:
    """The log of a pipe shows what was decided."""
    seen = Seen()
    choice = Choice("How long?", (("5", "Five"), ("9", "Nine")), default="9")

    assert seen.view.choose(choice) == "9"
    assert "Nine" in seen.show()


def test_the_question_is_visible_above_a_written_answer() -> None:
    """A choice after a question that was never listened to shows the question first."""
    seen = Seen()
    seen.show(ASKED)

    seen.view.choose(Choice("Your answer, in writing:"))

    screen = seen.show()
    assert screen.index(ASKED.question.text[:30]) < screen.index("in writing")
