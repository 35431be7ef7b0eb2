"""A measurement against the value or the interval that is expected of it."""

import math
from collections.abc import Mapping

from .expectation import Value
from .row import Row


def row(name: str, expected: Value, measured: Mapping[str, float | None]) -> Row:
    """The measurement of that name, compared.

    Args:
        name: of the measurement.
        expected: a value with its tolerance, an interval, or that it is unknown.
        measured: all measurements; None where a value cannot be known.
    """
    text = shown(expected)
    value = measured.get(name)
    if expected.unknown:
        known = value is not None
        return Row(name, text, f"{value:.4g}" if known else "unknown", float(known))
    if value is None:
        return Row(
            name, text, "unknown" if name in measured else "not measured", math.inf
        )
    low, high = expected.bounds
    off = max(low - value, value - high, 0.0)
    moved, used = "", 0.0
    if expected.value is not None:
        moved, used = _moved(expected.value, value, high - expected.value)
    elif off:
        moved = f"{off:.3g} {'below' if value < low else 'above'}"
    return Row(name, text, f"{value:.4g}", off, moved, used)


def _moved(expected: float, value: float, room: float) -> tuple[str, float]:
    change = value - expected
    if abs(change) < 5e-4 * max(1.0, abs(expected)):
        return "", 0.0
    share = f" ({change / expected:+.1%})" if expected else ""
    return f"{change:+.3g}{share}", abs(change) / room if room else math.inf


def shown(expected: Value) -> str:
    """A value and its tolerance in a few signs."""
    if expected.unknown:
        return "unknown"
    if expected.value is None:
        low, high = expected.bounds
        if math.isinf(high):
            return f"at least {low:.4g}"
        return f"at most {high:.4g}" if math.isinf(low) else f"{low:.4g} to {high:.4g}"
    if expected.relative is not None:
        return f"{expected.value:.4g} ± {100 * expected.relative:.3g} %"
    return f"{expected.value:.4g} ± {expected.absolute:.3g}"
