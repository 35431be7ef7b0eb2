"""The part of the terminal that is drawn over, below what has been printed.

Rich may redraw from a thread of its own; that is switched off, so the region changes
only when the loop speaks. Nearly as often as levels come is enough for the eye; a file
is read much faster than that and need not all be drawn.
"""

import atexit
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..orderly_exit import exit_when_told

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.live import Live

REDRAW_S = 0.09
"""Just under the 0.1 s between two levels."""


class Region:
    """Redraws what `view` returns.

    Args:
        console: where to draw.
        view: what is happening now.
        clock: seconds, for the rate of redrawing.
    """

    def __init__(
        self,
        console: "Console",
        view: "Callable[[], RenderableType]",
        clock: Callable[[], float],
    ) -> None:
        self._console = console
        self._view = view
        self._clock = clock
        self._live: Live | None = None
        self._drawn_at_s = 0.0

    def draw(self, soon: bool = False) -> None:
        """Redraw; with `soon` it may be left to the next call."""
        now_s = self._clock()
        if soon and self._live is not None and now_s - self._drawn_at_s < REDRAW_S:
            return
        self._drawn_at_s = now_s
        if self._live is None:
            self._live = self._started()
        self._live.update(self._view(), refresh=True)

    def print(self, piece: "RenderableType") -> None:
        """Something that stays and scrolls up, above the region."""
        self._console.print(piece)
        if self._live is not None:
            self.draw()

    def stop(self) -> None:
        """Wipe the region and show the cursor again. MAY be called twice."""
        if self._live is not None:
            live, self._live = self._live, None
            live.stop()
            atexit.unregister(self.stop)

    def _started(self) -> "Live":
        from rich.live import Live

        live = Live(
            console=self._console,
            auto_refresh=False,
            transient=True,
            vertical_overflow="crop",
        )
        # A hidden cursor must come back however the program ends.
        exit_when_told()
        atexit.register(self.stop)
        live.start()
        return live
