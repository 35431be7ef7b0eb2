"""What was measured against what is expected: rows that say what moved and by how much.

Pure: a document of the JSON contract and an expectation in, rows out. So whatever
`analyze --json` prints can be compared, also what another program printed.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from .expectation import Built, Expectation, Expected, Fillers, Pauses, Value, Words
from .matching import Span, match
from .word_errors import spelled, word_error_rate

Document = Mapping[str, Any]
"""One object of the JSON contract."""

Outcome = Literal["ok", "missed", "known_miss", "passes_now", "worse"]

ROUNDING = 1e-6
SHOWN_MOMENTS = 3


@dataclass(frozen=True)
class Row:
    """One thing compared."""

    name: str
    expected: str
    measured: str
    off: float
    """How far outside of what is accepted, in the unit of the thing; 0 is inside."""
    moved: str = ""
    """From the expected value, with sign."""
    used: float = 0.0
    """Share of the tolerance that is used up; over 1 is outside."""
    outcome: Outcome = "ok"
    reason: str = ""
    """Why a known miss is one."""

    @property
    def failed(self) -> bool:
        """Whether the check fails by it."""
        return self.outcome in ("missed", "passes_now", "worse")


def compare(document: Document, expectation: Expectation, model: str) -> list[Row]:
    """Every expectation as a row, in a fixed order.

    Args:
        document: what the product says of the recording.
        expectation: what should be.
        model: whose `[model.NAME]` and known misses count.
    """
    rows = _rows(document, expectation.of(model))
    return [judged(row, expectation, model) for row in rows]


def refused(error: str, expectation: Expectation, model: str) -> Row:
    """The row of a recording that could not be judged, and said why."""
    wanted = expectation.of(model).refused
    hit = wanted is not None and wanted in error
    expected = f"refused: {wanted}" if wanted is not None else "a recording"
    return Row("refused", expected, error, 0.0 if hit else 1.0, outcome=_bare(hit))


def _bare(hit: bool) -> Outcome:
    return "ok" if hit else "missed"


def judged(row: Row, expectation: Expectation, model: str) -> Row:
    """The row with its outcome, known misses considered."""
    known = expectation.known(row.name, model)
    if known is None:
        return replace(row, outcome=_bare(row.off <= ROUNDING))
    if row.off <= ROUNDING:
        outcome: Outcome = "ok" if known.unsteady else "passes_now"
    else:
        outcome = "known_miss" if row.off <= known.off + ROUNDING else "worse"
    return replace(row, outcome=outcome, reason=known.reason)


def _rows(document: Document, expected: Expected) -> Iterator[Row]:
    if expected.refused is not None:
        wanted = f"refused: {expected.refused}"
        yield Row("refused", wanted, "it was judged", 1.0)
    if expected.verdict is not None:
        yield _same("verdict", expected.verdict, document["verdict"])
    if expected.why is not None:
        yield _same("why", expected.why or "-", document["why"] or "-")
    if expected.words is not None:
        yield _words(document, expected.words)
    if expected.fillers is not None:
        yield _fillers("fillers", expected.fillers, filled_pauses(document))
    if expected.markers is not None:
        yield _fillers("markers", expected.markers, discourse_markers(document))
    if expected.pauses is not None:
        yield from _pauses(document["pauses"], expected.pauses)
    if expected.structure is not None:
        yield from _structure(document["structure"], expected.structure)
    if expected.advice is not None:
        about = [advice["about"] for advice in document["feedback"]["advice"]]
        yield _same("advice", _listed(expected.advice), _listed(about))
    measured = {m["name"]: m["value"] for m in document["measurements"]}
    for name, value in expected.values.items():
        yield _value(name, value, measured)


def filled_pauses(document: Document) -> list[Span]:
    """Those that count in a score."""
    return [
        _span(f)
        for f in document["fillers"]
        if f["kind"] == "filled_pause" and f["certainty"] != "possible"
    ]


def discourse_markers(document: Document) -> list[Span]:
    """All of them, as `discourse_marker_rate` counts."""
    return [_span(f) for f in document["fillers"] if f["kind"] == "discourse_marker"]


def plain_words(document: Document) -> str:
    """What was heard, without filled pauses and fragments."""
    words = document["transcript"]["words"]
    return " ".join(w["text"] for w in words if w["kind"] == "word")


def _span(moment: Mapping[str, Any]) -> Span:
    return moment["start_s"], moment["end_s"]


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names) or "-"


def _same(name: str, expected: object, measured: object) -> Row:
    return Row(name, str(expected), str(measured), float(expected != measured))


def _words(document: Document, expected: Words) -> Row:
    said, heard = spelled(expected.text), spelled(plain_words(document))
    rate = word_error_rate(said, heard)
    limit = expected.wer_at_most
    return Row(
        "words",
        f"WER <= {limit:.2f} of {len(said)} words",
        f"WER {rate:.3f}",
        max(0.0, rate - limit),
        used=rate / limit if limit else 0.0,
    )


def _fillers(name: str, expected: Fillers, found: Sequence[Span]) -> Row:
    spans = [(f.start_s, f.end_s) for f in expected.at]
    matched = match(spans, found, expected.collar_s)
    lost = [
        f"{expected.at[i].text or '?'} at {spans[i][0]:.1f} s" for i in matched.missed
    ]
    new = [f"at {found[j][0]:.1f} s" for j in matched.extra]
    return Row(
        name,
        str(len(spans)),
        _told(len(found), lost, new),
        float(len(lost) + len(new)),
        moved=f"{more:+d}" if (more := len(found) - len(spans)) else "",
    )


def _told(count: int, lost: Sequence[str], new: Sequence[str]) -> str:
    told = str(count)
    for what, moments in (("missed", lost), ("not expected", new)):
        if moments:
            more = "" if len(moments) <= SHOWN_MOMENTS else ", ..."
            told += f"; {what}: {', '.join(moments[:SHOWN_MOMENTS])}{more}"
    return told


def _pauses(found: Sequence[Mapping[str, Any]], expected: Pauses) -> Iterator[Row]:
    spans = [(p.start_s, p.end_s) for p in expected.at]
    matched = match(spans, [_span(p) for p in found], 0.0)
    lost = [i for i in matched.missed if not expected.at[i].optional]
    yield Row(
        "pauses",
        str(sum(not p.optional for p in expected.at)),
        _told(
            len(found),
            [f"{spans[i][1] - spans[i][0]:.2f} s at {spans[i][0]:.1f} s" for i in lost],
            [f"at {found[j]['start_s']:.1f} s" for j in matched.extra],
        ),
        float(len(lost) + len(matched.extra)),
    )
    edges = [
        (abs(a - b), a)
        for i, j in matched.pairs
        for a, b in zip(spans[i], _span(found[j]), strict=True)
    ]
    worst_s, at_s = max(edges, default=(0.0, 0.0))
    limit_s = expected.edges_within_s
    yield Row(
        "pause_edges",
        f"within {limit_s:.3g} s",
        f"{worst_s:.3f} s at {at_s:.1f} s" if edges else "no pauses",
        max(0.0, worst_s - limit_s),
        used=worst_s / limit_s if limit_s else 0.0,
    )
    if any(p.place for p in expected.at):
        yield _places(matched.pairs, found, expected)


def _places(
    pairs: Sequence[tuple[int, int]],
    found: Sequence[Mapping[str, Any]],
    expected: Pauses,
) -> Row:
    placed = [(i, j) for i, j in pairs if expected.at[i].place]
    wrong = [
        f"{found[j]['place']} at {expected.at[i].start_s:.1f} s"
        for i, j in placed
        if found[j]["place"] != expected.at[i].place
    ]
    measured = f"{len(placed) - len(wrong)} of {len(placed)} right"
    if wrong:
        measured += f"; {', '.join(wrong[:SHOWN_MOMENTS])}"
    return Row("pause_places", "all right", measured, float(len(wrong)))


def _structure(found: Mapping[str, Any], expected: Built) -> Iterator[Row]:
    for name in ("kind", "shape"):
        wanted = getattr(expected, name)
        if wanted is not None:
            yield _same(f"structure.{name}", wanted or "-", found[name] or "-")
    if expected.level is not None:
        level = found["level"] or 0
        row = _same("structure.level", expected.level, found["level"])
        yield replace(row, off=float(abs(expected.level - level)))
    if expected.missing is not None:
        wanted, seen = set(expected.missing), set(found["missing"])
        row = _same(
            "structure.missing", _listed(expected.missing), _listed(found["missing"])
        )
        yield replace(row, off=float(len(wanted ^ seen)))


def _value(name: str, expected: Value, measured: Mapping[str, float | None]) -> Row:
    text = shown(expected)
    value = measured.get(name)
    if expected.unknown:
        known = value is not None
        return Row(name, text, f"{value:.4g}" if known else "unknown", float(known))
    if value is None:
        return Row(
            name, text, "unknown" if name in measured else "not measured", math.inf
        )
    low, high = expected.bounds
    off = max(low - value, value - high, 0.0)
    moved, used = "", 0.0
    if expected.value is not None:
        moved, used = _moved(expected.value, value, high - expected.value)
    return Row(name, text, f"{value:.4g}", off, moved, used)


def _moved(expected: float, value: float, room: float) -> tuple[str, float]:
    change = value - expected
    if abs(change) < 5e-4 * max(1.0, abs(expected)):
        return "", 0.0
    share = f" ({change / expected:+.1%})" if expected else ""
    return f"{change:+.3g}{share}", abs(change) / room if room else math.inf


def shown(expected: Value) -> str:
    """A value and its tolerance in a few signs."""
    if expected.unknown:
        return "unknown"
    if expected.value is None:
        low, high = expected.bounds
        return f"{low:.4g} to {high:.4g}"
    if expected.relative is not None:
        return f"{expected.value:.4g} ± {expected.relative:.3g} x"
    return f"{expected.value:.4g} ± {expected.absolute:.3g}"
