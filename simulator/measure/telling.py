"""What of a reply to a follow-up question tells something.

"Could you repeat that?", "As I said", "Good question, let me think" are said to the
interviewer, not told of the story. Read with the answer they would be taken for its
end, because they come last. So such sentences are left out of what is judged; where a
reply holds nothing else, it adds nothing.
"""

import re

from simulator.records import Transcript

from .sentences import sentence, split, spoken
from .structure.asking import TAGS

_OPENER = re.compile(
    r"^\W*(?:"
    r"(?:well|h+m+|oh|ah|no|nope|yes|yeah|so|okay|ok|sorry|honestly|to be honest|right"
    r"|actually|sure|thanks|thank you|um+|uh+|er+|please"
    r"|i(?:'m| am) (?:afraid|sorry))"
    r"|(?:that(?:'s| is| was) )?(?:an? )?(?:really |very )?"
    r"(?:good|great|nice|interesting|tough|hard|difficult|tricky) (?:question|one)"
    r"|(?:just )?(?:let me|i(?:'d| would)? (?:have|need) to) (?:just )?(?:think|see)"
    r"(?: (?:about|of) (?:that|it|this))?(?: for)?"
    r"(?: a (?:second|moment|minute|bit))?"
    r"|(?:just )?(?:give me )?(?:a|one) (?:second|moment|minute)"
    r"|(?:as|like) i(?:'ve| have)? (?:already |just )?(?:said|told you|mentioned"
    r"|explained)(?: (?:that|it|this|already|before|earlier))*"
    r"|i(?:'ve| have)? (?:think i )?(?:already |just )*(?:told you|said|mentioned"
    r"|answered|explained)(?: (?:that|it|this|so|already|before|earlier))+"
    r")(?=\W|$)",
    re.IGNORECASE,
)
"""Words before what is told."""
_NOTHING = re.compile(
    r"^(?:(?:well|hm+|oh|no|so|okay|sorry|honestly|to be honest|i(?:'m| am) afraid"
    r"|actually)\W+)*"
    r"(?:i (?:really |just )?(?:do not|don't|cannot|can't|could not|couldn't) "
    r"(?:really |quite )?(?:know|remember|recall|say|think (?:so|of))\b"
    r"|i (?:really |just )?(?:do not|don't) (?:really )?have "
    r"(?:anything|much|any more)\b"
    r"|(?:i have |i've )?no (?:idea|comment)\b"
    r"|(?:i(?:'m| am) )?not (?:really |quite |so |too )?sure\b"
    r"|nothing (?:really|special|comes|in particular)\b"
    r"|i(?:'d| would) rather not\b"
    r"|(?:i(?:'d| would) (?:rather )?|i'll |can i |let me |let's )?(?:skip|pass)"
    r"(?: on)?(?: (?:this|that|it|one))*\W*(?:$|[.,;!]))"
    r"(?!.*\b(?:but|though|only that)\W+(?:\S+\s+){2}\S)",
    re.IGNORECASE,
)
"""Replies that give nothing: they open with the speaker's own "I don't know", "no idea"
or "pass", and no "but" brings something after all. The same words further in belong to
what is told ("a rota that would pass the audit")."""
_TO_THE_INTERVIEWER = re.compile(
    r"^(?:"
    r"(?:can|could|would|will) you (?:please |just |maybe )*(?:repeat|say|explain"
    r"|rephrase|clarify|ask)\b"
    r"|(?:what|how) (?:exactly )?(?:do|did) you mean\b|what was the question\b"
    r"|(?:repeat|rephrase|say) (?:that|it|the question)\b|pardon\b|come again\b"
    r"|i (?:did not|didn't|do not|don't) (?:quite |really )?(?:get|catch|understand"
    r"|hear|follow) (?:that|it|you|what you|the question|your question)\b"
    r"|not (?:really|much|that i (?:know|remember|recall)(?: of)?)\W*$"
    r"|(?:i think )?that(?:'s| is| was) (?:it|all)(?: of it| really)?\W*$"
    r")",
    re.IGNORECASE,
)
_TAG = re.compile(
    rf"\W(?:{TAGS}|(?:is|was|did|does)n't it|do you see)\?$",
    re.IGNORECASE,
)
"""What ends a statement with the voice of a question."""


def telling(reply: Transcript) -> Transcript:
    """The reply without the sentences that are only said to the interviewer.

    Times of the words stay; linear in the words. Nothing told is a transcript without
    words and text.
    """
    words = spoken(reply)
    told = [i for part in split(reply) if tells(part.text) for i in part.words]
    text = sentence(words, told).text if told else ""
    kept = tuple(words[i] for i in told)
    return reply.model_copy(update={"words": kept, "text": text})


def tells(text: str) -> bool:
    """Whether a sentence, or a reply, tells anything."""
    rest = text.replace("’", "'").strip()
    asks = rest.endswith("?") and not _TAG.search(rest)
    if asks or _NOTHING.search(rest):
        return False
    while found := _OPENER.match(rest):
        rest = rest[found.end() :]
    rest = rest.strip(" ,.;:!?…-–—")
    return bool(rest) and not (
        _NOTHING.search(rest) or _TO_THE_INTERVIEWER.search(rest)
    )
