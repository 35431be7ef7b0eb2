"""JSON out of a file that somebody else may have written.

Python's reader takes more than JSON has: NaN and Infinity (1e999 is one too), and half
of a surrogate pair. The first would stop a list, the second no page, database or file
can hold; neither may come further than here.
"""

import json
import math
from typing import Any


def loads(data: bytes) -> Any:
    """What the bytes say; half a character becomes U+FFFD.

    Raises:
        ValueError: it is no JSON, or holds a number that is none.
        RecursionError: it is nested deeper than anything of ours.
    """
    text = data.decode(json.detect_encoding(data))
    found = json.loads(text, parse_constant=_number, parse_float=_number)
    return _mended(found) if "\\u" in text else found


def _number(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"{text[:20]} is no number")
    return value


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_mended(item) for item in value]
    return value
