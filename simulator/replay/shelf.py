"""Sessions kept open between the requests of one page.

A page asks five times for what it shows, and an hour of words takes a moment to read.
What lies in the folder decides whether the session in memory is still that on disk, so
a comment that another coach's program wrote is seen at once.
"""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from ..casebook.opened import Opened

MOST = 2
"""Two attempts side by side; an hour's session is some tens of megabytes."""

State = tuple[tuple[str, int, int], ...]


class Shelf:
    """The sessions looked at last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Path, tuple[State, Opened]] = OrderedDict()
        self._turns = threading.Lock()

    def opened(self, folder: Path, read: Callable[[], Opened]) -> Opened:
        """The session of that folder, read again where anything in it changed."""
        before = state(folder)
        with self._turns:
            kept = self._kept.get(folder)
            if kept is not None and kept[0] == before:
                self._kept.move_to_end(folder)
                return kept[1]
        found = read()
        if found.pending:
            return found  # another time it is measured again, and nothing here tells
        with self._turns:
            self._kept[folder] = (before, found)
            self._kept.move_to_end(folder)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return found


def state(folder: Path) -> State:
    """Name, size and time of change of every file in a folder and those below it."""
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            try:
                told = path.stat()
            except OSError:  # a temporary name, renamed meanwhile
                continue
            found.append((str(path), told.st_size, told.st_mtime_ns))
    return tuple(sorted(found))
