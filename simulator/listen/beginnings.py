"""Whether a sentence only begins: a recogniser closes whatever a pause ends.

"In the end." and "When I got there." set a stage, "Let me give you an example." tells
what will come; what happened is still to be said.
"""

import re

_LEAD = r"(?:(?:and|so|but|or|yeah|yes|no|okay|ok|well|right|now|then|like|oh),? )*"
_FEW = r"(?: [^ ,]+)"
"""A word; a comma would show that the clause went on behind it."""
_SUBJECT = r"(?:i|we|he|she|it|they|nobody|everybody|everyone|there)\b"

_ALONE = (
    r"actually|anyway|well|now|okay|ok|alright|first|firstly|second|secondly|third"
    r"|thirdly|next|finally|eventually|overall|however|meanwhile|ultimately|initially"
    r"|obviously|personally|luckily|fortunately|unfortunately|honestly|afterwards|later"
    r"|again|besides|first of all|so far|sorry|sorry about that|excuse me|because"
    r"|looking back|having said that|that said|truth be told|long story short"
    r"|at the end of the day|thank you for the question|to be (?:honest|fair|frank)"
    rf"(?: (?:with|to){_FEW})?"
)
_SETTING = (
    r"(?!(?:at all|in total|in all|on time|at once|at last)$|on and )"
    r"(?:in|at|on|after|before|during|by|as|since|until|from|despite|apart from"
    r"|instead of|thanks to|due to|because of|according to|besides)"
    rf"(?: (?!{_SUBJECT})[^ ,]+){{1,3}}"
    rf"(?: (?:in|at|of|with|on|for|from)(?: (?!{_SUBJECT})[^ ,]+){{1,2}})?"
    r"|(?:one|the (?:next|same|first|other)|last|next|that|every|(?:\w+ )?(?:a few|two"
    r"|three|four|five|ten|some|several|many|a couple of))(?: \w+)?"
    r" (?:day|morning|evening|night|week|month|year|summer|winter|spring|autumn|weekend"
    r"|monday|tuesday|wednesday|thursday|friday"
    r"|(?:days|weeks|months|years|hours) (?:ago|later|before|earlier))"
    rf"|(?:as far as|in terms of|with regards? to|when it comes to){_FEW}{{1,4}}"
    r"|(?:when|while|if|although|once|whenever|as soon as|even though"
    rf"|(?:after|before|since)(?= (?:i|we|he|she|it|they)\b)){_FEW}{{1,5}}"
    rf"|being (?:the|a|an){_FEW}{{1,4}}"
)
_HALF = (
    r"what (?:i|we|they) (?:did|do|decided|realised|realized|found|learned)"
    rf"{_FEW}{{0,3}}|one of the{_FEW}{{1,3}}"
    r"|the (?:main |biggest |only |first |other )?(?:reasons?|things?|problems?|points?"
    r"|idea|goal|situation|task|challenge)"
    rf"(?: (?:for|of|with|about|there|here){_FEW}{{0,2}})?"
    r"|(?:i|we) (?:just )?(?:said|told|asked)(?: to)? (?:him|her|them|my \w+)"
    r"|which \w+|that's why|i(?:'d| would) have to say"
)
_ANNOUNCED = (
    r"(?:let me|i'll|i will|i can|i could|i'd like to|i would like to|i want to)"
    r" (?:just |maybe )?(?:give you|tell you|walk you|explain|describe|share|start with"
    rf"|begin with){_FEW}{{0,8}}"
    r"|(?:there (?:are|were)|(?:i|we) (?:have|had)|i can think of|it was)"
    r" (?:two|three|four|five|several|a few|a couple of) (?:\w+ )?"
    r"(?:things|reasons|parts|steps|points|examples)"
)
_BEGINS = re.compile(rf"{_LEAD}(?:{_ALONE}|{_SETTING}|{_HALF}|{_ANNOUNCED})")


def only_begins(sentence: str) -> bool:
    """Whether all of this sentence is the beginning of one.

    Args:
        sentence: in lower case, with its commas, without fillers and its stop.
    """
    return bool(_BEGINS.fullmatch(sentence))
