"""Parts that may have been said all the same: the judge found signs too weak to quote.

Where such a part came to be remarked on, one in fourteen of the labelled answers had
told it (18 of 251); for the others the advice is right. So it is given as a doubt: to
deny what was said tells a candidate that nobody listened. An episode, a deed or an end
that is doubtful matters more than the delivery; a doubtful setting or task waits behind
everything that is sure.
"""

from .case import Case
from .content_gaps import faint, lacking, no_episode, until
from .parts import heard_as
from .remarks import Gap

GRAVE = frozenset({"episode.faint", "action.faint", "result.faint"})
"""Keys of doubts about that without which there is no story."""


def grave(case: Case) -> tuple[Gap, ...]:
    """Doubts whether there was a story at all, with a deed and an end."""
    return tuple(gap for gap in _find(case) if gap.key in GRAVE)


def slight(case: Case) -> tuple[Gap, ...]:
    """The other doubts."""
    return tuple(gap for gap in _find(case) if gap.key not in GRAVE)


def _find(case: Case) -> tuple[Gap, ...]:
    general = no_episode(case)
    if general is None:
        return tuple(_part(case, p) for p in lacking(case) if faint(case, p))
    return (_episode(general),) if faint(case, "episode") else ()


def _part(case: Case, part: str) -> Gap:
    heard, _, step = heard_as(part)
    clear, evidence = until(case, part)
    doubt = f"I am not sure I heard {heard}"
    return Gap(
        f"{part}.faint",
        part,
        doubt,
        f"{clear}, but I am not sure I heard {heard}." if clear else f"{doubt}.",
        f"Next time, {step}.",  # of use to whoever said it too: a sentence of its own
        evidence,
    )


def _episode(general: Gap) -> Gap:
    doubt = "I am not sure I heard about one particular time"
    return Gap(
        "episode.faint",
        general.about,
        doubt,
        f"{doubt}.",
        general.next_step,
        general.evidence,
    )
