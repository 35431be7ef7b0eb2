"""How strongly a clause tells what came of it: its wording, and its place in the story.

An outcome is told by its wording (a change, an achievement, a reaction), or by what
others and things did once the speaker had acted. What the speaker felt, how hard it
was, and what was learned are none (docs/structure.md).
"""

from . import ending_signs, lexicon, verbs
from .clauses import Clause
from .closings import LATE, closing_weight
from .deeds import CLOSING, Turns, told_as_end
from .weights import HALF, OPENING

_BOUNDS = frozenset(["until", "till", "while", "before", "if", "whether"])
"""Such a clause bounds what was done; it is no outcome by itself."""


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
    if clause.predicate.time == "none" and ending_signs.BY_THEN.search(clause.text):
        marked = False  # "by the end of the next year" alone only dates
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
    ours = own or clause.predicate.subject == "we"
    if ours and worded and not marked and _is_step(n, clause, turn):
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
        weight = max(weight, 0.0 if coda else closing_weight(n, clause, turn))
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
