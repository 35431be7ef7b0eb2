"""An answer as its page shows it: words as corrected, each filler with its ruling.

Words and fillers are numbered as they were measured, for that never changes; what a
person said about them is laid over. So a page that was open while someone else
corrected still means the same word.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace

from ..coach import marks
from ..coach.times import clock
from ..coach.view import FillerRow
from ..coach.view import filler as filler_row
from ..records import Filler, Turn
from ..studio.corrections import Rulings

RULED = {True: "confirmed", False: "rejected"}
JUDGED = ("filler", "perhaps", "marker", "rejected")
"""Marks that say what the program took for a filler."""


@dataclass(frozen=True)
class Said:
    """One word."""

    place: int
    text: str
    mark: str
    hint: str
    start_s: float | None
    end_s: float | None
    was: str | None = None
    """As it was heard, where a person changed it."""
    filler: int | None = None

    @property
    def plain(self) -> bool:
        """Nobody marked, ruled or changed it."""
        return not self.mark and self.filler is None


@dataclass(frozen=True)
class Paragraph:
    """A few sentences, with the time they begin at."""

    at: str
    start_s: float | None
    end_s: float | None
    words: tuple[Said, ...]

    @property
    def place(self) -> int:
        """Number of its first word."""
        return self.words[0].place


@dataclass(frozen=True)
class FillerLine:
    """One filler with what a person said about it."""

    place: int | None
    """None for one that only a corrected word brought in; it needs no ruling."""
    row: FillerRow
    ruling: str


def paragraphs(
    measured: Turn, rulings: Rulings, hidden: bool = False
) -> tuple[Paragraph, ...]:
    """The transcript, words in the order and numbering of the measurement.

    Args:
        measured: the answer as it was measured.
        rulings: what people said of its words and fillers.
        hidden: leave out what the program judged (which words are fillers); which it
            is not sure to have heard stays, and what a person changed.
    """
    fillers = _by_time(measured)
    place, shown = 0, []
    timed = bool(measured.transcript.words)
    for block in marks.paragraphs(measured.transcript, measured.analysis):
        words = []
        for token in block.tokens:
            word = Said(
                place, token.text, token.mark, token.hint, token.start_s, token.end_s
            )
            word = _ruled(word, fillers, rulings) if timed else word
            words.append(_unjudged(word) if hidden else word)
            place += 1
        shown.append(Paragraph(block.at, block.start_s, block.end_s, tuple(words)))
    return tuple(shown)


def fillers(
    measured: Turn, corrected: Turn, rulings: Rulings
) -> tuple[FillerLine, ...]:
    """Each filler that was measured or ruled on, and those that corrected words brought
    in, by time. What a corrected word left of no filler is none, here as in the counts.
    """
    after = {key(f) for f in corrected.analysis.fillers}
    lines = [
        FillerLine(
            n, _counted(filler_row(f), rulings.fillers.get(n)), _said(rulings, n)
        )
        for n, f in enumerate(measured.analysis.fillers)
        if n in rulings.fillers or key(f) in after
    ]
    known = {key(f) for f in measured.analysis.fillers}
    lines += [
        FillerLine(None, filler_row(f), "")
        for f in corrected.analysis.fillers
        if key(f) not in known
    ]
    return tuple(sorted(lines, key=_begins))


def _ruled(
    word: Said, fillers: list[tuple[float, float, int]], rulings: Rulings
) -> Said:
    at = _filler_at(word, fillers)
    if word.place in rulings.words:
        text = rulings.words[word.place]
        return replace(
            word,
            text=text,
            was=word.text,
            mark="edited" if text else "removed",
            hint=f"corrected, was {word.text}" if text else f"removed: {word.text}",
        )
    if at is None:
        return word
    ruling = rulings.fillers.get(at)
    if ruling is False:
        return replace(word, filler=at, mark="rejected", hint="you said: no filler")
    if ruling and word.mark == "perhaps":
        return replace(word, filler=at, mark="filler", hint="filler, confirmed")
    return replace(word, filler=at)


def _unjudged(word: Said) -> Said:
    if word.mark not in JUDGED:
        return replace(word, filler=None)
    return replace(word, filler=None, mark="", hint="")


def _by_time(turn: Turn) -> list[tuple[float, float, int]]:
    return sorted(
        (f.start_s, f.end_s, n)
        for n, f in enumerate(turn.analysis.fillers)
        if f.start_s is not None and f.end_s is not None
    )


def _filler_at(word: Said, fillers: list[tuple[float, float, int]]) -> int | None:
    if word.start_s is None or word.end_s is None:
        return None
    found = bisect_right(fillers, word.start_s + marks.TOUCH_S, key=lambda f: f[0])
    if not found:
        return None
    _, end_s, place = fillers[found - 1]
    return place if word.end_s <= end_s + marks.TOUCH_S else None


def _counted(row: FillerRow, ruling: bool | None) -> FillerRow:
    if ruling is None:
        return row
    sound = row.what == "sound"
    said = "confirmed" + (", counted" if sound else "") if ruling else "not a filler"
    return replace(row, counted=said)


def _said(rulings: Rulings, place: int) -> str:
    return RULED[rulings.fillers[place]] if place in rulings.fillers else ""


def key(filler: Filler) -> tuple[str, float | None]:
    """By what a filler is known again after the words were corrected."""
    return filler.text.lower(), filler.start_s


def _begins(line: FillerLine) -> float:
    return line.row.stretch.start_s if line.row.stretch else 0.0


def at(start_s: float | None) -> str:
    """A moment as a clock, "" where it is unknown."""
    return "" if start_s is None else clock(start_s)
