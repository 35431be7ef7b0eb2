"""Deeds and tasks: what somebody did, and what somebody was meant to do.

A deed is an active verb of doing in the past, done once and not denied; where somebody
worked or studied is background, and so is whatever "had" been done before. The first
deed of a story ends its background, and the speaker's last one begins its outcome.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from . import ending_signs, lexicon, task_signs, verbs
from .clauses import Clause

TASK_UNTIL = 0.6
"""After this, "I had to ..." tells of a step taken, not of what was asked."""
LESSON_FROM = 0.5
CLOSING = 0.85
"""Share of the words after which a deed worded as an outcome is the outcome."""
GAINED_FROM = 0.7
"""Sooner, "I got the permit" is a step."""
FOUND_UNTIL = 0.25
"""What is found this early is the problem; later it is a step."""
HEADLINE_GAP = 3
"""Clauses of background after an opening deed that make it a headline."""
WISHING = frozenset(
    [
        "wanted",
        "needed",
        "required",
        "wants",
        "needs",
        "requires",
        "expected",
        "demanded",
        "requested",
        "ordered",
    ]
)
_SUBORDINATE = frozenset(["since", "because", "after", "when", "that", "as", "before"])


@dataclass(frozen=True)
class Turns:
    """Where the doing begins and ends (clause numbers; equal to the length if
    never)."""

    first: int
    last: int
    acted: bool = True
    in_present: bool = False
    """Whether the story is told in the present tense."""
    outcome: int = 10**9
    """Where nobody acts and the answer opens with its outcome: from this clause on."""
    lesson: int = 10**9
    """Where the speaker draws a lesson; what follows is said about the story."""


def turns(found: Sequence[Clause], allow_present: bool) -> Turns:
    """Where a story turns from background to deeds, and from deeds to outcome."""
    deeds = [
        n
        for n, clause in enumerate(found)
        if deed(clause, allow_present) and clause.predicate.subject in {"i", "we"}
    ]
    tasks = [n for n, clause in enumerate(found) if asks_something(clause)]
    lesson = next(
        (
            n
            for n, clause in enumerate(found)
            if clause.place > LESSON_FROM and lexicon.LESSON.search(clause.text)
        ),
        len(found),
    )
    if all(_is_end(found[n]) or _ended(found[n], tasks) for n in deeds):
        # Nothing done by the speaker: what follows a task may still be its outcome.
        at = tasks[-1] if tasks else len(found)
        last = tasks[-1] if tasks else -1
        outcome = _opening_outcome(found)
        return Turns(at, last, False, allow_present, outcome, lesson)
    main = [n for n in deeds if not _in_passing(found[n])] or deeds
    own = [n for n in main if found[n].predicate.subject == "i"] or main
    steps = [n for n in own if not _is_end(found[n])] or own[:1]
    opens = len(main) > 1 and (_headline(found, main) or _discovery(found[main[0]]))
    first = main[1] if opens else main[0]
    return Turns(first, steps[-1], True, allow_present, len(found), lesson)


def told_as_end(clause: Clause) -> bool:
    """Whether the words of a clause are those of an outcome."""
    if ending_signs.CHANGE.search(clause.text):
        return True
    if ending_signs.ACHIEVED.search(clause.text):
        return True
    thanks = clause.predicate.subject == "i" and clause.predicate.does
    return not thanks and bool(ending_signs.REACTION.search(clause.text))


def _is_end(clause: Clause) -> bool:
    """Whether a deed is how it ended: "we sold out", "I got the certificate"."""
    if clause.place > CLOSING and told_as_end(clause):
        return True
    return clause.place > GAINED_FROM and bool(ending_signs.GAINED.search(clause.text))


def _ended(clause: Clause, tasks: Sequence[int]) -> bool:
    """Whether an outcome is one wherever it is told: "we won the final", or "I passed"
    after what was wanted, where nothing else was done."""
    wanted = bool(tasks) and clause.place > LESSON_FROM
    return (clause.predicate.subject == "we" or wanted) and told_as_end(clause)


def _opening_outcome(found: Sequence[Clause]) -> int:
    """The clause from which an answer without a problem or a deed tells how it went.

    "Sales grew by a fifth and we came second" is all outcome; after a problem or a
    time, the same words may still be the circumstances.
    """
    if any(asks_something(clause) for clause in found):
        return len(found)
    opening = found[0]
    good = told_as_end(opening) and not ending_signs.BAD_END.search(opening.text)
    trouble = lexicon.PROBLEM.search(opening.text)
    if trouble and ending_signs.SIZED.search(opening.text):
        trouble = None  # "was cut from four hours to one" names no problem
    return 0 if good and not trouble else len(found)


def _headline(found: Sequence[Clause], main: Sequence[int]) -> bool:
    """Whether the first deed only announces the story: "I moved the night shift. I am
    a ward manager, and we had four falls in a month ..." """
    opens = main[0] == 0 and len(main) > 1 and main[1] - main[0] > HEADLINE_GAP
    return opens and found[0].sentence != found[main[1]].sentence


