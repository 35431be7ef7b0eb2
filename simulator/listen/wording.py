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
    PERHAPS_CLOSING = "perhaps closing"
    """ "That was it.": late in an answer its end, early part of a story."""


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

_WHILE = r"(?:second|seconds|sec|moment|minute|bit|little while)\b"
_ASKED = (
    r"(?:just |quickly |really |please )*(?:think|recall|remember|reflect"
    r"|(?:collect|gather|sort|order) my thoughts|start (?:over|again)|begin again"
    r"|rephrase|put (?:it|this|that) (?:differently|another)|go back|take that again)"
)
HOLD = re.compile(
    # "She let me see it", "I have to think about the customer" ask for nothing.
    rf"\b(?:(?<!he )(?<!they )let me (?:{_ASKED}|(?:just )?see)"
    rf"|(?:can i|may i|could i) {_ASKED}"
    r"|i(?:'d|'ll)? (?:need|have) to (?:just |quickly |really )*"
    r"(?:think|recall|remember|reflect|collect my thoughts|gather my thoughts)"
    rf"(?: back| for an?\b| an? {_WHILE}"
    r"| about (?:it|that|this)(?: one)?(?: for\b| an? |$)|$)"
    r"|(?<!to )(?<!they )(?:wait|give me) (?:just )?"
    rf"(?:a|one|another|half a) {_WHILE}"
    r"(?! (?:chance|time|look|opinion|team|more|of)\b)"
    r"|(?:i(?:'ll|'d| will| would| might)?|let me) (?:just |still |really |please )*"
    r"(?:like to )?(?:have|need|take|like)"
    rf" (?:just )?(?:a|one|another|half a) {_WHILE}"
    r"(?: to (?:think|reflect|remember|recall)\b| here$| please$|$)"
    r"|bear with me|(?<!to )(?<!on )(?<!a )(?:hold|hang) on(?! to\b)|wait wait"
    r"|i(?:'m| am) not (?:done|finished)"
    r"|how (?:do|can|should|shall|would) i (?:put|say|explain|phrase)|where was i"
    r"|what was i (?:saying|going to say)|i(?:'ve)? lost my (?:train of|thread)"
    r"|i(?:'m| am) (?:just |still )?(?:thinking(?: about (?:it|that|this))?$"
    r"|trying to (?:think|remember|recall))"
    r"|(?:that's|that is|it's) an? (?:\w+ )?"
    r"(?:good|great|tough|hard|difficult|tricky|interesting) question"
    r"|what(?:'s| is| was) (?:the word|it called|his name|her name|that called)"
    r"|it(?:'ll| will) come (?:back )?to me"
    r"|there(?:'s| is) more(?: to (?:it|that|this|say|tell|come))?$)"
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
_HAS = r"\bthat(?:'s| is| was| would be|'d be| concludes| completes| ends)"
_ABOUT = r"(?:about |basically |pretty much |more or less |really |probably )*"
_MINE = (
    r"(?:my (?:whole |full |final )?(?:answer|story|example|reply)"
    r"|all (?:that )?i (?:have got|have|had|wanted|want|can|could)"
    r"(?: to)? (?:say|tell|think of|add)|the end of (?:my |the )?(?:answer|story))"
)
CLOSING = re.compile(
    rf"(?:{_HAS} {_ABOUT}{_MINE}"
    r"|\bend of (?:my |the )?(?:answer|story)"
    r"|\bi have nothing (?:more|else|further)(?: to (?:add|say))?"
    r"|\bi (?:don't|do not) have anything (?:more|else|further) to (?:add|say)"
    r"|\b(?:nothing|no) (?:more|else|further) to (?:add|say)"
    r"|\b(?:i'll|i will|i would|i'd|let me) (?:just )?(?:leave|end|stop|finish)"
    rf" (?:it |my answer )?(?:there|here)){_THANKS}$"
)
"""Says that the answer is over, as the last words."""
_IT = rf"{_HAS} {_ABOUT}(?:it|all|everything|the end|the story)"
PERHAPS = re.compile(rf"{_LEAD}{_IT}{_THANKS}")
"""Says it as all of the last sentence, and only late in an answer: "We had two
engineers, and that was it" begins a story."""
ALONE = re.compile(
    rf"{_LEAD}(?:{_IT}(?: \w+)* (?:thanks|thank you|for now|from me|from my side)"
    rf"|{_HAS} {_ABOUT}(?:the whole story|all (?:that )?i(?:'ve| have)?"
    r" (?:got|have|had|know|remember))"
    r"|that (?:about |pretty much )?(?:covers|sums) (?:it|everything)(?: up)?"
    r"|i(?:'m| am) (?:all )?(?:done|finished|through)(?: here| now)?|done"
    r"|finished|the end|next question|(?:we|you) can (?:move|go) on(?: now)?"
    rf"|let's move on|over to you|i rest my case){_THANKS}"
)
"""The same, where it is all of the last sentence: "I call them when I'm done" is none,
and a bare "thank you" is what recognisers hear in silence."""
PAUSED = re.compile(
    rf"{_LEAD}(?:(?:sorry|please|just|only|wait) )*"
    rf"(?:(?:a|one|another|half a) {_WHILE}(?: (?:please|more|sorry))*"
    r"|(?:(?:that's|that is) an? (?:\w+ )?(?:good|great|interesting)"
    r"|(?:that's|that is|it's|it is) an? (?:\w+ )?(?:tough|hard|difficult|tricky)) one"
    r"|(?:(?:oh|a|very|really|such a) )*"
    r"(?:good|great|tough|hard|difficult|tricky|interesting) question)"
)
"""Asks for time where it stands alone: "The build takes one minute" asks for none."""

_STOPS = ".?!"
_TAIL_CHARS = 200


def tail_of(words: str) -> Tail:
    """How `words` end; UNKNOWN where there are none."""
    text = words.strip().lower().replace("’", "'")
    plain = _words(text[-_TAIL_CHARS:])
    if not plain:
        return Tail.UNKNOWN
    spoken = [word for word in plain if word not in FILLERS]
    sentence = _last(text, _STOPS)
    if plain[-1] not in FILLERS:
        if CLOSING.search(" ".join(spoken)) or ALONE.fullmatch(sentence):
            return Tail.CLOSING
        if PERHAPS.fullmatch(sentence):
            return Tail.PERHAPS_CLOSING
    alone = (sentence, _last(text, f"{_STOPS},;"))
    if any(map(PAUSED.fullmatch, alone)) or HOLD.search(" ".join(spoken[-HOLD_WORDS:])):
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


def _last(text: str, marks: str) -> str:
    """The words behind the last of these marks, a hum left out."""
    for part in reversed(re.split(f"[{marks}]", text[-_TAIL_CHARS:])):
        words = [word for word in _words(part) if word not in FILLERS]
        if words:
            return " ".join(words)
    return ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)
