"""Deeds: what somebody did, and where a story turns to them and from them.

A deed is an active verb of doing in the past, done once and not denied; where somebody
worked or studied is background, and so is whatever "had" been done before. The first
deed of a story ends its background, and the speaker's last one begins its outcome.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.measure.stems import listed

from . import ending_limits, ending_signs, lexicon, verbs
from .clauses import Clause
from .wanting import asks_something

TASK_UNTIL = 0.6
"""Share of the words after which "I had to ..." tells of a step taken, not of what was
asked. This and the shares below were set on the building answers
(docs/structure.md)."""
LESSON_FROM = 0.5
CLOSING = 0.85
"""Share of the words after which a deed worded as an outcome is the outcome."""
GAINED_FROM = 0.7
"""Sooner, "I got the permit" is a step."""
FOUND_UNTIL = 0.25
"""What is found this early is the problem; later it is a step."""
HEADLINE_GAP = 3
"""Clauses of background after an opening deed that make it a headline."""
HEADLINE_UNTIL = 0.15
"""A deed this early with a stretch of background behind it announces the story."""
_ARRIVING = frozenset(
    [
        "got",
        "came",
        "arrived",
        "went",
        "walked",
        "drove",
        "opened",
        "returned",
        "turned",
    ]
)
"""What only brings the speaker to the scene."""
_MET = lexicon.any_of(
    r"(?:answered|picked up|took) (?:the|a|this|my) (?:phone|call)|sat down with my"
    r"|(?:had|went in(?:to)?) (?:a|the|my|our) (?:\w+ )?(?:meeting|call|catch up"
    r"|one on one|chat) with (?:my|the|our)|met (?:my|the) (?:boss|manager|director)"
)
"""What only brings the speaker to those who want something."""
_LEADING = listed("ok okay so and but well yeah yes right then back")
_NONE = re.compile(r"\b(?:zero|no|not|without|fewer|none|never)\b")
_MEANT_SO = lexicon.any_of(
    r"took (?:it |that |this )?(?:as|for granted|badly|well|personally|to heart)"
)
"""How something was felt: "which I took as a compliment"."""
_WHEN = re.compile(r"(?:\w+ ){0,4}?(?:the day|when|after|while|as)\b")
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
    outcome: int = 10**9
    """Where nobody acts and the answer opens with its outcome: from this clause on."""
    lesson: int = 10**9
    """Where the speaker draws a lesson; what follows is said about the story."""


def turns(found: Sequence[Clause], allow_present: bool) -> Turns:
    """Where a story turns from background to deeds, and from deeds to outcome."""
    deeds = [
        n
        for n, clause in enumerate(found)
        if deed(clause, allow_present) and clause.predicate.subject in {"i", "we"}
    ]
    tasks = [n for n, clause in enumerate(found) if asks_something(clause)]
    lesson = next(
        (
            n
            for n, clause in enumerate(found)
            if clause.place > LESSON_FROM and lexicon.LESSON.search(clause.text)
        ),
        len(found),
    )
    if all(_is_end(found[n]) or _ended(found[n], tasks) for n in deeds):
        # Nothing done by the speaker: what follows a task may still be its outcome.
        at = tasks[-1] if tasks else len(found)
        last = tasks[-1] if tasks else -1
        outcome = _opening_outcome(found)
        return Turns(at, last, False, allow_present, outcome, lesson)
    main = [n for n in deeds if not _in_passing(found[n])] or deeds
    own = [n for n in main if found[n].predicate.subject == "i"] or main
    steps = [n for n in own if not _is_end(found[n])] or own[:1]
    opens = len(main) > 1 and (_headline(found, main) or _discovery(found, main[0]))
    first = main[1] if opens else main[0]
    if lesson < steps[-1]:
        lesson = len(found)  # "I learned to prune from a video" is a step
    return Turns(first, steps[-1], True, allow_present, len(found), lesson)


def told_as_end(clause: Clause) -> bool:
    """Whether the words of a clause are those of an outcome."""
    if ending_limits.is_step(clause):
        return False
    if ending_signs.CHANGE.search(clause.text):
        return True
    if ending_signs.ACHIEVED.search(clause.text):
        return True
    own = clause.predicate.subject == "i" and not clause.predicate.passive
    return not own and bool(ending_signs.REACTION.search(clause.text))


def _is_end(clause: Clause) -> bool:
    """Whether a deed is how it ended: "we sold out", "I got the certificate"."""
    if clause.place > CLOSING and told_as_end(clause):
        return True
    if clause.place <= GAINED_FROM:
        return False
    ends = (ending_signs.GAINED, ending_signs.GIVEN_UP)
    return any(sign.search(clause.text) for sign in ends)


def _ended(clause: Clause, tasks: Sequence[int]) -> bool:
    """Whether an outcome is one wherever it is told: "we won the final", or "I passed"
    after what was wanted, where nothing else was done."""
    wanted = bool(tasks) and clause.place > LESSON_FROM
    if clause.predicate.subject == "i" and clause.predicate.verb == "said":
        return False  # "I said yes"
    return (clause.predicate.subject == "we" or wanted) and told_as_end(clause)


def _troubled(clause: Clause) -> bool:
    """Whether a clause names a problem, not its measure or its absence."""
    text = clause.text
    eased = ending_signs.SIZED.search(text) or _NONE.search(text)
    return bool(lexicon.PROBLEM.search(text)) and not eased


def _opening_outcome(found: Sequence[Clause]) -> int:
    """The clause from which an answer without a problem or a deed tells how it went.

    "Sales grew by a fifth and we came second" is all outcome; after a problem or a
    time, the same words may still be the circumstances.
    """
    if any(asks_something(clause) for clause in found):
        return len(found)
    opening = found[0]
    if lexicon.CALLED.search(opening.text):
        return len(found)
    sized = ending_signs.SIZED.search(opening.text)
    if _WHEN.match(opening.text) or (not sized and any(map(_troubled, found[1:]))):
        return len(found)
    good = told_as_end(opening) and not ending_signs.BAD_END.search(opening.text)
    trouble = lexicon.PROBLEM.search(opening.text)
    if trouble and ending_signs.SIZED.search(opening.text):
        trouble = None  # "was cut from four hours to one" names no problem
    return 0 if good and not trouble else len(found)


def _headline(found: Sequence[Clause], main: Sequence[int]) -> bool:
    """Whether the first deed only announces the story: "I moved the night shift. I am
    a ward manager, and we had four falls in a month ..." """
    early = found[main[0]].place < HEADLINE_UNTIL
    opens = early and len(main) > 1 and main[1] - main[0] > HEADLINE_GAP
    return opens and found[0].sentence != found[main[1]].sentence


