"""Coach: from measurements to advice, spoken and written.

    advise(answer, analysis)   one answer: a strength or a fact, one gap, one next step
    overall(session)           the whole rehearsal, and the one thing for the next
    opening(last)              where a new rehearsal takes up the last one
    aloud(text)                any written sentence, for the ear ("0:40" in words)
    unheard(session)           what the job asks for and nobody heard about
    compare(before, now)       whether the one thing to change did change
    passages(before, now)      the two stretches to play when attempts are compared

`coach.report` writes the page; it is imported apart because templates load slowly.
"""

from .again import Opening, opening, passages
from .comparing import compare
from .fit_words import unheard
from .overall import filler_rate, overall
from .probe import about as asks_for
from .probe import probe
from .spoken import advise
from .times import aloud

__all__ = [
    "Opening",
    "advise",
    "aloud",
    "asks_for",
    "compare",
    "filler_rate",
    "opening",
    "overall",
    "passages",
    "probe",
    "unheard",
]
