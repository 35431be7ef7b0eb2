"""The sentences of an answer that speak of a thing, and whether a deed shows it.

Definition:
    mention     a sentence speaks of it, in the given words or their kin; a denial ("I
                have never used it") is none
    example     the mention stands in, or beside, a thing the speaker did once
    result      the same answer tells what came of it soon after
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.records import Quote, Requirement

from . import sounding
from .naming import found_in, indexed, line_of
from .told import Told, sentence_of

BEHIND, AHEAD = 2, 4
"""Sentences between a mention and the deed that shows it, before and after: people name
a thing, set the scene and tell what they did, or name it right after."""
UNTIL_RESULT = 6
"""Sentences after a mention within which what came of it is told."""

_HABIT = re.compile(
    r"\b(?:usually|always|often|generally|normally|every (?:day|week|time)|i would"
    r"|i am|i'm|i like|i love|i enjoy|i believe|i think|you need|is important)\b",
    re.IGNORECASE,
)
_ACQUIRED = re.compile(
    r"\b(?:passed|qualified|graduated|obtained|got|earned|completed|finished|studied"
    r"|took|hold|received|gained)\b"
    r"[^.]{0,40}\b(?:degree|test|exam|course|licence|license|certificate|diploma|as an?"
    r"|in (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""To have learned a thing is no time at which it was done."""
_LASTING = re.compile(
    r"\b(?:i|we)(?:'ve| have)(?: \w+)? \w+[^.]{0,40}\b(?:since"
    r"|for (?:\w+ ){1,3}(?:years"
    r"|months))\b",
    re.IGNORECASE,
)
"""How long, not one time: "I have driven buses for six years"."""


@dataclass(frozen=True)
class Mention:
    """A sentence that speaks of a thing."""

    told: Told
    number: int
    sure: bool
    """Whether every word that makes it one was heard clearly."""

    @property
    def quote(self) -> Quote:
        """The sentence as evidence."""
        passage = self.told.sentences[self.number].passage
        return Quote(stem=self.told.turn.stem, passage=passage)

    @property
    def example(self) -> bool:
        """Whether a deed stands here or close by."""
        told, n = self.told, self.number
        if _ACQUIRED.search(told.sentences[n].text):
            return False
        lasting = _LASTING.search(told.sentences[n].text)
        if n in told.deeds and not lasting:
            return True
        if not lasting and _HABIT.search(told.sentences[n].text):
            return False
        story = told.turn.analysis.structure.kind == "story"
        return story and any(-BEHIND <= k - n <= AHEAD for k in told.deeds - {n})

    @property
    def result(self) -> bool:
        """Whether what came of it is told, here or soon after."""
        return self.example and any(
            self.number <= k <= self.number + UNTIL_RESULT for k in self.told.ends
        )


def speaks_of(requirement: Requirement, text: str) -> bool:
    """Whether a text mentions a requirement."""
    return found_in(requirement.ways or (requirement.text,), line_of(text)) is not None


def mentions(ways: Sequence[str], answer: Told) -> list[Mention]:
    """The sentences of an answer that speak of a thing.

    A thing of two words may be spread over two sentences: "our grant was ending. I
    wrote the application" speaks of writing a grant application.
    """
    alone = [_mention(ways, answer, (n,)) for n in range(len(answer.sentences))]
    found = [mention for mention in alone if mention is not None]
    longer = [way for way in ways if len(way.split()) > 1]
    for name in sounding.names(ways):
        apart = sounding.spelled(name, answer.words)
        if apart is not None and not answer.denied & set(apart):
            sure = not any(answer.words[n].doubtful for n in apart)
            number = sentence_of(apart[0], answer.sentences)
            found.append(Mention(answer, number, sure))
    taken = {mention.number for mention in found}
    for n in range(len(answer.sentences) - 1 if longer else 0):
        if not taken & {n, n + 1}:
            spread = _mention(longer, answer, (n, n + 1))
            found += [spread] if spread is not None else []
    return found


def _mention(
    ways: Sequence[str], answer: Told, numbers: tuple[int, ...]
) -> Mention | None:
    sentences = [answer.sentences[n] for n in numbers]
    words = [n for s in sentences for n in s.words if n not in answer.denied]
    line, at = indexed(answer.words, words)
    places = found_in(ways, line)
    if places is None:
        return None
    sure = not any(answer.words[at[place]].doubtful for place in places)
    return Mention(answer, numbers[-1], sure)
