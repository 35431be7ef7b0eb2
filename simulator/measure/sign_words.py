"""The pieces of which the signs of moments are made: who did it, how often, to whom."""

import re

SMALL_NUMBERS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|\d+|so many)"
)
LARGE_NUMBERS = (
    r"(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen|twenty|thirty"
    r"|forty|fifty|sixty|a hundred|dozens|\d{2,})"
)
WHILE = r"(?:\w+ ){1,3}(?:days|weeks|months|years|nights|evenings)"
NAME = r"(?-i:[A-Z][a-z]+)"
PERSON = (
    r"(?:colleagues?|co-?workers?|team|boss|manager|supervisor|lead|trainer|mentor"
    r"|teacher|tutor|friend|neighbour|mother|father|brother|sister|uncle|aunt|cousin"
    r"|wife|husband|partner|nurse|sister|doctor|porter|driver|tester|engineer|designer"
    r"|woman|women|man|men|girl|boy|lady|guy|others|students?|trainees?|apprentice"
    r"|volunteers?|people|cook|owner|intern|contractor)"
)
OTHER = rf"(?:she|he|they|who|{NAME}|(?:my|our|a|an|the|one) (?:\w+ )?{PERSON},?)"
THEM = r"(?:her|him|them|each(?: one| of them)?|both(?: of them)?|everybody|everyone)"
FEELING = (
    r"(?:worried|afraid|nervous|anxious|confused|tired|exhausted|scared|frightened"
    r"|overwhelmed|disappointed|concerned|unsure|lonely|ashamed|embarrassed|shy"
    r"|terrified|homesick|in pain|losing heart|insecure|lost for words)"
)
"""Anger is left out: told of others it is mostly the trouble itself."""


DID = (
    r"\b(?:i|we)(?:'d| had|'ve| have)? "
    r"(?:(?!not|never|rarely|hardly|seldom|almost|nearly|should|could|would|wish)\w+ )"
    r"{0,2}?"
)
"""The speaker as the one who did it: "I then carefully checked"."""
AND_DID = rf"(?:{DID}|(?:,|\band\b|\bthen\b) )"
"""The same, or a further deed of a list: "I asked around, cut the plan to a page"."""


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern of several, whatever the capitals."""
    return re.compile("|".join(f"(?:{p})" for p in patterns), re.I)
