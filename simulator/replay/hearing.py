"""Listening to a long recording once, beside the pages, and how far it has come.

A corrected answer is measured again, and that hangs on the sound: about a second a
minute the first time, nothing later. The coach goes on meanwhile.
"""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from ..casebook.described import described, known
from ..errors import RecordingError

FIRST_SHARE = 0.005
"""Below it nothing is known of the speed, and no time is promised."""


@dataclass
class Job:
    """One recording that is being listened to."""

    began_s: float
    share: float = 0.0

    def told(self) -> dict[str, float | None]:
        """Share done, 0 to 1, and the seconds left at the speed so far."""
        left_s = None
        if self.share >= FIRST_SHARE:
            took_s = time.monotonic() - self.began_s
            left_s = round(took_s * (1 - self.share) / self.share, 1)
        return {"share": round(self.share, 3), "left_s": left_s}


class Hearing:
    """What is being listened to, each recording once."""

    def __init__(self) -> None:
        self._jobs: dict[Path, Job] = {}
        self._in_vain: set[Path] = set()
        self._turns = threading.Lock()

    def start(self, audio: Path, cache: Path) -> None:
        """Listen to a recording, unless that is being done."""
        with self._turns:
            if audio in self._jobs or audio in self._in_vain:
                return
            self._jobs[audio] = Job(time.monotonic())
        # It must not hold up the end of the program: what it makes can be made again.
        threading.Thread(target=self._hear, args=(audio, cache), daemon=True).start()

    def of(self, audio: Path) -> Job | None:
        """How far it has come; None where nothing is being done."""
        return self._jobs.get(audio)

    def in_vain(self, audio: Path) -> bool:
        """Whether it cannot be read, or not be kept: waiting for it is no use."""
        return audio in self._in_vain

    def _hear(self, audio: Path, cache: Path) -> None:
        job, kept = self._jobs[audio], False

        def told(share: float) -> None:
            job.share = share

        try:
            described(audio, cache, told)
            kept = known(audio, cache)
        except RecordingError:
            pass  # told as a warning of the answer, when it is measured again
        finally:
            if not kept:
                self._in_vain.add(audio)
            with self._turns:
                del self._jobs[audio]
