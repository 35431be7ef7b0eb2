"""What closes a story: what others and things did once the speaker had acted.

Wording alone does not make these an end: their place in the answer, and who acted
before, decide (docs/structure.md).
"""

from simulator.measure.stems import listed

from . import ending_limits, ending_signs, lexicon, verbs
from .clauses import Clause
from .deeds import CLOSING, Turns
from .weights import HALF

LATE = 0.7
"""Share of the words: a story's outcome is told after its middle, mostly late."""
SHORTEST_STATE = 4
"""Fewer words ("and still going") tell no state of things."""
_MADE = listed(
    """
    written built handled hosted deployed stored implemented designed made used based
    connected configured called named composed divided consumed processed integrated
    published located organised organized broken stressed tired frustrated worried
    scared confused overwhelmed involved interested surprised
    """
)
_SUBORDINATE = frozenset(["when", "because", "since", "as", "where", "although"])
_RELATIVE = frozenset(["which", "who", "that"])
_TOLD = frozenset(["told", "explained"])
"""What others tell is talk; what they say (yes, no, thanks) is often the outcome."""
_THOUGHT = frozenset(["thought", "knew", "wanted", "needed", "believed", "hoped"])
"""What goes on in others is no outcome yet."""
_STILL = frozenset(["use", "run", "lead", "own", "am", "manage", "work"])
"""What the speaker does to this day because of it; "I think of it every day" is
none."""
_SHARES = listed(
    """
    held carried helped watched did made wrote handled took prepared
    tested worked covered organised organized
    designed built set ran managed presented drew cooked drove booked
    """
)
"""What one's own people did is their share of the work, not how it came out."""
_ATTRIBUTE = listed(
    """
    great amazing nice a an one my our the very really quite so also pretty just
    always from like called all mostly both of about around
    """
)

_TOLD_US = lexicon.any_of(
    r"told (?:me|us) (?:that )?(?:\w+ ){1,4}(?:was|were|had|would|could) (?!like\b)\w+"
)
"""What others report of the outcome: "they told us forty doses were fine"."""
_GOT = lexicon.any_of(
    rf"(?:got|received|gained|earned) (?:a|an|the|our|my|more|back"
    rf"|{lexicon.NUMBER_WORD})"
    r"(?!.* to \w+)(?: (?!(?:\w+ )?(?:chance|idea|feeling|call|list"
    r"|meeting|coffee|cup|look|pen|chair|notebook)\b)\w+)*"
)


def closing_weight(n: int, clause: Clause, turn: Turns) -> float:
    """2 where a clause tells what the world did once the speaker had acted, else 0."""
    p = clause.predicate
    if clause.place < HALF or lexicon.LEARNED.search(clause.text):
        return 0.0
    if clause.tokens[0].text == "because" and "because of" not in clause.text:
        return 0.0  # a reason for what was done
    later = n > turn.last and ending_signs.LATER.search(clause.text)
    if later and p.time in {"past", "present"} and p.verb not in _THOUGHT:
        return 2.0
    late = clause.place > LATE
    if late and _ends_by_its_words(clause):
        return 2.0
    if p.auxiliary == "could" and p.subject in {"they", "np"} and late:
        purpose = clause.text.startswith("so ") and not clause.opens
        if purpose or clause.tokens[0].text in _RELATIVE:
            return 0.0  # "so she could check it", "that he could open": what for
        return 0.0 if p.negated else 2.0
    if p.time == "present":
        return 2.0 if _is_so_now(clause, turn) else 0.0
    if p.time != "past" or ending_signs.TALK.search(clause.text):
        return 0.0
    return 2.0 if _came_of_it(clause, turn) else 0.0


def _ends_by_its_words(clause: Clause) -> bool:
    """Whether a clause tells an end, late in the answer, whoever acted before."""
    p, text = clause.predicate, clause.text
    if ending_signs.NONE_SINCE.search(text):
        return True
    if p.time == "past" and not ending_limits.is_step(clause):
        unharmed = p.auxiliary != "had" and ending_signs.UNHARMED.search(text)
        if unharmed or ending_signs.GIVEN_UP.search(text):
            return True
        if ending_signs.GAINED.search(text):
            return True
    if _how_many(clause) or _stands_now(clause):
        return True
    return p.subject == "it" and bool(ending_signs.SCORED.search(text))


