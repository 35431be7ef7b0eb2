"""What an answer says about the company: a fact from its notes, or praise for any.

A fact counts when a sentence of an answer holds a name or a number of a note and one
more of its telling words, or three of these; the company's own name tells nothing, and
two everyday words are shared by chance. Praise is generic when nothing
of that kind stands in its sentence, before or behind it: it would fit every employer.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.records import Job, Quote

from .naming import line_of
from .stems import listed
from .told import Told

WORDS_WITH_NAME, WORDS_WITHOUT = 2, 3
"""Telling words that a sentence shares with a note that it uses."""
LONG_WORD = 4
"""Letters from which a word of a note is telling, unless it is everyday."""
MOST_QUOTES = 6

_PRAISE = re.compile(
    r"\b(?:great|amazing|fantastic|wonderful|excellent|leading|top|best|prestigious"
    r"|exciting|innovative|well[- ]known|renowned|good|dream|awesome|reputable|strong)"
    r" (?:\w+ )?(?:company|companies|firm|employer|place|organi[sz]ation|reputation"
    r"|culture|team|brand|opportunity|school|hospital|clinic|environment|job)\b"
    r"|\bone of the best\b",
    re.I,
)
"""Praise for some company or team, perhaps a former one."""
_OF_THIS_ONE = re.compile(
    r"\byour\b|\byou(?:'re| are| have|'ve)(?: got)? (?:an?|one|the|such|known|really"
    r"|clearly|so)\b|\bhere\b|\bthis (?:\w+ )?(?:company|firm|employer|place"
    r"|organi[sz]ation|culture|team|brand|opportunity|school|hospital|clinic"
    r"|environment|job)\b",
    re.I,
)
_OF_ANOTHER = re.compile(
    r"\b(?:my|our|his|her|their) (?:\w+ )?(?:last|first|former|previous|old|current"
    r"|present|own|team|boss|colleagues?)\b|\b(?:we|i|they) had\b|\bback then\b",
    re.I,
)
_FOR_THIS_ONE = re.compile(
    r"\bi (?:really )?(?:love|admire|like) (?:your|this|the) (?:company|culture"
    r"|brand|values|mission|organi[sz]ation|firm)\b|\balways wanted to work (?:for|at"
    r"|here)\b",
    re.I,
)
"""Praise that can be meant for the company of the interview only."""
_EVERYDAY = frozenset(
    word
    for word in listed(
        """
        that this with from have been were they them their there what when which will
        would about into than then also more most very some many other people work
        company team year years month months week weeks time make made want need over
        under only just your ours every each first last new good great
        """
    )
)


@dataclass(frozen=True)
class Telling:
    """The words of a note by which it would be known again."""

    words: frozenset[str]
    names: frozenset[str]


def facts_used(job: Job, answers: Iterable[Told]) -> tuple[Quote, ...]:
    """Sentences of answers that use something the company notes say."""
    notes = [_telling(note, job) for note in job.notes]
    found = [
        Quote(stem=answer.turn.stem, passage=sentence.passage)
        for answer in answers
        for sentence in answer.sentences
        if _uses(sentence.text, notes)
    ]
    return tuple(found[:MOST_QUOTES])


def generic_praise(job: Job, answers: Iterable[Told]) -> tuple[Quote, ...]:
    """Sentences that praise the company with nothing that is only of this one."""
    notes = [_telling(note, job) for note in job.notes]
    about_it = {s.question_id for s in job.plan if s.part == "motivation"}
    found: list[Quote] = []
    for answer in answers:
        question = answer.turn.question
        asked = question.id in about_it and question.kind != "story"
        texts = [s.text for s in answer.sentences]
        for number, sentence in enumerate(answer.sentences):
            around = " ".join(texts[max(0, number - 1) : number + 2])
            praised = _praises(sentence.text, job.company, asked=asked)
            if praised and not _uses(around, notes):
                found.append(Quote(stem=answer.turn.stem, passage=sentence.passage))
    return tuple(found[:MOST_QUOTES])


def _praises(text: str, company: str, *, asked: bool) -> bool:
    """Whether a sentence praises the company of the interview.

    Args:
        text: the sentence.
        company: its name, "" where none is known.
        asked: whether the question was why one wants to work there; elsewhere a good
            team is a former one, unless the sentence says which.
    """
    if _FOR_THIS_ONE.search(text):
        return True
    if not _PRAISE.search(text):
        return False
    named = company and re.search(rf"\b{re.escape(company)}\b", text, re.I)
    if named or _OF_THIS_ONE.search(text):
        return True
    return asked and not _OF_ANOTHER.search(text)


def _telling(note: str, job: Job) -> Telling:
    name = set(line_of(f"{job.company} {job.title}"))
    plain = {p for p in re.findall(r"[\w'-]+", note.lower()) if p not in _EVERYDAY}
    words = {w for p in plain if len(p) >= LONG_WORD or p.isdigit() for w in line_of(p)}
    # A capital inside a sentence makes a name; the first word has one anyway.
    capitals = re.findall(r"(?<=[\w,;] )[A-Z][\w'-]+|\b\d+\b", note)
    named = {w for c in capitals for w in line_of(c)}
    return Telling(frozenset(words - name), frozenset(named - name))


def _uses(text: str, notes: Sequence[Telling]) -> bool:
    line = set(line_of(text))
    for note in notes:
        shared = len(note.words & line)
        named = bool(note.names & line)
        if shared >= (WORDS_WITH_NAME if named else WORDS_WITHOUT):
            return True
    return False
