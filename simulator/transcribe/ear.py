"""What understands a piece of sound, as the rest of this room sees it."""

from collections.abc import Callable
from typing import Protocol

from simulator.records import Samples

from .heard import Passes

Meanwhile = Callable[[], object]


def nothing() -> None:
    """No other work."""


class Ear(Protocol):
    """What the rest of this room needs of a model; a test may give its own."""

    def passes(self, sound: Samples, meanwhile: Meanwhile = nothing) -> Passes:
        """Decode one piece both ways. MUST be the same for the same sound.

        Args:
            sound: the piece.
            meanwhile: other work on it, done if a processor is idle; MAY be left out,
                and what it raises is not told.
        """
        ...

    def sketch(self, sound: Samples) -> str:
        """A quick look at sound that is still growing."""
        ...

    def prepare(self, sound: Samples) -> None:
        """Do what can be done for a piece that will probably be decoded."""
        ...
