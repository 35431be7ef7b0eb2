"""Which words of an answer deny: "I have never used Excel".

A denial reaches as far as its clause, not its sentence: "I had never used Excel, so I
took a week and built the stock list in it" shows Excel. It goes on over a clause
within it ("I do not know what Kubernetes does") and over a wish ("... but I would love
to learn Kubernetes"); and where it points back ("the posting asks for Excel, but I have
never used it"), it takes back what the sentence said before, except what was done.
"""

import re
from collections.abc import Iterable
from itertools import groupby

from .structure.clauses import Clause
from .structure.deeds import deed

_DENIES = re.compile(
    r"\b(?:(?:have|had) (?:not|never)(?! (?:only|missed|failed|forgotten|lost)\b)"
    r"|never (?:used|worked|done|tried)|no (?:\w+ )?experience|not (?:used|worked)"
    r"|(?:do|did) not (?:have|know|use|speak))\b"
)
"""Never to have missed a deadline is no denial of deadlines."""
_WITHIN = re.compile(r"(?:that|which|who|whom|where|what|how|why|if|whether)\b")
_WISHES = re.compile(
    r"\b(?:would (?:like|love|enjoy|be (?:happy|glad|keen))|want to|hope to|plan to"
    r"|keen|eager|willing|happy to|look forward|looking forward|to learn)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:have|know|use|used|tried|done|with|of|in|on) (?:it|that|this|them|these"
    r"|those|one|either)\b"
)


def denied(found: Iterable[Clause]) -> frozenset[int]:
    """Indices of the words that a denial covers.

    Args:
        found: the clauses of an answer in their order, as `clauses` gives them.
    """
    words: set[int] = set()
    for _, sentence in groupby(found, key=lambda clause: clause.sentence):
        before: list[Clause] = []
        denies = False
        for clause in sentence:
            goes_on = _WITHIN.match(clause.text) or _WISHES.search(clause.text)
            if _DENIES.search(clause.text):
                denies = True
                if _POINTS_BACK.search(clause.text):
                    words.update(*(c.words for c in before if not _done(c)))
            else:
                denies = denies and bool(goes_on)
            if denies:
                words.update(clause.words)
            before.append(clause)
    return frozenset(words)


def _done(clause: Clause) -> bool:
    return deed(clause) and clause.predicate.subject in ("i", "we")
