"""What several measurements of one recording agree in, as one expectation.

The same weights write a few other words on another processor (`ways.py`). What moves
with it is no property of the product: a number is expected between the lowest and the
highest that was seen, a pause that only some find may be missing, and of what cannot be
bounded so nothing is expected.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from .expectation import Built, Expected, Fillers, Pauses, Silence, Value, Words
from .matching import match
from .word_errors import spelled, word_error_rate
from .writing import significant

LARGEST_WER = 0.3
"""Words that differ by more between processors are guesses: nothing is expected."""
WER_ROOM = 0.05
"""Above the largest difference seen: one that was not seen may write a word more."""
TOUCHING_S = 0.1
"""Pauses found on both sides of that are the same one."""
EDGE_ROOM_S = 0.02

Part = TypeVar("Part")


def agreed(parts: Sequence[Expected]) -> Expected:
    """One expectation that all of them meet; of a single one, itself.

    Args:
        parts: at least one; the first is the usual one.
    """
    usual = parts[0]
    if len(parts) == 1:
        return usual
    return Expected(
        verdict=_same(parts, lambda part: part.verdict),
        why=_same(parts, lambda part: part.why),
        words=_words([part.words for part in parts]),
        fillers=_fillers([part.fillers for part in parts]),
        markers=_fillers([part.markers for part in parts]),
        pauses=_pauses([part.pauses for part in parts]),
        events=_same(parts, lambda part: part.events),
        structure=_built([part.structure for part in parts]),
        found=_same(parts, lambda part: part.found),
        strength=_same(parts, lambda part: part.strength),
        advice=_same(parts, lambda part: part.advice),
        values={
            name: value
            for name in usual.values
            if (value := _value([part.values.get(name) for part in parts]))
        },
    )


def _same(parts: Sequence[Expected], of: Callable[[Expected], Part]) -> Part | None:
    first, *others = (of(part) for part in parts)
    return first if all(other == first for other in others) else None


def _words(parts: Sequence[Words | None]) -> Words | None:
    usual, *others = parts
    if usual is None:
        return None
    said = spelled(usual.text)
    rates = [word_error_rate(said, spelled(o.text)) for o in others if o is not None]
    worst = max(rates, default=0.0)
    if worst > LARGEST_WER:
        return None
    room = worst + WER_ROOM if worst else 0.0
    return Words(text=usual.text, wer_at_most=max(usual.wer_at_most, round(room, 2)))


def _fillers(parts: Sequence[Fillers | None]) -> Fillers | None:
    usual, *others = parts
    if usual is None:
        return None
    spans = [(f.start_s, f.end_s) for f in usual.at]
    for other in others:
        found = [(f.start_s, f.end_s) for f in other.at] if other else []
        matched = match(spans, found, usual.collar_s)
        if matched.missed or matched.extra:
            return None
    return usual


def _pauses(parts: Sequence[Pauses | None]) -> Pauses | None:
    usual, *others = parts
    if usual is None:
        return None
    at, worst_s = list(usual.at), 0.0
    for other in others:
        found = other.at if other else ()
        matched = match(
            [(p.start_s, p.end_s) for p in at],
            [(p.start_s, p.end_s) for p in found],
            TOUCHING_S,
        )
        for i, j in matched.pairs:
            mine, theirs = at[i], found[j]
            worst_s = max(
                worst_s,
                abs(mine.start_s - theirs.start_s),
                abs(mine.end_s - theirs.end_s),
            )
            if mine.place != theirs.place:
                at[i] = mine.model_copy(update={"place": ""})
        for i in matched.missed:
            at[i] = at[i].model_copy(update={"optional": True})
        at += [found[j].model_copy(update={"optional": True}) for j in matched.extra]
    within_s = max(usual.edges_within_s, round(worst_s + EDGE_ROOM_S, 2))
    return Pauses(at=tuple(sorted(at, key=_start_s)), edges_within_s=within_s)


def _start_s(pause: Silence) -> float:
    return pause.start_s


def _built(parts: Sequence[Built | None]) -> Built | None:
    usual, *others = parts
    if usual is None:
        return None
    agreed_on = {
        name: value
        for name, value in usual
        if all(other and getattr(other, name) == value for other in others)
    }
    return Built.model_validate(agreed_on)


def _value(found: Sequence[Value | None]) -> Value | None:
    """The usual value where all lie within its tolerance, else an interval."""
    usual, *others = found
    if usual is None or any(other is None for other in others):
        return None
    if any(value.unknown for value in found if value):
        return usual if all(value.unknown for value in found if value) else None
    if all(_holds(usual, other) for other in others if other):
        return usual
    bounds = [value.bounds for value in found if value]
    low, high = min(low for low, _ in bounds), max(high for _, high in bounds)
    return Value(low=significant(low), high=significant(high))


def _holds(usual: Value, other: Value) -> bool:
    low, high = usual.bounds
    return other.value is not None and low <= other.value <= high
