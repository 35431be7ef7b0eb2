"""How often a moment that the report would quote is what it is said to be.

Answers, labels and how they came about: docs/moments.md, tests/measure/data/moments.
Prints precision and recall of each kind over the answers the finders were mended with
and over those set aside; writes docs/moments.md.
"""

import argparse
import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from benchmarks.counts import wilson
from simulator.answer import Given, judge_words
from simulator.measure import evidence
from simulator.measure.sentences import HESITATIONS
from simulator.measure.told import Told, told
from simulator.records import Question
from simulator.transcribe.typed import transcript_of

MOMENTS = Path(__file__).resolve().parents[1] / "tests/measure/data/moments"
PAGE = Path(__file__).resolve().parents[1] / "docs/moments.md"
SETS = ("building", "set_aside", "set_aside_second")
ONCE = frozenset(["challenge", "contribution"])
"""Kinds of which an answer quotes one at most; any labelled sentence of it will do."""
LONGEST_SENTENCE_WORDS = 60
"""A longer one has lost its stops; then only the labelled words themselves count."""
LEAST_PRECISION = 0.8


@dataclass(frozen=True)
class Judged:
    """The moments of one kind in one answer."""

    id: str
    kind: str
    right: tuple[str, ...]
    """Quotes that touch a labelled moment."""
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    heard: int
    """Labelled moments that a quote touches."""


@dataclass(frozen=True)
class Score:
    """Quotes and labelled moments of one kind over a set."""

    right: int
    quoted: int
    heard: int
    labelled: int

    @property
    def precision(self) -> float:
        """Share of the quotes that are what they are said to be."""
        return self.right / max(1, self.quoted)

    @property
    def recall(self) -> float:
        """Share of the labelled moments that are quoted."""
        return self.heard / max(1, self.labelled)


def judged(name: str) -> Iterator[Judged]:
    """Every kind of every answer of a set."""
    for row in _rows(name):
        found, _ = evidence.find([_told(row)])
        quotes = {e.kind: [q.passage.text for q in e.quotes] for e in found}
        if "all_parts" in row:
            yield _parts(row["id"], row["all_parts"], quotes.get("all_parts", []))
            continue
        for kind in evidence.KINDS:
            pieces = [m["words"] for m in row["moments"] if m["kind"] == kind]
            if kind != "all_parts":
                yield _one(row, kind, pieces, quotes.get(kind, []))


def _rows(name: str) -> list[dict]:
    text = (MOMENTS / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)["answers"]


def _told(row: dict) -> Told:
    question = Question(id=row["id"], text=row["question"])
    return told(judge_words(transcript_of(row["text"]), Given(question, stem="01")))


def _one(row: dict, kind: str, pieces: Sequence[str], quotes: Sequence[str]) -> Judged:
    spans = [_around(piece, row["text"]) for piece in pieces]
    told_at = [_span(quote, row["text"]) for quote in quotes]
    right = [any(_touch(at, s) for s in spans) for at in told_at]
    heard = [any(_touch(at, s) for at in told_at) for s in spans]
    if kind in ONCE:
        heard = [any(heard)] if heard else []
    return Judged(
        row["id"],
        kind,
        tuple(q for q, ok in zip(quotes, right, strict=True) if ok),
        tuple(q for q, ok in zip(quotes, right, strict=True) if not ok),
        tuple(p for p, ok in zip(pieces, heard, strict=False) if not ok),
        sum(heard),
    )


def _parts(id: str, all_there: bool, quotes: Sequence[str]) -> Judged:
    said = bool(quotes)
    return Judged(
        id,
        "all_parts",
        tuple(quotes[:1]) if said and all_there else (),
        tuple(quotes[:1]) if said and not all_there else (),
        ("all parts",) if all_there and not said else (),
        int(said and all_there),
    )


def _span(piece: str, text: str) -> tuple[int, int]:
    """Where a piece of an answer stands in it, in words."""
    words, wanted = _plain(text), _plain(piece)
    for start in range(len(words) - len(wanted) + 1):
        if words[start : start + len(wanted)] == wanted:
            return start, start + len(wanted)
    raise ValueError(f"{piece!r} does not stand in its answer")


