"""The answer on disk while it is spoken, so that a crash takes at most a second.

Raw samples, because an unclosed FLAC cannot be read: whatever stands in the file is
sound. When the turn has ended it is encoded and the raw file removed.
"""

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np

from simulator.errors import RecordingError
from simulator.records import SAMPLE_RATE_HZ, Samples
from simulator.sound import flac
from simulator.sound.sixteen_bits import quantised, restored

SAFE_EVERY = SAMPLE_RATE_HZ
"""Samples between two syncs to the disk: one second, the most a crash may take."""
BLOCK_BYTES = 2 * 60 * SAMPLE_RATE_HZ


class PartFile:
    """An answer being recorded, e.g. `01-conflict.part.s16`; goes on where one is.

    Raises:
        RecordingError: the file cannot be made.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._unsafe = 0
        self._begins = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: BinaryIO | None = path.open("ab", buffering=0)
            if self._file.tell() % 2:
                # A crash may have left half a sample.
                self._file.seek(self._file.truncate(self._file.tell() - 1))
            self._begins = self._file.tell()
        except OSError as error:
            raise _cannot_keep(path, error) from None

    @property
    def samples(self) -> int:
        """How many samples were written since it was opened; 0 once it is closed.

        Asked of the file itself, so that it holds after an interruption too.
        """
        return 0 if self._file is None else (self._file.tell() - self._begins) // 2

    def append(self, samples: Samples) -> None:
        """Add samples; at least each second of them is forced onto the disk.

        Raises:
            RecordingError: the disk is full or gone. What was written stays; nothing
            more
                is accepted.
        """
        if self._file is None:
            raise RecordingError(f"{self.path} is closed", "Record into a new file.")
        data = quantised(samples).tobytes()
        try:
            while data:
                data = data[self._file.write(data) :]
            self._unsafe += len(samples)
            if self._unsafe >= SAFE_EVERY:
                os.fsync(self._file.fileno())
                self._unsafe = 0
        except OSError as error:
            self._file.close()
            self._file = None
            raise _cannot_keep(self.path, error) from None

    def close(self) -> None:
        """Force the rest onto the disk. May be called twice.

        Raises:
            RecordingError: the disk is gone.
        """
        if self._file is None:
            return
        file, self._file = self._file, None
        try:
            os.fsync(file.fileno())
        except OSError as error:
            raise _cannot_keep(self.path, error) from None
        finally:
            file.close()


def recover(path: Path) -> Samples:
    """All whole samples of a part file, also one that a crash left.

    Raises:
        RecordingError: it is missing or unreadable.
    """
    pieces = list(_blocks(path))
    return np.concatenate(pieces) if pieces else np.zeros(0, np.float32)


def encode(part: Path, flac_path: Path, samples: int | None = None) -> None:
    """Turn a closed part file into FLAC, then remove it; on failure it stays.

    Args:
        part: raw samples.
        flac_path: what to write.
        samples: how many of them belong to the answer; None for all.

    Raises:
        RecordingError: it cannot be read, or the FLAC cannot be written.
    """
    flac.write_blocks(flac_path, _blocks(part, samples))
    part.unlink(missing_ok=True)


def _blocks(path: Path, most: int | None = None) -> Iterator[Samples]:
    left = sys.maxsize if most is None else 2 * most
    try:
        with path.open("rb") as file:
            while data := file.read(min(left, BLOCK_BYTES)):
                left -= len(data)
                yield restored(np.frombuffer(data[: len(data) // 2 * 2], "<i2"))
    except OSError as error:
        raise RecordingError(
            f"{path} cannot be read ({error.strerror})", "Is the folder still there?"
        ) from None


def _cannot_keep(path: Path, error: OSError) -> RecordingError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        what, todo = "The disk is full", " Make room on the disk before you end it."
    else:
        what, todo = f"{path} cannot be written ({error.strerror})", ""
    return RecordingError(what, f"Go on speaking: this answer is kept in memory.{todo}")
