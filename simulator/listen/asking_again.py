"""The candidate asks the interviewer something before answering, as one asks a person.

Told only where it is all that was said: "I didn't catch the ball" is an answer.
"""

import re

from .wording import spoken_words

LONGEST_WORDS = 20
"""A request is shorter; so much is never searched."""
_WORD_CHARS = 20

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
_BACK = re.compile(
    rf"(?:{_POLITE} )*(?:do you mean|(?:can|could|may|should|shall) i (?:also |just )?"
    r"(?:use|take|tell|talk|give|pick|choose|start|begin|answer|speak)"
    r"|do(?:es)? (?:it|this|that|i) (?:also )?(?:have|need) to"
    r"|is it (?:okay|ok|all right|alright|fine|enough) (?:if|to)"
    r"|would (?:that|it|this) (?:count|work|do|be))\b.*"
)


def asks_again(words: str) -> bool:
    """Whether all of these words only ask to hear the question (once more)."""
    return bool(_ASKED.fullmatch(_spoken(words)))


def asks_back(words: str) -> bool:
    """Whether all of these words ask how the question is meant, or what may be told."""
    one = words.strip().rstrip("?").count("?") == 0 and words.strip().endswith("?")
    return one and bool(_BACK.fullmatch(_spoken(words)))


def _spoken(words: str) -> str:
    """Plain words without fillers; "" where they are too many for a request."""
    if len(words) > LONGEST_WORDS * _WORD_CHARS:
        return ""
    plain = spoken_words(words)
    return " ".join(plain) if len(plain) <= LONGEST_WORDS else ""
