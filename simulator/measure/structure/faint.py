"""Signs of a part too weak to quote, strong enough not to ask for it.

The judge must be sure before it calls a part present, because it quotes it. An
interviewer who asks must be sure that it is absent. Between the two lies what people
hint at ("and that was that", "you go, my boss said"): a mistake in either direction is
avoided by neither quoting it nor asking for it.
"""

from collections.abc import Callable, Mapping, Sequence

from . import ending_signs, lexicon, shape_lexicon, verbs
from .clauses import Clause
from .deeds import deed
from .lexicon import any_of

WANTED = any_of(
    r"want(?:ed|s)?|need(?:ed|s)?|ask(?:ed|s|ing)?|told|tells?|sa(?:id|ys)|goes"
    r"|had to|has to|have to|must|should|supposed|expected|due|deadline|goal|target"
    r"|aim|task|job|role|duty|homework|responsib\w+|charge|up to (?:me|us)|down to"
    r" (?:me|us)|on (?:me|us)|mine|ours|by (?:the )?(?:end|monday|tuesday|wednesday"
    r"|thursday|friday|saturday|sunday|noon|midnight|easter|christmas|\d\w*)|until"
    r"|plan|decided to|brief|budget|to get|in order to|try(?:ing)? to|so that"
    r"|assign\w*|promised|in time|gave me|set (?:my|our)sel(?:f|ves)",
)
"""Any wanting, ordering or aiming, by anybody, in any words."""
_CURIOUS = any_of(
    r"curious|wonder\w*|interested|ask|know|hear|tell me|question|what|how|about"
)
"""Anything that may be a question of the candidate's own."""
WANTED_UNTIL = 0.75
"""What is wanted after this is the next thing, not the task."""
SCENE_UNTIL = 0.4
"""What others did until here may be the scene."""
ENDING_FROM = 0.6
"""A story's outcome may stand in the rest."""
FEWEST_PAST = 2
"""Clauses in the past that may be a real episode in a general answer."""


def faint(
    missing: Sequence[str], found: Sequence[Clause], kind: str, shape: str
) -> tuple[str, ...]:
    """The missing parts that may have been said all the same, and "episode".

    Args:
        missing: parts not found.
        found: clauses in order.
        kind: the kind of the answer.
        shape: the shape that was expected.
    """
    signs = _STAR if shape == "star" else _OTHER
    known = ((name, signs.get(name)) for name in missing)
    weak = [name for name, sign in known if sign is not None and sign(found)]
    if shape == "star" and kind != "story" and _may_be_an_episode(found):
        weak.append("episode")
    return tuple(weak)


def _may_be_an_episode(found: Sequence[Clause]) -> bool:
    past = [c for c in found if c.predicate.time == "past"]
    anchored = any(lexicon.TIME_ANCHOR.search(c.text) for c in found)
    return len(past) >= FEWEST_PAST and (anchored or len(past) > len(found) / 2)


def _situation(found: Sequence[Clause]) -> bool:
    """Anything told of the surroundings before the first deed, or of others early."""
    first = next((n for n, c in enumerate(found) if _own(c)), len(found))
    before = any(c.predicate.time != "none" for c in found[:first])
    others = (c for c in found if c.place < SCENE_UNTIL)
    return (
        before
        or any(c.predicate.subject not in {"i", "we", "none"} for c in others)
        or any(
            lexicon.TIME_ANCHOR.search(c.text) or lexicon.PROBLEM.search(c.text)
            for c in found
        )
    )


def _task(found: Sequence[Clause]) -> bool:
    return any(c.place < WANTED_UNTIL and WANTED.search(c.text) for c in found)


def _action(found: Sequence[Clause]) -> bool:
    return any(_own(c) for c in found)


def _own(clause: Clause) -> bool:
    p = clause.predicate
    acts = p.time == "past" and not p.passive and not p.negated
    told = p.verb not in verbs.STATIVE or lexicon.DEED_PHRASE.search(clause.text)
    return p.subject == "i" and acts and bool(told)


def _result(found: Sequence[Clause]) -> bool:
    """Whether the end tells more than the speaker's deeds, feelings and lessons."""
    last = max((n for n, c in enumerate(found) if _own(c)), default=-1)
    for n, clause in enumerate(found):
        if clause.place < ENDING_FROM:
            continue
        worded = any(
            pattern.search(clause.text)
            for pattern in (
                ending_signs.RESULT_MARKER,
                ending_signs.CHANGE,
                ending_signs.ACHIEVED,
                ending_signs.REACTION,
                ending_signs.BAD_END,
            )
        )
        others = clause.predicate.subject not in {"i", "none"} and not deed_of_us(
            clause
        )
        told = clause.predicate.time in {"past", "present"} and others
        if worded or (n > last and told) or _got(clause):
            return True
    return False


def _got(clause: Clause) -> bool:
    """Whether the speaker came to have or to be something ("I had the
    certificate")."""
    p = clause.predicate
    own = p.subject in {"i", "we"} and p.time == "past"
    return own and p.verb in {"had", "got", "kept", "became", "received", "gained"}


def deed_of_us(clause: Clause) -> bool:
    """Whether "we" did it: a step, told as one."""
    return clause.predicate.subject == "we" and deed(clause)


def _pattern(name: str) -> Callable[[Sequence[Clause]], bool]:
    pattern = getattr(shape_lexicon, name)
    return lambda found: any(pattern.search(c.text) for c in found)


def _example(found: Sequence[Clause]) -> bool:
    return any(c.predicate.time == "past" for c in found) or _pattern("EXAMPLE")(found)


_STAR: Mapping[str, Callable[[Sequence[Clause]], bool]] = {
    "situation": _situation,
    "task": _task,
    "action": _action,
    "result": _result,
}
_OTHER: Mapping[str, Callable[[Sequence[Clause]], bool]] = {
    "present": lambda found: any(c.predicate.time == "present" for c in found),
    "past": lambda found: any(c.predicate.time == "past" for c in found),
    "future": lambda found: any(c.predicate.time == "modal" for c in found),
    "point": lambda found: bool(found),
    "reason": lambda found: len(found) > 2,
    "example": _example,
    "questions": lambda found: any(_CURIOUS.search(c.text) for c in found),
    "options": _pattern("OPTION"),
    "criteria": _pattern("REASON"),
    "meaning": lambda found: any(c.predicate.time == "present" for c in found),
    "workings": lambda found: len(found) > 2,
    "choice": lambda found: any(
        c.predicate.subject in {"i", "we"} and c.predicate.time == "modal"
        for c in found
    ),
}
