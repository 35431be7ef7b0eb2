"""Which screen a terminal gets, seen from a real one."""

import os
import select
import subprocess
import sys
import termios

import pytest

INTERRUPTED = """
import sys
from simulator.show import open_screen
from simulator.events import Level, QuestionAsked, YourTurn
from simulator.records import Question
screen = open_screen()
question = Question(id="q", text="Why?")
screen.show(QuestionAsked(1, 1, question))
screen.show(YourTurn(question, 90.0))
screen.key()
screen.show(Level(-30.0, True, False, 1.0))
raise KeyboardInterrupt
"""

SCRIPT = """
import sys
from simulator.show import open_screen
from simulator.events import Said
screen = open_screen(plain="--plain" in sys.argv)
screen.show(Said("Where do you see caf\\u00e9s \\u2026?"))
print(type(screen).__name__)
"""


def run_on_a_terminal(
    *arguments: str, script: str = SCRIPT, size: str = "80x24", **env: str
) -> str:
    """A script's output on a terminal, then " cooked" if that was given back."""
    person, program = os.openpty()
    columns, lines = size.split("x")
    environment = {
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "COLUMNS": columns,
        "LINES": lines,
        **env,
    }
    run = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdin=program,
        stdout=program,
        stderr=program,
        env=environment,
    )
    seen = b""
    while run.poll() is None or select.select([person], [], [], 0)[0]:
        if select.select([person], [], [], 0.05)[0]:
            seen += os.read(person, 4096)
    if termios.tcgetattr(program)[3] & termios.ICANON:
        seen += b" cooked"
    os.close(program)
    os.close(person)
    return seen.decode("utf-8", "replace")


def test_a_terminal_gets_the_live_view() -> None:
    """With colours."""
    seen = run_on_a_terminal()

    assert "RichScreen" in seen
    assert "\x1b[38;" in seen


def test_no_color_keeps_the_view_without_its_colours() -> None:
    """https://no-color.org asks for no more."""
    seen = run_on_a_terminal(NO_COLOR="1")

    assert "RichScreen" in seen
    assert "\x1b[38;" not in seen


def test_an_interrupt_gives_keyboard_and_cursor_back() -> None:
    """Ctrl-C in the middle of an answer: the shell that follows echoes and blinks."""
    seen = run_on_a_terminal(script=INTERRUPTED)

    assert "Question 1 of 1" in seen
    assert "KeyboardInterrupt" in seen
    assert seen.rindex("\x1b[?25h") > seen.rindex("\x1b[?25l")
    assert seen.endswith(" cooked")


@pytest.mark.parametrize(
    ("arguments", "size", "term"),
    [(["--plain"], "80x24", "xterm"), ([], "40x24", "xterm"), ([], "80x24", "dumb")],
    ids=["asked-for", "narrow", "dumb"],
)
def test_lines_where_the_view_does_not_work(
    arguments: list[str], size: str, term: str
) -> None:
    """Without a single escape sequence."""
    seen = run_on_a_terminal(*arguments, size=size, TERM=term)

    assert "PlainScreen" in seen
    assert "\x1b" not in seen


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_pipe_gets_lines_in_any_encoding(encoding: str) -> None:
    """A letter the locale lacks becomes a question mark, not an error."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=True,
    )

    assert b"PlainScreen" in done.stdout
    assert done.stdout.startswith(b"Where do you see caf")
    assert done.stderr == b""


def test_choosing_plain_lines_does_not_load_rich() -> None:
    """Heavy imports wait until they are needed."""
    check = (
        "import sys, simulator.show; s = simulator.show.open_screen(); "
        "print('rich' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", check],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == "False\n"
