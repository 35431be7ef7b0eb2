"""Anchored answers: what a weak, a fair and a strong answer sounds like, and why.

A level that is only described ("gives a good example") is understood differently by
everyone who reads it; a level with an answer beside it can be compared with one's own
(behaviourally anchored rating scales, Smith and Kendall 1963; structured interviews
rate on them). One set of three stands for each competency and kind of question. The
files lie in `question_banks/anchors/`, one a kind, so that no bank is listed for them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from simulator import resources
from simulator.errors import BankError
from simulator.records import Bank, Question, QuestionKind

from . import bank_file, bank_rules
from .bank_file import BankFile, Mistake

Level = Literal["weak", "fair", "strong"]
LEVELS: tuple[Level, ...] = get_args(Level)

FEWEST_WORDS, MOST_WORDS = 60, 120
"""Of an answer: 25 to 50 s of speech. Shorter cannot show a shape, longer is not
compared by anybody."""

_HEADER = re.compile(r"^\s*\[\[\s*anchors\s*\]\]")
_KEYS = ("competency", "question", "level", "answer", "why")


@dataclass(frozen=True)
class Anchor:
    """One answer that stands for a level."""

    kind: QuestionKind
    competency: str
    level: Level
    question: str
    """The question that it answers, as it is asked."""
    answer: str
    """As spoken, 60 to 120 words."""
    why: str
    """One sentence: what puts it on this level."""


def load(path: str | Path) -> tuple[Anchor, ...]:
    """Read one file of anchors, in its order.

    Raises:
        BankError: the first mistake, as file, line and key.
    """
    anchors, problems = _checked(Path(path))
    if problems:
        more = f" There are {len(problems) - 1} more." if problems[1:] else ""
        raise BankError(problems[0], f"Mend it, then read it again.{more}")
    return anchors


def validate(path: str | Path) -> list[str]:
    """Every mistake of a file of anchors, one line each: file, line, key, what."""
    return _checked(Path(path))[1]


@lru_cache(maxsize=1)
def shipped() -> tuple[Anchor, ...]:
    """All anchors that come with the product.

    Raises:
        BankError: a file has a mistake.
    """
    folder = resources.shipped("question_banks") / "anchors"
    return tuple(a for path in sorted(folder.glob("*.toml")) for a in load(path))


def fitting(question: Question) -> tuple[Anchor, ...]:
    """The weak, fair and strong answer for a question's kind and competency.

    Empty where there are none, as for a competency that somebody named themselves.
    """
    wanted = (question.kind, question.competency)
    found = [a for a in shipped() if (a.kind, a.competency) == wanted]
    return tuple(sorted(found, key=lambda anchor: LEVELS.index(anchor.level)))


def sets(bank: Bank) -> tuple[tuple[Anchor, ...], ...]:
    """Weak, fair and strong for each competency and kind of a bank, each set once.

    In the order of the bank's questions; pairs without anchors are left out.
    """
    found = {(q.kind, q.competency): fitting(q) for q in bank.questions}
    return tuple(three for three in found.values() if three)


def _checked(path: Path) -> tuple[tuple[Anchor, ...], list[str]]:
    read = bank_file.read(path)
    if isinstance(read, Mistake):
        return (), [read.told(path)]
    headers = tuple(n for n, line in enumerate(read.lines, 1) if _HEADER.match(line))
    file = replace(read, headers=headers)
    found = sorted(_mistakes(file), key=lambda mistake: mistake.line)
    if found:
        return (), [mistake.told(path) for mistake in found]
    kind = file.tables["kind"]
    return tuple(Anchor(kind=kind, **table) for table in file.tables["anchors"]), []


def _mistakes(file: BankFile) -> Iterator[Mistake]:
    kind = file.tables.get("kind")
    if kind not in bank_rules.KINDS:
        known = ", ".join(bank_rules.KINDS)
        line = file.line_of("kind")
        yield Mistake(line, "kind", f"{kind!r} must be one of {known}")
    for key in file.tables.keys() - {"kind", "anchors"}:
        yield Mistake(file.line_of(key), key, "is not a key here")
    tables = file.tables.get("anchors")
    if not isinstance(tables, list) or not tables:
        yield Mistake(file.line_of("anchors"), "anchors", "there are no [[anchors]]")
        return
    for number, table in enumerate(tables):
        yield from _of_one(table, number, file)
    yield from _sets(tables, file)


def _of_one(table: Any, number: int, file: BankFile) -> Iterator[Mistake]:
    if not isinstance(table, dict):
        yield Mistake(file.line_of("anchors"), "anchors", f"{table!r} is not a table")
        return
    for key in table.keys() - set(_KEYS):
        line = file.line_of(key, number)
        yield Mistake(line, key, f"is not a key here; known are {', '.join(_KEYS)}")
    for key in _KEYS:
        line = file.line_of(key, number)
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            yield Mistake(line, key, "is missing or not text; every anchor needs one")
        elif wrong := _wrong(key, value):
            yield Mistake(line, key, wrong)


def _wrong(key: str, value: str) -> str:
    if key == "level" and value not in LEVELS:
        return f"{value!r} must be one of {', '.join(LEVELS)}"
    if key == "answer":
        words = len(value.split())
        if not FEWEST_WORDS <= words <= MOST_WORDS:
            return f"has {words} words; {FEWEST_WORDS} to {MOST_WORDS} can be compared"
    if key == "why" and (not value.endswith(".") or re.search(r"[.?!] ", value)):
        return "must be one sentence with a full stop"
    return ""


def _sets(tables: list[Any], file: BankFile) -> Iterator[Mistake]:
    """Each competency has every level once, and all three answer one question."""
    sets: dict[str, list[tuple[int, Mapping[str, Any]]]] = {}
    for number, table in enumerate(tables):
        if isinstance(table, dict) and isinstance(table.get("competency"), str):
            sets.setdefault(table["competency"], []).append((number, table))
    for competency, members in sets.items():
        line = file.line_of("competency", members[0][0])
        levels = sorted(str(table.get("level")) for _, table in members)
        if levels != sorted(LEVELS):
            told = f"{competency!r} has {', '.join(levels)}; it needs each level once"
            yield Mistake(line, "level", told)
        if len({str(table.get("question")) for _, table in members}) > 1:
            told = f"the answers for {competency!r} must be to one question"
            yield Mistake(line, "question", told)
