"""How often the coverage of a job's requirements is told right.

Postings, answers and labels were written for this project before the rules were
finished (tests/measure/data/coverage). A third was set aside and looked at once. Prints
precision and recall of "mentioned", "with an example" and "with a result" for both, and
how many of the requirements are found in the postings; writes docs/coverage.md.
"""

import argparse
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.counts import Score, score, wilson
from simulator.answer import Given, judge_words
from simulator.measure.coverage import find
from simulator.prepare import propose
from simulator.prepare.proposing import requirement
from simulator.prepare.wording import same
from simulator.records import Coverage, Job, Turn
from simulator.transcribe.typed import transcript_of

CASES = Path(__file__).resolve().parents[1] / "tests/measure/data/coverage"
SETS = {
    "built_on": "building",
    "set_aside": "set_aside",
    "set_aside_second": "set_aside_second",
    "set_aside_third": "set_aside_third",
    "set_aside_fourth": "set_aside_fourth",
}
"""The first two set aside were each judged once, and the rules then mended by them; the
third and the fourth were each written after that and judged once, the fourth with
postings in the manner of real ones; two rules were changed since by other sentences,
which moved no figure."""
KINDS = ("mentioned", "example", "result")
PAGE = Path(__file__).resolve().parents[1] / "docs/coverage.md"
LEAST = 0.8


@dataclass(frozen=True)
class Judged:
    """One requirement of one posting: what a person and what the rules found."""

    case: str
    text: str
    labels: Mapping[str, bool]
    found: Coverage

    def told(self, kind: str) -> bool:
        """What the rules say of it."""
        if kind == "mentioned":
            return self.found.state == "heard"
        return bool(getattr(self.found, kind))


def cases(name: str) -> list[dict]:
    """The postings and answers of a set."""
    text = (CASES / f"{SETS[name]}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["cases"]


def turns(case: dict) -> tuple[Turn, ...]:
    """Its answers, judged as written ones."""
    return tuple(
        judge_words(transcript_of(text), Given(stem=f"{n:02d}"))
        for n, text in enumerate(case["answers"], 1)
    )


def judged(name: str) -> Iterator[Judged]:
    """Every requirement of a set."""
    for case in cases(name):
        rows = case["requirements"]
        asked = tuple(requirement(f"r{n}", r["text"]) for n, r in enumerate(rows))
        for row, found in zip(
            rows, find(Job(requirements=asked), turns(case)), strict=True
        ):
            labels = {kind: row[kind] for kind in KINDS}
            yield Judged(case["id"], row["text"], labels, found)


def proposed(name: str) -> tuple[int, int]:
    """(requirements of the postings that are proposed, all of them)."""
    hit = total = 0
    for case in cases(name):
        offered = [r.text for r in propose(case["posting"]).requirements]
        for row in case["requirements"]:
            total += 1
            hit += any(same(row["text"], text) for text in offered)
    return hit, total


@cache
def scores(name: str) -> dict[str, Score]:
    """Counts of each kind over a set."""
    rows = list(judged(name))
    return {
        kind: score([(row.labels[kind], row.told(kind)) for row in rows])
        for kind in KINDS
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what is told wrong")
    parser.add_argument("--building-only", action="store_true")
    given = parser.parse_args()
    names = ["built_on"] if given.building_only else list(SETS)
    figures: dict[str, float] = {}
    lines = ["| set | | right of those found | found of those there | n |"]
    lines.append("|---|---|---:|---:|---:|")
    for name in names:
        for kind, one in scores(name).items():
            figures[f"{name}_{kind}_precision"] = round(one.precision, 3)
            figures[f"{name}_{kind}_recall"] = round(one.recall, 3)
            lines.append(_row(name, kind, one))
        hit, total = proposed(name)
        figures[f"{name}_proposed"] = round(hit / total, 3)
        lines.append(f"| {name} | proposed from the posting | | {hit}/{total} | |")
        if given.wrong:
            _list_wrong(name)
    print("\n".join(lines))
    targets = {
        f"{name}_{kind}_{what}": [">=", LEAST]
        for name in names
        for kind in ("mentioned", "example")
        for what in ("precision", "recall")
    }
    met = all(figures[key] >= least for key, (_, least) in targets.items())
    if not given.building_only:
        _write(lines)
    result = {"benchmark": "coverage", "figures": figures}
    print(json.dumps({**result, "targets": targets, "met": met}))


def _row(name: str, kind: str, one: Score) -> str:
    low, high = wilson(one.tp, one.tp + one.fn)
    n = one.tp + one.fp + one.fn + one.tn
    return (
        f"| {name} | {kind} | {one.precision:.2f} | {one.recall:.2f} "
        f"({low:.2f} to {high:.2f}) | {n} |"
    )


def _list_wrong(name: str) -> None:
    for row in judged(name):
        for kind in KINDS:
            if row.labels[kind] != row.told(kind):
                quotes = [q.passage.text for q in row.found.quotes]
                print(
                    name, row.case, "|", row.text, "|", kind, row.labels[kind], quotes
                )


def _write(lines: list[str]) -> None:
    before, mark, _ = PAGE.read_text(encoding="utf-8").partition("<!-- figures -->")
    PAGE.write_text(before + mark + "\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
