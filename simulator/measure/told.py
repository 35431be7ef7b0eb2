"""An answer as it is looked through: its sentences, and which tell a deed or an end.

Coverage, moments and company facts look through the same, so what counts as a deed is
settled once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.records import Turn, Word

from .denial import denied
from .sentences import Sentence, split, spoken
from .structure import DOUBTFUL_SHARE
from .structure.clauses import clauses
from .structure.deeds import deed, told_as_end

_FIRST_PERSON = frozenset(["i", "we"])


@dataclass(frozen=True)
class Told:
    """An answer as it is looked through."""

    turn: Turn
    words: Sequence[Word]
    sentences: tuple[Sentence, ...]
    deeds: frozenset[int]
    """Numbers of the sentences that tell of something the speaker did once."""
    ends: frozenset[int]
    """Numbers of those that tell what came of something."""
    told_ends: frozenset[int] = frozenset()
    """Of these, those that are worded as an end."""
    denied: frozenset[int] = frozenset()
    """Indices of the words that deny: they mention nothing."""

    @property
    def unclear(self) -> bool:
        """Whether so much was not understood that silence shows nothing."""
        real = [w for w in self.words if w.kind == "word"]
        doubtful = sum(w.doubtful for w in real)
        heard = self.turn.analysis.verdict == "assessable"
        return not heard or doubtful > DOUBTFUL_SHARE * len(real)


def told(turn: Turn) -> Told:
    """An answer made ready; linear in its words."""
    words = spoken(turn.transcript)
    sentences = split(turn.transcript)
    deeds: set[int] = set()
    worded: set[int] = set()
    found = clauses(words, sentences)
    for clause in found:
        number = sentence_of(clause.words[0], sentences)
        if deed(clause) and clause.predicate.subject in _FIRST_PERSON:
            deeds.add(number)
        if told_as_end(clause):
            worded.add(number)
    ends = set(worded)
    results = {p.text for p in turn.analysis.structure.result}
    for number, sentence in enumerate(sentences):
        if any(text in sentence.text or sentence.text in text for text in results):
            ends.add(number)
    return Told(
        turn=turn,
        words=words,
        sentences=sentences,
        deeds=frozenset(deeds),
        ends=frozenset(ends),
        told_ends=frozenset(worded),
        denied=denied(found),
    )


def sentence_of(index: int, sentences: Sequence[Sentence]) -> int:
    """The number of the sentence that holds a word."""
    return next(n for n, s in enumerate(sentences) if index <= s.words[-1])
