"""How strongly a clause speaks for an element: its wording, tense, subject and place.

Weights are in units of one plain sign (see `ENOUGH`); each sign is a class of wording
from `lexicon` or a fact of grammar, so a mark can always be explained by its words.
"""

from simulator.measure.stems import listed

from . import lexicon, verbs
from .clauses import Clause
from .deeds import Turns, asks_something

ENOUGH = 2.0
"""Evidence an element needs. One plain background clause counts 1, an anchor in time
1.5, a problem 1.5: two kinds of evidence make a situation, one alone does not."""
SUPPORTING = 1.5
"""Evidence with which a clause is quoted beside a stronger one."""
OPENING = 0.4
"""Share of the answer in which an unmarked change is still the problem, not the
result."""
HALF = 0.5
LATE = 0.75
CLOSING = 0.85
"""Parts of an answer by words: a story's outcome is told after its middle, mostly
late."""
TASK_UNTIL = 0.6
"""After this, "I had to ..." tells of a step taken, not of what was asked."""
_WHERE_ONE_WAS = {*verbs.BACKGROUND, "working", "studying", "interning", "living"}

_MADE = listed(
    """
    written built handled hosted deployed stored implemented designed made used based
    connected configured called named composed divided consumed processed integrated
    published located organised organized broken stressed tired frustrated worried
    scared confused overwhelmed involved interested surprised
    """
)
_RELATIVE = frozenset(["which", "who", "that"])
_TOLD = frozenset(["told", "explained"])
"""What others tell is talk; what they say (yes, no, thanks) is often the outcome."""
_ATTRIBUTE = listed(
    """
    a an one my our the very really quite so also pretty just always from like called
    all mostly both of about around
    """
)


def quantified(clause: Clause) -> bool:
    """Whether a clause puts a number on a change (not on the size of the thing)."""
    return bool(lexicon.CHANGE_NUMBER.search(clause.text))


def situation_weight(clause: Clause) -> float:
    """Evidence that a clause tells what was going on."""
    p = clause.predicate
    weight = 0.0
    if lexicon.TIME_ANCHOR.search(clause.text):
        weight += 1.5
    if lexicon.PROBLEM.search(clause.text):
        weight += 1.5
    if p.time == "past" and _only_where(clause):
        pass  # "I was working at a bank": where, not what was going on
    elif p.time == "past" and (
        p.verb not in verbs.BE_PAST
        or clause.text.startswith(("there was", "there were"))
    ):
        weight += 1.0
    elif p.time in {"past", "present", "modal"}:
        weight += 0.5
    if p.subject != "i" and lexicon.STATE_OF_THINGS.search(clause.text):
        weight += 1.0
    if p.auxiliary != "had" and lexicon.HAD_DONE.search(clause.text):
        weight += 0.5
    return weight


def _only_where(clause: Clause) -> bool:
    """Whether a clause says no more than where the speaker was, or as what."""
    p = clause.predicate
    own = p.subject == "i" and not p.passive
    return own and (p.verb in _WHERE_ONE_WAS or p.verb in verbs.BE_PAST)


def task_weight(n: int, clause: Clause, turn: Turns) -> float:
    """Evidence that a clause tells what was wanted, before the doing or early in
    it."""
    if clause.place > TASK_UNTIL and n > turn.first:
        return 0.0
    ordered = n <= turn.first and lexicon.ORDER.search(clause.text)
    return ENOUGH if ordered or asks_something(clause) else 0.0


def result_weight(n: int, clause: Clause, turn: Turns) -> float:
    """Evidence that a clause tells an outcome: its wording, and its place in the
    story."""
    text = clause.text
    number = quantified(clause)
    own = clause.predicate.subject == "i"
    if clause.predicate.time == "modal" and clause.predicate.auxiliary != "could":
        return 0.0
    marked = bool(lexicon.RESULT_MARKER.search(text))
    worded = max(
        1.5 if pattern.search(text) else 0.0
        for pattern in (lexicon.CHANGE, lexicon.ACHIEVED, lexicon.REACTION)
    )
    told_early = n <= turn.first and not (own and number)
    if told_early and (clause.place < OPENING or not (marked and worded)):
        return 0.0  # before anything was done, a change is the problem
    if clause.place < (HALF if own else OPENING) and not marked and not number:
        worded = 0.0  # "I finished the draft" in the middle is a step
    weight = worded + (1.0 if marked else 0.0)
    after = n > turn.first
    if weight:
        weight += 1.0 if number else 0.0
        weight += 0.5 if after and clause.predicate.subject not in {"i", "we"} else 0.0
        weight += 0.5 if after and clause.place > LATE else 0.0
    if after and (n > turn.last or clause.place > CLOSING):
        weight = max(weight, _closing_weight(clause, turn))
    return weight


def _closing_weight(clause: Clause, turn: Turns) -> float:
    """What the world did once the speaker had acted is how the story came out."""
    p = clause.predicate
    if clause.place < HALF or lexicon.LEARNED.search(clause.text):
        return 0.0
    acted = turn.acted
    if p.time == "present":
        others = turn.in_present and p.subject in {"they", "np"}
        return 2.0 if others or lexicon.NOW_STATE.search(clause.text) else 0.0
    if p.time != "past":
        return 0.0
    ended_badly = bool(lexicon.BAD_END.search(clause.text))
    if p.subject in {"i", "we"}:
        return 2.0 if ended_badly else 0.0
    stood_still = not acted and p.verb in verbs.BE_PAST
    if not ended_badly and (stood_still or _describes(clause)):
        return 0.0
    return 2.0 if acted or clause.place > LATE else 0.0


def _describes(clause: Clause) -> bool:
    """Whether a closing clause describes a thing or person instead of an outcome.

    "It was hard" weighs the telling, "she was a doctor" and "the shop had 40 staff" say
    what was so all along, "it was written in Java" how the thing is made; "the page was
    late" and "everybody had a desk" tell how it came out. "Everybody was running
    around" tells what it was like.
    """
    p = clause.predicate
    if p.progressive or clause.tokens[0].text in _RELATIVE:
        return True
    if p.passive:
        return p.subject == "it" or p.verb in _MADE
    if p.verb in _TOLD:
        return True
    if p.verb == "had":
        return not lexicon.EVERYBODY.search(clause.text)
    if p.verb not in verbs.BE_PAST:
        return False
    after = clause.tokens[p.at + 1 : p.at + 2]
    if p.subject == "it" or not after:
        return True
    return after[0].text in _ATTRIBUTE or after[0].capital
