"""A person's rulings laid over what was heard: words first, then what follows."""

from collections import Counter
from collections.abc import Callable, Sequence

from .. import intervals
from ..records import (
    FILLED_PAUSES,
    Analysis,
    Filler,
    Measurement,
    Transcript,
    Turn,
    Word,
)
from ..studio.corrections import Rulings

BY_A_PERSON = "a person listened and confirmed it"

_EDGES = " .,;:!?…\"“”„()[]-–—'‘’"


def transcript(turn: Turn, rulings: Rulings) -> Transcript:
    """The words as people corrected them; times stay those that were measured."""
    said = tuple(word for place in words(turn, rulings) for word in place)
    text = " ".join(word.text for word in said if word.kind == "word")
    return turn.transcript.model_copy(update={"words": said, "text": text})


def words(turn: Turn, rulings: Rulings) -> list[list[Word]]:
    """For each measured word what stands in its place, as people corrected it.

    A rejected filler is no word of the answer. Several words in place of one share its
    time evenly.
    """
    said: dict[tuple[float | None, float | None], bool] = {
        (f.start_s, f.end_s): rulings.fillers[n]
        for n, f in enumerate(turn.analysis.fillers)
        if n in rulings.fillers and f.kind == "filled_pause" and f.start_s is not None
    }
    made: list[list[Word]] = []
    for place, word in enumerate(turn.transcript.words):
        is_filler = said.get((word.start_s, word.end_s))
        if place in rulings.words:
            made.append(_instead(word, rulings.words[place]))
        elif word.kind != "filled_pause" or is_filler is None:
            made.append([word])
        elif is_filler:
            sure = {"certainty": "sure", "why": BY_A_PERSON}
            made.append([word.model_copy(update=sure)])
        else:
            made.append([])
    return made


def rule(turn: Turn, rulings: Rulings) -> Callable[[Analysis], Analysis]:
    """What becomes of the discourse markers, which the rules of language find.

    Filled pauses follow from the words; a marker is made of ordinary words, so what a
    person says about it is laid over what was found.
    """
    known = turn.analysis.fillers
    said = {
        key: rulings.fillers[n]
        for n, (f, key) in enumerate(zip(known, _keys(known), strict=True))
        if n in rulings.fillers and f.kind == "discourse_marker"
    }

    def ruled(found: Analysis) -> Analysis:
        if not said:
            return found
        keyed = list(zip(found.fillers, _keys(found.fillers), strict=True))
        kept = [(f, key) for f, key in keyed if said.get(key, True)]
        dropped = len(keyed) - len(kept)
        fillers = tuple(_confirmed(f) if said.get(key) else f for f, key in kept)
        rates = tuple(
            _fewer(m, fillers) if dropped and m.name == "discourse_marker_rate" else m
            for m in found.measurements
        )
        return found.model_copy(update={"fillers": fillers, "measurements": rates})

    return ruled


_Key = tuple[str, float | None, int]


def _keys(fillers: Sequence[Filler]) -> list[_Key]:
    """What tells each one: its words, its time, and the how manieth such it is, which
    is all that tells those of a written answer apart.

    Times are rounded: a reply's were moved to its own clock and back.
    """
    seen: Counter[tuple[str, float | None]] = Counter()
    keys: list[_Key] = []
    for filler in fillers:
        at_s = None if filler.start_s is None else round(filler.start_s, 3)
        keys.append((filler.text, at_s, seen[filler.text, at_s]))
        seen[filler.text, at_s] += 1
    return keys


def _confirmed(filler: Filler) -> Filler:
    return filler.model_copy(update={"certainty": "sure", "why": BY_A_PERSON})


def _fewer(rate: Measurement, fillers: tuple[Filler, ...]) -> Measurement:
    """The rate of the markers that are left, over the same minutes."""
    if not rate.value or not rate.evidence:
        return rate
    minutes = len(rate.evidence) / rate.value
    times = {f.start_s for f in fillers if f.kind == "discourse_marker"}
    evidence = tuple(m for m in rate.evidence if m.start_s in times)
    low, high = intervals.rate(len(evidence), minutes)
    return rate.model_copy(
        update={
            "value": len(evidence) / minutes,
            "low": low,
            "high": high,
            "evidence": evidence,
        }
    )


def _instead(word: Word, text: str) -> list[Word]:
    pieces = text.split()
    made: list[Word] = []
    for n, piece in enumerate(pieces):
        start_s, end_s = _share(word, n, len(pieces))
        filler = piece.strip(_EDGES).lower() in FILLED_PAUSES
        made.append(
            Word(
                text=piece,
                start_s=start_s,
                end_s=end_s,
                probability=1.0,
                kind="filled_pause" if filler else "word",
                why=BY_A_PERSON if filler else "",
            )
        )
    return made


def _share(word: Word, n: int, count: int) -> tuple[float | None, float | None]:
    if word.start_s is None or word.end_s is None:
        return None, None
    step_s = (word.end_s - word.start_s) / count
    return word.start_s + n * step_s, word.start_s + (n + 1) * step_s
