"""A written answer is read from a file, as long as one person could say it."""

from pathlib import Path

import pytest

from simulator.answer import MAX_TEXT_CHARS, read_text
from simulator.errors import RecordingError


def test_a_text_longer_than_four_hours_of_talk_is_refused(tmp_path: Path) -> None:
    """By its characters: how many bytes each takes is no matter of length."""
    path = tmp_path / "book.txt"
    path.write_text("word " * (MAX_TEXT_CHARS // 5 + 1), encoding="utf-8")
    with pytest.raises(RecordingError, match="200005 characters"):
        read_text(path)

    path.write_text("ä" * MAX_TEXT_CHARS, encoding="utf-8")
    assert read_text(path).startswith("ää")
