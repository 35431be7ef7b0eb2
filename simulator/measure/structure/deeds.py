"""Deeds and tasks: what somebody did, and what somebody was meant to do.

A deed is an active verb of doing in the past, done once and not denied; where somebody
worked or studied is background, and so is whatever "had" been done before. The first
deed of a story ends its background, and the speaker's last one begins its outcome.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from . import lexicon, task_signs, verbs
from .clauses import Clause

_SUBORDINATE = frozenset(["since", "because", "after", "when", "that", "as", "before"])


@dataclass(frozen=True)
class Turns:
    """Where the doing begins and ends (clause numbers; equal to the length if
    never)."""

    first: int
    last: int
    acted: bool = True
    in_present: bool = False
    """Whether the story is told in the present tense."""


def turns(found: Sequence[Clause], allow_present: bool) -> Turns:
    """Where a story turns from background to deeds, and from deeds to outcome."""
    deeds = [
        n
        for n, clause in enumerate(found)
        if deed(clause, allow_present) and clause.predicate.subject in {"i", "we"}
    ]
    tasks = [n for n, clause in enumerate(found) if asks_something(clause)]
    if not deeds:
        # Nothing done by the speaker: what follows a task may still be its outcome.
        at = tasks[-1] if tasks else len(found)
        return Turns(at, at, acted=False)
    main = [n for n in deeds if not _in_passing(found[n])] or deeds
    own = [n for n in main if found[n].predicate.subject == "i"] or main
    return Turns(main[0], own[-1], in_present=allow_present)


def deed(clause: Clause, allow_present: bool = False) -> bool:
    """Whether a clause tells of something done once, by whomever."""
    p = clause.predicate
    if clause.asks or p.auxiliary == "had" or p.embedded or _is_background(clause):
        return False
    if asks_something(clause) or lexicon.LEARNED.search(clause.text):
        return False
    if p.auxiliary in verbs.HAVE and lexicon.EXPERIENCE.search(clause.text):
        return False
    if p.does and not p.progressive:
        return not lexicon.HABIT_PAST.search(clause.text)
    if p.subject in {"i", "we"} and lexicon.DEED_PHRASE.search(clause.text):
        return not p.negated and p.time == "past"
    present = allow_present and p.time == "present" and p.subject in {"i", "we"}
    return present and p.verb not in lexicon.NOT_DOING_NOW and not p.negated


def _is_background(clause: Clause) -> bool:
    """Whether the verb says where the speaker was ("worked at", "moved to")."""
    p = clause.predicate
    follows = verbs.BACKGROUND.get(p.verb)
    if follows is None:
        return False
    after = [t.text for t in clause.tokens[p.at + 1 : p.at + 2]]
    return not follows or not after or after[0] in follows


def _in_passing(clause: Clause) -> bool:
    """Whether a deed is told as a reason or a tag ("since I added a test", "I
    checked")."""
    first = clause.tokens[0].text
    return first in _SUBORDINATE or len(clause.tokens) <= 2


def own_deed(clause: Clause, done: bool, after: bool) -> bool:
    """Whether the clause tells of the speaker's own part; `done` is its `deed`."""
    if done and clause.predicate.subject == "i":
        return True
    if lexicon.OWN_WAY.search(clause.text) and clause.predicate.time == "past":
        return True
    return after and bool(lexicon.HAD_TO.search(clause.text))


def asks_something(clause: Clause) -> bool:
    """Whether a clause says what was wanted from the speaker or the team."""
    p = clause.predicate
    if p.time == "modal" or task_signs.NOT_ASKED.search(clause.text):
        return False
    if p.subject == "i" and not p.passive and p.verb in {"asked", "told"}:
        return False
    return bool(task_signs.TASK.search(clause.text))
