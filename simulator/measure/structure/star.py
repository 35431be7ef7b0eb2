"""Situation, task, action, result: which clauses show them.

Each clause is weighed for each element by its wording, subject, tense and place; an
element is present when its best evidence is strong enough. What counts
(docs/structure.md, after the anchors of research on past-behaviour answers):

- situation: what was going on, not merely where or with which tool;
- task: what was wanted from the speaker, not what was built;
- action: something the speaker did ("I" and an active verb of doing, in the past);
- result: what changed or came of it, for good or ill, not how large the thing was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from . import lexicon, verbs
from .clauses import Clause

ELEMENTS = ("situation", "task", "action", "result")
ENOUGH = 2.0
"""Evidence an element needs. One plain background clause counts 1, an anchor in time
1.5, a problem 1.5: two kinds of evidence make a situation, one alone does not."""
OPENING = 0.4
"""Share of the answer in which an unmarked change is still the problem, not the
result."""
HALF = 0.5
LATE = 0.75
CLOSING = 0.85
"""Parts of an answer by words: a story's outcome is told after its middle, mostly
late."""
SUPPORTING = 1.5
"""Evidence with which a clause is quoted beside a stronger one."""
SHARED = 0.6
"""What background told in passing, inside a deed, counts: "at my last job I built"."""
TASK_UNTIL = 0.6
"""After this, "I had to ..." tells of a step taken, not of what was asked."""


_SUBORDINATE = frozenset(["since", "because", "after", "when", "that", "as", "before"])
_WHERE_ONE_WAS = verbs.BACKGROUND | {"working", "studying", "interning", "living"}


@dataclass(frozen=True)
class Star:
    """Clause numbers by element, and what else the rules need."""

    situation: tuple[int, ...] = ()
    task: tuple[int, ...] = ()
    action: tuple[int, ...] = ()
    result: tuple[int, ...] = ()
    ours: tuple[int, ...] = ()
    """Deeds of "we": shown, but nobody's own part."""
    quantified: tuple[int, ...] = ()
    learned: tuple[int, ...] = ()

    def present(self) -> tuple[str, ...]:
        """Names of the elements found, in the order of the scheme."""
        return tuple(name for name in ELEMENTS if getattr(self, name))


@dataclass
class _Weights:
    situation: dict[int, float] = field(default_factory=dict)
    task: dict[int, float] = field(default_factory=dict)
    action: dict[int, float] = field(default_factory=dict)
    result: dict[int, float] = field(default_factory=dict)
    ours: list[int] = field(default_factory=list)


def find(found: Sequence[Clause], allow_present: bool = False) -> Star:
    """Label the clauses of a story.

    Args:
        found: clauses in order.
        allow_present: a story told in the present tense ("then I call the client"), as
            second-language speakers and lively tellers do.
    """
    weights = _Weights()
    turn = _turns(found, allow_present)
    for n, clause in enumerate(found):
        _weigh(weights, n, clause, turn, allow_present)
    task = _strong(weights.task)
    result = _strong(weights.result)
    action = tuple(weights.action)
    return Star(
        situation=_situation(weights, {*task, *result, *action, *weights.ours}),
        task=task,
        action=action,
        result=result,
        ours=tuple(weights.ours),
        quantified=tuple(n for n in result if quantified(found[n])),
        learned=tuple(n for n, c in enumerate(found) if lexicon.LEARNED.search(c.text)),
    )


def _situation(weights: _Weights, taken: set[int]) -> tuple[int, ...]:
    """Background clauses; where a task or deed tells the background too, that one."""
    free = {n: w for n, w in weights.situation.items() if n not in taken}
    shared = {
        n: w * (1.0 if n in weights.task else SHARED)
        for n, w in weights.situation.items()
        if n in taken
    }
    if sum(free.values()) + sum(shared.values()) < ENOUGH:
        return ()
    if free:
        return tuple(free)
    best = max(shared, key=lambda n: shared[n])
    return (best,) if shared[best] >= ENOUGH else ()


def quantified(clause: Clause) -> bool:
    """Whether a clause puts a number on a change (not on the size of the thing)."""
    return bool(lexicon.CHANGE_NUMBER.search(clause.text))


def _strong(weights: dict[int, float]) -> tuple[int, ...]:
    """Clauses with good weight, where the strongest of them is strong enough."""
    if max(weights.values(), default=0.0) < ENOUGH:
        return ()
    return tuple(n for n, w in weights.items() if w >= SUPPORTING)


@dataclass(frozen=True)
class _Turns:
    """Where the doing begins and ends (clause numbers; equal to the length if
    never)."""

    first: int
    last: int
    acted: bool = True


def _turns(found: Sequence[Clause], allow_present: bool) -> _Turns:
    deeds = [
        n
        for n, clause in enumerate(found)
        if deed(clause, allow_present) and clause.predicate.subject in {"i", "we"}
    ]
    tasks = [n for n, clause in enumerate(found) if _asks_something(clause)]
    if not deeds:
        # Nothing done by the speaker: what follows a task may still be its outcome.
        at = tasks[-1] if tasks else len(found)
        return _Turns(at, at, acted=False)
    main = [n for n in deeds if not _in_passing(found[n])] or deeds
    own = [n for n in main if found[n].predicate.subject == "i"] or main
    return _Turns(deeds[0], own[-1])


def _in_passing(clause: Clause) -> bool:
    """Whether a deed is told as a reason or a tag ("since I added a test", "I
    checked")."""
    first = clause.tokens[0].text
    return first in _SUBORDINATE or len(clause.tokens) <= 2


