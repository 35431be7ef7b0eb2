"""A person's rulings laid over what was heard: words first, then what follows."""

from collections.abc import Callable

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
    """The words as people corrected them; times stay those that were measured.

    A rejected filler is no word of the answer. Several words in place of one share its
    time evenly.
    """
    said: dict[tuple[float | None, float | None], bool] = {
        (f.start_s, f.end_s): rulings.fillers[n]
        for n, f in enumerate(turn.analysis.fillers)
        if n in rulings.fillers and f.kind == "filled_pause" and f.start_s is not None
    }
    words: list[Word] = []
    for place, word in enumerate(turn.transcript.words):
        if place in rulings.words:
            words += _instead(word, rulings.words[place])
            continue
        is_filler = said.get((word.start_s, word.end_s))
        if word.kind != "filled_pause" or is_filler is None:
            words.append(word)
        elif is_filler:
            words.append(
                word.model_copy(update={"certainty": "sure", "why": BY_A_PERSON})
            )
    text = " ".join(word.text for word in words if word.kind == "word")
    return turn.transcript.model_copy(update={"words": tuple(words), "text": text})


def rule(turn: Turn, rulings: Rulings) -> Callable[[Analysis], Analysis]:
    """What becomes of the discourse markers, which the rules of language find.

    Filled pauses follow from the words; a marker is made of ordinary words, so what a
    person says about it is laid over what was found.
    """
    said = {
        (f.text, f.start_s): rulings.fillers[n]
        for n, f in enumerate(turn.analysis.fillers)
        if n in rulings.fillers and f.kind == "discourse_marker"
    }

    def ruled(found: Analysis) -> Analysis:
        if not said:
            return found
        kept = tuple(f for f in found.fillers if said.get(_key(f), True))
        dropped = len(found.fillers) - len(kept)
        fillers = tuple(_confirmed(f) if said.get(_key(f)) else f for f in kept)
        rates = tuple(
            _fewer(m, fillers) if dropped and m.name == "discourse_marker_rate" else m
            for m in found.measurements
        )
        return found.model_copy(update={"fillers": fillers, "measurements": rates})

    return ruled


def _key(filler: Filler) -> tuple[str, float | None]:
    return filler.text, filler.start_s


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
