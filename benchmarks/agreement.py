"""How far two labellers agree, and where they do not.

The second labels were given from the guideline to the bare question and text. The
disagreements are kept beside them, so that whoever doubts a label can look it up.
"""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.counts import kappa, score, wilson
from benchmarks.labelled import (
    ANSWERS,
    ELEMENTS,
    OLDER,
    SECOND_LABELS,
    SET_ASIDE,
    STRANGER_SECOND_LABELS,
    STRANGERS,
    Labelled,
    elements,
    load,
    structure,
)
from simulator.records import Structure

Labels = Mapping[str, tuple[str, frozenset[str]]]
DISAGREEMENTS = ANSWERS / "DISAGREEMENTS.md"
SEEN_BEFORE = frozenset(
    [*(f"s{n:02}" for n in range(1, 8)), *(f"o{n:02}" for n in range(1, 16))]
)
"""Answers whose first label the second labeller had seen; left out of kappa."""


def agreement(*, aside: bool) -> dict[str, float]:
    """Cohen's kappa per element and for the kind; writes the list of disagreements.

    Args:
        aside: whether the answers set aside are compared too.
    """
    strangers = load((*STRANGERS, *SET_ASIDE) if aside else STRANGERS)
    theirs = {k: v for path in STRANGER_SECOND_LABELS for k, v in _labels(path).items()}
    figures = _compared("strangers", strangers, theirs)
    second = _labels(SECOND_LABELS)
    older = [a for a in load(OLDER) if a.id in second]
    blind = [a for a in older if a.id not in SEEN_BEFORE]
    figures.update(_compared("older", blind, second))
    judged = [
        (element in theirs[a.id][1], element in elements(_judged(a)))
        for a in strangers
        for element in ELEMENTS
    ]
    figures["against_second_labels_accuracy"] = score(judged).accuracy
    print(
        "  this judge against the strangers' second labels: accuracy"
        f" {figures['against_second_labels_accuracy']:.2f}"
    )
    if aside:
        _keep([(strangers, theirs), (older, second)])
    return figures


def _labels(path: Path) -> Labels:
    if not path.is_file():
        return {}
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["labels"]
    return {row["id"]: (row["kind"], frozenset(row["has"])) for row in rows}


def _compared(
    name: str, answers: Sequence[Labelled], second: Labels
) -> dict[str, float]:
    print(f"\ntwo labellers, {name}: {len(answers)} answers")
    figures = {f"{name}_labelled_twice": float(len(answers))}
    for element in ELEMENTS:
        pairs = [(element in a.has, element in second[a.id][1]) for a in answers]
        figures[f"kappa_{name}_{element}"] = kappa(pairs)
        same = sum(a == b for a, b in pairs)
        low, high = wilson(same, len(pairs))
        print(
            f"  {element:<11} kappa {kappa(pairs):.2f}, the same in"
            f" {same / len(pairs):.2f} ({low:.2f}-{high:.2f})"
        )
    kinds = [a.kind == second[a.id][0] for a in answers]
    figures[f"kind_agreement_{name}"] = sum(kinds) / len(kinds)
    print(f"  kind        the same in {figures[f'kind_agreement_{name}']:.2f}")
    return figures


def _judged(answer: Labelled) -> Structure:
    return structure(answer.text, answer.question, answer.asked)


def _keep(compared: Sequence[tuple[Sequence[Labelled], Labels]]) -> None:
    lines = [
        "# Where the two labellers differ",
        "",
        "Written by `python -m benchmarks.structure`. The figures use the first",
        "labels; none was changed after the comparison. h: the strangers' answers,",
        "q and v: the newcomers'.",
        "",
        "| answer | first kind | second kind | only first | only second |",
        "|---|---|---|---|---|",
    ]
    before = len(lines)
    for answers, second in compared:
        for a in answers:
            kind, has = second[a.id]
            if kind == a.kind and has == a.has:
                continue
            only = [", ".join(sorted(x)) or "-" for x in (a.has - has, has - a.has)]
            lines.append(f"| {a.id} | {a.kind} | {kind} | {only[0]} | {only[1]} |")
    DISAGREEMENTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"  {len(lines) - before} answers differ somewhere: {DISAGREEMENTS.name}")
