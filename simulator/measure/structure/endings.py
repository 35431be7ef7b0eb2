"""How strongly a clause tells what came of it: its wording, and its place in the story.

An outcome is told by its wording (a change, an achievement, a reaction), or by what
others and things did once the speaker had acted. What the speaker felt, how hard it
was, and what was learned are none (docs/structure.md).
"""

from simulator.measure.stems import listed

from . import ending_signs, lexicon, verbs
from .clauses import Clause
from .deeds import Turns
from .weights import HALF, OPENING

LATE = 0.75
CLOSING = 0.85
"""Parts of an answer by words: a story's outcome is told after its middle, mostly
late."""
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
    return bool(ending_signs.CHANGE_NUMBER.search(clause.text))


def result_weight(n: int, clause: Clause, turn: Turns) -> float:
    """Evidence that a clause tells an outcome: its wording, and its place in the
    story."""
    text = clause.text
    number = quantified(clause)
    own = clause.predicate.subject == "i"
    if clause.predicate.time == "modal" and clause.predicate.auxiliary != "could":
        return 0.0
    marked = bool(ending_signs.RESULT_MARKER.search(text))
    worded = max(
        1.5 if pattern.search(text) else 0.0
        for pattern in (
            ending_signs.CHANGE,
            ending_signs.ACHIEVED,
            ending_signs.REACTION,
        )
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
        return 2.0 if others or ending_signs.NOW_STATE.search(clause.text) else 0.0
    if p.time != "past":
        return 0.0
    ended_badly = bool(ending_signs.BAD_END.search(clause.text))
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
