"""Clauses with their subject and verb: the grain at which an answer is judged.

One spoken sentence often holds a situation, an action and a result ("the till broke,
so I wrote receipts by hand and nobody had to wait"), so sentences are cut where a new
subject-and-verb begins. A full parser would be a large dependency; for "who did what,
and when" the nearest subject before the first finite verb is enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.measure.sentences import Sentence
from simulator.measure.stems import listed
from simulator.records import Word

from . import verbs
from .cuts import spans
from .plain_tokens import Token, tokens
from .predicate import Predicate, predicate

__all__ = ["Clause", "Token", "clauses", "tokens"]

_COMPLEMENT = listed("that which who where what how why if until unless because")
_WITHIN = _COMPLEMENT | listed(
    "since while when whenever although though after before as"
)
"""A clause that opens so lends its subject to no clause after it: "I found that we sent
it twice, and removed ...". Of a time, only where a comma ends it: "when the agency rang
and said ..." goes on about the agency."""


@dataclass(frozen=True)
class Clause:
    """One subject and verb with what belongs to them."""

    tokens: tuple[Token, ...]
    sentence: int
    predicate: Predicate
    place: float
    """Where it stands in the answer, 0 (start) to 1 (end), by words."""
    text: str
    """Plain words joined by single spaces, for the phrase lists."""
    asks: bool = False
    opens: bool = False
    """Whether it is the first of its sentence."""
    """Whether its sentence ends with a question mark."""

    @property
    def words(self) -> tuple[int, ...]:
        """Indices of the words, each once, in order."""
        return tuple(dict.fromkeys(t.word for t in self.tokens))


_ON_ONE = frozenset(["me", "us"])


def _drops_subject(texts: Sequence[str]) -> bool:
    """Whether a sentence begins with its verb, as in hasty talk: "Did CPR on him."; who
    told of themselves before is meant ("took me an hour" tells of a thing)."""
    on_one = len(texts) > 1 and texts[1] in _ON_ONE
    return len(texts) > 1 and verbs.is_past(texts[0]) and not on_one


def clauses(words: Sequence[Word], found: Sequence[Sentence]) -> tuple[Clause, ...]:
    """All clauses of an answer, in order. Linear in the words."""
    total = max(1, sum(len(s.words) for s in found))
    made: list[Clause] = []
    teller: Predicate | None = None
    seen = 0
    for number, one in enumerate(found):
        line = tokens(words, one.words)
        lender: Predicate | None = None
        for first, last in spans(line):
            piece = line[first:last]
            texts = [t.text for t in piece]
            dropped = first == 0 and _drops_subject(texts)
            here = predicate(texts, teller if dropped else lender)
            if here.subject in {"i", "we"} and not here.embedded:
                teller = here
            within = piece[0].text in (_WITHIN if piece[-1].comma else _COMPLEMENT)
            if lender is None or not within:
                lender = here
            place = (seen + first * len(one.words) / max(1, len(line))) / total
            text = " ".join(t.text for t in piece)
            asks = one.text.rstrip("\"'”’)").endswith("?")
            opens = first == 0
            made.append(Clause(tuple(piece), number, here, place, text, asks, opens))
        seen += len(one.words)
    return tuple(made)
