"""When silence may be told: "I did not hear how the other person saw it".

The finders miss much (docs/moments.md), so that nothing was found shows nothing. What
is absent is told only where not even a loose sign of it stands in the answer.
"""

import re
from collections.abc import Iterable

_SOMEBODY = (
    r"(?i:\b(?:she|he|they|her|him|them|his|their|each|both|colleagues?|team|together"
    r"|helped)\b)|(?<=[a-z,] )[A-Z][a-z]+"
)
MAYBE: dict[str, re.Pattern[str]] = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "perspective": _SOMEBODY + r"|(?i:\b(?:asked|listened|felt|wanted|needed)\b)",
        "credit": _SOMEBODY,
        "adjustment": r"(?i)\b(?:instead|chang\w+|new|differ\w+|other|another|now|since"
        r"|then|from|switch\w*|adapt\w*|mov\w+|cut|rewr\w+|again|without|with \w+"
        r" made)\b",
        "initiative": r"(?i)\bi(?:'d|'ve)? (?!was|had to|am|think|would|like|have)\w+",
        "persistence": r"(?i)\b(?:until|again|every|each|kept|still|times?|days?|weeks?"
        r"|months?|years?|nights?|evenings?|winters?|summers?|hours?|twice|tried"
        r"|\w+ed)\b",
        "reliability": r"(?i)\b(?:check\w*|promis\w+|time|date|day|deadline|told|called"
        r"|wrote|read|before|by|counted|every|always|never|sure|early|late|\w+ed)\b",
        "contribution": r"(?i)\b(?:now|today|since|end|finally|after|still|later|never"
        r"|no|more|less|better|again|came|got|arrived|thank\w*|happy|\d+|two|three|four"
        r"|five|six|hundred|first|best|second|back|stayed|kept|works?|won|passed|had)\b",
        "refers_back": r"(?i)\byou(?:r)?\b",
    }.items()
}
"""Kind: anything that might be one, in words that no rule was made for."""


def silent(kind: str, texts: Iterable[str]) -> bool:
    """Whether nothing in an answer could be a moment of a kind."""
    sign = MAYBE.get(kind)
    return sign is not None and not any(sign.search(text) for text in texts)
