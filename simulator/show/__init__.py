"""The terminal: events in, keys out.

`open_screen` picks what this terminal can show.
"""

from .opening import open_screen
from .plain import PlainScreen
from .rich_screen import RichScreen

__all__ = ["PlainScreen", "RichScreen", "open_screen"]
