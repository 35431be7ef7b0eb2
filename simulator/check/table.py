"""The table that a person reads: a line a recording, and under it what moved."""

from collections.abc import Iterator, Sequence

from .row import Row
from .running import Checked

_WORDS = {
    "ok": "ok",
    "missed": "MISSED",
    "known_miss": "known miss",
    "passes_now": "PASSES NOW",
    "worse": "WORSE",
}
NEXT = (
    "Listen to what failed and see what moved it. If it is right as it is now, "
    "`mock-interview check FOLDER --update` writes it down, and shows the difference; "
    "what stands in [truth] only its author changes."
)
NEAR = 0.5
"""Share of a tolerance from which a movement is worth a word though it is inside."""


def lines(checked: Sequence[Checked], *, every_row: bool = False) -> Iterator[str]:
    """The table, line by line.

    Args:
        checked: what was compared.
        every_row: also what is as it was.
    """
    name_width = max((len(one.name) for one in checked), default=0)
    rows = [row for one in checked for row in one.rows]
    wide = max((len(row.name) for row in rows), default=0)
    for one in checked:
        state = "FAILED" if one.failed else "ok"
        yield f"{state:<6}  {one.name:<{name_width}}  {_summary(one)}".rstrip()
        for row in one.rows:
            if every_row or row.outcome != "ok":
                yield from _row(row, wide)
    yield from _totals(checked, rows)


def _summary(one: Checked) -> str:
    inside = [row for row in one.rows if row.outcome == "ok" and row.used >= NEAR]
    text = f"{len(one.rows):>3} compared"
    if inside:
        most = max(inside, key=lambda row: row.used)
        moved = most.moved or most.measured
        text += f"; nearest its limit: {most.name} {moved}, {most.used:.0%} of it"
    return text


def _row(row: Row, wide: int) -> Iterator[str]:
    moved = f"  ({row.moved})" if row.moved else ""
    what = f"expected {row.expected}; measured {row.measured}{moved}"
    yield f"          {_WORDS[row.outcome]:<10}  {row.name:<{wide}}  {what}"
    if row.outcome == "known_miss":
        yield f"{'':<22}  {'':<{wide}}  known: {row.reason}"
    if row.outcome == "passes_now":
        yield f"{'':<22}  {'':<{wide}}  take it out of known_misses"
    if row.outcome == "worse":
        yield f"{'':<22}  {'':<{wide}}  worse than the known miss: {row.reason}"


def _totals(checked: Sequence[Checked], rows: Sequence[Row]) -> Iterator[str]:
    failed = [one.name for one in checked if one.failed]
    known = sum(row.outcome == "known_miss" for row in rows)
    took_s = sum(one.took_s for one in checked)
    yield ""
    if known:
        yield f"KNOWN MISSES: {known} (the product does not reach the truth there)"
    models = ", ".join(sorted({one.model for one in checked}))
    recordings = f"{len(checked)} recording{'s' * (len(checked) != 1)}"
    yield (
        f"{recordings} with {models}, {len(rows)} comparisons, "
        f"{took_s:.0f} s: "
        + (f"{len(failed)} FAILED: {', '.join(failed)}" if failed else "as expected")
    )
    if failed:
        yield NEXT
