"""Files that are either the old one or the new one, readable by their owner alone.

Each is written to a temporary name in the same folder, flushed to the disk, and renamed
over the old: rename is the one step a file system takes whole. What the disk answers
(full, read-only, forbidden) becomes a SessionError that says what to do; `put` leaves
the answer to those whose files belong to no session.
"""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path

from .errors import SessionError

Replace = Callable[[Path, Path], None]
"""Puts a finished file in its place: `os.replace`, or in tests a disk that fails."""

TEMPORARY = ".writing-"
"""Prefix of unfinished files; a crash may leave one, the next save removes it."""


def write(path: Path, data: bytes, replace: Replace = os.replace) -> None:
    """Write `data` to `path` whole or not at all, mode 0600.

    Raises SessionError with the next step when the disk refuses.
    """
    with translated(path):
        put(path, data, replace=replace)


def put(
    path: Path, data: bytes, *, mode: int = 0o600, replace: Replace = os.replace
) -> None:
    """As `write`, but what the disk answers is raised as it is (OSError).

    Args:
        path: of the file; its folder MUST be there.
        data: all of it.
        mode: less what the user's umask takes away; 0o666 is what a plain file has.
        replace: a seam for the disk.
    """
    waiting = path.with_name(f"{TEMPORARY}{secrets.token_hex(4)}")
    try:
        descriptor = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace(waiting, path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make `path` and what is missing above it, each 0700; it MUST NOT exist yet."""
    with translated(path):
        missing = [p for p in path.parents if not p.exists()]
        for parent in reversed(missing):
            parent.mkdir(mode=0o700, exist_ok=True)
        path.mkdir(mode=0o700)


def close_to_others(folder: Path) -> None:
    """Take away everyone else's rights, and what a crash left half-written.

    Recordings are written by other rooms under the user's umask.
    """
    with translated(folder), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_file(follow_symlinks=False):
                continue
            if entry.name.startswith(TEMPORARY):
                os.unlink(entry.path)
            elif entry.stat(follow_symlinks=False).st_mode & 0o077:
                os.chmod(entry.path, 0o600)


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the operating system says into what a person can do."""
    try:
        yield
    except OSError as error:
        raise SessionError(*_explained(error, path)) from error


def _explained(error: OSError, path: Path) -> tuple[str, str]:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return (
            f"The disk is full: {path} could not be written",
            "Free some space (`mock-interview sessions delete` removes old sessions) "
            "and continue with `mock-interview rehearse --resume`.",
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"No permission for {path}",
            "Give yourself rights to that folder, or set MOCK_INTERVIEW_HOME to a "
            "folder of yours.",
        )
    if isinstance(error, FileExistsError):
        return f"{path} exists already", "Begin again: each session gets a new name."
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return (
            f"{path} is not there",
            "`mock-interview sessions list` shows what is kept.",
        )
    return (
        f"{path}: {error.strerror or error}",
        "Check that disk, or set MOCK_INTERVIEW_HOME to a folder elsewhere.",
    )


def _flush_folder(folder: Path) -> None:
    # A rename is on the disk only when its folder is; where folders cannot be opened
    # (Windows) or synced (some network disks) the file itself is still whole.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
