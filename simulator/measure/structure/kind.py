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
from .wanting import asks_something

Kind = Literal["story", "pseudo_story", "self_description", "opinion", "other"]

EPISODE_DEEDS = 2
"""Past deeds (of anybody) that make an episode; one may be said in passing."""

EPISODE_CLAUSES = 5
"""Clauses in the past that make an episode even where nobody does anything."""
BRIEF = 2
"""Clauses in the past that tell an episode where one was asked for and nothing else is
said: "my aim was to pass in a year, and I passed"."""
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
    others_now: int
    """What one other person does, told in the present ("she gets the manager")."""
    clauses: int


def signs(found: Sequence[Clause]) -> Signs:
    """Count what the kinds are told by."""
    past = deeds = habit = own = opinion = career = 0
    present_deeds = others_now = 0
    anchored = False
    for clause in found:
        p = clause.predicate
        text = clause.text
        habitual = bool(lexicon.HABIT.search(text))
        own_record = p.auxiliary in verbs.HAVE and p.subject != "we"
        if own_record and lexicon.EXPERIENCE.search(text):
            own += 1  # "I have built many": what one has done, not an episode
        elif p.time == "past":
            past += 1
            deeds += deed(clause)
            career += p.verb in verbs.BACKGROUND
            if lexicon.TIME_ANCHOR.search(text):
                anchored = True
            habit += bool(lexicon.HABIT_OF_OLD.search(text))
        else:
            habit += habitual and p.time in {"present", "modal"}
            would = p.time == "modal" and p.auxiliary in {"would", "will", "used"}
            habit += would and p.subject in {"i", "we"} and not habitual
            own += bool(shape_lexicon.SELF.search(text))
            opinion += bool(shape_lexicon.OPINION.search(text))
            doing = p.time == "present" and p.verb not in lexicon.NOT_DOING_NOW
            doing = doing and not habitual and not p.negated
            present_deeds += doing and p.subject == "i"
            single = any(t.text in {"he", "she"} for t in clause.tokens[: p.at])
            others_now += doing and p.subject == "they" and single
            others_now += bool(lexicon.SOMEBODY_NOW.search(text))
            if p.time == "present" and lexicon.TIME_ANCHOR.search(text):
                anchored = True
    return Signs(
        past=past,
        deeds=deeds,
        habit=habit,
        self=own,
        opinion=opinion,
        career=career,
        anchored=anchored,
        present_deeds=present_deeds,
        others_now=others_now,
        clauses=len(found),
    )


def kind(found: Sequence[Clause], asked: QuestionKind | None) -> Kind:
    """The kind of an answer. `asked` decides only between neighbours."""
    s = signs(found)
    talk = s.habit + s.opinion / 2 + s.self / 2
    if asked == "self" and (s.self + s.career >= 2 or s.deeds < 2 * EPISODE_DEEDS):
        return "self_description"
    if asked == "opinion" and s.opinion + s.self >= 1 and s.past < TOLD * s.clauses:
        return "self_description" if s.self > s.opinion else "opinion"
    if asked not in {None, "story"} and not _whole_story(s):
        return _no_story(found, s, asked)
    if s.deeds >= EPISODE_DEEDS and s.past >= talk + 1:
        if s.self >= 2 and s.career >= 2 and s.deeds <= s.career + 1:
            return "self_description"
        return "story"
    if told_in_present(s):
        return "story"
    if s.deeds >= 1 and s.anchored and s.past > s.habit + s.opinion:
        return "story"
    enough = EPISODE_CLAUSES - 2 * s.anchored
    if s.past >= enough and s.past > 2 * talk:
        return "story"
    denied = any(shape_lexicon.NEGATIVE_ANSWER.search(c.text) for c in found)
    plain = s.past >= BRIEF + 1 and 2 * s.past > s.clauses
    if asked == "story" and not (talk or denied) and (plain or _brief(found, s)):
        return "story"
    return _no_story(found, s, asked)


def _whole_story(s: Signs) -> bool:
    """Whether an answer to anything but "tell me about a time" is one episode all the
    same: most of it past, and several deeds."""
    return 2 * s.past > s.clauses and s.deeds > EPISODE_DEEDS


def _no_story(found: Sequence[Clause], s: Signs, asked: QuestionKind | None) -> Kind:
    """The kind of an answer that tells no episode."""
    if any(shape_lexicon.NEGATIVE_ANSWER.search(c.text) for c in found):
        return "other"
    if asked == "situational" and s.habit:
        return "pseudo_story"
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


def _brief(found: Sequence[Clause], s: Signs) -> bool:
    """Whether little is said, but all of it of what happened to the speaker."""
    ours = any(
        c.predicate.subject in {"i", "we"} and c.predicate.time == "past" for c in found
    ) or any(asks_something(c) for c in found)
    return ours and s.past >= BRIEF and 2 * s.past > s.clauses


def told_in_present(s: Signs) -> bool:
    """Whether one anchored episode is told in the present ("last year ... I call")."""
    if s.others_now >= 2 and not (s.habit or s.opinion or s.self or s.present_deeds):
        return True
    in_present = s.present_deeds >= 2 and s.deeds <= 2 * s.present_deeds
    return s.anchored and in_present and s.habit <= 1
