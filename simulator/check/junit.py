"""JUnit XML, as CI systems read it: a test suite a run, a test case a comparison.

`classname` is the recording, `name` the measure. A known miss is `skipped`, with its
reason. What a decoding hangs on stands in the properties: when a number moves on one
runner only, its instructions or a library's version is the first suspect.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from ..errors import ExpectationError
from .row import Row
from .running import Checked

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def write(
    path: Path,
    checked: Sequence[Checked],
    errors: Mapping[str, str],
    state: Mapping[str, Any],
) -> None:
    """Write the file.

    Args:
        path: where.
        checked: every recording that was compared.
        errors: recordings that could not be, and why.
        state: what the decodings hang on (`Engine.state`).

    Raises:
        ExpectationError: it cannot be written.
    """
    tree = ElementTree.ElementTree(document(checked, errors, state))
    ElementTree.indent(tree)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        tree.write(path, encoding="utf-8", xml_declaration=True)
    except OSError as error:
        raise ExpectationError(f"{path} cannot be written ({error})") from error


def document(
    checked: Sequence[Checked], errors: Mapping[str, str], state: Mapping[str, Any]
) -> ElementTree.Element:
    """The XML."""
    rows = [row for one in checked for row in one.rows]
    counts = {
        "tests": str(len(rows) + len(errors)),
        "failures": str(sum(row.failed for row in rows)),
        "errors": str(len(errors)),
        "skipped": str(sum(row.outcome == "known_miss" for row in rows)),
        "time": f"{math.fsum(one.took_s for one in checked):.3f}",
    }
    root = ElementTree.Element("testsuites", counts)
    name = _clean(f"mock-interview check {state.get('model', '')}".strip())
    suite = ElementTree.SubElement(root, "testsuite", {"name": name, **counts})
    properties = ElementTree.SubElement(suite, "properties")
    for key, value in _flat(state):
        pair = {"name": _clean(key), "value": _clean(value)}
        ElementTree.SubElement(properties, "property", pair)
    for one in checked:
        for row in one.rows:
            _case(suite, one, row)
    for recording, problem in errors.items():
        case = {"classname": _clean(recording), "name": "check", "time": "0"}
        element = ElementTree.SubElement(suite, "testcase", case)
        ElementTree.SubElement(element, "error", {"message": _clean(problem)})
    return root


def _case(suite: ElementTree.Element, one: Checked, row: Row) -> None:
    named = {"classname": _clean(one.name), "name": _clean(row.name)}
    case = {**named, "time": f"{one.took_s / len(one.rows):.3f}"}
    element = ElementTree.SubElement(suite, "testcase", case)
    if row.outcome == "ok":
        return
    message = _clean(told(row))
    if row.outcome == "known_miss":
        ElementTree.SubElement(element, "skipped", {"message": message})
    else:
        kind = {"message": message, "type": row.outcome}
        ElementTree.SubElement(element, "failure", kind).text = message


def told(row: Row) -> str:
    """One row as a sentence."""
    moved = f" ({row.moved})" if row.moved else ""
    text = f"{row.name}: expected {row.expected}, measured {row.measured}{moved}"
    match row.outcome:
        case "known_miss":
            return f"{text}; known: {row.reason}"
        case "worse":
            return f"{text}; worse than the known miss ({row.reason})"
        case "passes_now":
            return f"{text}; no miss any more: take it out of known_misses"
        case _:
            return text


def _flat(state: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in state.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", str(value)


def _clean(text: str) -> str:
    return _UNWRITABLE.sub("?", text)
