"""The two shapes of a remark: something that was good, something to change.

Sentences stand in written form ("0:40", "195"); `times.aloud` makes them speakable.
They never quote the candidate: a word heard wrongly and said back to its speaker is
worse than no quotation. Quotations stand on the page, beside a play button.
"""

from dataclasses import dataclass

from ..records import Moment

NEXT_TIME = "Next time, "
"""How a next step begins that belongs to the next attempt."""


@dataclass(frozen=True)
class Strength:
    """Something that was done well, one sentence."""

    about: str
    short: str
    """For the headline, without a full stop."""
    text: str
    evidence: tuple[Moment, ...] = ()


@dataclass(frozen=True)
class Gap:
    """One thing to change: what was heard (one sentence) and what to do (one more)."""

    key: str
    """Tells gaps apart when two attempts are compared, e.g. "result.number"."""
    about: str
    """A measurement's name, a part of the structure, or "question"."""
    short: str
    """For the headline, without a full stop."""
    text: str
    next_step: str
    evidence: tuple[Moment, ...] = ()
    speakable: bool = True
    """False for what is written but never said aloud."""
