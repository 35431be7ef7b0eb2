"""How transcripts are scored: filled pauses one to one, words without fillers.

A filled pause is hit where it overlaps a timed reference or begins within 0.3 s of it,
one to one; where the reference has no times, by aligning the two word sequences. "mm",
"hmm" and their like are left out of both sides (often a listener's sign).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from simulator import intervals

from . import confidence

FILLED_PAUSES = frozenset(
    ("um", "uh", "er", "erm", "uhm", "umm", "uhh", "ah", "eh", "euh", "äh", "ähm")
)
LEFT_OUT = frozenset(("mm", "mmm", "hm", "hmm", "mhm", "mm-hmm", "uh-huh"))
ONSET_S = 0.3
SAME = {"ok": "okay", "kay": "okay", "alright": "all right", "yknow": "you know"}
DRAWS = 2000

Event = tuple[str, float, float]


@dataclass(frozen=True)
class Hits:
    """Filled pauses of one recording."""

    hit: int
    missed: int
    false: int


@dataclass(frozen=True)
class Rate:
    """A value with its 95 % interval."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


def tokens(text: str) -> list[str]:
    """Words of a reference or a transcript, in one form, fillers too."""
    text = re.sub(r"\[[^\]]*\]|&-|<(hes|cutoff)-|[<>_]", "", text.lower())
    text = re.sub(r"[^a-zäöü0-9' -]", " ", text.replace("’", "'"))
    found = []
    for token in text.split():
        token = token.strip("'-")
        if token in LEFT_OUT:
            continue
        for part in SAME.get(token, token).replace("-", " ").split():
            found.append(SAME.get(part, part))
    return found


def spoken(text: str) -> list[str]:
    """Words without fillers."""
    return [t for t in tokens(text) if t not in FILLED_PAUSES and t not in LEFT_OUT]


def errors(reference: Sequence[str], found: Sequence[str]) -> int:
    """Edit distance in words."""
    return int(_table(reference, found)[-1][-1])


def timed_hits(reference: Sequence[Event], found: Sequence[Event]) -> Hits:
    """One to one, nearest onsets first."""
    pairs = sorted(
        (abs(a[1] - b[1]), i, j)
        for i, a in enumerate(reference)
        for j, b in enumerate(found)
        if abs(a[1] - b[1]) <= ONSET_S or (a[1] < b[2] and b[1] < a[2])
    )
    left: set[int] = set()
    right: set[int] = set()
    for _, i, j in pairs:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
    hit = len(left)
    return Hits(hit, len(reference) - hit, len(found) - hit)


def aligned_hits(reference: Sequence[str], found: Sequence[str]) -> Hits:
    """By aligning both word sequences, any filled pause being like any other."""
    a = ["~" if token in FILLED_PAUSES else token for token in reference]
    b = ["~" if token in FILLED_PAUSES else token for token in found]
    table = _table(a, b)
    i, j, hit = len(a), len(b), 0
    while i and j:
        if a[i - 1] == b[j - 1] and table[i][j] == table[i - 1][j - 1]:
            hit += a[i - 1] == "~"
            i, j = i - 1, j - 1
        elif table[i][j] == table[i - 1][j - 1] + 1:
            i, j = i - 1, j - 1
        elif table[i][j] == table[i - 1][j] + 1:
            i -= 1
        else:
            j -= 1
    return Hits(hit, a.count("~") - hit, b.count("~") - hit)


def precision(hits: Sequence[Hits]) -> float:
    """Hits among what was found; 1 where nothing was."""
    hit, found = sum(h.hit for h in hits), sum(h.hit + h.false for h in hits)
    return hit / found if found else 1.0


def recall(hits: Sequence[Hits]) -> float:
    """Hits among what there was; 1 where there was nothing."""
    hit, there = sum(h.hit for h in hits), sum(h.hit + h.missed for h in hits)
    return hit / there if there else 1.0


def f1(hits: Sequence[Hits]) -> float:
    """Harmonic mean of precision and recall."""
    p, r = precision(hits), recall(hits)
    return 2 * p * r / (p + r) if p + r else 0.0


def total(hits: Sequence[Hits]) -> Hits:
    """All of them as one."""
    return Hits(
        sum(h.hit for h in hits),
        sum(h.missed for h in hits),
        sum(h.false for h in hits),
    )


def rate(measure: Callable[[Sequence[Hits]], float], hits: Sequence[Hits]) -> Rate:
    """Precision, recall or F1 with its interval, which is the wider of two.

    Recordings drawn with replacement tell how far speakers differ, and nothing where
    all went well: of 22 in 22 they say 1.00 to 1.00. The exact interval tells how
    little 22 events are, and nothing of speakers.
    """
    draws = [measure([hits[k] for k in drawn]) for drawn in _draws(len(hits))]
    low, high = np.percentile(draws, [2.5, 97.5])
    least, most = _exact(measure, total(hits))
    return Rate(measure(hits), min(float(low), least), max(float(high), most))


def _exact(measure: Callable[[Sequence[Hits]], float], of: Hits) -> tuple[float, float]:
    if measure is precision:
        return confidence.share(of.hit, of.hit + of.false)
    if measure is recall:
        return confidence.share(of.hit, of.hit + of.missed)
    # F1 is no share, but hits / (hits + missed + false) is one, and F1 = 2s / (1 + s)
    # rises with it (Hand, Christen, Kirielle 2021, "F*", Machine Learning 110).
    low, high = confidence.share(of.hit, of.hit + of.missed + of.false)
    return 2 * low / (1 + low), 2 * high / (1 + high)


def per_minute(events: int, minutes: float) -> Rate:
    """Events a minute, with the exact interval of their number."""
    low, high = (end / max(1e-9, minutes) for end in intervals.poisson(events))
    return Rate(events / max(1e-9, minutes), low, high)


def error_rate(counts: Sequence[tuple[int, int]]) -> Rate:
    """(errors, words) of recordings as a rate, its interval the wider of two.

    As in `rate`; the exact one is of the number of errors, of which there can be more
    than words.
    """
    both = np.array(counts, float).reshape(-1, 2)
    drawn = both[_draws(len(counts))].sum(axis=1)
    rates = drawn[:, 0] / np.maximum(1, drawn[:, 1])
    low, high = np.percentile(rates, [2.5, 97.5])
    errors, words = (int(n) for n in both.sum(axis=0))
    least, most = (end / max(1, words) for end in intervals.poisson(errors))
    return Rate(errors / max(1, words), min(float(low), least), max(float(high), most))


def advantage(ours: Sequence[Hits], theirs: Sequence[Hits]) -> Rate:
    """Our F1 less theirs, on the same drawn recordings."""
    draws = [
        f1([ours[k] for k in drawn]) - f1([theirs[k] for k in drawn])
        for drawn in _draws(len(ours))
    ]
    low, high = np.percentile(draws, [2.5, 97.5])
    return Rate(f1(ours) - f1(theirs), float(low), float(high))


def _draws(count: int) -> "np.ndarray[tuple[int, int], np.dtype[np.int64]]":
    generator = np.random.default_rng(20240703)
    return generator.integers(0, count, size=(DRAWS, count))


def _table(a: Sequence[str], b: Sequence[str]) -> list[list[int]]:
    table = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            row.append(min(table[-1][j] + 1, row[-1] + 1, table[-1][j - 1] + (x != y)))
        table.append(row)
    return table
