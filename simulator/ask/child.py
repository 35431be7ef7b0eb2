"""A child process that answers one JSON line with another, or is ended.

It knows nothing of speech. What a caller gets is an answer within the time limit, or
`ChildFailed`; a child that is late, dead or talks nonsense is killed with its whole
process group, so that nothing it started goes on.
"""

import contextlib
import json
import os
import queue
import signal
import subprocess
import threading
from collections.abc import Sequence
from typing import Any


class ChildFailed(Exception):
    """One request came to nothing; the message ends in what the user reads."""


class Child:
    """One running process.

    Args:
        command: starts it; given text only through its standard input.

    Raises:
        ChildFailed: it cannot be started.
    """

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is ours to handle; a group to kill
            )
        except OSError as error:
            raise ChildFailed(f"its process cannot be started: {error}") from error
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._pass_on, daemon=True).start()

    def ask(self, request: dict[str, Any], limit_s: float) -> None:
        """Send a request and wait for `{"ok": true}`.

        Raises:
            ChildFailed: no answer in time, another answer, or the child's own error.
        """
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it ended; its last words say why
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
        try:
            answer = self._answers.get(timeout=limit_s)
        except queue.Empty as error:
            raise ChildFailed(f"no answer within {limit_s:g} s") from error
        if not answer:
            raise ChildFailed("its process ended")
        try:
            message = json.loads(answer)
            if message.get("ok") is True:
                return
            problem = str(message["error"])
        except (ValueError, AttributeError, KeyError) as error:
            raise ChildFailed(f"its process answered {answer[:60]!r}") from error
        raise ChildFailed(problem[:200])

    def end(self) -> None:
        """Kill it and all that it started. May be called twice."""
        if self._process.returncode is not None:
            return  # already waited for: its number may be another's by now
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()

    def _pass_on(self) -> None:
        """The reader's thread: not every platform can wait for a pipe with a limit."""
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                self._answers.put(line)
        self._answers.put(b"")
