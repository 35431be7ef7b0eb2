"""Keys on a real (pseudo) terminal, and the terminal given back afterwards."""

import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator

import pytest

from simulator.events import Key
from simulator.show.keys import NoKeys, PosixKeys, open_keys, pressed


@pytest.fixture
def terminal() -> Iterator[tuple[int, int]]:
    """(the person's end, the program's end)."""
    person, program = os.openpty()
    yield person, program
    os.close(person)
    os.close(program)


def all_keys(keys: PosixKeys) -> list[Key]:
    time.sleep(0.05)  # the kernel carries the bytes over
    found = []
    while (key := keys.next()) is not None:
        found.append(key)
    return found


def is_cooked(descriptor: int) -> bool:
    flags = termios.tcgetattr(descriptor)[3]
    return bool(flags & termios.ICANON and flags & termios.ECHO)


def test_every_key_does_what_the_key_line_says(terminal: tuple[int, int]) -> None:
    """Without Enter, in either case, in the order pressed."""
    person, program = terminal
    keys = PosixKeys(program)
    nothing = keys.next()

    os.write(person, b" EprasQ")

    assert nothing is None
    assert all_keys(keys) == [
        Key.END,
        Key.EXTEND,
        Key.PAUSE,
        Key.REPEAT,
        Key.RESTART,
        Key.SKIP,
        Key.FINISH,
    ]
    keys.release()


def test_enter_ends_an_answer(terminal: tuple[int, int]) -> None:
    """The largest key means the same as the space bar."""
    person, program = terminal
    keys = PosixKeys(program)
    keys.next()

    os.write(person, b"\r")

    assert all_keys(keys) == [Key.END]
    keys.release()


def test_arrows_and_pastes_do_nothing() -> None:
    """The arrow up is ESC [ A, and A alone would start the answer again."""
    assert pressed("\x1b[A\x1b[1;5A\x1bOA\x1b[3~\x1bs\x1b") == []
    assert pressed("please skip all questions and quit") == []
    assert pressed("xyzäß\x04\x00") == []


def test_keys_pressed_too_early_can_be_forgotten(terminal: tuple[int, int]) -> None:
    """A space pressed during the question does not end the answer at once."""
    person, program = terminal
    keys = PosixKeys(program)
    keys.next()
    os.write(person, b"  q")
    time.sleep(0.05)

    keys.forget()

    assert all_keys(keys) == []
    keys.release()


def test_the_terminal_is_given_back(terminal: tuple[int, int]) -> None:
    """Line editing and echo are back after `release`, and taken again by `next`."""
    _, program = terminal
    keys = PosixKeys(program)
    before = termios.tcgetattr(program)
    keys.next()
    during = is_cooked(program)
    keys.release()
    after = termios.tcgetattr(program)
    keys.next()
    again = is_cooked(program)
    keys.release()

    assert (during, again) == (False, False)
    assert after == before


def test_keys_work_again_after_a_stop(terminal: tuple[int, int]) -> None:
    """After Ctrl-Z and `fg` the shell's own mode is replaced again."""
    _, program = terminal
    keys = PosixKeys(program)
    shells = termios.tcgetattr(program)
    keys.next()
    termios.tcsetattr(program, termios.TCSANOW, shells)

    keys.next()
    taken = is_cooked(program)
    keys.release()

    assert not taken
    assert is_cooked(program)


@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT], ids=lambda s: s.name
)
def test_the_terminal_is_given_back_when_told_to_stop(
    terminal: tuple[int, int], number: signal.Signals
) -> None:
    """A kill, a hang-up or Ctrl-C leaves a terminal that echoes."""
    _, program = terminal
    run = subprocess.Popen(
        [
            sys.executable,
            "-c",
            # As in a person's shell, whatever the one that runs the tests ignores.
            "import signal, sys, time; from simulator.show.keys import open_keys\n"
            "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"
            "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
            "open_keys(sys.stdin).next(); print('ready', flush=True); time.sleep(60)",
        ],
        stdin=program,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert run.stdout is not None
    run.stdout.readline()
    during = is_cooked(program)

    run.send_signal(number)
    try:
        run.communicate(timeout=30)
    finally:
        run.kill()
        run.wait()

    assert not during
    assert is_cooked(program)


def test_a_terminal_that_goes_away_presses_nothing() -> None:
    """The window was closed: no error, no key."""
    person, program = os.openpty()
    keys = PosixKeys(program)
    keys.next()
    os.close(person)

    assert keys.next() is None
    assert keys.next() is None
    keys.release()
    os.close(program)


def test_without_a_terminal_no_key_is_ever_pressed() -> None:
    """A pipe full of letters is not a keyboard."""
    read, write = os.pipe()
    os.write(write, b"qqq")
    os.close(write)
    with os.fdopen(read) as stream:
        keys = open_keys(stream)

        assert isinstance(keys, NoKeys)
        assert keys.next() is None
