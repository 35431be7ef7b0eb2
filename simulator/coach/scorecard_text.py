"""A scorecard as text that a person fills in further: Markdown, one entry a row."""

from .scorecard import ANCHORS, NOT_ENOUGH, OTHER_ANCHORS, Row, Scorecard


def shown(card: Scorecard) -> str:
    """The scorecard as Markdown."""
    lines = ["# Scorecard", ""]
    for row in card.rows:
        lines += _row(row)
    if not card.rows:
        lines += ["No competency was asked for.", ""]
    lines += [card.together, "", "The steps:"]
    lines += [f"- {step}: {words}" for step, words in ANCHORS.items()]
    if not all(row.story for row in card.rows):
        lines += ["", "Of answers that need no story:"]
        lines += [f"- {step}: {words}" for step, words in OTHER_ANCHORS.items()]
    lines += [
        "",
        "Proposed by rule from how the answers are built; your own rating stands "
        "beside "
        "it (`mock-interview scorecard SESSION --rate 'competency=4'`). It describes "
        "these answers. It says nothing about a person, or about being hired.",
    ]
    return "\n".join(lines)


def _row(row: Row) -> list[str]:
    proposed = f"{row.proposed} of 5" if row.proposed else NOT_ENOUGH
    lines = [f"## {row.competency}", ""]
    if row.given is not None:
        lines.append(f"Rated {row.given} of 5 by hand; proposed: {proposed}.")
    else:
        lines.append(f"Proposed: {proposed}.")
    if row.rating:
        lines.append(f"Step {row.rating}: {row.anchor}.")
    if row.quotes and row.proposed is None:
        lines += ["What was said when it was asked for:", ""]
    for quote in row.quotes:
        at = quote.passage.start_s
        where = f" ({quote.stem}, at {at:.0f} s)" if at is not None else ""
        lines.append(f"- “{quote.passage.text}”{where}")
    return [*lines, ""]
