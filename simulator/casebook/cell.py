"""One cell of a table for spreadsheets."""

from typing import Any


def cell(value: Any) -> Any:
    """A spreadsheet would run text that begins like a formula."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    if isinstance(value, float):
        return round(value, 4)
    return "" if value is None else value
