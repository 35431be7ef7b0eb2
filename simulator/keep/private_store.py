"""Keeps nothing: a store whose folder goes away with the run.

The recording must lie somewhere while it is being made, so a private session lies in a
temporary folder only its owner can read. It is removed by `close`, at exit, on Ctrl-C
and on SIGTERM or SIGHUP. `kill -9` and power cuts leave it; the next private run
removes what such a run left.
"""

import atexit
import contextlib
import os
import shutil
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from ..atomic import translated
from ..errors import SessionError
from ..orderly_exit import exit_when_told
from .folder_store import FolderStore
from .lock import FolderLock

PREFIX = "mock-interview-private-"


class PrivateStore(FolderStore):
    """A `SessionStore` on a temporary folder (0700), removed at the end."""

    def __init__(self) -> None:
        _remove_left_behind(Path(tempfile.gettempdir()))
        with translated(Path(tempfile.gettempdir())):
            place = Path(tempfile.mkdtemp(prefix=PREFIX))
            self._lock = FolderLock(place)
        super().__init__(place)
        exit_when_told()
        atexit.register(self.close)

    def close(self) -> None:
        """Remove everything. MAY be called twice."""
        super().close()
        for head in list(self.root.iterdir()) if self.root.is_dir() else []:
            with contextlib.suppress(SessionError):
                self.delete(head.name)
        shutil.rmtree(self.root, ignore_errors=True)
        self._lock.release()
        atexit.unregister(self.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _remove_left_behind(place: Path) -> None:
    """Remove private folders of this user whose run is gone (their lock is free)."""
    if sys.platform == "win32":
        return  # no locks there: a folder may belong to a living run
    for folder in place.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError, SessionError):
            if folder.is_symlink() or folder.stat().st_uid != os.getuid():
                continue
            lock = FolderLock(folder)
            if lock.certain:
                shutil.rmtree(folder)
            lock.release()
