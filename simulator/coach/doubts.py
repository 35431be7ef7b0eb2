"""Parts that may have been said all the same: the judge found signs too weak to quote.

Where such a part came to be remarked on, one in fourteen of the labelled answers had
told it (18 of 251); for the others the advice is right. So it is given as a doubt,
behind everything that is sure: to deny what was said tells a candidate that nobody
listened.
"""

from .case import Case
from .content_gaps import faint, lacking, no_episode, until
from .parts import heard_as
from .remarks import Gap


def find(case: Case) -> tuple[Gap, ...]:
    """The doubts about an answer, gravest first."""
    general = no_episode(case)
    if general is None:
        return tuple(_part(case, p) for p in lacking(case) if faint(case, p))
    return (_episode(general),) if faint(case, "episode") else ()


def _part(case: Case, part: str) -> Gap:
    heard = heard_as(part)[0]
    clear, evidence = until(case, part)
    doubt = f"I am not sure I heard {heard}"
    return Gap(
        f"{part}.faint",
        part,
        doubt,
        f"{clear}, but I am not sure I heard {heard}." if clear else f"{doubt}.",
        f"Next time, give {heard} a sentence of its own.",
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
