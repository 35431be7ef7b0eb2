"""Lines typed by a person, with and without waiting.

`sys.stdin` keeps a buffer of its own that `select` cannot see, so bytes are read from
the descriptor and split here. Where there is no terminal nobody is waited for.
"""

import os
import select
import sys
from typing import TextIO

from ..events import Choice


class LineInput:
    """Lines of a terminal; of anything else, none.

    Attributes:
        attended: whether a person can answer.
    """

    def __init__(self, stream: TextIO | None) -> None:
        self._stream = stream
        self._buffer = b""
        self.attended = (
            stream is not None and not stream.closed and bool(stream.isatty())
        )

    def poll(self) -> str | None:
        """A finished line if one is there, else None at once."""
        if self._line_waits():
            return self._take()
        while self.attended and self._readable(0):
            if not self._read_more():
                return None
            if self._line_waits():
                return self._take()
        return None

    def wait(self) -> str | None:
        """The next line; None when there is nobody (any more) to type one."""
        while self.attended and not self._line_waits():
            self._readable(None)
            self._read_more()
        return self._take() if self._line_waits() or self._buffer else None

    def wait_text(self) -> str | None:
        """Lines up to an empty one, or to the end; None when there was none at all.

        A written answer may be several lines, typed or pasted, and what stands before
        the end (Ctrl-D) counts.
        """
        lines: list[str] = []
        while (line := self.wait()) is not None and line.strip():
            lines.append(line)
        return None if line is None and not lines else "\n".join(lines)

    def wait_document(self) -> str | None:
        """Lines up to one that holds only a full stop, or to the end.

        A pasted document has empty lines of its own, so another sign ends it.
        """
        lines: list[str] = []
        while (line := self.wait()) is not None and line.strip() != ".":
            lines.append(line)
        return None if line is None and not lines else "\n".join(lines)

    def wait_for(self, choice: Choice) -> str | None:
        """What is typed for a choice: a line, some lines, or a whole document."""
        if choice.options or choice.line:
            return self.wait()
        return self.wait_document() if choice.document else self.wait_text()

    def forget(self) -> None:
        """Throw away what was typed so far: it was not meant for what comes."""
        while self.poll() is not None:
            pass

    def _readable(self, timeout_s: float | None) -> bool:
        assert self._stream is not None
        if sys.platform == "win32":  # no select on a console there
            import msvcrt

            return timeout_s is None or bool(msvcrt.kbhit())
        try:
            return bool(select.select([self._stream.fileno()], [], [], timeout_s)[0])
        except (OSError, ValueError):
            self.attended = False
            return False

    def _read_more(self) -> bool:
        assert self._stream is not None
        try:
            data = os.read(self._stream.fileno(), 65536)
        except (OSError, ValueError):
            data = b""
        if not data:
            self.attended = False
            return False
        self._buffer += data
        return True

    def _line_waits(self) -> bool:
        return b"\n" in self._buffer

    def _take(self) -> str:
        line, _, self._buffer = self._buffer.partition(b"\n")
        return line.decode("utf-8", "replace").rstrip("\r")
