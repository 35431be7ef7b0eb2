"""Question banks: found by name, checked whole, loaded as records.

A bank is a TOML file that a person writes (docs/question_banks.md). It is validated
where it enters, with every mistake told at once as file, line and key; what comes out
is trusted. The user's own banks lie in `banks/` of their config folder and win over a
shipped bank of the same name.
"""

import difflib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simulator import resources
from simulator.errors import BankError
from simulator.records import Bank

from . import bank_file, bank_rules
from .speakable import speakable

SCHEMA_FILE = "bank.schema.json"
"""Beside the banks; `#:schema ./bank.schema.json` leads TOML editors (taplo) to it."""


@dataclass(frozen=True)
class Available:
    """A bank that can be named."""

    name: str
    path: Path
    yours: bool
    """In the user's config folder, not shipped."""
    title: str
    questions: int
    """How many; 0 where the bank has mistakes."""
    mistakes: int


def load(name_or_path: str | Path) -> Bank:
    """Read a bank by its name ("behavioural") or its path ("my/bank.toml").

    Raises:
        BankError: not found, or with mistakes: the first as file, line and key, and how
            to see all.
    """
    path = _find(name_or_path)
    bank, problems = _checked(path)
    if bank is not None:
        return bank
    more = len(problems) - 1
    check = f"mock-interview banks validate {path}"
    if not path.is_file():
        next_step = f"Choose from {_names()}, or name a .toml file."
    elif more:
        next_step = f"There are {more} more; see all with: {check}"
    else:
        next_step = f"Mend it, then check with: {check}"
    raise BankError(problems[0], next_step)


def validate(path: str | Path) -> list[str]:
    """Every mistake of a bank's file, one line each: file, line, key, what is wrong.

    An empty list is a good bank.
    """
    return _checked(Path(path))[1]


def available() -> list[Available]:
    """Banks that `load` finds by name, the user's first; each name once."""
    found: dict[str, Available] = {}
    for path, yours in _files():
        if path.stem not in found:
            bank, problems = _checked(path)
            found[path.stem] = Available(
                name=path.stem,
                path=path,
                yours=yours,
                title=bank.title if bank else "",
                questions=len(bank.questions) if bank else 0,
                mistakes=len(problems),
            )
    return sorted(found.values(), key=lambda bank: (not bank.yours, bank.name))


def schema() -> dict[str, Any]:
    """JSON Schema of a bank's file, for editors."""
    return bank_rules.schema()


def schema_text() -> str:
    """What stands in `bank.schema.json`: the schema as people and editors read it."""
    return json.dumps(schema(), indent=2) + "\n"


def new(path: str | Path, title: str) -> Path:
    """Write a commented starter bank; a bare name lands in the user's `banks/`.

    The JSON Schema that its first line names is laid beside it for editors, unless
    there is one.

    Returns:
        Where it was written.

    Raises:
        BankError: the title is empty, the file is there already or cannot be written.
    """
    said = speakable(title)
    if not said:
        raise BankError(f"{title!r} is no title", "Give the bank a title of words.")
    place = Path(path)
    if place.name == str(path):
        place = _own_folder() / place
    place = place.with_suffix(".toml")
    text = _STARTER.replace("TITLE", json.dumps(said, ensure_ascii=False))
    if place.exists():
        raise BankError(
            f"{place} is there already", "Choose another name, or edit that file."
        )
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8") as file:
            file.write(text)
        beside = place.parent / SCHEMA_FILE
        if not beside.exists():
            beside.write_text(schema_text(), encoding="utf-8")
    except (OSError, ValueError) as error:
        raise BankError(
            f"{place} cannot be written ({error})", "Choose another place."
        ) from error
    return place


def _checked(path: Path) -> tuple[Bank | None, list[str]]:
    file = bank_file.read(path)
    if isinstance(file, bank_file.Mistake):
        return None, [file.told(path)]
    found = sorted(bank_rules.mistakes(file), key=lambda mistake: mistake.line)
    if found:
        return None, [mistake.told(path) for mistake in found]
    return Bank.model_validate({"id": path.stem, **file.tables}), []


def _find(name_or_path: str | Path) -> Path:
    asked = str(name_or_path)
    if isinstance(name_or_path, str) and Path(asked).name == asked:
        for path, _ in _files():
            if path.stem == asked:
                return path
    if isinstance(name_or_path, Path) or Path(asked).suffix == ".toml":
        return Path(asked)
    if any(mark in asked for mark in "/\\"):
        return Path(asked)
    near = difflib.get_close_matches(asked, [path.stem for path, _ in _files()], n=1)
    raise BankError(
        f"There is no question bank named {asked[:60]!r}",
        f"Did you mean {near[0]}?"
        if near
        else f"Choose from {_names()}, or name a .toml file.",
    )


def _names() -> str:
    return ", ".join(sorted({path.stem for path, _ in _files()}))


def _files() -> Iterator[tuple[Path, bool]]:
    places = ((_own_folder(), True), (resources.shipped("question_banks"), False))
    for folder, yours in places:
        for path in sorted(folder.glob("*.toml")):
            yield path, yours


def _own_folder() -> Path:
    return resources.config_folder() / "banks"


_STARTER = """\
#:schema ./bank.schema.json
#
# A question bank. Check it with: mock-interview banks validate THIS_FILE
# Rehearse with it:            mock-interview rehearse --bank NAME
# Everything that can stand here: docs/question_banks.md

title = TITLE
description = ""

[[questions]]
id = "about-you"                  # small letters, digits, -; names the recording
text = "Tell me about yourself."  # as it is spoken: short, one thing at a time
kind = "self"  # or: story, opinion, situational, technical, asking
competency = "introduction"
target_s = 90                     # how many seconds a good answer takes

# What a good answer speaks of. Ways to say one thing stand between |.
concepts = [
    "now|currently|these days",
    "before|previously|started out",
    "next|looking for|would like",
]
probes = ["What in all of that matters most for this job?"]   # follow-up questions
rephrase = "Who are you at work, and how did you get here?"   # said when asked again

[[questions]]
id = "difficult-task"
text = "Tell me about a task that turned out harder than you expected. What did you do?"
kind = "story"
competency = "problem solving"
target_s = 120
concepts = [
    "harder|difficult|unexpected",
    "tried|changed|asked",
    "result|in the end|finished",
]
# Follow-up questions; "asks" says which missing part one is put for.
probes = [
    "Who else noticed?",
    { text = "How did they take it in the end?", asks = "result" },
]
rephrase = "Think of something that was harder than it looked. How did you get it done?"
"""
