"""Which screen this terminal gets.

The live view needs a terminal that can move its cursor. A pipe, `TERM=dumb`, a very
small window and whoever asks for `--plain` get appended lines. `NO_COLOR` keeps the
live view and takes its colours away (https://no-color.org); Rich does that itself.
"""

import os
import shutil
import sys
from typing import TextIO

from .keys import open_keys
from .lines import LineInput
from .plain import PlainScreen
from .rich_screen import RichScreen

SMALLEST = (60, 16)
"""Columns and lines below which question, meter and keys do not fit together."""


def open_screen(
    plain: bool = False, captions: bool = False
) -> RichScreen | PlainScreen:
    """The screen for this run; `captions` shows words while they are spoken."""
    for stream in (sys.stdout, sys.stderr):
        _never_fail_on_a_letter(stream)
    if plain or not can_draw(sys.stdout):
        return PlainScreen(sys.stdout, sys.stderr, sys.stdin)
    from rich.console import Console

    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)
    return RichScreen(
        console, open_keys(sys.stdin), LineInput(sys.stdin), captions=captions
    )


def can_draw(stream: TextIO) -> bool:
    """Whether the stream is a terminal on which the live view works."""
    if stream.closed or not stream.isatty():
        return False
    if os.environ.get("TERM", "") in ("dumb", "unknown", "") and os.name != "nt":
        return False
    size = shutil.get_terminal_size()
    return size.columns >= SMALLEST[0] and size.lines >= SMALLEST[1]


def _never_fail_on_a_letter(stream: TextIO) -> None:
    """A locale without our letters shows `?` instead of ending the interview."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")