def _discovery(clause: Clause) -> bool:
    """Whether an early deed is what was met with: "we found asbestos in the wall"."""
    met = clause.predicate.verb in {"found", "discovered"}
    return met and clause.place < FOUND_UNTIL


def deed(clause: Clause, allow_present: bool = False) -> bool:
    """Whether a clause tells of something done once, by whomever."""
    p = clause.predicate
    if clause.asks or p.auxiliary == "had" or p.embedded or _is_background(clause):
        return False
    if asks_something(clause) or lexicon.LEARNED.search(clause.text):
        return False
    if p.auxiliary in verbs.HAVE and lexicon.EXPERIENCE.search(clause.text):
        return False
    if p.subject == "i" and _to_no_effect(clause):
        return False
    if clause.tokens[0].text == "where" or _stands_in(clause) or _kept_on(clause):
        return False
    if p.does and not p.progressive:
        return not lexicon.HABIT_PAST.search(clause.text)
    if p.subject in {"i", "we"} and lexicon.DEED_PHRASE.search(clause.text):
        return not p.negated and p.time == "past"
    present = allow_present and p.time == "present" and p.subject in {"i", "we"}
    return present and p.verb not in lexicon.NOT_DOING_NOW and not p.negated


def _to_no_effect(clause: Clause) -> bool:
    """Whether nothing was done: "I sold nothing for seven weeks"."""
    after = clause.tokens[clause.predicate.at + 1 : clause.predicate.at + 2]
    return bool(after) and after[0].text in {"nothing", "nobody", "none"}


def _kept_on(clause: Clause) -> bool:
    """Whether something went on among several: "she and I kept arguing"."""
    p = clause.predicate
    after = [t.text for t in clause.tokens[p.at + 1 : p.at + 2]]
    return (
        p.subject == "we"
        and p.verb == "kept"
        and after[0:1] != []
        and (after[0].endswith("ing"))
    )


def _stands_in(clause: Clause) -> bool:
    """Whether "did" only stands for another verb ("or we did when I came")."""
    p = clause.predicate
    after = clause.tokens[p.at + 1 : p.at + 2]
    return p.verb == "did" and p.auxiliary != "did" and not after


def _is_background(clause: Clause) -> bool:
    """Whether the verb says where the speaker was ("worked at", "moved to")."""
    p = clause.predicate
    follows = verbs.BACKGROUND.get(p.verb)
    if follows is None:
        return False
    after = [t.text for t in clause.tokens[p.at + 1 : p.at + 2]]
    return not follows or not after or after[0] in follows


def _in_passing(clause: Clause) -> bool:
    """Whether a deed is told as a reason or a tag ("since I added a test", "I
    checked")."""
    first = clause.tokens[0].text
    return first in _SUBORDINATE or len(clause.tokens) <= 2


def own_deed(clause: Clause, done: bool, after: bool) -> bool:
    """Whether the clause tells of the speaker's own part; `done` is its `deed`."""
    if done and clause.predicate.subject == "i":
        return True
    if lexicon.OWN_WAY.search(clause.text) and clause.predicate.time == "past":
        return True
    return after and bool(lexicon.HAD_TO.search(clause.text))


def asks_something(clause: Clause) -> bool:
    """Whether a clause says what was wanted from the speaker or the team."""
    p = clause.predicate
    if p.time == "modal" or task_signs.NOT_ASKED.search(clause.text):
        return False
    if p.subject == "i" and not p.passive and p.verb in {"asked", "told"}:
        return False
    if task_signs.NOT_MINE.search(clause.text) or _favour(clause):
        return False
    return bool(
        task_signs.TASK.search(clause.text) or task_signs.HANDED.search(clause.text)
    )


def _favour(clause: Clause) -> bool:
    """Whether a guest or friend asks something for themselves: that is the problem."""
    return bool(task_signs.ASKED_FOR.search(clause.text))


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
    other = other and p.time != "modal"
    after = " ".join(t.text for t in clause.tokens[p.at :])
    if not other or task_signs.OWN_WISH.search(after):
        return False
    if lexicon.EVERYBODY.search(" ".join(t.text for t in clause.tokens[: p.at])):
        return False  # what all would like is how things stood
    return bool(task_signs.WISH.search(clause.text)) and p.verb in WISHING


def _others_say(clause: Clause) -> bool:
    own = clause.predicate.subject == "i"
    return not own and bool(task_signs.TOLD.search(clause.text))


def ordered(before: Sequence[Clause], clause: Clause) -> bool:
    """Whether somebody's words hold an order: "my boss says, you go there".

    Args:
        before: the few clauses before it; one of them says that somebody spoke.
        clause: the clause to judge.
    """
    if task_signs.ORDER.search(clause.text):
        return True
    p = clause.predicate
    said = any(map(_others_say, before))
    if _others_say(clause) and task_signs.MUST.search(clause.text):
        return True
    if (said or _others_say(clause)) and task_signs.IMPERATIVE.search(clause.text):
        return True
    to_hearer = p.subject == "you" and p.time in {"present", "none"}
    return bool(said) and to_hearer and p.verb not in task_signs.NOT_ORDERED
