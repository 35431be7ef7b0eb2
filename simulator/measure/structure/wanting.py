"""Who wants what of whom: whether a clause says that something was wanted.

Told by wording (`task_signs`) or by the build of the clause (`duty_signs`): what
somebody does to the speaker so that they do something ("sent me to Lyon to find out"),
what must be by a time ("every file had to be in order"), what those one works for
expect, what was promised, what rests on the speaker, and nouns of wanting that are
filled ("the one condition was that ..."). What somebody is quoted with is `quoted`'s.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from simulator.measure.stems import listed

from . import duty_signs, ending_signs, lexicon, task_signs, task_talk, verbs
from .clauses import Clause

FIRM_FROM = 0.4
"""Share of the words: sooner, "it turned out I had to" and "eventually my boss asked
me" still tell what was wanted."""
_ASKED_US = re.compile(r"\basked (?:me|us)$")
_WHAT = listed("where what who whose which when why")
_PROMISE = re.compile(
    r"\b(?:told|promised|assured) (?:\w+ ){1,4}(?:that )?(?:i|we|it|they) would"
    r" (?!been|had|done|gone|got|\w+ed\b)\w+"
)
WISHING = listed(
    """
    wanted needed required wants needs requires expected demanded requested ordered
    """
)
_LACKING = frozenset(["needed", "needs", "required", "requires"])
"""What things lack too."""
_DRUDGERY = lexicon.any_of(r"(?:i|we) (?:\w+ )?had to \w+")
_US = frozenset(["me", "us"])
_REACH = 6
"""How many words after "me" or "us" the "to" may stand: "invited me for fifteen
minutes to tell them"."""
_DETERMINED = listed("the a an my our his her their its this that one two me us")
_TOLD = listed("told said announced assured promised written agreed")
_UNTIL = re.compile(r"(?:and )?(?:before|by|until|otherwise|or (?:\w+ ){1,2}would)\b")
_IF = re.compile(r"(?:and |but |so )?if (?!we did not|i did not|it was not)")


def asks_something(clause: Clause) -> bool:
    """Whether a clause says what was wanted from the speaker or the team."""
    if "task" not in clause.known:
        clause.known["task"] = _asks_something(clause)
    return clause.known["task"]


def _asks_something(clause: Clause) -> bool:
    text = task_talk.without_sayings(clause.text)
    if text != clause.text:
        clause = replace(clause, text=text, known={})
    p = clause.predicate
    if task_signs.NOT_ASKED.search(clause.text):
        return False
    if clause.place > FIRM_FROM and ending_signs.FIRM.search(clause.text):
        return False  # "in the end we had to close" is how it came out
    own_words = p.subject == "i" and not p.passive and p.verb in {"asked", "told"}
    if own_words and "myself" not in clause.text:
        return False
    if task_signs.NOT_MINE.search(clause.text) or _favour(clause):
        return False
    if _DRUDGERY.search(clause.text) and duty_signs.HABITUAL.search(clause.text):
        return False  # "for a year we had to type it twice" is how things stood
    if p.time == "modal" and not task_signs.OWN_DUTY.match(clause.text):
        return p.auxiliary in verbs.PAST_MODALS and tasked(clause)
    return bool(
        task_signs.TASK.search(clause.text)
        or task_signs.HANDED.search(clause.text)
        or task_talk.TALK.search(clause.text)
        or tasked(clause)
    )


def _favour(clause: Clause) -> bool:
    """Whether a guest or friend asks something for themselves: that is the problem."""
    return bool(task_signs.ASKED_FOR.search(clause.text))


def only_asked(clause: Clause, after: Sequence[Clause]) -> bool:
    """Whether something was only to be known: "she asked us", "where the toilets
    were"."""
    return bool(
        _ASKED_US.search(clause.text) and after and after[0].tokens[0].text in _WHAT
    )


def of_the_post(before: Clause | None, clause: Clause) -> bool:
    """Whether a duty only describes the job ("as a lead I was responsible for ...")."""
    if not task_signs.DUTY.search(clause.text):
        return False
    if task_signs.PEOPLE.search(clause.text):
        return True
    if task_signs.POST.search(clause.text):
        return True
    again = before is not None and task_signs.DUTY.search(before.text)
    return bool(again and before and task_signs.POST.search(before.text))


def wished(clause: Clause) -> bool:
    """Whether those one works for wanted something: "the city wanted a crossing"."""
    p = clause.predicate
    other = p.subject in {"np", "they"} and not (p.negated or p.passive)
    if task_talk.without_sayings(clause.text) != clause.text:
        return False  # "she needed a coffee first"
    if p.subject == "np" and p.verb in _LACKING and not expected(clause):
        return False  # "the machine needed a new part"
    other = other and p.time != "modal"
    after = " ".join(t.text for t in clause.tokens[p.at :])
    if not other or task_signs.OWN_WISH.search(after):
        return False
    if lexicon.EVERYBODY.search(" ".join(t.text for t in clause.tokens[: p.at])):
        return False  # what all would like is how things stood
    return bool(task_signs.WISH.search(clause.text)) and p.verb in WISHING


def names_one_above(clause: Clause) -> bool:
    """Whether somebody one works for is named."""
    return bool(duty_signs.ABOVE.search(clause.text))


def known_wisher(above: bool, clause: Clause) -> bool:
    """Whether a "he" or "she" who wants something may be one to work for: somebody
    above was named before, or a time is set. A robber "wanted the till" too."""
    alone = any(t.text in {"he", "she"} for t in clause.tokens[: clause.predicate.at])
    if not alone or duty_signs.DEADLINE.search(clause.text):
        return True
    return above


