"""What the answers say of what the job asks for: mentioned, shown, and with a result.

Definition:
    mentioned   a sentence speaks of it, in the words of the posting, their kin, or the
                other ways the requirement lists; a denial ("I have never used it") is
                none
    example     the mention stands in, or beside, a thing the speaker did once
    result      the same answer tells what came of it

Conventions: "asked, not heard", "not asked" and "uncertain" are kept apart, because
only the first is advice. A mention whose words were doubtful is uncertain, and so is
silence about a thing where much of the answer was not understood.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.records import (
    Coverage,
    Job,
    Quote,
    Requirement,
    Turn,
    Value,
    ValueShown,
    Word,
)

from . import sounding
from .denial import denied
from .naming import found_in, indexed, line_of
from .sentences import Sentence, split, spoken
from .structure import DOUBTFUL_SHARE
from .structure.clauses import clauses
from .structure.deeds import deed, told_as_end

BEHIND, AHEAD = 2, 4
"""Sentences between a mention and the deed that shows it, before and after: people name
a thing, set the scene and tell what they did, or name it right after."""
UNTIL_RESULT = 6
"""Sentences after a mention within which what came of it is told."""
QUOTES = 3

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
_STUDIED = re.compile(r"\b(?:studied|degree in|bachelor|majored)\b", re.IGNORECASE)
_LASTING = re.compile(
    r"\b(?:i|we)(?:'ve| have)(?: \w+)? \w+[^.]{0,40}\b(?:since"
    r"|for (?:\w+ ){1,3}(?:years"
    r"|months))\b",
    re.IGNORECASE,
)
"""How long, not one time: "I have driven buses for six years"."""
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


def told(turn: Turn) -> Told:
    """An answer made ready; linear in its words."""
    words = spoken(turn.transcript)
    sentences = split(turn.transcript)
    deeds: set[int] = set()
    worded: set[int] = set()
    found = clauses(words, sentences)
    for clause in found:
        number = _sentence_of(clause.words[0], sentences)
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
            number = _sentence_of(apart[0], answer.sentences)
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


def find(job: Job, turns: Sequence[Turn]) -> tuple[Coverage, ...]:
    """Each requirement of the job, held against all answers.

    Args:
        job: with its plan, which says what each question asked for.
        turns: the answers, each as it ended.
    """
    answers = [told(turn) for turn in turns if turn.question.kind != "asking"]
    return tuple(_covered(one, job, answers) for one in job.requirements)


def values_shown(job: Job, turns: Sequence[Turn]) -> tuple[ValueShown, ...]:
    """Each value: named, and tied to something the speaker did."""
    answers = [told(turn) for turn in turns if turn.question.kind != "asking"]
    return tuple(_value(value, answers) for value in job.values)


def _covered(one: Requirement, job: Job, answers: Sequence[Told]) -> Coverage:
    ways = one.ways or (one.text,)
    found = [m for a in answers for m in mentions(ways, a)]
    if one.kind == "competency":
        # To have studied communication is no sign of communicating.
        found = [m for m in found if not _STUDIED.search(m.quote.passage.text)]
    sure = [m for m in found if m.sure]
    if sure:
        best = sorted(sure, key=lambda m: (not m.result, not m.example))[:QUOTES]
        return Coverage(
            requirement_id=one.id,
            state="heard",
            example=any(m.example for m in sure),
            result=any(m.result for m in sure),
            quotes=tuple(m.quote for m in best),
        )
    asked_for = [a for a in answers if a.turn.question.id in job.asked_for(one.id)]
    asked = [a for a in asked_for if a.turn.ended_by != "skip"]
    if found:
        quotes = tuple(m.quote for m in found[:QUOTES])
        why = "The words that would show it were not heard clearly."
        return Coverage(
            requirement_id=one.id, state="uncertain", quotes=quotes, why=why
        )
    if not asked:
        why = "You skipped the question." if asked_for else ""
        return Coverage(requirement_id=one.id, state="not_asked", why=why)
    if resembling := _resembling(ways, asked):
        return Coverage(
            requirement_id=one.id,
            state="uncertain",
            quotes=(resembling[0],),
            why=resembling[1],
        )
    if all(a.unclear for a in asked):
        why = "Much of the answer could not be understood."
        if not any(a.sentences for a in asked):
            why = "No answer to the question was heard."
        return Coverage(requirement_id=one.id, state="uncertain", why=why)
    return Coverage(requirement_id=one.id, state="not_heard")


def _resembling(ways: Sequence[str], asked: Sequence[Told]) -> tuple[Quote, str] | None:
    """A sentence with words that sound like a name that was asked for, and why."""
    for name in sounding.names(ways):
        for answer in (a for a in asked if a.turn.ended_by != "typed"):
            at = sounding.alike(name, answer.words)
            if at is not None and not answer.denied & set(at):
                said = " ".join(answer.words[n].text.strip(" .,?!") for n in at)
                passage = answer.sentences[
                    _sentence_of(at[0], answer.sentences)
                ].passage
                quote = Quote(stem=answer.turn.stem, passage=passage)
                return quote, f"“{said}” may have been “{name}”."
    return None


def _value(value: Value, answers: Sequence[Told]) -> ValueShown:
    found = [m for a in answers for m in mentions(value.ways, a) if m.sure]
    best = sorted(found, key=lambda m: not m.example)[:QUOTES]
    return ValueShown(
        value_id=value.id,
        named=bool(found),
        example=any(m.example for m in found),
        quotes=tuple(m.quote for m in best),
    )


def _sentence_of(index: int, sentences: Sequence[Sentence]) -> int:
    """The number of the sentence that holds a word."""
    return next(n for n, s in enumerate(sentences) if index <= s.words[-1])
