"""One thing compared: a line of the table, a test case of JUnit."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["ok", "missed", "known_miss", "passes_now", "worse"]


@dataclass(frozen=True)
class Row:
    """One thing compared."""

    name: str
    expected: str
    measured: str
    off: float
    """How far outside of what is accepted, in the unit of the thing; 0 is inside."""
    moved: str = ""
    """From the expected value, with sign."""
    used: float = 0.0
    """Share of the tolerance that is used up; over 1 is outside."""
    outcome: Outcome = "ok"
    reason: str = ""
    """Why a known miss is one."""

    @property
    def failed(self) -> bool:
        """Whether the check fails by it."""
        return self.outcome in ("missed", "passes_now", "worse")
