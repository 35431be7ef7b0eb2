"""A live view, and the terminal it draws on."""

import io

from rich.console import Console
from terminal import Terminal

from simulator.events import Level, Shown
from simulator.show import RichScreen
from simulator.show.keys import NoKeys
from simulator.show.lines import LineInput


class Seen:
    """A live view and the terminal it draws on."""

    def __init__(
        self, *, captions: bool = False, attended: bool = False, **console: object
    ) -> None:
        self.file = io.StringIO()
        settings = {"width": 80, "height": 24, "color_system": "truecolor", **console}
        self.console = Console(
            file=self.file,
            force_terminal=True,
            markup=False,
            highlight=False,
            legacy_windows=False,
            _environ={"TERM": "xterm-256color"},
            **settings,  # type: ignore[arg-type]
        )
        self.terminal = Terminal(self.console.width, self.console.height)
        self.now_s = 0.0
        lines = LineInput(None)
        lines.attended = attended
        self.view = RichScreen(
            self.console,
            NoKeys(),
            lines,
            captions=captions,
            clock=lambda: self.now_s,
        )
        self._read = 0

    def show(self, *events: Shown) -> str:
        for event in events:
            self.now_s += 0.1
            self.view.show(event)
        self.terminal.feed(self.file.getvalue()[self._read :])
        self._read = len(self.file.getvalue())
        return self.terminal.screen


def level(elapsed_s: float = 42.0, dbfs: float = -30.0, **flags: bool) -> Level:
    said = {"speaking": False, "clipped": False, "paused": False, **flags}
    return Level(dbfs, elapsed_s=elapsed_s, **said)
