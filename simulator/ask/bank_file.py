"""One question bank's file: its text, its tables, and where each key stands.

tomllib forgets line numbers, and "questions[7].target_s" sends nobody to the right
place. So the text is scanned once more for table headers and keys: a mistake can then
be told as file, line and key, the way a compiler does.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LARGEST_BYTES = 1_000_000
"""A bank of a thousand questions has half of that; beyond it is another file."""

_HEADER = re.compile(r"^\s*\[\[\s*[\"']?questions[\"']?\s*\]\]")
_AT_LINE = re.compile(r" \(at line (\d+), column (\d+)\)$")


@dataclass(frozen=True)
class Mistake:
    """What is wrong, and where. `line` counts from 1; 0 is the file as a whole."""

    line: int
    key: str
    text: str

    def told(self, path: Path) -> str:
        """One line for a person: file, line, key, what is wrong."""
        where = f", line {self.line}" if self.line else ""
        key = f", key {self.key}" if self.key else ""
        return f"{path}{where}{key}: {self.text}"


@dataclass(frozen=True)
class BankFile:
    """A bank's tables as TOML has them, with the lines they come from."""

    tables: dict[str, Any]
    lines: tuple[str, ...]
    headers: tuple[int, ...]
    """Line (from 1) of each `[[questions]]`, in order."""

    def line_of(self, key: str, question: int | None = None, part: str = "") -> int:
        """Line of a key, at the top or in a question; of the header if not there.

        Args:
            key: the key's name.
            question: the question's position from 0, None for the top of the file.
            part: text of one entry of a list, to find its own line.
        """
        if question is None:
            first, last = 1, self.headers[0] - 1 if self.headers else len(self.lines)
        elif question < len(self.headers):
            first = self.headers[question]
            later = self.headers[question + 1 : question + 2]
            last = later[0] - 1 if later else len(self.lines)
        else:  # written as an inline table: questions = [{...}, ...]
            return self.line_of("questions")
        found = self._search(key, first, last)
        if found is None:
            return first
        if part:
            for line in range(found, last + 1):
                if part in self.lines[line - 1]:
                    return line
        return found

    def _search(self, key: str, first: int, last: int) -> int | None:
        pattern = re.compile(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*[=.]")
        table = re.compile(rf"^\s*\[+\s*[\"']?{re.escape(key)}[\"']?\s*[\].]")
        for line in range(first, last + 1):
            text = self.lines[line - 1]
            if pattern.match(text) or table.match(text):
                return line
        return None


def read(path: Path) -> BankFile | Mistake:
    """Read a bank's file; what is wrong with the file as such is a Mistake."""
    try:
        if not path.exists():
            return Mistake(0, "", "there is no such file")
        if not path.is_file():
            return Mistake(0, "", "this is not a file")
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        return Mistake(0, "", f"it cannot be read ({error})")
    if len(content) > LARGEST_BYTES:
        return Mistake(0, "", "it is larger than 1 MB, which no question bank is")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Mistake(line, "", "this is not UTF-8 text. Save the file as UTF-8.")
    return _parsed(text)


def _parsed(text: str) -> BankFile | Mistake:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _toml_mistake(text, str(error))
    except RecursionError:
        return Mistake(0, "", "its lists are nested too deeply")
    lines = tuple(text.split("\n"))
    headers = tuple(n for n, line in enumerate(lines, 1) if _HEADER.match(line))
    return BankFile(tables, lines, headers)


def _toml_mistake(text: str, message: str) -> Mistake:
    at = _AT_LINE.search(message)
    lines = text.split("\n")
    line = int(at[1]) if at else len(lines)
    said = _AT_LINE.sub("", message).removesuffix(" (at end of document)")
    written = lines[line - 1].strip() if line <= len(lines) else ""
    key = re.match(r"[\"']?([A-Za-z0-9_-]+)[\"']?\s*=", written)
    return Mistake(line, key[1] if key else "", f"this is not TOML: {said}")
