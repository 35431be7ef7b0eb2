"""The candidate asks aloud for the question again, as one would ask a person.

Told only where it is all that was said: "I didn't catch the ball" is an answer.
"""

import re

from simulator.records import FILLED_PAUSES

LONGEST_WORDS = 20
"""A request is shorter; so much is never searched."""

_POLITE = (
    r"(?:(?:i'm |i am )?(?:so )?sorry|excuse me|please|wait|hang on|actually|well|okay"
    r"|ok|oh|hm|right|yes|yeah|no|and|but|so)"
)
_QUESTION = (
    r"(?:that|it|this|(?:the|your|that)(?: last| first)?(?: question| part| bit))"
)
_AGAIN = (
    r"(?: (?:again|once more|one more time|in other words|differently|another way"
    r"|(?:more |a bit )?slow(?:ly|er)|please|for me|to me|sorry))"
)
_REQUEST = (
    rf"(?:(?:could|can|would|will) you (?:(?:please|maybe|just|possibly) )*"
    rf"(?:(?:repeat|rephrase|reword|clarify|explain)(?: {_QUESTION})?"
    rf"|(?:say|ask|read|put)(?: {_QUESTION})?(?={_AGAIN})){_AGAIN}*"
    rf"|(?:can|could|may) i (?:please )?(?:hear|have|get) {_QUESTION}{_AGAIN}+"
    rf"|what(?: was|'s| is) the question{_AGAIN}*"
    rf"|i (?:didn't|did not|couldn't|could not|don't) (?:quite |really )?"
    r"(?:catch|hear|get|understand)"
    r" (?:(?:the|your|that) question|what you (?:said|mean|asked)|you|that)"
    rf"|(?:say|repeat) {_QUESTION}{_AGAIN}+|(?:repeat|rephrase) the question"
    r"|what do you mean(?: by(?: \w+){1,6})?|what did you say|come again|pardon(?: me)?"
    r"|sorry what(?: was that)?)"
)
_ASKED = re.compile(rf"(?:{_POLITE} )*{_REQUEST}(?: (?:{_POLITE}|{_REQUEST}))*")


def asks_again(words: str) -> bool:
    """Whether all of these words only ask to hear the question (once more)."""
    plain = re.findall(r"[^\W_]+(?:'[^\W_]+)*", words.lower().replace("’", "'"))
    spoken = [word for word in plain if word not in FILLED_PAUSES]
    return len(spoken) <= LONGEST_WORDS and bool(_ASKED.fullmatch(" ".join(spoken)))
