"""Moments as the page plays them: a stretch with both ends known, and its label."""

from dataclasses import dataclass

from ..records import Moment
from .times import clock


@dataclass(frozen=True)
class Stretch:
    """A moment with a play button."""

    start_s: float
    end_s: float
    label: str

    @property
    def at(self) -> str:
        """0:40–1:10, or 0:40."""
        start, end = clock(self.start_s), clock(self.end_s)
        return start if start == end else f"{start}–{end}"


def stretch(moment: Moment) -> Stretch | None:
    """A moment that can be played; None without both ends."""
    if moment.start_s is None or moment.end_s is None:
        return None
    return Stretch(moment.start_s, moment.end_s, moment.label)


def stretches(moments: tuple[Moment, ...]) -> tuple[Stretch, ...]:
    """Those that can be played."""
    return tuple(found for m in moments if (found := stretch(m)))
