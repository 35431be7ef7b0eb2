"""One made talk as it was measured, against its truth."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np

from simulator.measure.tokens import bare
from simulator.records import Pause, Turn

from .made_speech import Talk

DRAWS = 1000


@dataclass(frozen=True)
class Measured:
    """Errors of one talk: times in s, rates as shares of the true rate."""

    hit: int
    missed: int
    false: int
    """Pauses."""
    edges_s: tuple[float, ...]
    """Both edges of every pause that was hit, found less true."""
    places: tuple[tuple[str, str, float], ...]
    """(true place, found place, length in s) of every pause that was hit."""
    speech_rate: float
    articulation_rate: float
    latency_s: float
    starts_s: tuple[float, ...]
    ends_s: tuple[float, ...]
    """Of the words that begin and end a phrase, whose times are known exactly."""


def measured(talk: Talk, turn: Turn) -> Measured:
    """Compare what the product made of a talk with its truth."""
    truth, analysis = talk.truth, turn.analysis
    pairs = _pairs(truth.pauses, analysis.pauses)
    first_s, last_s = truth.phrases[0].start_s, truth.phrases[-1].end_s
    silent_s = sum(p.end_s - p.start_s for p in truth.pauses)
    starts_s, ends_s = _word_edges(talk, turn)
    return Measured(
        hit=len(pairs),
        missed=len(truth.pauses) - len(pairs),
        false=len(analysis.pauses) - len(pairs),
        edges_s=tuple(
            x
            for true, found in pairs
            for x in (found.start_s - true.start_s, found.end_s - true.end_s)
        ),
        places=tuple((a.place, b.place, a.end_s - a.start_s) for a, b in pairs),
        speech_rate=_off(
            turn, "speech_rate", 60 * len(truth.words) / (last_s - first_s)
        ),
        articulation_rate=_off(
            turn, "articulation_rate", talk.syllables / (last_s - first_s - silent_s)
        ),
        latency_s=_value(turn, "response_latency") - first_s,
        starts_s=starts_s,
        ends_s=ends_s,
    )


def _pairs(true: Sequence[Pause], found: Sequence[Pause]) -> list[tuple[Pause, Pause]]:
    """One to one, those that share most time first."""
    shared = sorted(
        (max(a.start_s, b.start_s) - min(a.end_s, b.end_s), i, j)
        for i, a in enumerate(true)
        for j, b in enumerate(found)
    )
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for apart_s, i, j in shared:
        if apart_s < 0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((true[i], found[j]))
    return pairs


def _value(turn: Turn, name: str) -> float:
    measurement = turn.analysis.measurement(name)
    unknown = measurement is None or measurement.value is None
    return float("nan") if unknown else float(measurement.value)  # type: ignore


def _off(turn: Turn, name: str, true: float) -> float:
    return _value(turn, name) / true - 1


def _word_edges(talk: Talk, turn: Turn) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Errors of the words beside silence, where they were understood."""
    begins: dict[int, float] = {}
    ends: dict[int, float] = {}
    said: list[str] = []
    for phrase in talk.truth.phrases:
        begins[len(said)] = phrase.start_s
        said += [bare(word) for word in phrase.text.split()]
        ends[len(said) - 1] = phrase.end_s
    words = [w for w in turn.transcript.words if w.kind == "word"]
    heard = [bare(w.text) for w in words]
    starts_off, ends_off = [], []
    for i, j, size in SequenceMatcher(None, said, heard, False).get_matching_blocks():
        for k in range(size):
            word = words[j + k]
            if i + k in begins:
                starts_off.append((word.start_s or 0.0) - begins[i + k])
            if i + k in ends:
                ends_off.append((word.end_s or 0.0) - ends[i + k])
    return tuple(starts_off), tuple(ends_off)


Figure = Callable[[Sequence[Measured]], float]


def f1(talks: Sequence[Measured]) -> float:
    """Of pauses."""
    hit = sum(t.hit for t in talks)
    return 2 * hit / max(1, sum(2 * t.hit + t.missed + t.false for t in talks))


def median_edge_s(talks: Sequence[Measured]) -> float:
    """Of the edges of pauses, without sign."""
    return float(np.median(np.abs([x for t in talks for x in t.edges_s])))


def edges_within(talks: Sequence[Measured], limit_s: float = 0.2) -> float:
    """Share of the edges of pauses."""
    return float(np.mean(np.abs([x for t in talks for x in t.edges_s]) <= limit_s))


def right_places(talks: Sequence[Measured]) -> float:
    """Share of the pauses from 0.35 s on whose place is told right."""
    told = [a == b for t in talks for a, b, length_s in t.places if length_s >= 0.35]
    return float(np.mean(told))


def far(errors: Sequence[float], share: float = 95) -> float:
    """The error that `share` percent stay within."""
    return float(np.percentile(np.abs(errors), share))


def word_edges(talks: Sequence[Measured]) -> list[float]:
    """Errors of all of them."""
    return [x for t in talks for x in (*t.starts_s, *t.ends_s)]


FIGURES: dict[str, Figure] = {
    "pause_f1": f1,
    "pause_edge_median_s": median_edge_s,
    "pause_edges_within_0_2_s": edges_within,
    "right_places": right_places,
    "speech_rate_error": lambda talks: far([t.speech_rate for t in talks], 50),
    "speech_rate_error_95": lambda talks: far([t.speech_rate for t in talks]),
    "articulation_rate_error": lambda t: far([x.articulation_rate for x in t], 50),
    "articulation_rate_error_95": lambda t: far([x.articulation_rate for x in t]),
    "latency_error_95_s": lambda talks: far([t.latency_s for t in talks]),
    "word_edge_median_s": lambda talks: far(word_edges(talks), 50),
    "word_edges_within_0_2_s": lambda talks: float(
        np.mean(np.abs(word_edges(talks)) <= 0.2)
    ),
}


def interval(figure: Figure, talks: Sequence[Measured]) -> tuple[float, float]:
    """95 % by bootstrap over talks."""
    draws = np.random.default_rng(1).integers(0, len(talks), (DRAWS, len(talks)))
    low, high = np.percentile(
        [figure([talks[k] for k in drawn]) for drawn in draws], [2.5, 97.5]
    )
    return float(low), float(high)
