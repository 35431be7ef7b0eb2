"""What the last words say about whether more will come.

Recognisers put a full stop after almost everything they are given, so a stop is weak
evidence and the last word is strong: nobody ends an answer on "because".
"""

import re
from enum import Enum


class Tail(Enum):
    """How the words so far end."""

    UNKNOWN = "unknown"
    FINISHED = "finished"
    UNFINISHED = "unfinished"
    HOLD = "hold"
    CLOSING = "closing"


_FILLERS = "um umm uh uhh er erm ehm eh ah hm hmm mm mhm"
FILLERS = frozenset(_FILLERS.split())

_NEVER_LAST = """
and or but because cause since although though while whereas if unless until whether
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
HOLD = re.compile(
    r"\b(?:let me (?:just )?(?:think|see|recall|remember)"
    r"|(?:just|wait|give me|need|take) (?:just )?(?:a|one|another) "
    r"(?:second|moment|minute|sec)\b|bear with me|hold on|hang on"
    r"|how (?:do|can|should|shall|would) i (?:put|say|explain)|where was i"
    r"|i(?:'m| am) (?:just )?thinking|that's a (?:good|great|tough|hard) question"
    r"|what(?:'s| is| was) the word)"
)
CLOSING = re.compile(
    r"(?:\bthat(?:'s| is| was| would be| concludes| completes) (?:about |basically )?"
    r"(?:my (?:whole )?answer|it|all(?: i (?:have|had|wanted) to say)?|everything"
    r"|my story|the end)"
    r"|\bi(?:'m| am) (?:all )?(?:done|finished)|\bend of (?:my )?(?:answer|story)"
    r"|\bi have nothing (?:more|else) to (?:add|say)|\bnothing more to add)$"
)
HOLD_WORDS = 10
"""A hold counts while it is (nearly) the last thing said."""

_STOPS = ".?!"


def tail_of(words: str) -> Tail:
    """How `words` end; UNKNOWN where there are none."""
    text = words.strip().lower().replace("’", "'")
    plain = re.findall(r"[^\W_]+(?:'[^\W_]+)*", text[-200:])
    if not plain:
        return Tail.UNKNOWN
    spoken = [word for word in plain if word not in FILLERS]
    if CLOSING.search(" ".join(spoken)) and plain[-1] not in FILLERS:
        return Tail.CLOSING
    if HOLD.search(" ".join(spoken[-HOLD_WORDS:])):
        return Tail.HOLD
    stopped = text[-1] in _STOPS and not text.endswith(("...", ". .", "-."))
    last = plain[-1]
    if last in FILLERS or last in NEVER_LAST or OPEN_PHRASE.search(" ".join(plain)):
        return Tail.UNFINISHED
    return Tail.FINISHED if stopped else Tail.UNFINISHED