def deed(clause: Clause, allow_present: bool = False) -> bool:
    """Whether a clause tells of something done once, by whomever."""
    p = clause.predicate
    if clause.asks or p.auxiliary == "had" or p.embedded or _is_background(clause):
        return False
    if _asks_something(clause):
        return False
    if p.does and not p.progressive:
        return not lexicon.HABIT_PAST.search(clause.text)
    if p.subject in {"i", "we"} and lexicon.DEED_PHRASE.search(clause.text):
        return not p.negated and p.time == "past"
    present = allow_present and p.time == "present" and p.subject in {"i", "we"}
    return present and p.verb in lexicon.DOING_NOW and not p.negated


def _is_background(clause: Clause) -> bool:
    p = clause.predicate
    if p.verb not in verbs.BACKGROUND:
        return False
    following = [t.text for t in clause.tokens[p.at + 1 : p.at + 3]]
    place = following[:1] and following[0] in {
        "at",
        "as",
        "for",
        "in",
        "my",
        "there",
        "a",
        "an",
        "the",
        "university",
    }
    return bool(place) or not following


def _weigh(
    weights: _Weights, n: int, clause: Clause, turn: _Turns, allow_present: bool
) -> None:
    p = clause.predicate
    result = _result_weight(n, clause, turn)
    told = p.time in {"past", "none"} or (allow_present and p.time == "present")
    if clause.asks or not (told or result):
        return
    task = _task_weight(n, clause, turn)
    done = deed(clause, allow_present)
    if task and task >= result:
        weights.task[n] = task
    elif result >= SUPPORTING:
        weights.result[n] = result
        if done and p.subject == "i":
            weights.action[n] = 1.0
    elif _own_deed(clause, done, n > turn.first):
        weights.action[n] = 1.0
    elif done and p.subject == "we":
        weights.ours.append(n)
    early = n <= turn.first or (
        clause.place < OPENING
        and (p.auxiliary == "had" or bool(lexicon.PROBLEM.search(clause.text)))
    )
    if told and (early or lexicon.TIME_ANCHOR.search(clause.text)):
        weight = _situation_weight(clause)
        if weight:
            weights.situation[n] = weight


def _own_deed(clause: Clause, done: bool, after: bool) -> bool:
    if done and clause.predicate.subject == "i":
        return True
    if lexicon.OWN_WAY.search(clause.text) and clause.predicate.time == "past":
        return True
    return after and bool(lexicon.HAD_TO.search(clause.text))


def _situation_weight(clause: Clause) -> float:
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
    elif p.time == "past":
        weight += 0.5
    if p.auxiliary != "had" and lexicon.HAD_DONE.search(clause.text):
        weight += 0.5
    return weight


def _only_where(clause: Clause) -> bool:
    """Whether a clause says no more than where the speaker was, or as what."""
    p = clause.predicate
    own = p.subject == "i" and not p.passive
    return own and (p.verb in _WHERE_ONE_WAS or p.verb in verbs.BE_PAST)


def _asks_something(clause: Clause) -> bool:
    """Whether a clause says what was wanted from the speaker or the team."""
    p = clause.predicate
    if p.time == "modal" or lexicon.NOT_ASKED.search(clause.text):
        return False
    if p.subject == "i" and not p.passive and p.verb in {"asked", "told"}:
        return False
    return bool(lexicon.TASK.search(clause.text))


def _task_weight(n: int, clause: Clause, turn: _Turns) -> float:
    if clause.place > TASK_UNTIL and n > turn.first:
        return 0.0
    return ENOUGH if _asks_something(clause) else 0.0


def _result_weight(n: int, clause: Clause, turn: _Turns) -> float:
    """Evidence that a clause tells an outcome: its wording, and its place in the
    story."""
    text = clause.text
    number = quantified(clause)
    own = clause.predicate.subject == "i"
    if n <= turn.first and clause.place < OPENING and not (own and number):
        return 0.0
    if clause.predicate.time == "modal" and clause.predicate.auxiliary != "could":
        return 0.0
    worded = max(
        1.5 if pattern.search(text) else 0.0
        for pattern in (lexicon.CHANGE, lexicon.ACHIEVED, lexicon.REACTION)
    )
    weight = worded + (1.0 if lexicon.RESULT_MARKER.search(text) else 0.0)
    after = n > turn.first
    if weight:
        weight += 1.0 if number else 0.0
        weight += 0.5 if after and clause.predicate.subject not in {"i", "we"} else 0.0
        weight += 0.5 if after and clause.place > LATE else 0.0
    if after and (n > turn.last or clause.place > CLOSING):
        weight = max(weight, _closing_weight(clause, turn.acted))
    return weight


def _closing_weight(clause: Clause, acted: bool) -> float:
    """What the world did once the speaker had acted is how the story came out."""
    p = clause.predicate
    if clause.place < HALF or lexicon.LEARNED.search(clause.text):
        return 0.0
    if p.time == "present":
        return 2.0 if lexicon.NOW_STATE.search(clause.text) else 0.0
    if p.time != "past":
        return 0.0
    ended_badly = bool(lexicon.BAD_END.search(clause.text))
    if p.subject in {"i", "we"}:
        return 2.0 if ended_badly else 0.0
    if p.subject == "it" and p.passive and not ended_badly:
        return 0.0  # "it was written in Java"
    if p.verb in verbs.BE_PAST | {"had"} and not p.passive and not ended_badly:
        # "It was hard" weighs the telling and "the shop had 40 staff" its scope; "the
        # page was late" tells how it came out.
        return 2.0 if acted and p.subject != "it" and p.verb != "had" else 0.0
    return 2.0 if acted or clause.place > LATE else 0.0