def _is_so_now(clause: Clause, turn: Turns) -> bool:
    """Whether the present tells what came of it, not what the speaker still does."""
    p = clause.predicate
    if turn.in_present and p.subject in {"they", "np"}:
        return True
    own = p.subject in {"i", "none"} and p.verb not in _STILL
    if ending_limits.UNSURE.search(clause.text) or ending_limits.is_step(clause):
        return False  # "I am still not sure", "my boss is still there"
    return not own and bool(ending_signs.NOW_STATE.search(clause.text))


def _came_of_it(clause: Clause, turn: Turns) -> bool:
    """Whether the past tells what came of it, and not what was going on."""
    p, late = clause.predicate, clause.place > LATE
    passing = ending_limits.PASSING.search(clause.text)
    if ending_limits.is_step(clause) or (passing and p.subject not in {"i", "we"}):
        return False
    ended_badly = bool(ending_signs.BAD_END.search(clause.text))
    if not turn.acted and not ending_signs.OUTCOME_TIME.search(clause.text):
        # Where nobody acts, what goes on is still the situation, but for the very end.
        lost = ended_badly and p.subject in {"i", "we"}
        done = turn.last >= 0 and p.passive and p.subject == "np"
        return (lost and clause.place > CLOSING) or (done and late)
    if late and ending_signs.BY_THEN.search(clause.text):
        return True
    if p.subject in {"i", "we"}:
        return ended_badly or (late and _came_to(clause))
    stood_still = not turn.acted and p.verb in verbs.BE_PAST and not late
    if not ended_badly and (stood_still or _describes(clause)):
        return False
    return turn.acted or late


def _came_to(clause: Clause) -> bool:
    """Whether something befell the speaker or the team after all deeds: "we were
    accredited", "we got a zebra crossing"."""
    p = clause.predicate
    if p.negated or p.auxiliary in {"had", *verbs.HAVE} or p.embedded:
        return False
    if any(t.text in _SUBORDINATE for t in clause.tokens[:2]):
        return False  # "I asked for help", "only when I was stuck"
    if ending_signs.ENDED_AT.search(clause.text) or (
        p.subject == "we" and ending_signs.FOREMOST.search(clause.text)
    ):
        return True
    befell = p.passive and p.verb not in _MADE
    return befell or bool(_GOT.search(clause.text))


def _stands_now(clause: Clause) -> bool:
    """Whether a clause tells how a thing is today: "entering an order takes two minutes
    now" (its verb in the present is not recognised as one)."""
    own = any(t.text == "i" for t in clause.tokens[:3])
    bare = (
        clause.predicate.time == "none"
        and not own
        and len(clause.tokens) > SHORTEST_STATE
    )
    if ending_limits.SPAN.search(clause.text):
        return False  # "every week for one semester"
    return bare and bool(ending_signs.TODAY.search(clause.text))


def _how_many(clause: Clause) -> bool:
    """Whether a clause counts what there was in the end: "by the spring there were
    twenty-three", "it is at thirty-eight minutes"."""
    p = clause.predicate
    counts = p.subject == "it" and p.verb in verbs.BE_PAST | verbs.BE_PRESENT
    measured = ending_signs.MEASURED.search(clause.text)
    then = ending_signs.OUTCOME_TIME.search(clause.text)
    return bool(counts and measured and (then or " at " in clause.text))


def _describes(clause: Clause) -> bool:
    """Whether a closing clause describes a thing or person instead of an outcome.

    "It was hard" weighs the telling, "she was a doctor" and "the shop had 40 staff" say
    what was so all along, "it was written in Java" how the thing is made; "the page was
    late" and "everybody had a desk" tell how it came out. "Everybody was running
    around" tells what it was like.
    """
    p = clause.predicate
    who = " ".join(t.text for t in clause.tokens[: p.at])
    if ending_signs.TEAM.search(who) and p.verb in _SHARES:
        return True
    later = ending_signs.AFTERWARDS.search(clause.text)
    if (p.progressive and not later) or clause.tokens[0].text in _RELATIVE:
        return True
    if p.passive:
        return p.subject == "it" or p.verb in _MADE
    if p.verb in _TOLD and clause.place > LATE and _TOLD_US.search(clause.text):
        return False
    if p.verb in _TOLD or p.verb in _THOUGHT or p.auxiliary == "had":
        return True
    if p.verb == "had" and p.auxiliary not in verbs.HAVE:
        again = lexicon.EVERYBODY.search(clause.text) or " again" in clause.text
        return not again
    if p.verb not in verbs.BE_PAST:
        return False
    after = clause.tokens[p.at + 1 : p.at + 2]
    if p.subject == "it" or not after:
        return True
    return after[0].text in _ATTRIBUTE or after[0].capital
