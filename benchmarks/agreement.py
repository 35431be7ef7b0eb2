"""How far two labellers agree on the first writer's answers, and where they do not.

The second labels were given from the guideline to the bare question and text. The
disagreements are kept beside them, so that whoever doubts a label can look it up.
"""

import tomllib

from benchmarks.counts import kappa, score, wilson
from benchmarks.labelled import (
    ANSWERS,
    ELEMENTS,
    FIRST_WRITER,
    FRESH_SECOND_LABELS,
    SECOND_LABELS,
    SET_ASIDE,
    SET_ASIDE_EARLIER,
    Labelled,
    elements,
    load,
    structure,
)
from simulator.records import Structure

DISAGREEMENTS = ANSWERS / "DISAGREEMENTS.md"
SEEN_BEFORE = frozenset(
    [*(f"s{n:02}" for n in range(1, 8)), *(f"o{n:02}" for n in range(1, 16))]
)
"""Answers whose first label the second labeller had seen; left out of kappa."""


def agreement() -> dict[str, float]:
    """Cohen's kappa per element and for the kind; writes the list of disagreements."""
    rows = tomllib.loads(SECOND_LABELS.read_text(encoding="utf-8"))["labels"]
    second = {row["id"]: (row["kind"], frozenset(row["has"])) for row in rows}
    answers = [a for a in load((*FIRST_WRITER, *SET_ASIDE_EARLIER)) if a.id in second]
    blind = [a for a in answers if a.id not in SEEN_BEFORE]
    print(f"\ntwo labellers, {len(blind)} answers labelled blind")
    figures: dict[str, float] = {}
    for element in ELEMENTS:
        pairs = [(element in a.has, element in second[a.id][1]) for a in blind]
        figures[f"kappa_{element}"] = kappa(pairs)
        same = sum(a == b for a, b in pairs)
        low, high = wilson(same, len(pairs))
        print(
            f"  {element:<11} kappa {kappa(pairs):.2f}, the same in"
            f" {same / len(pairs):.2f} ({low:.2f}-{high:.2f})"
        )
    kinds = [a.kind == second[a.id][0] for a in blind]
    figures["kind_agreement"] = sum(kinds) / len(kinds)
    print(f"  kind        the same in {figures['kind_agreement']:.2f}")
    theirs = score(
        [
            (element in second[a.id][1], element in elements(_judged(a)))
            for a in answers
            for element in ELEMENTS
        ]
    )
    figures["against_second_labels_accuracy"] = theirs.accuracy
    print(
        f"  this judge against the second labels: accuracy {theirs.accuracy:.2f},"
        f" precision {theirs.precision:.2f}, recall {theirs.recall:.2f}"
    )
    _keep(answers, second)
    return figures


def steadiness() -> dict[str, float]:
    """Kappa of the two labellings of the fresh answers set aside, by the same hand."""
    rows = tomllib.loads(FRESH_SECOND_LABELS.read_text(encoding="utf-8"))["labels"]
    second = {row["id"]: frozenset(row["has"]) for row in rows}
    answers = [a for a in load(SET_ASIDE) if a.id in second]
    print(f"\nlabelled twice by one hand, {len(answers)} fresh answers")
    figures: dict[str, float] = {}
    for element in ELEMENTS:
        pairs = [(element in a.has, element in second[a.id]) for a in answers]
        figures[f"fresh_kappa_{element}"] = kappa(pairs)
        print(f"  {element:<11} kappa {kappa(pairs):.2f}")
    return figures


def _judged(answer: Labelled) -> Structure:
    return structure(answer.text, answer.question, answer.asked)


def _keep(
    answers: list[Labelled], second: dict[str, tuple[str, frozenset[str]]]
) -> None:
    lines = [
        "# Where the two labellers differ",
        "",
        "Written by `python -m benchmarks.structure`. The figures use the first",
        "labels; none was changed after the comparison.",
        "",
        "| answer | first kind | second kind | only first | only second |",
        "|---|---|---|---|---|",
    ]
    for a in answers:
        kind, has = second[a.id]
        if kind == a.kind and has == a.has:
            continue
        only = [", ".join(sorted(x)) or "-" for x in (a.has - has, has - a.has)]
        lines.append(f"| {a.id} | {a.kind} | {kind} | {only[0]} | {only[1]} |")
    DISAGREEMENTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"  {len(lines) - 7} answers differ somewhere: {DISAGREEMENTS.name}")
