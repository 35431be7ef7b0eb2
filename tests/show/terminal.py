"""A terminal as small as the tests need: what a person would see after some output.

Knows what Rich's live view uses: cursor up, erase, carriage return, colours (dropped).
Any other control sequence is an error, so that nothing untrusted slips through.
"""

import re

_TOKEN = re.compile(r"\x1b\[\??([0-9;]*)([A-Za-z])|(\r)|(\n)|([^\x00-\x1f\x7f])")


class Terminal:
    """Rows of characters, a cursor, and what has scrolled off."""

    def __init__(self, columns: int = 80, lines: int = 24) -> None:
        self.columns = columns
        self.lines = lines
        self.rows: list[list[str]] = [[]]
        self.cursor_hidden = False
        self._row = 0
        self._column = 0

    def feed(self, output: str) -> None:
        """Obey what was written."""
        at = 0
        while at < len(output):
            token = _TOKEN.match(output, at)
            assert token, f"not for a terminal: {output[at : at + 20]!r}"
            at = token.end()
            parameters, command, carriage, newline, character = token.groups()
            if command:
                self._obey(command, parameters)
            elif carriage:
                self._column = 0
            elif newline:
                self._newline()
            else:
                self._put(character)

    @property
    def screen(self) -> str:
        """The lines a person sees now."""
        return "\n".join("".join(row).rstrip() for row in self.rows[-self.lines :])

    @property
    def everything(self) -> str:
        """The same with what has scrolled off."""
        return "\n".join("".join(row).rstrip() for row in self.rows)

    def _obey(self, command: str, parameters: str) -> None:
        number = int(parameters) if parameters.isdecimal() else 1
        if command == "A":
            top = max(0, len(self.rows) - self.lines)
            self._row = max(top, self._row - number)
        elif command == "K":
            assert parameters == "2"
            self.rows[self._row] = []
        elif command in "hl":
            assert parameters == "25"
            self.cursor_hidden = command == "l"
        else:
            assert command == "m", f"CSI {parameters}{command}"

    def _newline(self) -> None:
        self._row += 1
        self._column = 0
        if self._row == len(self.rows):
            self.rows.append([])

    def _put(self, character: str) -> None:
        if self._column >= self.columns:
            self._newline()
        row = self.rows[self._row]
        row.extend(" " * (self._column + 1 - len(row)))
        row[self._column] = character
        self._column += 1