def tasked(clause: Clause) -> bool:
    """Whether the build of a clause says that something was wanted of the speaker."""
    if clause.asks or _IF.match(clause.text):
        return False
    signs = (
        duty_signs.FILLED,
        duty_signs.RESTS,
        duty_signs.PROMISED,
        duty_signs.OWN_AIM,
        duty_signs.NEEDED,
    )
    return (
        sent(clause)
        or must(clause.text, clause.predicate.negated)
        or expected(clause)
        or any(sign.search(clause.text) for sign in signs)
    )


def ends_in_habit(clause: Clause) -> bool:
    """Whether its last words tell of something over and over: "and for a year"."""
    last = " ".join(t.text for t in clause.tokens[-4:])
    return bool(duty_signs.HABITUAL.search(last))


def sent(clause: Clause) -> bool:
    """Somebody did something to the speaker so that they do something."""
    p = clause.predicate
    texts = [t.text for t in clause.tokens]
    for k in range(1, len(texts)):
        if texts[k] not in _US or p.subject in {"i", "none"} or p.negated:
            continue
        verb = texts[k - 1]
        ordering = verbs.is_participle(verb) or (p.progressive and verb == p.verb)
        if not ordering or verb in duty_signs.NO_ORDER:
            continue
        for n in range(k + 1, min(k + _REACH, len(texts) - 1)):
            if (
                texts[n] == "to"
                and texts[n + 1] not in duty_signs.NO_DUTY | _DETERMINED
            ):
                return True
    listens = p.verb == "meant" and texts[p.at + 1 : p.at + 3] == ["to", "be"]
    if listens:
        return False  # "I was meant to be a listener, just that"
    if p.passive and p.subject in {"i", "we"} and p.verb not in duty_signs.UNCHOSEN:
        rest = texts[p.at + 1 : p.at + 1 + _REACH]
        if any(
            a == "to" and b not in duty_signs.NO_DUTY | _DETERMINED
            for a, b in pairwise(rest)
        ):
            return True
    for match in duty_signs.CHOSEN.finditer(clause.text):
        verb, duty = match.groups()
        fit = verbs.is_participle(verb) and verb not in duty_signs.UNCHOSEN
        if fit and duty not in duty_signs.NO_DUTY | _DETERMINED:
            return True
    return False


def must(text: str, negated: bool) -> bool:
    """Whether something must be, or must be done by a time."""
    if negated or duty_signs.HABITUAL.search(text):
        return False
    if duty_signs.DEADLINE.search(text) and duty_signs.MUST_BY.search(text):
        return True
    return bool(duty_signs.MUST_BE.search(text)) and not duty_signs.SUFFERERS.search(
        text
    )


def needs(clause: Clause) -> bool:
    """Whether the speaker or the team lacked something to be got: "I needed a night
    cook"."""
    p = clause.predicate
    own = p.subject in {"i", "we"} and not (p.negated or p.passive)
    if task_talk.without_sayings(clause.text) != clause.text:
        return False  # "I wanted to cry"
    return own and p.verb in {"needed", "wanted"} and not p.embedded


def expected(clause: Clause) -> bool:
    """Whether those one works for expect something."""
    match = duty_signs.EXPECTED.search(clause.text)
    if not match or clause.predicate.negated or clause.predicate.time == "modal":
        return False
    after = clause.text[match.start() :]
    return not (
        duty_signs.FOR_THEMSELVES.search(after) or duty_signs.WANT_TO.search(after)
    )


def promised_to(clause: Clause, after: Sequence[Clause]) -> bool:
    """Whether one had told somebody what would be: "we'd told the client it would be
    live"."""
    p = clause.predicate
    own = p.subject in {"i", "we"}
    timed = duty_signs.DEADLINE.search(clause.text) and _PROMISE.search(clause.text)
    if own and timed:
        return True
    told = own and p.auxiliary == "had" and p.verb in _TOLD
    return told and any(
        c.predicate.auxiliary in {"would", "could"} or " would " in c.text
        for c in (clause, *after)
    )


def resolves(before: Clause | None, clause: Clause) -> bool:
    """Whether a clause says what one set out to do, in the words of the thought: "I
    thought, right", "I'm going to count them"."""
    thought = before is not None and task_talk.THOUGHT.match(before.text)
    return bool(thought) and bool(task_talk.RESOLVES.match(clause.text))


def due(clause: Clause, after: Sequence[Clause]) -> bool:
    """Whether what must be done has its time in the clause that follows: "they all had
    to go back before the building closed"; so too what must be because it matters, or
    because of what comes otherwise."""
    text = clause.text
    if any(c.sentence == clause.sentence for c in after):
        if task_talk.SET_HARD.match(text) and task_talk.FOLLOWS.match(after[0].text):
            return True  # "it was important", "that we sign off by June"
        if task_talk.UNLESS.match(text) and task_talk.THREAT.search(after[0].text):
            return True
        refused = clause.predicate.negated and clause.predicate.time == "modal"
        if refused and clause.predicate.subject in {"np", "they"}:
            return after[0].tokens[0].text == "unless"  # "would not pay", "unless ..."
    if task_talk.UNLESS.match(text) and task_talk.THREAT.search(text):
        return True
    bound = [c for c in after if c.sentence == clause.sentence and _UNTIL.match(c.text)]
    joined = " ".join([clause.text, *(c.text for c in bound)])
    return bool(bound) and must(joined, clause.predicate.negated)
