"""A recording that answers, through the same door as a microphone.

Its end ends the answer. It can be read as fast as the machine goes, or at the pace at
which it was spoken (to measure how the product keeps up).
"""

import time
from collections.abc import Iterator
from pathlib import Path

from simulator.records import SAMPLE_RATE_HZ, Samples
from simulator.sound import decode

PIECE_S = 0.1
"""The longest piece the seam allows."""


class FileSource:
    """An `AudioSource` that reads a recording; each `chunks` begins at its start.

    Args:
        path: any container PyAV reads.
        realtime: whether to give the sound at the pace of a clock.
    """

    live = False
    overflows = 0
    behind_s = 0.0
    piece_s = PIECE_S

    def __init__(self, path: Path, realtime: bool = False) -> None:
        self.path = path
        self.name = path.name
        self.realtime = realtime
        self._closed = False

    def chunks(self) -> Iterator[Samples | None]:
        """The recording in pieces of `piece_s`.

        Raises:
            RecordingError: it is missing, unreadable or holds no sound.
        """
        begun = time.monotonic()
        given = 0
        for piece in decode.blocks(self.path, self.piece_s):
            if self._closed:
                return
            given += len(piece)
            if self.realtime:
                # A piece exists once its last sample has been spoken.
                time.sleep(max(0.0, begun + given / SAMPLE_RATE_HZ - time.monotonic()))
            yield piece

    def discard(self) -> None:
        """Nothing: our own voice is not in a recording."""

    def close(self) -> None:
        """End the iteration at the next piece."""
        self._closed = True
