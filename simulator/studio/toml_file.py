"""TOML that people write, read into a record: mistakes told as file, line and key."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from ..records import Record

LARGEST_BYTES = 500_000
"""A rubric or an assignment is a page or two."""

R = TypeVar("R", bound=Record)


def read(path: Path, model: type[R]) -> R | list[str]:
    """The record, or everything that is wrong with the file, a line each."""
    try:
        if not path.is_file():
            return [f"{path}: there is no such file"]
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            return [f"{path}: it is larger than {LARGEST_BYTES // 1000} kB"]
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except UnicodeDecodeError:
        return [f"{path}: this is not UTF-8 text. Save the file as UTF-8"]
    except tomllib.TOMLDecodeError as error:
        return [f"{path}: this is not TOML: {error}"]
    except RecursionError:
        return [f"{path}: its lists are nested too deeply"]
    except (OSError, ValueError) as error:
        return [f"{path}: it cannot be read ({error})"]
    try:
        return model.model_validate(tables)
    except ValidationError as error:
        problems = error.errors()
        return [
            _told(path, text, one) for one in problems if not _follows(one, problems)
        ]


def _follows(problem: Any, problems: Sequence[Any]) -> bool:
    """Whether it only follows from a mistake inside: a scale that is refused is also
    one too few."""
    where = problem["loc"]
    return any(
        len(other["loc"]) > len(where) and other["loc"][: len(where)] == where
        for other in problems
    )


def _told(path: Path, text: str, problem: Any) -> str:
    where = [part for part in problem["loc"] if part != "[key]"]
    key = ".".join(str(p + 1) if isinstance(p, int) else p for p in where)
    line = _line(text, where)
    wrong = problem["msg"].removeprefix("Value error, ")
    if problem["type"] == "extra_forbidden":
        wrong = "is not a key here"
    elif problem["type"] == "missing":
        wrong = "is missing"
    at = f", line {line}" if line else ""
    return f"{path}{at}" + (f", key {key}: {wrong}" if key else f": {wrong}")


def _line(text: str, where: list[Any]) -> int:
    """The line a value stands on, as nearly as tables and keys tell; 0 if unknown."""
    lines, at = text.split("\n"), 0
    for part, following in zip(where, [*where[1:], None], strict=False):
        if isinstance(part, int):
            continue
        name = re.escape(str(part))
        header = re.compile(rf"^\s*\[+\s*(?:[^\]]*\.)?[\"']?{name}[\"']?\s*\]")
        pair = re.compile(rf"^\s*[\"']?{name}[\"']?\s*[=.]")
        headers = [n for n in range(at, len(lines)) if header.match(lines[n])]
        if isinstance(following, int) and following < len(headers):
            at = headers[following]
            continue
        found = next((n for n in range(at, len(lines)) if pair.match(lines[n])), None)
        if found is None:
            found = headers[0] if headers else None
        if found is None:
            break
        at = found
    return at + 1 if where else 0
