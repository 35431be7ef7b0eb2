"""TOML as a person would lay it out: lists of tables one line an item.

The standard library reads TOML and does not write it; what is written here is small.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

PLACES = 3
"""Of times: a millisecond."""
DIGITS = 5
"""Of measurements, significant: finer than any tolerance."""


def table(name: str, body: Mapping[str, Any]) -> str:
    """A table with its header; `values` becomes a table of its own."""
    values = body.get("values", {})
    lines = [f"[{name}]"]
    lines += [f"{k} = {value(v)}" for k, v in body.items() if k != "values"]
    if values:
        lines += ["", f"[{name}.values]"]
        lines += [f"{key} = {value(v)}" for key, v in values.items()]
    return "\n".join(lines) + "\n"


def tables(name: str, bodies: Sequence[Mapping[str, Any]]) -> str:
    """An array of tables."""
    blocks = [
        "\n".join([f"[[{name}]]", *(f"{k} = {value(v)}" for k, v in body.items())])
        for body in bodies
    ]
    return "\n\n".join(blocks) + "\n"


def key(name: str) -> str:
    """A key, quoted where it must be ("tiny.en")."""
    bare = name.isascii() and name.replace("_", "").isalnum()
    return name if bare else value(name)


def value(given: Any) -> str:
    """A TOML value; JSON's strings are TOML's, but for one sign."""
    match given:
        case str():
            return json.dumps(given, ensure_ascii=False).replace("\x7f", "\\u007f")
        case bool():
            return str(given).lower()
        case int() | float():
            return repr(given)
        case Mapping():
            inside = ", ".join(f"{key(k)} = {value(v)}" for k, v in given.items())
            long = any(isinstance(v, list | tuple) and v for v in given.values())
            return "{" + inside + "}" if not long else "{ " + inside + " }"
        case Sequence() if given and isinstance(given[0], Mapping):
            return "[\n" + "".join(f"  {value(item)},\n" for item in given) + "]"
        case _:
            return "[" + ", ".join(value(item) for item in given) + "]"


def significant(number: float) -> float:
    """Rounded to what is worth writing."""
    return float(f"{number:.{DIGITS}g}")


def time(seconds: float) -> float:
    """Rounded to a millisecond."""
    return round(seconds, PLACES)
