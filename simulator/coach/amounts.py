"""Whether a result says how much changed, and whether one could ask for it.

A number is praised, so it must measure something: a year, "the third floor", "the two
of them" measure nothing. It is asked for only where a change has a size: asked of
thanks, or of a bad end, it would invite an invention. Advice and follow-up question
follow this one rule.
"""

import re

from ..records import Passage
from .case import Case

_NUMBER = re.compile(
    r"(?<![a-z\d])(?<![a-z]-)\d"
    r"|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|half|halved|third|quarter|twice|doubled?|tripled?|dozen|percent)\b",
    re.IGNORECASE,
)
"""Not the digits of a name: "Q3", "Covid-19"."""
_YEAR = r"(?:19[5-9]\d|20(?:0[1-9]|[1-4]\d))"
"""2000 is a round number more often than a year."""
_COUNTED = (
    r"\s*(?:%|percent|per cent|people|(?!was\b|is\b|this\b|as\b|has\b|its\b)\w+s\b)"
)
_NO_AMOUNT = re.compile(
    # in 2019, but not "saved 2019" and not "from 2019 orders"
    r"\b(?:in|since|until|during|of|from|by|to|the|year|early|late|summer|spring|autumn"
    r"|winter|fall|january|february|march|april|may|june|july|august|september|october"
    rf"|november|december) {_YEAR}\b(?!{_COUNTED})"
    # when it was
    r"|\b\d{1,2}(?::\d\d| ?(?:am|pm|o'clock))\b"
    # which one it was: the third floor, the 3rd, the last quarter; not a third of it
    r"|\b\d+(?:st|nd|rd|th)\b|(?<!\ba )(?<!\bone )(?<!-)\b(?:third|quarter)\b"
    # who it was: the two of them, two of us, the five friends
    r"|\b(?:the|all|both|these|those|us|you) (?:two|three|four|five|six|\d)\b(?! ?%)"
    r"|\b(?:two|three|four|five|six|\d) of (?:us|them|you)\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:users?|customers|people|countries|employees|servers|nodes|requests|records"
    r"|rows|lines|stores|shops|sites|visitors|downloads)\b",
    re.IGNORECASE,
)
"""Words beside which a number may tell only how large a thing is."""
_CHANGE = re.compile(
    r"%|\b(?:from|by|percent|per cent|hal(?:f|ved)|doubled|tripled|f[ae]ll|rose|grew"
    r"|dropped|went|cut|saved|reduc\w+|increas\w+|improv\w+|less|fewer|more|faster"
    r"|slower|earlier|later|instead|compared|won|lost|gained|signed|left|stayed|came)\b",
    re.IGNORECASE,
)
_COUNTABLE = re.compile(
    r"\b(?:reduc(?:ed|ing)|increas(?:ed|ing)|improved|improving|decreas(?:ed|ing)"
    r"|sav(?:ed|es|ing)|dropp(?:ed|ing)|grew|rose|raised|faster|quicker|cheaper|fewer"
    r"|fewer errors|sped up|went (?:up|down)|came down|shorter|less (?:time|waste)"
    r"|cut (?:the|our|its|their|down)|shortened)\b",
    re.IGNORECASE,
)
"""Changes that have a size."""


def has_number(case: Case) -> bool:
    """Whether a number in the result measures it, in figures or words."""
    return bool(numbered(case))


def numbered(case: Case) -> tuple[Passage, ...]:
    """The sentences of the result with a number that measures something.

    A number beside a word of size ("200 customers") counts only where the sentence
    tells of a change as well.
    """
    return tuple(
        p
        for p in case.part("result")
        if _NUMBER.search(_NO_AMOUNT.sub(" ", p.text))
        and (_CHANGE.search(p.text) or not _SCOPE.search(p.text))
    )


def unmeasured(case: Case) -> bool:
    """Whether the result tells of a change that has a size, and does not say it."""
    countable = any(_COUNTABLE.search(p.text) for p in case.part("result"))
    measured = has_number(case) or case.analysis.structure.level == 5
    return countable and not measured
