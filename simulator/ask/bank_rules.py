"""What a question bank must hold; every breach is found at once, none stops the rest.

The record `Question` has the final word on types; the rules here add what only matters
when a person wrote the file: names that can stand in a file name, questions that a
listener can hold in mind, lengths a person can speak for, no key that is silently
ignored because it was misspelt.
"""

import difflib
import math
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from simulator.records import AnswerPart, Bank, QuestionKind

from .bank_file import BankFile, Mistake
from .speakable import speakable

KINDS: tuple[str, ...] = get_args(QuestionKind)
PARTS: tuple[str, ...] = get_args(AnswerPart)

ID_PATTERN = r"[a-z0-9][a-z0-9-]{0,39}"
"""Ids become parts of file names ("01-conflict.flac") on every platform."""

LANGUAGE_PATTERN = r"[a-z]{2,3}"

LONGEST_TEXT = 600
"""Characters: 45 s of speech. Nobody remembers the beginning of a longer question."""

SHORTEST_S, LONGEST_S = 10.0, 600.0
"""Below 10 s there is no answer to speak of; ten minutes is a talk."""

MOST_QUESTIONS = 1000
MOST_ENTRIES = 40

Check = Callable[[Any], str]
"""A value in, what is wrong with it out; "" if nothing is."""


def mistakes(file: BankFile) -> Iterator[Mistake]:
    """Everything wrong with a bank's tables, in the order of the file."""
    top = dict(file.tables)
    questions = top.pop("questions", None)
    yield from _keys(top, _TOP, file, None)
    if "title" not in top:
        yield Mistake(1, "title", "is missing: every bank has a title")
    if not isinstance(questions, list) or not questions:
        line = file.line_of("questions")
        yield Mistake(line, "questions", "there must be at least one [[questions]]")
        return
    if len(questions) > MOST_QUESTIONS:
        line = file.line_of("questions", MOST_QUESTIONS)
        yield Mistake(line, "questions", f"more than {MOST_QUESTIONS} questions")
        return
    for number, question in enumerate(questions):
        yield from _question(question, number, file)
    yield from _twice(questions, file)


def _question(question: Any, number: int, file: BankFile) -> Iterator[Mistake]:
    if not isinstance(question, dict):
        line = file.line_of("questions")
        yield Mistake(line, "questions", f"{_shown(question)} is not a table")
        return
    for key in ("id", "text"):
        if key not in question:
            line = file.line_of(key, number)
            yield Mistake(line, key, "is missing; every question needs one")
    yield from _keys(question, _QUESTION, file, number)


def _keys(
    table: Mapping[str, Any],
    checks: Mapping[str, Check],
    file: BankFile,
    question: int | None,
) -> Iterator[Mistake]:
    for key, value in table.items():
        line = file.line_of(key, question)
        if key not in checks:
            yield Mistake(line, key, _unknown(key, checks))
        elif wrong := checks[key](value):
            yield Mistake(line, key, wrong)


def _twice(questions: list[Any], file: BankFile) -> Iterator[Mistake]:
    """Two questions of one id would overwrite each other's recordings."""
    for key in ("id", "text"):
        seen: dict[str, int] = {}
        for number, question in enumerate(questions):
            value = question.get(key) if isinstance(question, dict) else None
            if not isinstance(value, str):
                continue
            if value in seen:
                line = file.line_of(key, number)
                yield Mistake(
                    line, key, f"{_shown(value)} stands in line {seen[value]} already"
                )
            seen.setdefault(value, file.line_of(key, number))


def _unknown(key: str, checks: Mapping[str, Check]) -> str:
    names = (*checks, "questions") if checks is _TOP else tuple(checks)
    near = difflib.get_close_matches(key, names, n=1)
    hint = f"did you mean {near[0]}?" if near else f"known are {', '.join(names)}"
    return f"is not a key of a bank here; {hint}"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _prose(value: Any) -> str:
    if not isinstance(value, str):
        return f"{_shown(value)} is not text; write it in quotes"
    if len(value) > LONGEST_TEXT:
        return f"has {len(value)} characters; at most {LONGEST_TEXT} can be followed"
    return "" if not value or speakable(value) else "has nothing that can be said"


