"""One run writes a session, never two.

The lock is on the session's folder itself (flock), so it leaves no file behind, goes
away with the process however it dies, and travels with no copy of the folder. Where
there is no flock (Windows, some network disks) runs are not kept apart; the files are
still written whole.
"""

import errno
import os
import weakref
from pathlib import Path

from ..errors import SessionError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


class FolderLock:
    """Held from its making until `release`, or until the process or the lock is gone.

    Raises SessionError when another run holds it, FileNotFoundError when the folder is
    missing.
    """

    def __init__(self, folder: Path) -> None:
        descriptor = _locked(folder)
        self.certain = descriptor is not None
        """Whether this disk really keeps others out."""
        self._closing = weakref.finalize(self, _close, descriptor)

    def release(self) -> None:
        """Let others write. MAY be called twice."""
        self._closing()


def in_use(folder: Path) -> bool:
    """Whether another run (or another store of this one) is writing the session."""
    try:
        FolderLock(folder).release()
    except SessionError:
        return True
    except OSError:
        return False
    return False


def _locked(folder: Path) -> int | None:
    if fcntl is None:
        return None
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    descriptor = os.open(folder, flags)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
            raise SessionError(
                f"Session {folder.name} is being used by another run",
                "Finish that run first, or start a new session with "
                "`mock-interview rehearse`.",
            ) from None
        return None  # this disk knows no locks
    return descriptor


def _close(descriptor: int | None) -> None:
    if descriptor is not None:
        os.close(descriptor)
