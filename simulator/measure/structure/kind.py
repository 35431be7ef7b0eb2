"""What kind of answer was given, after the response types of Bangerter et al. (2014).

story: one episode, told; pseudo_story: what I usually do; self_description: what I am
like or have been; opinion: what I think. Most spoken answers to "tell me about a time"
are pseudo-stories, so telling them from stories is the most useful remark of all.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from simulator.records import QuestionKind

from . import lexicon, shape_lexicon, verbs
from .clauses import Clause
from .deeds import deed

Kind = Literal["story", "pseudo_story", "self_description", "opinion", "other"]

EPISODE_DEEDS = 2
"""Past deeds (of anybody) that make an episode; one may be said in passing."""

EPISODE_CLAUSES = 5
"""Clauses in the past that make an episode even where nobody does anything."""
TOLD = 0.75
"""Share of past clauses above which the answer to a "why" is nothing but a story."""


@dataclass(frozen=True)
class Signs:
    """How many clauses speak for each kind."""

    past: int
    deeds: int
    habit: int
    self: int
    opinion: int
    career: int
    anchored: bool
    present_deeds: int
    clauses: int


def signs(found: Sequence[Clause]) -> Signs:
    """Count what the kinds are told by."""
    past = deeds = habit = own = opinion = career = present_deeds = 0
    anchored = False
    for clause in found:
        p = clause.predicate
        text = clause.text
        habitual = bool(lexicon.HABIT.search(text))
        if p.auxiliary in verbs.HAVE and lexicon.EXPERIENCE.search(text):
            own += 1  # "I have built many": what one has done, not an episode
        elif p.time == "past":
            past += 1
            deeds += deed(clause)
            career += p.verb in verbs.BACKGROUND
            if lexicon.TIME_ANCHOR.search(text):
                anchored = True
            habit += bool(lexicon.HABIT_PAST.search(text))
        else:
            habit += habitual and p.time in {"present", "modal"}
            would = p.time == "modal" and p.auxiliary in {"would", "will", "used"}
            habit += would and p.subject in {"i", "we"} and not habitual
            own += bool(shape_lexicon.SELF.search(text))
            opinion += bool(shape_lexicon.OPINION.search(text))
            doing = p.time == "present" and p.verb not in lexicon.NOT_DOING_NOW
            present_deeds += doing and p.subject == "i" and not habitual
            if p.time == "present" and lexicon.TIME_ANCHOR.search(text):
                anchored = True
    return Signs(
        past, deeds, habit, own, opinion, career, anchored, present_deeds, len(found)
    )


def kind(found: Sequence[Clause], asked: QuestionKind | None) -> Kind:
    """The kind of an answer. `asked` decides only between neighbours."""
    s = signs(found)
    talk = s.habit + s.opinion / 2 + s.self / 2
    if asked == "self" and s.self + s.career >= 2:
        return "self_description"
    if asked == "opinion" and s.opinion + s.self >= 1 and s.past < TOLD * s.clauses:
        return "self_description" if s.self > s.opinion else "opinion"
    if s.deeds >= EPISODE_DEEDS and s.past >= talk + 1:
        if s.self >= 2 and s.career >= 2 and s.deeds <= s.career + 1:
            return "self_description"
        return "story"
    if told_in_present(s):
        return "story"
    if s.deeds >= 1 and s.anchored and s.past > s.habit + s.opinion:
        return "story"
    if s.past >= EPISODE_CLAUSES and s.past > 2 * talk:
        return "story"
    if any(shape_lexicon.NEGATIVE_ANSWER.search(c.text) for c in found):
        return "other"
    if asked in {"situational", "technical", "asking"}:
        return "other"
    if s.habit >= 2 and s.habit >= s.self and s.habit >= s.opinion / 2:
        return "pseudo_story"
    if s.self >= 2 and s.self >= s.opinion:
        return "self_description"
    if s.opinion >= 2 and s.opinion >= s.self:
        return "opinion"
    if s.self:
        return "self_description"
    return "pseudo_story" if s.habit else "other"


def told_in_present(s: Signs) -> bool:
    """Whether one anchored episode is told in the present ("last year ... I call")."""
    return s.anchored and s.present_deeds >= 2 and s.past >= 1 and s.habit <= 1
