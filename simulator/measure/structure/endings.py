"""How strongly a clause tells what came of it: its wording, and its place in the story.

An outcome is told by its wording (a change, an achievement, a reaction), or by what
others and things did once the speaker had acted. What the speaker felt, how hard it
was, and what was learned are none (docs/structure.md).
"""

from simulator.measure.stems import listed

from . import ending_signs, lexicon, verbs
from .clauses import Clause
from .deeds import Turns, told_as_end
from .weights import HALF, OPENING

LATE = 0.7
CLOSING = 0.85
SHORTEST_STATE = 4
"""Fewer words ("and still going") tell no state of things."""
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
_BOUNDS = frozenset(["until", "till", "while", "before", "if", "whether"])
"""Such a clause bounds what was done; it is no outcome by itself."""
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


def quantified(clause: Clause) -> bool:
    """Whether a clause puts a number on a change (not on the size of the thing)."""
    return bool(ending_signs.CHANGE_NUMBER.search(clause.text))


def result_weight(n: int, clause: Clause, turn: Turns) -> float:
    """Evidence that a clause tells an outcome: its wording, and its place in the
    story."""
    if clause.tokens[0].text in _BOUNDS and not clause.text.startswith("before that"):
        return 0.0
    if not turn.acted and _later_state(clause):
        return 2.0
    if _only_felt(clause) or lexicon.LESSON.search(clause.text):
        return 0.0
    if n >= turn.outcome and told_as_end(clause):
        return 2.0
    number = quantified(clause)
    own = clause.predicate.subject == "i"
    if clause.predicate.time == "modal" and clause.predicate.auxiliary != "could":
        return 0.0
    marked = bool(ending_signs.RESULT_MARKER.search(clause.text))
    told = turn.acted or clause.predicate.time != "none"
    worded = 1.5 if told and told_as_end(clause) else 0.0
    waiting = turn.acted or clause.place < LATE
    told_early = waiting and n <= turn.first and not (own and number)
    until = OPENING if turn.acted else HALF
    sure = worded and (marked or not turn.acted)
    if told_early and (clause.place < until or not sure):
        return 0.0  # before anything was done, a change is the problem
    if clause.place < (HALF if own else OPENING) and not marked and not number:
        worded = 0.0  # "I finished the draft" in the middle is a step
    if own and worded and not marked and _is_step(n, clause, turn):
        worded = 0.0
    weight = worded + (1.0 if marked else 0.0)
    after = n > turn.first or not turn.acted
    if weight:
        weight += 1.0 if number else 0.0
        weight += 0.5 if after and clause.predicate.subject not in {"i", "we"} else 0.0
        weight += 0.5 if after and clause.place > LATE else 0.0
        firm = n >= turn.last and ending_signs.FIRM.search(clause.text)
        from_here = LATE if turn.acted else HALF
        weight += 0.5 if firm and clause.place > from_here else 0.0
        weight += 0.5 if firm and not turn.acted else 0.0
    closes = CLOSING if turn.acted else LATE
    if after and (n > turn.last or clause.place > closes):
        coda = n > turn.lesson and not worded
        weight = max(weight, 0.0 if coda else _closing_weight(n, clause, turn))
    return weight


def _later_state(clause: Clause) -> bool:
    """Whether, where nobody acts, a clause tells how things stood by a later time or
    ended badly: "by Christmas we were down to four staff"."""
    if clause.place <= HALF or clause.predicate.time != "past":
        return False
    bad = ending_signs.FIRM.search(clause.text) and ending_signs.BAD_END.search(
        clause.text
    )
    return bool(bad or ending_signs.BY_THEN.search(clause.text))


def _only_felt(clause: Clause) -> bool:
    """Whether a clause says how the speaker felt, or what it was like."""
    p = clause.predicate
    if p.subject in {"i", "none"} and ending_signs.FEELING.search(clause.text):
        return p.verb in verbs.BE_PAST or p.passive or p.verb in {"felt", "feel", "am"}
    if p.subject == "none" and ending_signs.FEELING.fullmatch(p.verb):
        return True
    if p.subject == "it" and ending_signs.TOUCHED.search(clause.text):
        return True
    weighed = p.subject == "it" or (p.subject == "np" and p.verb in verbs.BE_PAST)
    return weighed and bool(ending_signs.HARD.search(clause.text))


def _is_step(n: int, clause: Clause, turn: Turns) -> bool:
    """Whether a change the speaker made is a step on the way: "I cut the sheets in
    half"."""
    if ending_signs.SIZED.search(clause.text):
        return False
    if not turn.acted:
        return False  # where nothing else was done, it is how it ended
    also = any(t.text in {"also", "even", "first"} for t in clause.tokens[:4])
    return also or n < turn.last or clause.place < LATE


def _closing_weight(n: int, clause: Clause, turn: Turns) -> float:
    """What the world did once the speaker had acted is how the story came out."""
    p = clause.predicate
    if clause.place < HALF or lexicon.LEARNED.search(clause.text):
        return 0.0
    late = clause.place > LATE
    if clause.tokens[0].text == "because" and "because of" not in clause.text:
        return 0.0  # a reason for what was done
    later = n > turn.last and ending_signs.LATER.search(clause.text)
    if later and p.time in {"past", "present"} and p.verb not in _THOUGHT:
        return 2.0
    if late and ending_signs.NONE_SINCE.search(clause.text):
        return 2.0
    unharmed = p.auxiliary != "had" and ending_signs.UNHARMED.search(clause.text)
    if late and unharmed and p.time == "past":
        return 2.0
    if late and ending_signs.GIVEN_UP.search(clause.text) and p.time == "past":
        return 2.0
    if late and ending_signs.GAINED.search(clause.text) and p.time == "past":
        return 2.0
    if late and (_how_many(clause) or _stands_now(clause)):
        return 2.0
    if late and p.subject == "it" and ending_signs.SCORED.search(clause.text):
        return 2.0
    if p.auxiliary == "could" and p.subject in {"they", "np"} and late:
        purpose = clause.text.startswith("so ") and not clause.opens
        if purpose or clause.tokens[0].text in _RELATIVE:
            return 0.0  # "so she could check it", "that he could open": what for
        return 0.0 if p.negated else 2.0
    if p.time == "present":
        if turn.in_present and p.subject in {"they", "np"}:
            return 2.0
        own = p.subject in {"i", "none"} and p.verb not in _STILL
        now = ending_signs.NOW_STATE.search(clause.text)
        return 2.0 if now and not own else 0.0
    if p.time != "past" or ending_signs.TALK.search(clause.text):
        return 0.0
    ended_badly = bool(ending_signs.BAD_END.search(clause.text))
    if not turn.acted and not ending_signs.OUTCOME_TIME.search(clause.text):
        # Where nobody acts, what goes on is still the situation, but for the very end.
        lost = ended_badly and p.subject in {"i", "we"}
        done = turn.last >= 0 and p.passive and p.subject == "np"
        last = lost and clause.place > CLOSING
        return 2.0 if last or (done and late) else 0.0
    if late and ending_signs.BY_THEN.search(clause.text):
        return 2.0
    if p.subject in {"i", "we"}:
        return 2.0 if ended_badly or (late and _came_to(clause)) else 0.0
    stood_still = not turn.acted and p.verb in verbs.BE_PAST and not late
    if not ended_badly and (stood_still or _describes(clause)):
        return 0.0
    return 2.0 if turn.acted or late else 0.0


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
