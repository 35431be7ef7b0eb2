"""Single keys, read without waiting and without Enter.

On POSIX the terminal is put into cbreak mode (Ctrl-C still interrupts) when the first
key is asked for and put back by `release`, which also runs at exit; SIGTERM and SIGHUP
are turned into an exit so that it does. A terminal left without echo is a terminal
people close. After Ctrl-Z and `fg` the shell has put its own mode back, so the mode is
looked at before each read.

An arrow key arrives as ESC [ A: sequences are dropped whole, or the arrow would start
the answer again. Many characters at once are something pasted, not a key.
"""

import atexit
import contextlib
import os
import re
import select
import sys
from typing import Any, Protocol, TextIO

from ..events import Key
from ..orderly_exit import exit_when_told

KEYS: dict[str, Key] = {
    " ": Key.END,
    "\r": Key.END,
    "\n": Key.END,
    "e": Key.EXTEND,
    "p": Key.PAUSE,
    "r": Key.REPEAT,
    "a": Key.RESTART,
    "s": Key.SKIP,
    "q": Key.FINISH,
}

PASTE_LENGTH = 8
"""Between two looks (0.1 s) nobody presses more keys than this; a paste is longer."""

_SEQUENCE = re.compile(r"\x1b(?:[\[O][0-?]*[ -/]*[@-~]?|.)?", re.DOTALL)


class Keys(Protocol):
    """Where keys come from."""

    def next(self) -> Key | None:
        """The next key pressed, or None at once."""
        ...

    def forget(self) -> None:
        """Throw away what was pressed so far."""
        ...

    def release(self) -> None:
        """Give the terminal back. MAY be called twice; `next` takes it again."""
        ...


class NoKeys:
    """Nobody presses anything: input is a file, a pipe, or nothing."""

    def next(self) -> Key | None:
        """None, always."""
        return None

    def forget(self) -> None:
        """Nothing to throw away."""

    def release(self) -> None:
        """Nothing to give back."""


class PosixKeys:
    """Keys of the terminal behind a file descriptor."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._cooked: list[Any] | None = None
        self._waiting: list[Key] = []
        self._open = True

    def next(self) -> Key | None:
        """The next key pressed, or None at once."""
        if not self._waiting:
            self._waiting = self._read()
        return self._waiting.pop(0) if self._waiting else None

    def forget(self) -> None:
        """Throw away what was pressed so far: it was not meant for this answer."""
        import termios

        self._waiting = []
        with contextlib.suppress(termios.error, OSError):
            termios.tcflush(self._descriptor, termios.TCIFLUSH)

    def release(self) -> None:
        """Put the terminal back as it was."""
        import termios

        if self._cooked is not None:
            with contextlib.suppress(termios.error, OSError):
                termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._cooked)
            self._cooked = None
            atexit.unregister(self.release)

    def _read(self) -> list[Key]:
        if not self._open or not self._take_terminal():
            return []
        try:
            ready, _, _ = select.select([self._descriptor], [], [], 0)
            data = os.read(self._descriptor, 1024) if ready else None
        except (OSError, ValueError):
            data = b""
        if data == b"":  # the terminal is gone
            self._open = False
            return []
        return pressed((data or b"").decode("utf-8", "ignore"))

    def _take_terminal(self) -> bool:
        import termios
        import tty

        if self._in_background():
            return False
        try:
            mode = termios.tcgetattr(self._descriptor)
            if mode[3] & termios.ICANON:
                if self._cooked is None:
                    self._cooked = mode
                    atexit.register(self.release)
                    exit_when_told()
                tty.setcbreak(self._descriptor, termios.TCSANOW)
        except (termios.error, OSError):
            self._open = False
        return self._open

    def _in_background(self) -> bool:
        """Whether the keyboard is another job's: touching it would stop this one."""
        with contextlib.suppress(OSError):
            return os.tcgetpgrp(self._descriptor) != os.getpgrp()
        return False  # not this process's own terminal: nobody else is reading it


class WindowsKeys:
    """Keys of the Windows console (written to its documentation, not yet tried)."""

    def __init__(self) -> None:
        import msvcrt

        self._console: Any = msvcrt

    def next(self) -> Key | None:
        """The next key pressed, or None at once."""
        while self._console.kbhit():
            character = self._console.getwch()
            if character == "\x03":
                raise KeyboardInterrupt
            if character in ("\x00", "\xe0"):  # a function key: the second half follows
                self._console.getwch()
                continue
            key = KEYS.get(character.lower())
            if key is not None:
                return key
        return None

    def forget(self) -> None:
        """Throw away what was pressed so far."""
        while self._console.kbhit():
            self._console.getwch()

    def release(self) -> None:
        """The console's mode was never changed."""


def open_keys(stream: TextIO) -> Keys:
    """Keys of that stream if it is a terminal; otherwise none are ever pressed."""
    if stream is None or stream.closed or not stream.isatty():
        return NoKeys()
    if sys.platform == "win32":
        return WindowsKeys()
    return PosixKeys(stream.fileno())


def pressed(characters: str) -> list[Key]:
    """The keys in what a terminal sent between two looks."""
    plain = _SEQUENCE.sub("", characters)
    if len(plain) > PASTE_LENGTH:
        return []
    return [KEYS[c] for c in plain.lower() if c in KEYS]
