"""Discourse markers against labelled uses: which were counted, and which should be.

In a passage `{like}` is labelled a marker and `<like>` a word with a meaning. Nothing
else may be counted: whatever is, is false.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.measure import fillers
from simulator.records import Answer, Transcript, Word

DATA = Path(__file__).resolve().parents[1] / "tests" / "measure" / "data"
PASSAGES = DATA / "discourse_passages.toml"
TUNED = DATA / "discourse_uses.toml"
FILLED = frozenset(("um", "uh", "er"))
WORD_S = 0.3
_LABEL = re.compile(r"([{<])(.+?)[}>]")
_PIECE = re.compile(r"\[[\d.]+\]|[^\s\[]+")


@dataclass(frozen=True)
class Use:
    """A labelled use, and whether it was counted."""

    text: str
    marker: bool
    counted: bool
    where: str


def passages() -> list[str]:
    """The passages that are set aside."""
    return list(tomllib.loads(PASSAGES.read_text("utf-8"))["passages"])


def lines(half: str) -> list[str]:
    """The lines of one part of the older file, in the passages' notation."""
    part = tomllib.loads(TUNED.read_text("utf-8"))[half]
    meant = [re.sub(r"\{(.+?)\}", r"<\1>", line) for line in part["meant"]]
    return [*part["marker"], *meant]


def uses(passage: str) -> Iterator[Use]:
    """Every labelled use in it, and every false one beside."""
    words, labels = _words(passage)
    transcript = Transcript(
        text=" ".join(w.text for w in words if w.kind == "word"),
        language="en",
        model="hand",
        words=words,
    )
    found = fillers.find(Answer(question=None, transcript=transcript, sound=None))
    starts = {f.start_s: f.text for f in found if f.kind == "discourse_marker"}
    for start_s, (text, marker) in labels.items():
        yield Use(text, marker, starts.pop(start_s, None) is not None, passage)
    for text in starts.values():
        yield Use(text, False, True, passage)


def _words(passage: str) -> tuple[tuple[Word, ...], dict[float, tuple[str, bool]]]:
    """Words with times, and what is labelled, by the start of its first word."""
    words: list[Word] = []
    labels: dict[float, tuple[str, bool]] = {}
    at_s = 0.0
    for piece in _PIECE.finditer(passage):
        if piece[0].startswith("["):
            at_s += float(piece[0].strip("[]"))
            continue
        start_s = round(at_s, 6)
        label = _LABEL.match(passage, piece.start())
        if label:
            labels[start_s] = (label[2].lower(), label[1] == "{")
        text = re.sub(r"[{}<>]", "", piece[0])
        filled = text.strip(".,?!").lower() in FILLED
        at_s += WORD_S
        words.append(
            Word(
                text=text,
                start_s=start_s,
                end_s=round(at_s, 6),
                probability=0.95,
                kind="filled_pause" if filled else "word",
            )
        )
    return tuple(words), labels
