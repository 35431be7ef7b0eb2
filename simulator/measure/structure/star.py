"""Situation, task, action, result: which clauses show them.

Each clause is weighed for each element by its wording, subject, tense and place; an
element is present when its best evidence is strong enough. What counts (docs/structure.md,
after the anchors of research on past-behaviour answers):

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
"""Share of the answer in which an unmarked change is still the problem, not the result."""
TASK_UNTIL = 0.6
"""After this, "I had to ..." tells of a step taken, not of what was asked."""


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


def habitual(clause: Clause) -> bool:
    """Whether a clause tells what usually happens instead of what happened once."""
    if clause.predicate.time == "past":
        return bool(lexicon.HABIT_PAST.search(clause.text))
    return True


def find(found: Sequence[Clause], allow_present: bool = False) -> Star:
    """Label the clauses of a story.

    Args:
        found: clauses in order.
        allow_present: a story told in the present tense ("then I call the client"), as
            second-language speakers and lively tellers do.
    """
    weights = _Weights()
    first = _first_deed(found, allow_present)
    for n, clause in enumerate(found):
        _weigh(weights, n, clause, first, allow_present)
    task = _strong(weights.task)
    result = _strong(weights.result)
    action = tuple(n for n, w in weights.action.items() if w >= 1.0)
    taken = set(task) | set(result) | set(action) | set(weights.ours)
    background = {n: w for n, w in weights.situation.items() if n not in taken}
    anchored = sum(w for n, w in weights.situation.items() if n in taken) * 0.6
    enough = sum(background.values()) + anchored >= ENOUGH and bool(background)
    return Star(
        situation=tuple(background) if enough else (),
        task=task,
        action=action,
        result=result,
        ours=tuple(weights.ours),
        quantified=tuple(n for n in result if quantified(found[n])),
        learned=tuple(n for n, c in enumerate(found) if lexicon.LEARNED.search(c.text)),
    )


def quantified(clause: Clause) -> bool:
    """Whether a clause puts a number on a change (not on the size of the thing)."""
    return bool(lexicon.CHANGE_NUMBER.search(clause.text))


def _strong(weights: dict[int, float]) -> tuple[int, ...]:
    """Clauses with any weight, where the strongest of them is strong enough."""
    if max(weights.values(), default=0.0) < ENOUGH:
        return ()
    return tuple(n for n, w in weights.items() if w >= 1.0)


def _first_deed(found: Sequence[Clause], allow_present: bool) -> int:
    for n, clause in enumerate(found):
        if deed(clause, allow_present) and clause.predicate.subject in {"i", "we"}:
            return n
    return len(found)


def deed(clause: Clause, allow_present: bool = False) -> bool:
    """Whether a clause tells of something done once, by whomever."""
    p = clause.predicate
    if clause.asks or lexicon.TASK.search(clause.text) or _is_background(clause):
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
    weights: _Weights, n: int, clause: Clause, first: int, allow_present: bool
) -> None:
    p = clause.predicate
    told = p.time == "past" or (allow_present and p.time == "present")
    if clause.asks or not (told or p.time == "none"):
        return
    result = _result_weight(n, clause, first)
    task = _task_weight(n, clause, first)
    done = deed(clause, allow_present)
    if task and task >= result:
        weights.task[n] = task
    elif result:
        weights.result[n] = result
        if done and p.subject == "i":
            weights.action[n] = 1.0
    elif done and p.subject == "i":
        weights.action[n] = 1.0
    elif done and p.subject == "we":
        weights.ours.append(n)
    if n <= first or lexicon.TIME_ANCHOR.search(clause.text):
        weight = _situation_weight(clause)
        if weight:
            weights.situation[n] = weight


def _situation_weight(clause: Clause) -> float:
    p = clause.predicate
    weight = 0.0
    if lexicon.TIME_ANCHOR.search(clause.text):
        weight += 1.5
    if lexicon.PROBLEM.search(clause.text):
        weight += 1.5
    if p.time == "past" and p.verb not in {"was", "were"}:
        weight += 1.0
    elif p.time == "past":
        weight += 0.5
    return weight


def _task_weight(n: int, clause: Clause, first: int) -> float:
    if clause.place > TASK_UNTIL and n > first:
        return 0.0
    if not lexicon.TASK.search(clause.text):
        return 0.0
    return 2.0 if not lexicon.TASK_WEAK.fullmatch(clause.text) else 1.0


def _result_weight(n: int, clause: Clause, first: int) -> float:
    """Evidence that a clause tells an outcome; 0 before anything was done."""
    p = clause.predicate
    text = clause.text
    marker = 1.0 if lexicon.RESULT_MARKER.search(text) else 0.0
    change = 1.5 if lexicon.CHANGE.search(text) else 0.0
    achieved = 1.5 if lexicon.ACHIEVED.search(text) else 0.0
    reaction = 1.5 if lexicon.REACTION.search(text) else 0.0
    number = 1.0 if quantified(clause) else 0.0
    weight = marker + max(change, achieved, reaction)
    if change or achieved or marker:
        weight += number
    if weight and p.subject not in {"i", "we"} and n > first:
        weight += 0.5
    if weight and clause.place > 0.75 and n > first:
        weight += 0.5
    if n <= first and clause.place < OPENING and not (p.subject == "i" and number):
        return 0.0
    return weight
