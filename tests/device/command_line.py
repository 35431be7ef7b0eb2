"""The product in a terminal of its own, as a person has it: keys in, screen out."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path


class CommandLine:
    """`mock-interview` with a pseudo-terminal for keyboard and screen.

    Args:
        arguments: after the command.
        environment: of the process; the sessions lie under its MOCK_INTERVIEW_HOME.
    """

    def __init__(self, *arguments: str, environment: Mapping[str, str]) -> None:
        self.screen = ""
        self._end, inside = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simulator", *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**environment, "TERM": "xterm", "COLUMNS": "100", "LINES": "30"},
            start_new_session=True,
            cwd=Path(__file__).parents[2],
        )
        os.close(inside)

    def until(self, text: str, within_s: float) -> None:
        """Read the screen until it shows a text; fails with all it showed."""
        limit = time.monotonic() + within_s
        while text not in self.screen:
            goes_on = time.monotonic() < limit and self._read()
            assert goes_on, f"never said {text!r}:\n{self.screen}"

    def press(self, keys: str) -> None:
        """Type."""
        os.write(self._end, keys.encode())

    def finish(self, within_s: float) -> int:
        """Read to the end; the exit code."""
        limit = time.monotonic() + within_s
        while self._read() and time.monotonic() < limit:
            pass
        return self.process.wait(timeout=max(1.0, limit - time.monotonic()))

    def close(self) -> None:
        """End it, however it stands."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._end)

    def _read(self) -> bool:
        """Take what came in the last moment; False once it has ended."""
        if not select.select([self._end], [], [], 0.1)[0]:
            return self.process.poll() is None
        try:
            came = os.read(self._end, 65536)
        except OSError:  # Linux: the other side is closed
            return False
        self.screen += came.decode(errors="replace").replace("\r\n", "\n")
        return bool(came)
