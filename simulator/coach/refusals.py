"""When an answer cannot be judged: what is said instead, one gentle text a reason.

No praise (praise for nonsense is a defect), no level, no red, no blame: the fault may
be the room's, the microphone's or ours. Each text ends with what to do now.
"""

from ..records import Advice, Feedback
from .case import Case
from .times import aloud

MANY_WORDS = 20
"""From here on nobody would call it a few words: what was said was the question read
back, the same run again, or "can you hear me", and those are no answer."""

_LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish"}

_TEXTS: dict[str, tuple[str, str, str]] = {
    "silence": (
        "I did not hear an answer",
        "That happens.",
        "Try it again, or skip it.",
    ),
    "noise": (
        "There was too much noise to make out your words",
        "That says nothing about your answer.",
        "Try it again in a quieter place, or closer to the microphone.",
    ),
    "gibberish": (
        "I could not make out words in this answer",
        "That may well be my hearing.",
        "Listen to it once, then try it again, or skip it.",
    ),
    "language": (
        "This did not sound like {language} to me",
        "I can only follow the language this rehearsal was started in.",
        "Try it again in {language}, or skip it.",
    ),
    "too_short": (
        "I heard only a few words",
        "That is too little to say anything useful about.",
        "Try it again with two or three sentences, or skip it.",
    ),
    "nothing_new": (
        "I heard few words of your own",
        "What repeats the question, or itself, tells me too little.",
        "Try it again with two or three sentences, or skip it.",
    ),
    "off_topic": (
        "I could not find the link between your words and the question",
        "I may have missed it.",
        "Try it again, and say in the first sentence how the two belong together.",
    ),
    "low_confidence": (
        "I am not sure enough of the words I understood",
        "I would rather not judge what I may have misheard.",
        "Read the words through, correct them, and measure again.",
    ),
    "": (
        "I could not judge this answer",
        "That may well be my doing.",
        "Try it again, or skip it.",
    ),
}


def refuse(case: Case) -> Feedback:
    """The feedback for an answer that is not assessable."""
    language = _LANGUAGES.get(case.transcript.language, "the language we began in")
    heard, comfort, step = (
        text.format(language=language) for text in _TEXTS[_why(case)]
    )
    return Feedback(
        headline="Not answered" if case.analysis.why == "silence" else heard,
        spoken=aloud(f"{heard}. {comfort} {step}"),
        advice=(Advice(about="question", text=f"{heard}. {comfort} {step}"),),
        next_step=step,
    )


def _why(case: Case) -> str:
    words = sum(word.kind == "word" for word in case.transcript.words)
    repeats = case.analysis.why == "too_short" and words >= MANY_WORDS
    return "nothing_new" if repeats else case.analysis.why
