"""Whether a result says how much changed, and whether one could ask for it.

A number is praised, so it must measure something: a year, "the third floor", "the two
of them" measure nothing. It is asked for only where a change has a size: asked of
thanks, or of a bad end, it would invite an invention. Advice and follow-up question
follow this one rule.
"""

import re

from ..records import Passage
from .case import Case

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_WORD = (
    r"(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundred|thousand|million|half|halved|third|quarter"
    r"|twice|doubled?|tripled?|dozen|percent|(?:two|three|four|five|ten|hundred)fold)"
)
_NUMBER = re.compile(
    rf"(?<![a-z\d])(?<![a-z]-)\d|\b{_WORD}\b"
    r"|\b(?:to|at) (?:almost |nearly |about |only |just )?(?:one|none)\b",
    re.IGNORECASE,
)
"""Not the digits of a name: "Q3", "Covid-19"."""
_YEAR = r"(?:19[5-9]\d|20(?:0[1-9]|[1-4]\d))"
"""2000 is a round number more often than a year."""
_COUNTED = (
    r"\s*(?:%|percent|per cent|people|(?!was\b|is\b|this\b|as\b|has\b|its\b)\w+s\b)"
)
_SPAN = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_NO_AMOUNT = re.compile(
    # in 2019, but not "saved 2019" and not "from 2019 orders"
    r"\b(?:in|since|until|during|of|from|by|to|the|year|early|late|summer|spring|autumn"
    r"|winter|fall|january|february|march|april|may|june|july|august|september|october"
    rf"|november|december) {_YEAR}\b(?!{_COUNTED})"
    # when it was
    rf"|\b(?:{_WORD}|one|a few|\d+)(?: and a half)? (?:an? )?{_SPAN} (?:later|after"
    r"|on\b|ago|before|earlier)"
    rf"|\bafter (?:about )?(?:{_WORD}|one|\d+) {_SPAN}"
    rf"|\b(?:quarter|half|{_HOUR}|twenty) (?:to|past) {_HOUR}\b"
    rf"|\b{_HOUR} o'?clock"
    r"|\b\d{1,2}(?::\d\d| ?(?:am|pm|o'clock))\b"
    # which one it was: the third floor, the 3rd, the last quarter; not a third of it
    r"|\b(?:level|room|form|year|grade|class|unit|ward|gate|platform|table|floor"
    r"|chapter|version|phase|stage|step|bus|route|building|page|band|bay|terminal)"
    rf" (?:{_WORD}|one|\d+)"
    r"|\b\d+(?:st|nd|rd|th)\b|(?<!\ba )(?<!\bone )(?<!-)\b(?:third|quarter)\b"
    # who it was: the two of them, two of us, the five friends
    r"|\b(?:the|all|both|these|those|us|you) (?:two|three|four|five|six|\d)\b(?! ?%)"
    r"|\b(?:two|three|four|five|six|\d) of (?:us|them|you)\b",
    re.IGNORECASE,
)
_AT_HOUR = re.compile(
    rf"\b(?:at|by|until|till|before|around) {_HOUR}(?=\s*(?:$|[.,;!?]|(?:and|in the|on"
    r"|so|but|when|sharp|that|we|i|they|he|she|it|the)\b))",
    re.IGNORECASE,
)
"""The hour of the day: "the shift finished at ten"; not "fell by ten"."""
_MOVED = (
    r"f[ae]ll|rose|grew|dropp\w+|went (?:up|down|from)|c[ao]me down|cut"
    r"|sav(?:ed|es|ing)|reduc\w+|increas\w+|improv\w+|decreas\w+|shorten\w+|sped up"
    r"|doubled|tripled|hal(?:f|ved)|\w+fold|down|stayed at|stands at"
)
_CHANGE = re.compile(
    rf"%|\b(?:{_MOVED}|percent|per cent|twice|zero|less|fewer|more|faster|slower"
    r"|quicker|cheaper|shorter|earlier|sooner|later|instead|rather than|compared"
    rf"|lower|higher|under|above|below|by (?:an?|one) (?:third|quarter|half)|up by"
    r"|won|lost|gained|signed|sold|raised|kept|out of"
    rf"|(?:\d|{_WORD}) (?:of|in) (?:the |my |our |every )?(?:\d|{_WORD})"
    rf"|from (?:\d|{_WORD}|one)|(?:only|just) (?:\d|{_WORD}))(?:\b|(?<=\d))",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"[£€$]\s?\d|(?:\d|\b{_WORD}) ?(?:\w+ )?(?:{_SPAN}|euros?|pounds?|dollars?|cents"
    r"|points?|stars?|metres?|miles?|kilos?|tonnes?|litres?|degrees?)\b",
    re.IGNORECASE,
)
"""What a number is measured in; a count of people or things tells a size."""
_SIZED = re.compile(
    r"\bto (?:almost |nearly |next to )?(?:none|nothing|nil)\b", re.IGNORECASE
)
"""How much is left, said without a number."""
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

    The number has a unit, or its sentence tells of a change: "two colleagues thanked
    me" counts who was there, "200 customers" how large a thing is.
    """
    return tuple(p for p in case.part("result") if _measures(p.text))


def unmeasured(case: Case) -> bool:
    """Whether the result tells of a change that has a size, and does not say it."""
    result = case.part("result")
    countable = any(_COUNTABLE.search(p.text) for p in result)
    sized = any(_SIZED.search(p.text) for p in result)
    measured = sized or has_number(case) or case.analysis.structure.level == 5
    return countable and not measured


def _measures(text: str) -> bool:
    plain = _AT_HOUR.sub(_unless_moved, _NO_AMOUNT.sub(" ", text))
    told = _CHANGE.search(plain) or _UNIT.search(plain)
    return bool(told and _NUMBER.search(plain))


def _unless_moved(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    moved = re.search(rf"\b(?:{_MOVED})\b", before, re.IGNORECASE)
    return found[0] if moved else " "
