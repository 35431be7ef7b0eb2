"""What the company says of itself: values to be asked about, sentences to answer from.

The interviewer answers the candidate's questions out of these sentences, word for word;
what is not in them it does not know.
"""

import re

from simulator.records import Value

from . import wording
from .saying import doing
from .sections import lines

MOST_VALUES = 5
MOST_FACTS = 60
LONGEST_FACT_CHARS = 240

_LISTS_VALUES = re.compile(
    r"(?:\bwe (?:value|believe in|stand for|care about|live by)"
    r"|\b(?:our|core|company) values (?:are|is)|\bvalues:|\bguided by)\s+(.+)$",
    re.I,
)
_MISSION = re.compile(r"\b(?:our )?(?:mission|purpose|goal) is (?:to )?(.+)$", re.I)
_PAGE_FURNITURE = re.compile(
    r"©|\brights reserved\b|\bcookies?\b|\bprivacy\b|\bimprint\b|\bfollow us\b"
    r"|\bread more\b|\blearn more\b|\bsign (?:in|up)\b|\bnewsletter\b|\|.*\|",
    re.I,
)
"""What a saved page says about itself and not about the company."""
_ITEM = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_WAYS = {
    "honest": "honest|truth|admitted|openly|trust",
    "transparen": "transparent|openly|shared|told everyone|honest",
    "respect": "respect|listened|dignity|fair",
    "customer": "customer|client|guest|shopper",
    "patient": "patient|resident|family",
    "learn": "learned|learn|course|curious|taught myself",
    "curio": "curious|asked why|learned|wondered|wanted to know",
    "team": "team|together|colleagues|we all",
    "collab": "together|team|collaborated|worked with",
    "quality": "quality|checked|standard|careful",
    "safety": "safety|safe|risk|accident",
    "sustainab": "sustainable|waste|recycling|environment|energy|climate",
    "environment": "environment|waste|recycling|climate|energy",
    "innovat": "new way|invented|tried|experiment|innovation|idea",
    "divers": "diversity|different backgrounds|inclusion|everyone",
    "inclu": "inclusion|everyone|welcome|different backgrounds|accessible",
    "communit": "community|neighbourhood|local|volunteer",
    "kind": "kind|kindness|comforted|gentle",
    "courage": "courage|spoke up|dared|told my manager",
    "own it": "my responsibility|took charge|owned|my mistake|took it on",
    "owner": "my responsibility|took charge|owned|my mistake",
    "simpl": "simple|simplified|plain|easier",
    "access": "accessible|access|wheelchair|screen reader|everyone",
    "fair": "fair|equal|same rules|justice",
}
"""Ways in which answers speak of common values, by the beginning of their name."""


def values(notes: str, posting: str = "") -> tuple[Value, ...]:
    """The values that the notes (or the posting) name, at most five."""
    found: list[str] = []
    for text in (notes, posting):
        for line in lines(text):
            listed = _LISTS_VALUES.search(line.text)
            mission = _MISSION.search(line.text)
            if listed:
                found += _ITEM.split(listed[1].strip(" .!"))
            elif mission:
                found.append(doing(mission[1].strip(" .!")) or mission[1].strip(" .!"))
            elif (
                line.section == "values"
                and line.first
                and (line.listed or len(line.text.split()) <= 8)
            ):
                found.append(re.split(r"\s*[:–—]\s+|\s-\s", line.text)[0].strip(" .!"))
    kept: list[str] = []
    for text in found:
        text = wording.short(re.sub(r"^(?:the|to|being) ", "", text, flags=re.I), 60)
        if len(text) > 2 and text.lower() not in {k.lower() for k in kept}:
            kept.append(text)
    return tuple(value(f"v{n}", t) for n, t in enumerate(kept[:MOST_VALUES], 1))


def value(id: str, text: str) -> Value:
    """A value from its words; `a|b` gives further ways to say it."""
    first, *others = [way.strip() for way in text.split("|")]
    named = wording.key_terms(first)
    ways = [t for t in named if len(t) > 2] or [first]
    for beginning, more in _WAYS.items():
        if re.search(rf"\b{beginning}", first, re.I):
            ways += more.split("|")
    return Value(id=id, text=first, ways=(*dict.fromkeys(ways), *filter(None, others)))


def facts(notes: str) -> tuple[str, ...]:
    """The sentences of the notes, fit to be spoken as answers."""
    kept: list[str] = []
    for line in lines(notes):
        text = line.text.strip()
        real = len(text.split()) >= 3 and not _PAGE_FURNITURE.search(text)
        if real and len(text) <= LONGEST_FACT_CHARS:
            kept.append(text if text.endswith((".", "!", "?")) else f"{text}.")
    return tuple(dict.fromkeys(kept))[:MOST_FACTS]
