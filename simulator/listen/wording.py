"""What the last words say about whether more will come.

Recognisers put a full stop after almost everything they are given, so a stop is weak
evidence and the last word is strong: nobody ends an answer on "because".
"""

import re
from enum import Enum

from simulator.records import FILLED_PAUSES


class Tail(Enum):
    """How the words so far end."""

    UNKNOWN = "unknown"
    FINISHED = "finished"
    UNFINISHED = "unfinished"
    HOLD = "hold"
    CLOSING = "closing"


FILLERS = FILLED_PAUSES | frozenset(("ah", "hm", "hmm", "mm", "mhm"))
"""Whoever hums at the end has not ended either."""

_NEVER_LAST = """
and or but because cause although though while whereas if unless until whether
than as nor plus
a an the my our your their its every each
of from into between during without toward towards via per
i we they he she who which whose what
i'm we're they're he's she's you're it's there's
i'd we'd they'd i've we've i'll we'll
was were am be been being had has having would could should might must gonna wanna
also very really quite mainly basically
so to at then where when
"""
NEVER_LAST = frozenset(_NEVER_LAST.split())
"""No sentence ends on these, whatever stop the recogniser put behind them."""

OPEN_PHRASE = re.compile(
    r"(?:you know|i mean|sort of|kind of|as well as|such as|for example|for instance"
    r"|in order|so that|i think|i guess|let's say|and then|and so)$"
)

_WHILE = r"(?:second|seconds|sec|moment|minute|bit|little while)"
HOLD = re.compile(
    r"\b(?:(?:let me|i need to|i have to|i'd have to|i'll have to|can i|may i|could i)"
    r" (?:just |quickly |really |please )*(?:think|see|recall|remember|reflect"
    r"|collect my|gather my|sort my|order my|start (?:over|again)|begin again|rephrase"
    r"|put (?:it|this|that) (?:differently|another)|go back|take that again)"
    r"|(?:wait|give me|need|take|have|just) (?:just )?(?:a|one|another|half a)"
    rf" {_WHILE}"
    rf"|(?:one|just a) (?:second|sec|moment|minute)(?: please)?$"
    r"|bear with me|hold on|hang on|wait wait|i(?:'m| am) not (?:done|finished)"
    r"|how (?:do|can|should|shall|would) i (?:put|say|explain|phrase)|where was i"
    r"|what was i (?:saying|going to say)|i(?:'ve)? lost my (?:train|thread)"
    r"|i(?:'m| am) (?:just |still )?(?:thinking|trying to (?:think|remember|recall))"
    r"|(?:that's|that is|it's) an? (?:\w+ )?"
    r"(?:good|great|tough|hard|difficult|tricky|interesting) (?:one|question)"
    r"|(?:good|great|tough|hard|difficult|tricky|interesting) question$"
    r"|what(?:'s| is| was) (?:the word|it called|his name|her name|that called)"
    r"|it(?:'ll| will) come (?:back )?to me|there(?:'s| is) more)"
)
"""Asks for time, or says that more is to come."""
HOLD_WORDS = 10
"""A hold counts while it is (nearly) the last thing said."""

_LEAD = (
    r"(?:(?:and|so|but|okay|ok|yeah|yes|yep|well|right|alright|all right|now|anyway"
    r"|i think|i guess|i believe|i suppose|i would say|i'd say) )*"
)
_THANKS = (
    r"(?: (?:thanks|thank you|for now|from me|from my side|really|i think|i guess"
    r"|i believe|yeah|please))*"
)
_ALL = (
    r"(?:my (?:whole |full |final )?(?:answer|story|example|reply)|it|all"
    r"|all (?:that )?i (?:have got|have|had|wanted|want|can|could|know|remember)"
    r"(?: to)?(?: say| tell| think of| add)?|all i've got|everything|the end"
    r"|the whole story|the story|the end of (?:my |the )?(?:answer|story))"
)
CLOSING = re.compile(
    r"(?:\bthat(?:'s| is| was| would be|'d be| concludes| completes| ends)"
    r" (?:about |basically |pretty much |more or less |really |probably )*"
    rf"{_ALL}|\bthat (?:about |pretty much )?(?:covers|sums) (?:it|everything)(?: up)?"
    r"|\bend of (?:my |the )?(?:answer|story)"
    r"|\bi have nothing (?:more|else|further)(?: to (?:add|say))?"
    r"|\bi (?:don't|do not) have anything (?:more|else|further) to (?:add|say)"
    r"|\b(?:nothing|no) (?:more|else|further) to (?:add|say)"
    r"|\b(?:i'll|i will|i would|i'd|let me) (?:just )?(?:leave|end|stop|finish)"
    rf" (?:it |my answer )?(?:there|here)){_THANKS}$"
)
"""Says that the answer is over, as the last words."""
ALONE = re.compile(
    rf"{_LEAD}(?:i(?:'m| am) (?:all )?(?:done|finished|through)(?: here| now)?|done"
    r"|finished|the end|next question|(?:we|you) can (?:move|go) on(?: now)?"
    rf"|let's move on|over to you|i rest my case){_THANKS}"
)
"""The same, where it is all of the last sentence: "I call them when I'm done" is none,
and a bare "thank you" is what recognisers hear in silence."""

_STOPS = ".?!"
_TAIL_CHARS = 200


def tail_of(words: str) -> Tail:
    """How `words` end; UNKNOWN where there are none."""
    text = words.strip().lower().replace("’", "'")
    plain = _words(text[-_TAIL_CHARS:])
    if not plain:
        return Tail.UNKNOWN
    spoken = [word for word in plain if word not in FILLERS]
    if plain[-1] not in FILLERS and _closes(text, spoken):
        return Tail.CLOSING
    if HOLD.search(" ".join(spoken[-HOLD_WORDS:])):
        return Tail.HOLD
    stopped = text[-1] in _STOPS and not text.endswith(("...", ". .", "-."))
    last = plain[-1]
    if last in FILLERS or last in NEVER_LAST or OPEN_PHRASE.search(" ".join(plain)):
        return Tail.UNFINISHED
    return Tail.FINISHED if stopped else Tail.UNFINISHED


def without_fillers(words: str) -> str:
    """The same words for reading: an "um" on the screen helps nobody who speaks."""
    bare = ((word, word.lower().strip(",.?!…-")) for word in words.split())
    return " ".join(word for word, plain in bare if plain not in FILLERS)


def takes_back(words: str, before: str) -> bool:
    """Whether these are the words before without their last: those were "I, um", which
    a second look found too little to write down. Something was said there."""
    new, old = _words(words.lower()), _words(before.lower())
    return len(new) < len(old) and old[: len(new)] == new


def _closes(text: str, spoken: list[str]) -> bool:
    if CLOSING.search(" ".join(spoken)):
        return True
    sentences = re.split(f"[{_STOPS}]", text[-_TAIL_CHARS:].rstrip(f"{_STOPS} "))
    last = [word for word in _words(sentences[-1]) if word not in FILLERS]
    return ALONE.fullmatch(" ".join(last)) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)