def _said(value: Any) -> str:
    return _prose(value) or ("" if value else "is empty")


def _matching(pattern: str, what: str) -> Check:
    def check(value: Any) -> str:
        if isinstance(value, str) and re.fullmatch(pattern, value):
            return ""
        return f"{_shown(value)} must be {what}"

    return check


def _kind(value: Any) -> str:
    if isinstance(value, str) and value in KINDS:
        return ""
    near = difflib.get_close_matches(str(value), KINDS, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return f"{_shown(value)} must be one of {', '.join(KINDS)}{hint}"


def _length(value: Any) -> str:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and math.isfinite(value) and SHORTEST_S <= value <= LONGEST_S:
        return ""
    return f"{_shown(value)} must be seconds, {SHORTEST_S:g} to {LONGEST_S:g}"


def _list(entry_wrong: Check) -> Check:
    def check(value: Any) -> str:
        if not isinstance(value, list):
            return f'{_shown(value)} is not a list; write ["...", "..."]'
        if len(value) > MOST_ENTRIES:
            return f"has {len(value)} entries; at most {MOST_ENTRIES} make sense"
        for number, entry in enumerate(value, 1):
            if wrong := entry_wrong(entry):
                return f"entry {number} {wrong}"
        return ""

    return check


def _concept(value: Any) -> str:
    wrong = _said(value)
    if not wrong and not all(way.strip() for way in value.split("|")):
        return f"{_shown(value)} has nothing between two |, or at an end"
    return wrong


def _probe(value: Any) -> str:
    if not isinstance(value, dict):
        return _said(value)
    if set(value) != {"text", "asks"}:
        return f'{_shown(value)} must be {{ text = "...", asks = "..." }}'
    asks = value["asks"]
    if not isinstance(asks, str) or asks not in PARTS:
        near = difflib.get_close_matches(str(asks), PARTS, n=1)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        return f"asks {_shown(asks)}, which must be one of {', '.join(PARTS)}{hint}"
    return _said(value["text"])


_ID = _matching(ID_PATTERN, "small letters, digits and -, at most 40 of them")
_TOP: dict[str, Check] = {
    "id": _ID,
    "title": _said,
    "description": _prose,
    "language": _matching(LANGUAGE_PATTERN, 'a language code such as "en"'),
}
_QUESTION: dict[str, Check] = {
    "id": _ID,
    "text": _said,
    "kind": _kind,
    "competency": _prose,
    "target_s": _length,
    "concepts": _list(_concept),
    "probes": _list(_probe),
    "rephrase": _prose,
}


def schema() -> dict[str, Any]:
    """JSON Schema of a bank's file, for editors that complete and check TOML."""
    made = Bank.model_json_schema()
    question = made["$defs"]["Question"]
    fields = question["properties"]
    fields["id"]["pattern"] = f"^{ID_PATTERN}$"
    for key in ("text", "rephrase", "competency"):
        fields[key]["maxLength"] = LONGEST_TEXT
    fields["text"]["minLength"] = 1
    fields["target_s"] |= {"minimum": SHORTEST_S, "maximum": LONGEST_S}
    for key in ("concepts", "probes"):
        fields[key]["maxItems"] = MOST_ENTRIES
    fields["concepts"]["items"]["minLength"] = 1
    fields["probes"]["items"]["anyOf"][0]["minLength"] = 1
    made["$defs"]["Probe"]["properties"]["text"] |= {
        "minLength": 1,
        "maxLength": LONGEST_TEXT,
    }
    top = made["properties"]
    top["id"]["pattern"] = f"^{ID_PATTERN}$"
    top["language"]["pattern"] = f"^{LANGUAGE_PATTERN}$"
    top["questions"] |= {"minItems": 1, "maxItems": MOST_QUESTIONS}
    made["required"] = ["title", "questions"]
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return made