def _discovery(found: Sequence[Clause], n: int) -> bool:
    """Whether an early deed is what was met with ("we found asbestos in the wall"), or
    only brings the speaker to the scene: "I got to the flat and the alarm was
    chirping"."""
    clause, after = found[n], found[n + 1 : n + 2]
    if clause.place >= FOUND_UNTIL:
        return False
    if clause.predicate.verb in {"found", "discovered"}:
        return True
    if _MET.search(clause.text) and any(
        c.predicate.subject in {"np", "they", "it"} for c in after
    ):
        return True  # "I answered the phone and it was the director"
    arrives = clause.predicate.verb in _ARRIVING
    return arrives and any(
        c.predicate.subject in {"np", "they", "it"} and not c.predicate.does
        for c in after
    )


def deed(clause: Clause, allow_present: bool = False) -> bool:
    """Whether a clause tells of something done once, by whomever."""
    p = clause.predicate
    if clause.asks or p.auxiliary == "had" or p.embedded or _is_background(clause):
        return False
    if asks_something(clause) or lexicon.LEARNED.search(clause.text):
        return False
    if p.auxiliary in verbs.HAVE and lexicon.EXPERIENCE.search(clause.text):
        return False
    scene = {*_ARRIVING, "began", "started", *verbs.BACKGROUND}
    over = "took over" in clause.text
    if _leads_with_when(clause) and (over or p.verb in scene):
        return False  # "when I started teaching", "when I worked on the mangle"
    if p.subject == "i" and _to_no_effect(clause):
        return False
    if (
        clause.tokens[0].text in {"where", "if"}
        or _stands_in(clause)
        or _kept_on(clause)
    ):
        return False
    if _MEANT_SO.search(clause.text):
        return False
    if p.subject == "we" and lexicon.RATE.search(clause.text):
        return False  # "we threw out thirty loaves a night"
    if p.does and not p.progressive:
        return not lexicon.HABIT_PAST.search(clause.text)
    if p.subject in {"i", "we"} and lexicon.DEED_PHRASE.search(clause.text):
        return not p.negated and p.time == "past"
    present = allow_present and p.time == "present" and p.subject in {"i", "we"}
    return present and p.verb not in lexicon.NOT_DOING_NOW and not p.negated


def _leads_with_when(clause: Clause) -> bool:
    """Whether a clause only says when: "okay so when I started teaching"."""
    lead = (t.text for t in clause.tokens if t.text not in _LEADING)
    return next(lead, "") == "when"


def _to_no_effect(clause: Clause) -> bool:
    """Whether nothing was done: "I sold nothing for seven weeks"."""
    after = clause.tokens[clause.predicate.at + 1 : clause.predicate.at + 2]
    return bool(after) and after[0].text in {"nothing", "nobody", "none"}


def _kept_on(clause: Clause) -> bool:
    """Whether something went on among several: "she and I kept arguing"."""
    p = clause.predicate
    after = [t.text for t in clause.tokens[p.at + 1 : p.at + 2]]
    return (
        p.subject == "we"
        and p.verb == "kept"
        and after[0:1] != []
        and (after[0].endswith("ing"))
    )


def _stands_in(clause: Clause) -> bool:
    """Whether "did" only stands for another verb ("or we did when I came")."""
    p = clause.predicate
    after = clause.tokens[p.at + 1 : p.at + 2]
    return p.verb == "did" and p.auxiliary != "did" and not after


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
