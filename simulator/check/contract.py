"""What is compared, read out of a document of the JSON contract."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from .matching import Span

Document = Mapping[str, Any]
"""One object of the JSON contract."""


def filled_pauses(document: Document) -> list[Span]:
    """Those that count in a score."""
    return [
        span(f)
        for f in document["fillers"]
        if f["kind"] == "filled_pause" and f["certainty"] != "possible"
    ]


def discourse_markers(document: Document) -> list[Span]:
    """All of them, as `discourse_marker_rate` counts."""
    return [span(f) for f in document["fillers"] if f["kind"] == "discourse_marker"]


def events(document: Document) -> dict[str, int]:
    """How many of each kind of repair, by name."""
    return dict(sorted(Counter(e["kind"] for e in document["events"]).items()))


def concepts(document: Document) -> tuple[str, ...]:
    """Those that the answer speaks of."""
    return tuple(c["name"] for c in document["content"]["concepts"] if c["found"])


def strength(document: Document) -> str:
    """What the praise is about; empty where there is none."""
    praise = document["feedback"]["strength"]
    return str(praise["about"]) if praise else ""


def plain_words(document: Document) -> str:
    """What was heard, without filled pauses and fragments."""
    words = document["transcript"]["words"]
    return " ".join(w["text"] for w in words if w["kind"] == "word")


def span(moment: Mapping[str, Any]) -> Span:
    """(start_s, end_s)."""
    return moment["start_s"], moment["end_s"]
