"""An exported page read back: its data blocks, taken as data from anybody.

Nothing in it is run or followed: the page is searched for the blocks it was made with,
by their ids, and each is checked like any other file that comes from outside.
"""

import base64
import binascii
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ..errors import SessionError

MAX_BYTES = 80_000_000
"""Four times what an export may be."""

SESSION_ID = "mock-interview-session"
COMMENTS_ID = "mock-interview-comments"
SOUND_TYPE = "audio/mpeg"

_AGAIN = "Export it again: `mock-interview export SESSION --format html`."


@dataclass
class PageFile:
    """What an exported page holds."""

    session: bytes = b""
    comments: bytes = b""
    sounds: dict[str, str] = field(default_factory=dict)
    """Stem of an answer -> its sound in base64."""

    def sound(self, stem: str) -> bytes | None:
        """The MP3 of an answer; None where the page has none or it is damaged."""
        try:
            return base64.b64decode(self.sounds.get(stem, ""), validate=True) or None
        except (binascii.Error, ValueError):
            return None


class _Blocks(HTMLParser):
    """Collects the text of script elements that are data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found = PageFile()
        self._open: tuple[str, str] | None = None
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            given = dict(attrs)
            self._open = (given.get("id") or "", given.get("data-stem") or "")
            self._text = []

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag != "script" or self._open is None:
            return
        (id, stem), text = self._open, "".join(self._text).strip()
        self._open = None
        if id == SESSION_ID:
            self.found.session = text.encode("utf-8", "surrogatepass")
        elif id == COMMENTS_ID:
            self.found.comments = text.encode("utf-8", "surrogatepass")
        elif stem:
            self.found.sounds[stem] = text


def read_file(path: Path) -> bytes:
    """The bytes of a file from elsewhere, whose size is looked at first.

    Raises:
        SessionError: there is none, it cannot be read, or it is too large.
    """
    try:
        if not path.is_file():
            raise SessionError(f"There is no file {path}", "Check the name.")
        if path.stat().st_size > MAX_BYTES:
            raise SessionError(
                f"{path} is too large to be ours", "Give the file that was saved."
            )
        return path.read_bytes()
    except OSError as error:
        raise SessionError(
            f"{path} cannot be read ({error.strerror})", "Check that you may read it."
        ) from None


def read_page(data: bytes, name: str) -> PageFile:
    """The blocks of an exported page.

    Raises:
        SessionError: it is too large, no text, or not such a page.
    """
    if len(data) > MAX_BYTES:
        raise SessionError(f"{name} is too large to be ours", _AGAIN)
    blocks = _Blocks()
    try:
        blocks.feed(data.decode("utf-8"))
        blocks.close()
    except (UnicodeDecodeError, AssertionError):
        raise SessionError(f"{name} is not a page of this program", _AGAIN) from None
    if not blocks.found.session:
        raise SessionError(f"{name} is not a page of this program", _AGAIN)
    return blocks.found
