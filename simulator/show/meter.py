"""What the level of the sound tells while it is being recorded.

Pure: levels in, a warning out. Silence is thinking, so during an answer only a channel
that is as good as dead is spoken of; before the first question, when a person was asked
to say something, being unheard for four seconds is enough.
"""

from ..events import Level

FLOOR_DBFS = -60.0
"""The empty end of the meter: a quiet room through a usual microphone."""

DEAD_DBFS = -70.0
"""Below any room through an open microphone (16 bits end at -96): muted, unplugged."""

UNHEARD_S = 4.0
"""Longer than the breath people take before they say a sentence they were asked for."""

CLIP_SHOWN_S = 2.0
"""One clipped block lasts 0.1 s; nobody would see it."""

UNHEARD = "I can't hear you. Is the microphone on and the right one chosen?"
CLIPPED = "Too loud: please move back a little from the microphone."


class Meter:
    """Follows the levels of one answer (or of the microphone check)."""

    def __init__(self, answering: bool) -> None:
        self.answering = answering
        self.ever_clipped = False
        self.ever_heard = False
        self._unheard_since_s = 0.0
        self._clipped_at_s: float | None = None
        self._now_s = 0.0

    def push(self, level: Level) -> None:
        """Take the next level; a clock that runs backwards means a fresh start."""
        if level.elapsed_s < self._now_s:
            self._unheard_since_s = level.elapsed_s
            self._clipped_at_s = None
        self._now_s = level.elapsed_s
        if level.speaking or (self.answering and level.level_dbfs > DEAD_DBFS):
            self._unheard_since_s = level.elapsed_s
            self.ever_heard = True
        if level.clipped:
            self._clipped_at_s = level.elapsed_s
            self.ever_clipped = True

    @property
    def warning(self) -> str:
        """What to say about the sound now; usually nothing."""
        clipped_at_s = self._clipped_at_s
        if clipped_at_s is not None and self._now_s - clipped_at_s < CLIP_SHOWN_S:
            return CLIPPED
        if self._now_s - self._unheard_since_s >= UNHEARD_S:
            return UNHEARD
        return ""


def filled(level_dbfs: float, width: int) -> int:
    """Cells of a meter of `width` that are lit; NaN and silence light none."""
    if not level_dbfs > FLOOR_DBFS:
        return 0
    share = min(1.0, (level_dbfs - FLOOR_DBFS) / -FLOOR_DBFS)
    return max(1, round(share * width))
