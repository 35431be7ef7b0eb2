"""What the last words say about whether more will come.

Recognisers put a full stop after almost everything they are given, so a stop is weak
evidence and the last word is strong: nobody ends an answer on "because".
"""

import re
from enum import Enum

from simulator.records import FILLED_PAUSES

from .open_ends import is_open


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

_WHILE = r"(?:second|seconds|sec|moment|minute|bit|little while)\b"
_ASKED = (
    r"(?:just |quickly |really |please )*(?:think|recall|remember|reflect"
    r"|(?:collect|gather|sort|order) my thoughts|(?:start|try)(?: that)? (?:over|again)"
    r"|begin again|restart"
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
    r"|(?<!to )(?<!they )(?:wait|give me|give us) (?:just )?"
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
MUTTERED_WORDS = 3
"""So few after a request for time tell nothing yet: "Okay, so.", "That was later." """

_LEAD = (
    r"(?:(?:and|so|but|okay|ok|yeah|yes|yep|no|well|right|alright|all right|now|anyway"
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
    rf" (?:it |my answer )?(?:there|here)"
    r"|\b(?:that|this)(?: hopefully| probably)? answers? (?:your|the) question"
    rf"){_THANKS}$"
)
"""Says that the answer is over, as the last words."""
_IT = rf"{_HAS} {_ABOUT}(?:it|all|everything|the end|the story|that)"
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
    r"(?:good|great|tough|hard|difficult|tricky|interesting) question"
    r"|what else(?: can i (?:say|add|tell you))?|let's see"
    r"|i (?:can't|cannot|don't)(?: quite| really)? (?:remember|recall)(?: right now)?"
    r"|i (?:can't|cannot) think of (?:one|any|anything|an example|it)(?: right now)?"
    r"|my mind(?:'s| is| has)(?: just)? (?:gone )?blank"
    r"|i(?:'ve| have)(?: just)? gone blank"
    r"|i(?:'m| am)(?: just)? drawing a blank|nothing comes to mind(?: right now)?"
    r"|i(?:'m| am) (?:just |so |very |really |quite |a bit |a little )*nervous)"
    r"(?: (?:please|sorry|right now|actually|today))*"
)
"""Asks for time where it stands alone: "The build takes one minute" asks for none."""

_MUTTERED = frozenset(("so", "well", "okay", "ok", "right", "alright", "now", "oh"))

_STOPS = ".?!"
_CLOSERS = "\"'”’)]» "
_TAIL_CHARS = 200
_THANKED = re.compile(
    r"(?<=[.?!…-])\s*(?:thank you|thanks)(?: very much| so much| for watching)?[.!]*$"
)
"""What recognisers hear in silence, as a sentence of its own: it hides no open end."""


def tail_of(words: str) -> Tail:
    """How `words` end; UNKNOWN where there are none."""
    recent = words[-3 * _TAIL_CHARS :].strip()  # an hour's words are many to look at
    text = recent.lower().replace("’", "'").rstrip(_CLOSERS)
    text = _THANKED.sub("", text).rstrip(_CLOSERS)
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
    if any(map(PAUSED.fullmatch, alone)) or _held(text):
        return Tail.HOLD
    stopped = text[-1] in _STOPS and not text.endswith(("...", ". .", "-."))
    if not stopped or plain[-1] in FILLERS or _open(text):
        return Tail.UNFINISHED
    return Tail.FINISHED


def _open(text: str) -> bool:
    return is_open(without_fillers(_sentences(text)[-1]))


def _held(text: str) -> bool:
    """Whether the last that was really said asks for time: "Let me think. Okay, so."
    does, "Let me think. It was at my first job in Leeds." no more."""
    said = 0
    for sentence in reversed(_sentences(text)):
        spoken = [word for word in _words(sentence) if word not in FILLERS]
        if HOLD.search(" ".join(spoken[-HOLD_WORDS:])):
            return True
        said += len(spoken)
        if said > MUTTERED_WORDS:
            return False
    return False


def has_begun(words: str) -> bool:
    """Whether anything of an answer is in these words, beside "um", "so, okay" and
    asking for time."""
    for sentence in _sentences(words.lower().replace("’", "'")):
        spoken = [w for w in _words(sentence) if w not in FILLERS | _MUTTERED]
        said = " ".join(spoken)
        asks = len(spoken) <= HOLD_WORDS and HOLD.search(said)
        if spoken and not asks and not PAUSED.fullmatch(said):
            return True
    return False


def without_fillers(words: str) -> str:
    """The same words for reading: an "um" on the screen helps nobody who speaks."""
    bare = ((word, word.lower().strip(",.?!…-")) for word in words.split())
    return " ".join(word for word, plain in bare if plain not in FILLERS)


def spoken_words(words: str) -> list[str]:
    """The same words for comparing: in lower case, without marks."""
    plain = _words(words.lower().replace("’", "'"))
    return [word for word in plain if word not in FILLERS]


def takes_back(words: str, before: str) -> bool:
    """Whether these are the words before without their last: those were "I, um", which
    a second look found too little to write down. Something was said there."""
    new, old = _words(words.lower()), _words(before.lower())
    return len(new) < len(old) and old[: len(new)] == new


def _sentences(text: str) -> list[str]:
    """Each with its commas, without its stop."""
    found = re.split(rf"[{_STOPS}]+(?:[{re.escape(_CLOSERS)}]+|$)", text[-_TAIL_CHARS:])
    return [said for part in found if (said := part.strip(" ,;:-…\"'"))]


def _last(text: str, marks: str) -> str:
    """The words behind the last of these marks, a hum left out."""
    for part in reversed(re.split(f"[{marks}]", text[-_TAIL_CHARS:])):
        words = [word for word in _words(part) if word not in FILLERS]
        if words:
            return " ".join(words)
    return ""


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)
