"""Whether a sentence is open: what its last words still ask for.

Counted over 88,700 words of written interview answers: after "in", "for", "with",
"told" or "nobody" a sentence ends in fewer than 2 of 100 cases, after any word in 6.
What makes such a word a fair end is that its other half stands before it ("better than
it was", "what they were") or that it is part of a turn of phrase ("since then"). Of 369
other answers 6 are held at their end, and 52 % of the places inside a sentence are (8
and 40 % with a list of last words alone).
"""

import re

from .beginnings import only_begins

_NEVER_LAST = """
and or but because cause although though while whereas if unless until whether
than as nor plus
a an the my our your their his its these every each another any some many whole
of from into onto during without toward towards via per in for with by within
i we they he she who which whose what how nobody someone somebody
that's he's she's it's there's here's what's who's where's how's let's
was were am is are be been being had has having have not
can cannot could would should might must gonna wanna
very really quite mainly basically also only just almost like even maybe probably never
usually
so to at then between where when
put told took get got made make take tell called found find need let sent gave give
kept brought showed wrote asked decided said saying went meant
"""
NEVER_LAST = frozenset(_NEVER_LAST.split())
"""No sentence ends on these, whatever stop the recogniser put behind them."""

_SHORTENED = re.compile(r"'(?:m|re|ve|ll|d)$")
""" "I'm", "could've": what they stand before is never left out."""

_SAYS = (
    "think|thought|believe|believed|say|said|decided|realised|realized"
    "|noticed|found|felt|agreed|sure|mean|meant|me|us|him|them|fact"
)
_OPEN_PHRASE = re.compile(
    r"\b(?:you know|i mean|sort of|kind of|as well as|such as|for example|for instance"
    r"|in order|so that|i think|i guess|i believe|i suppose|let's say|in terms"
    rf"|(?:{_SAYS}) that)$"
)

_WHO = r"(?:i|we|you|he|she|it|they|that|there|everyone|everybody|nobody)"
_IS = r"(?:is|are|was|were|been)"
_HELPS = rf"(?:{_IS}|am|be|had|has|have|can|could|would|should|must)"
_CLOSED = re.compile(
    # The other half stands before it: "as fast as I could", "better than it was".
    rf"\b(?:(?:than|as) (?:{_WHO}|(?:my|our|the|his|her|their) \w+) {_HELPS}"
    rf"|(?:than|as|what|if) {_WHO} (?:had|have|has|need|needed|used|want|wanted)"
    r" (?:me )?to"
    rf"|(?:who|whose(?: \w+)?|how(?: \w+){{0,2}}) {_WHO} (?:really )?(?:{_IS}|am)"
    rf"|how(?: \w+)? (?:it|they|he|she|i|we)'d been"
    rf"|(?:what|where) (?:it|they|things|everything|everybody) {_IS}"
    r"|(?:what|where|whatever|how \w+) (?:the|my|our|his|her|their|each) \w+"
    r" (?:is|are|was|were)(?: for| like)?"
    r"|what (?:\w+ ){1,3}looks? like"
    rf"|(?:what|all|everything|whatever|wherever|where)(?: that)? {_WHO} (?:can|could)"
    r"|(?:where|person) i am|(?:all|everything|whatever) (?:that )?(?:i|we|they) had"
    # "something I'm really proud of"
    r"|(?:what|which|something|things?|ones?|everything|anything) (?:that )?"
    r"(?:i|we|you|they|he|she)(?:'m|'re|'s|'ve|'d)? (?:\w+ ){0,2}"
    r"(?:of|at|for|with|about|in|on|into|from)"
    rf"|where {_WHO} (?:want|wanted|need|needed|hope|ought) to be"
    r"|(?:the|my|our|all|every|any|those) (?:\w+ )?\w+ (?:i|we|you|they)"
    r" (?:have|had|got|made|found|took|sent|can|could|wrote|brought)"
    r"|what (?:it|that) (?:is|was|looks|looked|felt|feels) like|what (?:it|that)'s like"
    # A turn of phrase; with "and" before it, it begins the next clause.
    r"|(?:\w+ ){2}(?<!and )(?<!so )(?<!but )"
    r"(?:since then|by then|until then|back then|in between|for a while|after a while)"
    r"|(?:come|came|move|moved|step|stepped|check|checked|checking|log|logged|logging"
    r"|fill|filled|join|joined|settle|settled|chip|chipped|pitch|pitched|flown) in"
    r"|(?:think|hope|say|says|said|do|did|or|suppose|told me|even more) so"
    r"|(?:of course|why|maybe|probably|hope|or|certainly|perhaps|definitely) not"
    r"|(?:what|any|which|whatever|how)(?: \w+){0,2} (?:i|we|they|you|he|she) like"
    r"|if you(?:'d| would)? (?:like|want)(?: me)?(?: to)?|(?:no )?never"
    r"|which (?:i|we|he|she|they) (?:took|got|made|found|kept|wrote|did)"
    r"|what i mean|(?:no|not|yeah|yes) really|(?:a|a big|b|real) plus)$"
)
_TAG = re.compile(
    r", *(?:really|basically|mainly|also|though|actually|honestly|i think|i guess"
    r"|i suppose|i believe|i would say|i'd say|for example|for instance"
    r"|if you (?:know|see) what i mean|(?:i|he|she|they) (?:said|thought)"
    r"|(?:do|does|did|can|could|may|should|shall|would|will|is|are|was|were|have|has)"
    rf"(?:n't)? {_WHO})$"
)
"""Said behind a whole sentence: "It went fine, I guess", "they know, don't they"."""
_ALSO = frozenset(("also", "only", "basically", "mainly", "really", "maybe"))
"""In the English of India and of much of Europe "also" closes, in Ireland and
elsewhere "really" does: "I learnt the other side also"."""
_LEAST_TAGGED = 2
"""Words before a tag: "So, actually" is none."""
_WHOLE = 6
"""Words that make a sentence for such an end."""


def is_open(sentence: str) -> bool:
    """Whether more must come, though a recogniser put a stop behind it.

    Args:
        sentence: the last sentence in lower case, without fillers and its stop; its
            commas tell a tag ("..., I think") from a beginning.
    """
    tagged = _TAG.search(sentence)
    if tagged and len(sentence[: tagged.start()].split()) >= _LEAST_TAGGED:
        return is_open(sentence[: tagged.start()])
    if only_begins(sentence):
        return True
    words = re.findall(r"[\w'-]*\w", sentence)
    plain = " ".join(words)
    if _CLOSED.search(plain):
        return False
    if len(words) >= _WHOLE and words[-1] in _ALSO:
        plain = " ".join(words[:-1])
        words.pop()
    last = _last_part(words[-1]) if words else "and"
    return bool(
        last in NEVER_LAST or _SHORTENED.search(last) or _OPEN_PHRASE.search(plain)
    )


def _last_part(word: str) -> str:
    """The last part of a stammered word ("the-the", "b-because"), else the word: in
    "well-being" and "check-in" the last part is no word of its own."""
    *before, last = word.split("-")
    return last if all(last.startswith(part) for part in before) else word
