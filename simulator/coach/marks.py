"""The transcript as it is read: words with their marks, in short timed paragraphs.

Marks follow `Analysis.fillers` by time, so the page marks exactly what was counted. A
discourse marker is made of ordinary words, so a word inside its span is marked too.
"""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from ..records import Analysis, Filler, Transcript, Word
from .times import clock

PARAGRAPH_S = 18.0
"""A new paragraph at the first sentence end after this long: two or three sentences."""

TOUCH_S = 0.02
"""Word and filler edges come from the same clock; this only absorbs rounding."""

_ENDS = (".", "?", "!")


@dataclass(frozen=True)
class Token:
    """One word on the page."""

    text: str
    mark: str
    """"", "filler", "perhaps", "marker", "fragment" or "doubtful"."""
    start_s: float | None
    end_s: float | None
    hint: str = ""
    """What the mark means here, for those who cannot see it."""

    @property
    def plain(self) -> bool:
        """Nothing marks it."""
        return not self.mark


@dataclass(frozen=True)
class Paragraph:
    """A few sentences, with the time they begin at."""

    at: str
    start_s: float | None
    end_s: float | None
    tokens: tuple[Token, ...]
    place: int = 0
    """How many words of the answer come before it."""


def paragraphs(transcript: Transcript, analysis: Analysis) -> tuple[Paragraph, ...]:
    """All that was said; a typed answer is one paragraph without times."""
    if not transcript.words:
        text = transcript.text.strip()
        tokens = tuple(Token(word, "", None, None) for word in text.split())
        return (Paragraph("", None, None, tokens),) if tokens else ()
    timed = sorted(
        (f for f in analysis.fillers if f.start_s is not None),
        key=lambda f: f.start_s or 0.0,
    )
    starts = [f.start_s or 0.0 for f in timed]
    groups: list[list[Token]] = [[]]
    for word in transcript.words:
        groups[-1].append(_token(word, timed, starts))
        first_s, end_s = groups[-1][0].start_s, word.end_s
        if first_s is None or end_s is None:
            continue
        if word.text.rstrip().endswith(_ENDS) and end_s - first_s >= PARAGRAPH_S:
            groups.append([])
    places = accumulate((len(group) for group in groups), initial=0)
    return tuple(
        _paragraph(*one) for one in zip(groups, places, strict=False) if one[0]
    )


def _paragraph(tokens: list[Token], place: int) -> Paragraph:
    start_s, end_s = tokens[0].start_s, tokens[-1].end_s
    at = clock(start_s) if start_s is not None else ""
    return Paragraph(at, start_s, end_s, tuple(tokens), place)


def _token(word: Word, fillers: list[Filler], starts: list[float]) -> Token:
    text = word.text.strip()
    filler = _filler_at(word, fillers, starts)
    mark, hint = "", ""
    if filler is not None and filler.kind == "discourse_marker":
        mark, hint = "marker", "filler word"
    elif filler is not None or word.kind == "filled_pause":
        counted = filler is not None and filler.counted
        mark = "filler" if counted else "perhaps"
        hint = "filler" if counted else "perhaps a filler, not counted"
    elif word.kind == "fragment":
        mark, hint = "fragment", "a word begun"
    elif word.doubtful:
        mark, hint = "doubtful", "not sure of this word"
    return Token(text, mark, word.start_s, word.end_s, hint)


def _filler_at(word: Word, fillers: list[Filler], starts: list[float]) -> Filler | None:
    if word.start_s is None or word.end_s is None:
        return None
    # An hour holds thousands of words: the last filler begun by then, by bisection.
    place = bisect_right(starts, word.start_s + TOUCH_S)
    if not place:
        return None
    filler = fillers[place - 1]
    within = filler.end_s is not None and word.end_s <= filler.end_s + TOUCH_S
    return filler if within else None
