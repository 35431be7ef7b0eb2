"""What was measured against what is expected: rows that say what moved and by how much.

Pure: a document of the JSON contract and an expectation in, rows out. So whatever
`analyze --json` prints can be compared, also what another program printed.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from . import valued
from .contract import (
    Document,
    concepts,
    discourse_markers,
    events,
    filled_pauses,
    plain_words,
    span,
    strength,
)
from .expectation import Built, Expectation, Expected, Fillers, Pauses, Words
from .matching import Span, match
from .row import Outcome, Row
from .word_errors import spelled, word_error_rate

ROUNDING = 1e-6
SHOWN_MOMENTS = 3
SHOWN_WORDS = 4


def compare(document: Document, expectation: Expectation, model: str) -> list[Row]:
    """Every expectation as a row, in a fixed order.

    Args:
        document: what the product says of the recording.
        expectation: what should be.
        model: whose `[model.NAME]` and known misses count.
    """
    rows = list(_rows(document, expectation.of(model)))
    idle = _idle(rows, expectation, model)
    return [*(judged(row, expectation, model) for row in rows), *idle]


def _idle(rows: Sequence[Row], expectation: Expectation, model: str) -> Iterator[Row]:
    """Known misses of what is not compared: they would stand there unread for ever."""
    compared = {row.name for row in rows}
    for miss in expectation.known_misses:
        if miss.of not in compared and (not miss.models or model in miss.models):
            yield Row(
                miss.of,
                f"a comparison called {miss.of}, of which a miss is known",
                "there is none",
                math.inf,
                outcome="passes_now",
                reason=miss.reason,
            )


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
    if expected.events is not None:
        yield _events(expected.events, events(document))
    if expected.structure is not None:
        yield from _structure(document["structure"], expected.structure)
    if expected.found is not None:
        yield _same("found", _listed(expected.found), _listed(concepts(document)))
    if expected.strength is not None:
        yield _same("strength", expected.strength or "-", strength(document) or "-")
    if expected.advice is not None:
        about = [advice["about"] for advice in document["feedback"]["advice"]]
        yield _same("advice", _listed(expected.advice), _listed(about))
    measured = {m["name"]: m["value"] for m in document["measurements"]}
    for name, value in expected.values.items():
        yield valued.row(name, value, measured)


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
        f"WER {rate:.3f}{_instead(said, heard) if rate > limit else ''}",
        max(0.0, rate - limit),
        moved=f"{rate - limit:.3f} above" if rate > limit else "",
        used=rate / limit if limit else 0.0,
    )


def _instead(said: Sequence[str], heard: Sequence[str]) -> str:
    """The first places that differ."""
    blocks = SequenceMatcher(None, said, heard, autojunk=False).get_opcodes()
    places = [
        f"{_few(heard[c:d])} for {_few(said[a:b])}"
        for kind, a, b, c, d in blocks
        if kind != "equal"
    ]
    more = ", ..." if len(places) > SHOWN_MOMENTS else ""
    return f": {', '.join(places[:SHOWN_MOMENTS])}{more}"


def _few(words: Sequence[str]) -> str:
    more = " ..." if len(words) > SHOWN_WORDS else ""
    return f'"{" ".join(words[:SHOWN_WORDS])}{more}"' if words else "nothing"


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
    matched = match(spans, [span(p) for p in found], 0.0)
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
        for a, b in zip(spans[i], span(found[j]), strict=True)
    ]
    worst_s, at_s = max(edges, default=(0.0, 0.0))
    limit_s = expected.edges_within_s
    yield Row(
        "pause_edges",
        f"within {limit_s:.3g} s",
        f"{worst_s:.3f} s at {at_s:.1f} s" if edges else "no pauses",
        max(0.0, worst_s - limit_s),
        moved=f"{worst_s - limit_s:.3f} s above" if worst_s > limit_s else "",
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


def _events(expected: Mapping[str, int], found: Mapping[str, int]) -> Row:
    off = sum(
        abs(expected.get(kind, 0) - found.get(kind, 0)) for kind in {*expected, *found}
    )
    wanted, seen = (
        _listed([f"{n} {kind}" for kind, n in sorted(of.items()) if n])
        for of in (expected, found)
    )
    return Row("events", wanted, seen, float(off))


def _structure(found: Mapping[str, Any], expected: Built) -> Iterator[Row]:
    for name in ("kind", "shape"):
        wanted = getattr(expected, name)
        if wanted is not None:
            yield _same(f"structure.{name}", wanted or "-", found[name] or "-")
    if expected.level is not None:
        level = found["level"] or 0
        row = _same("structure.level", expected.level, found["level"])
        yield replace(row, off=float(abs(expected.level - level)))
    for name in ("missing", "uncertain"):
        wanted = getattr(expected, name)
        if wanted is not None:
            row = _same(f"structure.{name}", _listed(wanted), _listed(found[name]))
            yield replace(row, off=float(len(set(wanted) ^ set(found[name]))))
