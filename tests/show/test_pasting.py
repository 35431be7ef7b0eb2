"""A document pasted into a terminal."""

import io
import os
import sys
from collections.abc import Iterator

import pytest

from simulator.events import Choice
from simulator.show.lines import LineInput

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal")

POSTING = "Clinic coordinator\n\nWhat you bring\n- Patience\n\n\n- A licence\n"


@pytest.fixture
def typed() -> Iterator[tuple[int, LineInput]]:
    """(what a person types into, what reads it)."""
    keyboard, screen = os.openpty()
    stream = io.TextIOWrapper(os.fdopen(screen, "rb", buffering=0), encoding="utf-8")
    yield keyboard, LineInput(stream)
    stream.close()
    os.close(keyboard)


def test_a_pasted_posting_is_read_with_its_empty_lines(
    typed: tuple[int, LineInput],
) -> None:
    """A line that holds only a full stop ends it; what follows stays for later."""
    keyboard, lines = typed
    os.write(keyboard, f"{POSTING}.\nnext\n".encode())

    pasted = lines.wait_for(Choice("Paste it.", document=True))

    assert pasted == POSTING.rstrip("\n")
    assert lines.wait() == "next"


def test_one_line_ends_at_its_end(typed: tuple[int, LineInput]) -> None:
    """A name, a file: no empty line is waited for, and an empty one is an answer."""
    keyboard, lines = typed
    os.write(keyboard, b"Mira Finch\n\nthe rest\n")

    assert lines.wait_for(Choice("Who?", line=True)) == "Mira Finch"
    assert lines.wait_for(Choice("Where?", line=True)) == ""
    assert lines.wait() == "the rest"


def test_free_text_still_ends_at_an_empty_line(typed: tuple[int, LineInput]) -> None:
    keyboard, lines = typed
    os.write(keyboard, b"first\nsecond\n\nother\n")

    assert lines.wait_for(Choice("In writing:")) == "first\nsecond"
