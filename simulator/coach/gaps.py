"""All gaps of one answer in order of importance.

Content before delivery; delivery may be said aloud only in the red band. What is merely
a refinement of a sound answer (a number to the result, one more thing to mention) waits
behind a delivery so fast or so full of "um" that it is hard to follow. A doubt
whether something was said comes behind what is sure of its weight (`doubts`). Amber
delivery comes last, and is written only.
"""

from . import content_gaps, delivery_gaps, doubts
from .case import Case
from .remarks import Gap


def find(case: Case) -> tuple[Gap, ...]:
    """Every gap, most important first; empty where the answer is not assessable."""
    if not case.assessable:
        return ()
    return (
        *content_gaps.faults(case),
        *doubts.grave(case),
        *delivery_gaps.faults(case),
        *content_gaps.refinements(case),
        *doubts.slight(case),
        *delivery_gaps.refinements(case),
    )
