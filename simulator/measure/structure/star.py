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

from . import lexicon, verbs, wanting
from .clauses import Clause
from .deeds import Turns, deed, own_deed, turns
from .endings import quantified, result_weight
from .weights import (
    ENOUGH,
    EVENT,
    HALF,
    OPENING,
    SUPPORTING,
    is_event,
    situation_weight,
    task_weight,
)

ELEMENTS = ("situation", "task", "action", "result")
PLAIN = 1.0
"""What a plain clause in the past weighs as background."""
BLUNDER_UNTIL = 0.2
"""How soon the mistake is told where one was asked for; `found[action[1]]` follows it
within the first half."""
SHARED = 0.7
"""What background told in passing, inside a deed, counts: "at my last job I built"."""


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


def find(
    found: Sequence[Clause], allow_present: bool = False, *, blunder: bool = False
) -> Star:
    """Label the clauses of a story.

    Args:
        found: clauses in order.
        allow_present: a story told in the present tense ("then I call the client"), as
            second-language speakers and lively tellers do.
        blunder: the question asks for a mistake, so a story that opens with the
            speaker's own deed opens with what it is about.
    """
    weights = _Weights()
    turn = turns(found, allow_present)
    section, named = "", False
    for n, clause in enumerate(found):
        section = _heading(clause) or section
        above, named = named, named or wanting.names_one_above(clause)
        if section == "action" and _noted(clause):
            weights.action[n] = 1.0
            continue
        wanted = task_weight(n, found, turn, above)
        _weigh(weights, (n, clause, wanted), turn, allow_present)
    task = _strong(weights.task)
    result = _strong(weights.result)
    action = tuple(weights.action)
    situation = _situation(weights, {*task, *result, *action, *weights.ours}, found)
    opens = blunder and len(action) > 2 and found[action[0]].place < BLUNDER_UNTIL
    if opens and not situation and found[action[1]].place < HALF:
        situation = (action[0],)
    return Star(
        situation=situation,
        task=task,
        action=action,
        result=result,
        ours=tuple(weights.ours),
        quantified=tuple(n for n in result if quantified(found[n])),
    )


_POSTURE = frozenset(["stood", "sat", "stayed"])
"""Of the speaker or the team these tell a step, not how things were."""
_HEADINGS = {
    "situation": "situation",
    "context": "situation",
    "background": "situation",
    "task": "task",
    "goal": "task",
    "action": "action",
    "actions": "action",
    "approach": "action",
    "steps": "action",
    "impact": "result",
    "result": "result",
    "results": "result",
    "outcome": "result",
}


def _heading(clause: Clause) -> str:
    """The element a written answer names before it ("Result: sales rose"), or ""."""
    first = clause.tokens[0]
    has_more = len(clause.tokens) > 2
    return _HEADINGS.get(first.text, "") if first.comma and has_more else ""


def _noted(clause: Clause) -> bool:
    """A deed noted without its "I", as people do under a heading: "wrote a script"."""
    p = clause.predicate
    doing = p.time == "past" and not (p.passive or p.negated) and verbs.is_doing(p.verb)
    first = next((t.text for t in clause.tokens if t.text not in _HEADINGS), "")
    return doing and first == p.verb


def _scene_too(clause: Clause) -> bool:
    """Whether a task is told with its scene; "they needed a page" or "they hired me to
    ..." is only a wish."""
    bare = clause.predicate.verb in wanting.WISHING or wanting.sent(clause)
    return not bare or bool(lexicon.TIME_ANCHOR.search(clause.text))


def _situation(
    weights: _Weights, taken: set[int], found: Sequence[Clause]
) -> tuple[int, ...]:
    """Background clauses; where a task or deed tells the background too, that one."""
    free = {n: w for n, w in weights.situation.items() if n not in taken}
    shared = {
        n: w * (1.0 if n in weights.task and _scene_too(found[n]) else SHARED)
        for n, w in weights.situation.items()
        if n in taken
    }
    if sum(free.values()) + sum(shared.values()) < ENOUGH:
        return ()
    if sum(free.values()) >= PLAIN:
        return tuple(free)
    best = max(shared, key=lambda n: shared[n])
    return (best,) if shared[best] >= ENOUGH else ()


def _strong(weights: dict[int, float]) -> tuple[int, ...]:
    """Clauses with good weight, where the strongest of them is strong enough."""
    if max(weights.values(), default=0.0) < ENOUGH:
        return ()
    return tuple(n for n, w in weights.items() if w >= SUPPORTING)


def _weigh(
    weights: _Weights,
    weighed: tuple[int, Clause, float],
    turn: Turns,
    allow_present: bool,
) -> None:
    n, clause, task = weighed
    p = clause.predicate
    result = result_weight(n, clause, turn)
    told = p.time in {"past", "none"} or (allow_present and p.time == "present")
    background = n <= turn.first and p.auxiliary in verbs.PAST_MODALS
    if clause.asks and not task:
        return
    if p.time == "modal" and not (result or background or task):
        return
    headed = _heading(clause)
    if headed == "task":
        task = ENOUGH
    elif headed == "result":
        result = max(result, ENOUGH)
    elif headed == "situation":
        weights.situation[n] = ENOUGH
        return
    done = deed(clause, allow_present)
    if task and task >= result:
        weights.task[n] = task
    elif result >= SUPPORTING:
        weights.result[n] = result
        if done and p.subject == "i":
            weights.action[n] = 1.0
    elif own_deed(clause, done, n > turn.first):
        weights.action[n] = 1.0
    elif done and p.subject == "we" and not _met(n, clause, turn):
        weights.ours.append(n)
    weight = _background((n, clause, task), turn, done=done, told=told)
    if weight > 0:
        weights.situation[n] = weight


def _background(
    weighed: tuple[int, Clause, float], turn: Turns, *, done: bool, told: bool
) -> float:
    """What a clause tells of how things were; 0 or less where it tells nothing of it.

    Args:
        weighed: its number, itself, and what it weighs as a task.
        turn: where the deeds of the story begin and end.
        done: it tells a deed.
        told: its tense is the one the story is told in.
    """
    n, clause, task = weighed
    p = clause.predicate
    if n >= turn.outcome:
        return 0.0  # nothing but the outcome was told before
    trouble = lexicon.PROBLEM.search(clause.text)
    single = p.subject == "they" and is_event(clause)
    early = (
        n <= turn.first
        or (not turn.acted and (turn.last < 0 or bool(trouble) or single))
        or (clause.place < OPENING and (p.auxiliary == "had" or bool(trouble)))
    )
    anchored = clause.place < HALF and lexicon.TIME_ANCHOR.search(clause.text)
    if not (told or n <= turn.first) or not (early or anchored):
        return 0.0
    weight = situation_weight(clause)
    if n <= turn.first and lexicon.NOBODY.search(clause.text):
        weight += 1.0
    if n <= turn.first and is_event(clause):
        weight += EVENT
    unlike = p.negated and verbs.is_doing(p.verb)
    step = done and not _met(n, clause, turn)
    steps = step or task or unlike or p.verb in _POSTURE
    if steps and p.subject in {"i", "we"} and p.auxiliary != "had":
        # A deed or duty is no background, though it may name one.
        weight -= PLAIN if trouble or not done else 1.5 * PLAIN
    return weight


def _met(n: int, clause: Clause, turn: Turns) -> bool:
    """Whether something was come upon before any deed: that is no step yet."""
    return n < turn.first and clause.predicate.verb in {"found", "discovered"}
