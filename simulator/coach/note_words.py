"""The words of a thank-you note, and nothing but words: no fact stands in here.

Every fact of a note comes in through a slot, so that what was not said cannot be in it.
"""

import re

THANKS = "Thank you for the opportunity to talk with you about {position}{company}."
SAID = "One thing that you told me stays with me: “{point}”"
DISCUSSED = "I enjoyed talking with you about this: {point}"
TOLD = "One thing that we talked about stays with me: “{point}”"
NEED = (
    "You are looking for {need}. What I can bring to that is, in my own words: “{fit}”"
)
NEED_PLAIN = "You are looking for {need}, and that is work I would like to do for you."
INTEREST = (
    "Our conversation gave me a clearer picture of the work, and I am very interested "
    "in "
    "the position. I can see where I would begin, and what I would have to learn first."
)
NEXT = (
    "I look forward to hearing from you about the next step. If there is anything else "
    "that you would like to know or see before then, please tell me and I will send it."
)
NEXT_GIVEN = (
    "I look forward to what comes next: {next_step} If there is anything else that you "
    "would like to know or see before then, please tell me and I will send it."
)
GREETING = "Dear {who},"
NOBODY = "interviewer"
POSITION = "the position"
POSITION_NAMED = "the position of {title}"
COMPANY = " at {company}"
CLOSE = "With kind regards,\n{name}"
NAME = "[your name]"

FRAME = " ".join(
    (
        *(THANKS, SAID, DISCUSSED, TOLD, NEED, NEED_PLAIN, INTEREST, NEXT, NEXT_GIVEN),
        *(GREETING, NOBODY, POSITION, POSITION_NAMED, COMPANY, CLOSE, NAME),
    )
)
PRACTICE = "PRACTICE DRAFT, made from a rehearsal. Do not send it."
EVIDENCE = (
    "What is known about such notes comes from surveys among recruiters only: some say "
    "that it matters to them, some that it does not; no study shows what a note "
    "changes. "
    "It costs little and sometimes matters."
)

FEWEST_WORDS, MOST_WORDS = 80, 180
"""Long enough for thanks, one point and a next step; short enough to be read."""


def words_of(text: str) -> list[str]:
    """The words of a text, small, without punctuation."""
    return re.findall(
        r"[a-z0-9]+(?:['’][a-z]+)?", re.sub(r"\{\w+\}", " ", text).lower()
    )


def frame_words() -> frozenset[str]:
    """All words that are the note's own."""
    return frozenset(words_of(FRAME))
