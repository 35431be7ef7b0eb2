"""Acronyms that a listener from another field would have to ask about.

Definition: a word of two to six capitals (or capitals with a digit), as the transcript
prints it, that is not everyday, not in the question, and whose letters the answer does
not spell out within its own words ("key performance indicators, KPIs").

Edge cases: a written answer in capitals throughout has no acronyms: shouting is not
jargon. Each acronym counts once, at its first moment.

Source: none; a courtesy to the listener, so it is shown and never judged.
"""

import re
from collections.abc import Sequence

from simulator.records import Answer, Measurement

from .stems import listed
from .tokens import Token, tokens

_CAPITALS = re.compile(r"^[A-Z][A-Z0-9&/]{1,5}s?$")
_EVERYDAY = listed(
    "OK TV PC CV ID IT HR PR VIP USA US UK EU UN NYC LA DC AM PM CEO CFO CTO DVD USB "
    "GPS ATM FAQ DIY PDF SMS PIN AI BA MA MBA BSC MSC PHD GCSE NASA FBI BBC CNN IBM "
    "BMW UPS NHS IKEA COVID WIFI ASAP FYI TED HGV SUV LED MRI DNA AC DJ PS PE GP ER "
    "ICU II III IV"
)
_EXPLAINING = ("stands for", "which means", "which is", "that is", "short for")
NEAR_WORDS = 12


def _initials(toks: Sequence[Token], at: int, letters: str) -> bool:
    """Whether neighbouring words begin with the letters in turn."""
    size = len(letters)
    first, last = max(0, at - NEAR_WORDS), min(len(toks), at + NEAR_WORDS)
    heads = [t.bare[:1] for t in toks[first:last]]
    return any(
        "".join(heads[k : k + size]) == letters.lower()
        for k in range(len(heads) - size + 1)
    )


def _explained(toks: Sequence[Token], at: int, letters: str) -> bool:
    following = " ".join(t.bare for t in toks[at + 1 : at + 5])
    return following.startswith(_EXPLAINING) or (
        letters.isalpha() and _initials(toks, at, letters)
    )


def measure(answer: Answer) -> Measurement:
    """unexplained_acronyms: how many, each with its first moment."""
    toks = tokens(answer)
    shouting = sum(t.text.isupper() for t in toks) > 0.5 * len(toks)
    asked = answer.question.text if answer.question else ""
    found: dict[str, Token] = {}
    known: set[str] = set()
    for at, token in enumerate(toks):
        plain = token.text.strip(".,;:!?\"'()").removesuffix("'s").removesuffix("’s")
        letters = plain.removesuffix("s")
        if not _CAPITALS.match(plain) or letters in _EVERYDAY or shouting:
            continue
        if letters in asked or _explained(toks, at, letters):
            known.add(letters)
        found.setdefault(letters, token)
    unexplained = {k: t for k, t in found.items() if k not in known}
    return Measurement(
        name="unexplained_acronyms",
        title="Abbreviations left unexplained",
        value=float(len(unexplained)) if toks else None,
        unit="abbreviations",
        evidence=tuple(
            t.moment.model_copy(update={"label": k}) for k, t in unexplained.items()
        ),
        note="Fine among colleagues; spell one out for a listener from elsewhere.",
    )
