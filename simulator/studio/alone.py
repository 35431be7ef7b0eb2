"""One writer of a folder's journals at a time, among runs and among our threads."""

import contextlib
import errno
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from .. import atomic
from ..errors import SessionError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

WAIT_S = 5.0
"""Another writer is done in milliseconds; after this long something is stuck."""


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold a folder (made if it is missing) while a file in it is read and replaced.

    Where the disk knows no locks (Windows, some network disks) only this program's own
    threads are kept apart; files are still written whole.

    Raises:
        SessionError: another run holds it, or it is a link.
    """
    with atomic.translated(folder):
        if folder.is_symlink():
            raise SessionError(f"{folder} is a link to elsewhere", _AGAIN)
        folder.mkdir(mode=0o700, exist_ok=True)
    until = time.monotonic() + WAIT_S
    if not _here.acquire(timeout=WAIT_S):
        raise _in_use(folder)
    try:
        with _locked(folder, until):
            yield
    finally:
        _here.release()


_here = threading.Lock()
"""Held by the one thread of this program that writes a journal: two sessions a coach
writes at the same moment wait for each other for some milliseconds."""
_AGAIN = "Put the folder itself there."
_BUSY = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES)


@contextlib.contextmanager
def _locked(folder: Path, until: float) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    with atomic.translated(folder):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError as error:
                if error.errno not in _BUSY:
                    break  # this disk knows no locks (as in keep.lock)
                if time.monotonic() > until:
                    raise _in_use(folder) from None
                time.sleep(0.02)
        yield
    finally:
        os.close(descriptor)


def _in_use(folder: Path) -> SessionError:
    return SessionError(
        f"{folder.name} is being used by another run", "Finish that run first."
    )