def _around(piece: str, text: str) -> tuple[int, int]:
    """Where the sentence around some labelled words stands."""
    text = " ".join(text.split())
    at = text.index(piece)
    start = max(text.rfind(mark, 0, at) for mark in (". ", "? ", "! ")) + 1
    ends = [text.find(mark, at + len(piece) - 1) for mark in ".?!"]
    whole = text[start : min((e for e in ends if e >= 0), default=len(text))]
    long = len(_plain(whole)) > LONGEST_SENTENCE_WORDS
    return _span(piece if long else whole, text)


def _plain(text: str) -> list[str]:
    """Words without hesitations: a quote has none."""
    return [w for w in re.findall(r"[\w'’%]+", text.lower()) if w not in HESITATIONS]


def _touch(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def silences(name: str) -> dict[str, tuple[int, int]]:
    """Kind: (answers of which "I did not hear it" is true, and all told so), had each
    answer been to a question that calls for it."""
    calling = {k: c for c, kinds in evidence.CALLED_FOR.items() for k in kinds}
    found: dict[str, list[bool]] = {kind: [] for kind in calling}
    for row in _rows(name):
        if "moments" not in row:
            continue
        there = {m["kind"] for m in row["moments"]}
        answer = _told(row)
        for kind, competency in calling.items():
            question = answer.turn.question.model_copy(
                update={"competency": competency}
            )
            turn = answer.turn.model_copy(update={"question": question})
            _, absent = evidence.find([replace(answer, turn=turn)])
            if kind in absent:
                found[kind].append(kind not in there)
    return {kind: (sum(said), len(said)) for kind, said in found.items()}


@cache
def scores(name: str) -> dict[str, Score]:
    """Counts of each kind over a set, and of all kinds together."""
    rows = list(judged(name))
    by_kind = {k: [r for r in rows if r.kind == k] for k in evidence.KINDS}
    return {k: _sum(found) for k, found in (*by_kind.items(), ("all kinds", rows))}


def _sum(rows: Sequence[Judged]) -> Score:
    right = sum(len(r.right) for r in rows)
    heard = sum(r.heard for r in rows)
    return Score(
        right=right,
        quoted=right + sum(len(r.wrong) for r in rows),
        heard=heard,
        labelled=heard + sum(len(r.missed) for r in rows),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="list what is told wrong")
    parser.add_argument("--building-only", action="store_true")
    given = parser.parse_args()
    names = SETS[:1] if given.building_only else SETS
    figures: dict[str, float] = {}
    lines = ["| set | kind | right of those quoted | quoted of those there |"]
    lines.append("|---|---|---:|---:|")
    for name in names:
        for kind, one in scores(name).items():
            key = f"{name}_{kind.replace(' ', '_')}"
            figures[f"{key}_precision"] = round(one.precision, 3)
            figures[f"{key}_recall"] = round(one.recall, 3)
            right = _share(one.right, one.quoted)
            lines.append(
                f"| {name} | {kind} | {right} | {_share(one.heard, one.labelled)} |"
            )
        for row in judged(name) if given.wrong else ():
            for what, texts in (("WRONG", row.wrong), ("missed", row.missed)):
                for text in texts:
                    print(name, row.id, row.kind, what, "|", text)
    lines += ["", "| set | told to be absent | and it is |", "|---|---|---:|"]
    for name in names:
        for kind, (right, said) in silences(name).items():
            lines.append(f"| {name} | {kind} | {_share(right, said)} |")
    print("\n".join(lines))
    targets = {f"{n}_all_kinds_precision": [">=", LEAST_PRECISION] for n in names}
    met = all(figures[key] >= least for key, (_, least) in targets.items())
    if not given.building_only:
        _write(lines)
    result = {"benchmark": "moments", "figures": figures}
    print(json.dumps({**result, "targets": targets, "met": met}))


def _share(right: int, n: int) -> str:
    if not n:
        return "none"
    low, high = wilson(right, n)
    return f"{right}/{n} = {right / n:.2f} ({low:.2f} to {high:.2f})"


def _write(lines: list[str]) -> None:
    before, mark, _ = PAGE.read_text(encoding="utf-8").partition("<!-- figures -->")
    PAGE.write_text(before + mark + "\n\n" + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
