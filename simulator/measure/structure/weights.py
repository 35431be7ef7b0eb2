"""How strongly a clause speaks for an element: its wording, tense, subject and place.

Weights are in units of one plain sign (see `ENOUGH`); each sign is a class of wording
from `lexicon` or a fact of grammar, so a mark can always be explained by its words.
"""

from collections.abc import Sequence

from . import lexicon, quoted, task_signs, verbs, wanting
from .clauses import Clause
from .deeds import TASK_UNTIL, Turns
from .wanting import WISHING, asks_something

ENOUGH = 2.0
"""Evidence an element needs. One plain background clause counts 1, an anchor in time
1.5, a problem 1.5: of these, two kinds make a situation and one alone does not; what
befell others before the first deed (1 and `EVENT`) does alone."""
SUPPORTING = 1.5
"""Evidence with which a clause is quoted beside a stronger one."""
EVENT = 1.0
"""What others did or underwent before the first deed is a circumstance by itself."""
_NO_EVENT = WISHING | {"had", "was", "were", "said", "told", "thought", "knew", "asked"}
OPENING = 0.4
"""Share of the answer in which an unmarked change is still the problem, not the
result."""
QUOTED = 3
"""Clauses for which somebody's quoted words may go on; set on the building answers."""
HALF = 0.5
_INTENT = lexicon.any_of(
    r"(?:wanted|planned|intended|threatened|decided|refused) to"
    r"|insisted on|(?:proposed|suggested|announced|claimed|promised) (?!me\b|us\b)\w+"
)
"""What others meant to do is a circumstance: "the owner wanted to close early"."""
_WHERE_ONE_WAS = {*verbs.BACKGROUND, "working", "studying", "interning", "living"}


def situation_weight(clause: Clause) -> float:
    """Evidence that a clause tells what was going on."""
    p = clause.predicate
    weight = 0.0
    if lexicon.TIME_ANCHOR.search(clause.text):
        weight += 1.5
    if lexicon.PROBLEM.search(clause.text):
        weight += 1.5
    number = lexicon.NUMBER.search(clause.text) and not asks_something(clause)
    if p.time == "past" and p.subject == "np" and p.verb in verbs.BE_PAST and number:
        weight += 2.0 if clause.place < OPENING else 1.0
    elif p.time == "past" and _only_where(clause):
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
    if p.subject in {"np", "they"} and _INTENT.search(clause.text):
        weight += EVENT
    if task_signs.ASKED_FOR.search(clause.text):
        weight += EVENT
    if lexicon.CALLED.search(clause.text):
        weight += EVENT
    if p.auxiliary != "had" and lexicon.HAD_DONE.search(clause.text):
        weight += 0.5
    return weight


def is_event(clause: Clause) -> bool:
    """Whether others did or underwent something, apart from wishing and saying."""
    p = clause.predicate
    others = p.subject in {"np", "they"} and p.time == "past" and not p.negated
    return others and p.verb not in _NO_EVENT


def _only_where(clause: Clause) -> bool:
    """Whether a clause says no more than where the speaker was, or as what."""
    p = clause.predicate
    own = p.subject == "i" and not p.passive
    return own and (p.verb in _WHERE_ONE_WAS or p.verb in verbs.BE_PAST)


def task_weight(n: int, found: Sequence[Clause], turn: Turns, above: bool) -> float:
    """Evidence that clause `n` tells what was wanted, before the doing or early in it.

    Args:
        n: number of the clause.
        found: clauses in order.
        turn: where the doing begins and ends.
        above: whether somebody one works for was named before it.
    """
    clause = found[n]
    looks_back = clause.predicate.auxiliary == "had"
    if clause.place > TASK_UNTIL and n > turn.first and not looks_back:
        return 0.0
    before = found[n - 1] if n else None
    if before and wanting.ends_in_habit(before) and not clause.opens:
        return 0.0  # "and for a year", "we had to type it twice"
    only_asked = wanting.only_asked(clause, found[n + 1 : n + 2])
    if (
        asks_something(clause)
        and not wanting.of_the_post(before, clause)
        and not only_asked
    ):
        return ENOUGH
    lately = found[max(0, n - QUOTED) : n]
    early = n <= turn.first and (
        quoted.ordered(lately, clause)
        or (wanting.wished(clause) and wanting.known_wisher(above, clause))
        or quoted.wish(clause, lately)
        or wanting.promised_to(clause, found[n + 1 : n + 2])
        or wanting.resolves(before, clause)
        or wanting.due(clause, found[n + 1 : n + 2])
    )
    lacked = wanting.needs(clause) and (n <= turn.first or looks_back)
    return ENOUGH if early or lacked else 0.0
