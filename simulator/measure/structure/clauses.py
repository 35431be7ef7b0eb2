"""Clauses with their subject and verb: the grain at which an answer is judged.

One spoken sentence often holds a situation, an action and a result ("the till broke,
so I wrote receipts by hand and nobody had to wait"), so sentences are cut where a new
subject-and-verb begins. A full parser would be a large dependency; for "who did what,
and when" the nearest subject before the first finite verb is enough.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from simulator.measure.sentences import Sentence
from simulator.measure.stems import listed
from simulator.records import Word

from . import asking, verbs
from .cuts import spans
from .plain_tokens import Token, tokens
from .predicate import Predicate, predicate

__all__ = ["Clause", "Token", "clauses", "tokens"]

_COMPLEMENT = listed("that which who where what how why if until unless because")
_WITHIN = _COMPLEMENT | listed(
    "since while when whenever although though after before as"
)
"""A clause that opens so lends its subject to no clause after it: "I found that we sent
it twice, and removed ...". Of a time (`_WITHIN`), only where a comma ends it: "when the
agency rang and said ..." goes on about the agency."""


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
    """Whether it is a question; see `asking`."""
    opens: bool = False
    """Whether it is the first of its sentence."""
    known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)
    """What was found out about it, so that many readers ask its words only once."""

    @property
    def words(self) -> tuple[int, ...]:
        """Indices of the words, each once, in order."""
        return tuple(dict.fromkeys(t.word for t in self.tokens))


_ON_ONE = frozenset(["me", "us"])
_OF_A_THING = frozenset(
    ["turned out", "paid off", "sold out", "worked out", "came out", "fell through"]
)
_WENT = frozenset(["worked", "went", "ran"])
_HOW = listed("well fine great okay ok live viral without like really brilliant a")
_LASTED = frozenset(["took", "lasted", "cost", "needed"])
_SPANS = listed(
    """
    minute minutes hour hours day days week weeks month months year years ages
    forever age second seconds night nights time
    """
)


def _drops_subject(texts: Sequence[str]) -> bool:
    """Whether a sentence begins with its verb, as in hasty talk: "Did CPR on him."; who
    told of themselves before is meant. "Took me an hour" tells of a thing, and before
    another past form the first is a name ("Alfred refused")."""
    if len(texts) < 2 or not verbs.is_past(texts[0]):
        return False
    after = texts[1]
    if after in _ON_ONE or f"{texts[0]} {after}" in _OF_A_THING:
        return False
    if texts[0] in _WENT and (after in _HOW or after.endswith("ly")):
        return False  # "worked perfectly" is said of what was done
    if texts[0] in _LASTED and any(t in _SPANS for t in texts[1:5]):
        return False  # "took three hours to mend"
    return not (verbs.is_past(after) or after in verbs.BE_PAST | verbs.MODALS)


def clauses(words: Sequence[Word], found: Sequence[Sentence]) -> tuple[Clause, ...]:
    """All clauses of an answer, in order. Linear in the words."""
    total = max(1, sum(len(s.words) for s in found))
    made: list[Clause] = []
    teller: Predicate | None = None
    seen = 0
    for number, one in enumerate(found):
        line = tokens(words, one.words)
        lender: Predicate | None = None
        pieces: list[tuple[Sequence[Token], Predicate]] = []
        begins = len(made)
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
            pieces.append((piece, here))
            made.append(
                Clause(tuple(piece), number, here, place, text, opens=first == 0)
            )
        if one.text.rstrip("\"'”’)").endswith("?"):
            for n, question in enumerate(asking.asks(pieces), begins):
                made[n] = replace(made[n], asks=question, known={})
        seen += len(one.words)
    return tuple(made)
