"""What was said, as a page holds it: text, and elements only for words with a mark.

An hour is ten thousand words; an element each took a browser seconds to lay out. The
page's `transcript.js` makes the others elements where somebody looks.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol


class Spoken(Protocol):
    """One word of a transcript."""

    @property
    def text(self) -> str:
        """As it is read."""

    @property
    def start_s(self) -> float | None:
        """When it begins; None where that is unknown."""

    @property
    def plain(self) -> bool:
        """Nothing is to be said of it but its text."""


def runs(words: Sequence[Spoken]) -> Iterator[str | Spoken]:
    """Plain words joined to text; each other word by itself, in order.

    A word whose text has a space in it, or none at all, stands by itself too: the text
    is taken apart at its spaces again.
    """
    text: list[str] = []
    for word in words:
        if word.plain and word.text.split() == [word.text]:
            text.append(word.text)
            continue
        if text:
            yield " ".join(text)
            text = []
        yield word
    if text:
        yield " ".join(text)


def begins_s(words: Sequence[Spoken]) -> float | None:
    """When the first word begins whose time is known."""
    return next((w.start_s for w in words if w.start_s is not None), None)


def offsets_ms(words: Sequence[Spoken]) -> str:
    """Each word's beginning in ms after that, "-" where unknown, a space between."""
    first_s = begins_s(words)
    if first_s is None:
        return ""
    return " ".join(
        "-" if w.start_s is None else str(round(1000 * (w.start_s - first_s)))
        for w in words
    )
