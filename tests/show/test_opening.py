"""Which screen a terminal gets, seen from a real one."""

import os
import select
import subprocess
import sys

import pytest

SCRIPT = """
import sys
from simulator.show import open_screen
from simulator.events import Said
screen = open_screen(plain="--plain" in sys.argv)
screen.show(Said("Where do you see caf\\u00e9s \\u2026?"))
print(type(screen).__name__)
"""


def run_on_a_terminal(*arguments: str, size: str = "80x24", **env: str) -> str:
    """The output of the script on a pseudo terminal."""
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
        [sys.executable, "-c", SCRIPT, *arguments],
        stdin=program,
        stdout=program,
        stderr=program,
        env=environment,
    )
    os.close(program)
    seen = b""
    while select.select([person], [], [], 20)[0]:
        try:
            piece = os.read(person, 4096)
        except OSError:
            break
        if not piece:
            break
        seen += piece
    assert run.wait(timeout=20) == 0
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
