"""Ending in order when the system says so: terminals restored, private files removed.

Left to themselves SIGTERM and SIGHUP kill at once, and nothing is cleaned up.
"""

import signal
import threading
from types import FrameType


def exit_when_told() -> None:
    """Let SIGTERM and SIGHUP end the program in order, so that clean-up runs.

    A handler set by someone else stays. Does nothing outside the main thread, where
    Python allows no handlers.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _exit)


def _exit(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
