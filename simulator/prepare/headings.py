"""Which line of a posting is a heading, and what stands below it.

A line with a colon, or in capitals, is one whatever it says. Without them it is one
only if it is made of a heading's words and no others: "Skills and experience" is,
"Communication skills" is an item of an unmarked list.
"""

import re
from typing import Literal

from .word_set import word_set

Section = Literal["", "must", "nice", "values", "duties", "company", "other"]

LONGEST_HEADING_WORDS = 9

HEADINGS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    (
        "other",
        re.compile(
            r"physical (?:requirement|demand)|working conditions"
            r"|(?:hiring|interview|recruitment|application|selection) process"
            r"|how to apply|applicant requirement|accreditation|disclosure"
            r"|in it for you|you(?:'ll| will)? get\b|we (?:can )?offer|we provide"
            r"|benefits?\b|perks|compensation|salary|\bpay\b|reward|equal (?:opp|emp)"
            r"|diversity|why (?:us|join|work)|in return|next steps|what happens next",
            re.I,
        ),
    ),
    (
        "nice",
        re.compile(
            r"nice[- ]to[- ]haves?|desirable|preferred|bonus|good to have|optional"
            r"|(?:would|will) be (?:great|nice|good|welcome)|ideally|pluses|a plus"
            r"|advantageous|not essential|extra points|we(?:'d| would) (?:love|like)",
            re.I,
        ),
    ),
    (
        "must",
        re.compile(
            r"require(?:ment|d\b)|must[- ]haves?|essential|qualification|your profile"
            r"|who you are|you (?:will )?have\b|you bring|you(?:'ll| will)?(?: also)? "
            r"need|look(?:ing)? for|skills|minimum|what we need|person spec"
            r"|ideal candidate|we expect|about you\b|what it takes|you should"
            r"|experience\b|criteria|what you(?:'ll)? bring|you are\b|to be successful",
            re.I,
        ),
    ),
    (
        "values",
        re.compile(
            r"values?\b|principles|culture|what we (?:believe|stand for)|mission"
            r"|how we work|we believe",
            re.I,
        ),
    ),
    (
        "duties",
        re.compile(
            r"responsibilit|you(?:'ll| will)|your (?:tasks|role|days?|work)|duties"
            r"|tasks|the (?:role|job|work|position)|day[- ]to[- ]day|main activities",
            re.I,
        ),
    ),
    ("company", re.compile(r"about (?:us|the|our|\w+)|who we are|the company", re.I)),
    (
        "other",
        re.compile(r"offer|apply|location|contact|hours|information|details", re.I),
    ),
)
_WORDS = word_set(
    """
    a an the and or of to in for with at be is are it it's this that there you you'll
    you've you're your will we we're we'd we've our us who what what's why how would
    should i'd if someone somebody people
    job role position post company organisation organization team work working life
    about looking look bring need needs needed expect offer offers have having has do
    doing get getting join joining like love see takes take make makes successful
    ideal candidate candidates applicant applicants person profile specification spec
    requirement requirements qualification qualifications skill skills knowledge
    experience ability abilities competence competences competencies attributes
    personal education training professional technical essential desirable preferred
    minimum basic additional key core main general specific required must must-have
    must-haves nice nice-to-have nice-to-haves good great bonus points plus pluses
    optional extra criteria duties responsibilities tasks activities day days typical
    day-to-day description overview summary purpose introduction scope benefits perks
    salary pay compensation package rewards hiring recruitment process apply contact
    location hours closing date equal opportunities opportunity employer employment
    diversity inclusion equality statement values value mission culture principles
    vision believe stand care physical conditions demands other further information
    details certification accreditation badges next steps happens return here tools
    not but also more stack
    """
)
_NAMED = re.compile(r"^(?:about (?!\d)|why )(?:\S+ ?){1,6}$", re.I)


def heading(line: str) -> Section | None:
    """The section that a line opens, or None if it is no heading."""
    if len(line.split()) > LONGEST_HEADING_WORDS or line.endswith((".", "!", ",", ";")):
        return None
    plain = _made_of_heading_words(line)
    shouted = line.isupper() and (plain or len(line.split()) > 1)
    closed = line.endswith((":", "?")) or shouted or line.startswith("#")
    if not (closed or plain or _NAMED.match(line)):
        return None
    found = named(line)
    if found is not None:
        return found
    return "other" if closed and not line.endswith("?") else None


def named(line: str) -> Section | None:
    """The section that the words of a line name, or None."""
    return next((kind for kind, p in HEADINGS if p.search(line)), None)


def _made_of_heading_words(line: str) -> bool:
    words = re.findall(r"[\w'-]+", line.lower())
    return bool(words) and all(w in _WORDS for w in words)
