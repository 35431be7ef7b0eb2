"""What somebody is quoted with: orders, wishes and questions put to the speaker.

"My boss says, you go there": the order is the words, so a clause is judged together
with the few before it, one of which says that somebody spoke.
"""

import re
from collections.abc import Sequence

from simulator.measure.stems import listed

from . import task_signs
from .clauses import Clause
from .duty_signs import WHEN
from .lexicon import any_of

SPOKEN_WISH = any_of(
    r"(?:i|we) (?:really |just )?(?:want|need|expect) (?!to\b|help\b|my money|a refund)"
    r"\w+",
    r"^(?:(?:please|right|look|now|so|and) )*you (?:two|both|all|three"
    r"|guys) (?!are\b)\w+",
    r"(?:had|has|have|needs?|needed) to (?!be honest)\w+",
    r"you (?:will|two will|are going to|guys will|must|have to|need to) (?!see|know"
    r"|understand|find|love|like|be surprised)\w+",
    r"(?:please|can you|could you|would you|will you) (?:just |all )?(?!imagine|believe"
    r"|hear|see|understand)\w+",
    r"(?:can|could|would|will) (?:i|we) (?:please |just |maybe )?(?:do|take|help|come"
    r"|have|look|make|find|get|write|go|fix|step|cover|run|bring|teach|drive|build"
    r"|sort)",
    r"if you (?:can |could )?(?:get|manage|finish|sort|make|sell|fix|have|bring|find"
    r"|pass|reach|keep|clean|learn)\b(?! (?:a )?(?:problem|question|doubt)s?)",
    r"how (?:do|can|could|would|should|will) (?:we|you|i)\b(?! (?:say|put|explain))",
    r"(?:it is|it's|this is|that is) (?:your|all yours|up to)\b|(?:one|over|up) (?:for"
    r"|to) you\b|your (?:turn|job|problem|call|baby|project|patient|case)\b",
    r"you (?:need|are missing) (?!to know)\w+",
    r"(?:could|should|would) be (?:\w+ ){1,4}(?:by|within|inside|before|in) \w+",
    r"you (?:have|have got|got|get|had) (?:\w+ ){0,2}(?:minutes?|hours?|days?|nights?"
    r"|weeks?|months?)",
)
"""In somebody's quoted words: what they want."""
IF_WE_COULD = any_of(
    r"(?:i|we) could try to|if (?:i|we) (?:could|can|managed|finished|got|made"
    r"|would)(?! (?:do it again|go back))"
)
_SAID = any_of(
    r"sa(?:id|ys)|saying|thought|reckoned|say to|shouted|begged|insisted|goes|told"
    r"|tells?|ask(?:ed|s)"
    r"|rang"
    r"|called|wrote|mail(?:ed)?|email(?:ed)?"
    r"|message|note|letter|text(?:ed)?|was like|put (?:the|this|it) (?:\w+ )?to"
)
_BASE = (
    r"(?:go|get|have a|have it|make|do|take|find|fix|bring|call|ring|phone|write|sort"
    r"|keep"
    r"|sell|finish|solve|show|help|clean|build|tell|talk|ask|give|put|come|look|see"
    r"|check"
    r"|try|stay|wait|stop|start|send|move|run|cut|hold|handle|deal|figure"
    r"|work out"
    r"|pick|buy|open|close|read|learn|teach|train|think|use|let|set up|turn|watch|cover"
    r"|join|lead|organi[sz]e|prepare|plan|present|test|deliver|ship|drive|clear|empty"
    r"|pack|count|order|speak|convince|persuade|calm|cook|carry|drop|save|cancel|pay"
    r"|choose|decide|draw|translate|reduce|improve|design|replace|mend|repair|never|do"
    r" not)"
)
ORDERED = re.compile(
    r"\b(?:said|says|say|goes|went|like|begged|shouted|wrote"
    r"|(?:asked|texted|told|tells)(?= (?:me|us|the team)\b)"
    r"|(?:the |her |his |their )?(?:note|words?|message|orders?|answer) (?:was|were))"
    r" (?:to )?(?:me |us |the team )?(?:and |crying |that )?"
    r"(?:(?:please|look|right|ok|okay|listen|well|just|now|so|hey|then|love|mate|today"
    r"|tomorrow|from \w+|by \w+|next week|this week) )*"
    rf"(?:you (?:two |both |all |guys |will )?)?{_BASE}\b(?! (?:ahead|on holiday))"
)
"""Somebody's words that begin with an order, whatever is ordered."""
_BEGINS_WITH_ORDER = re.compile(
    r"(?:(?:and|but|please|look|right|ok|listen|well|just|now|so|hey|then) )*"
    rf"(?:you (?:two |both |all |guys |will )?)?{_BASE}\b"
)
_RULED = any_of(
    r"(?:nobody|no one|nothing|none of you|not one \w+) (?:works|leaves|moves|touches"
    r"|enters|goes home|gets out|goes out)|(?:nobody|no one) (?!knows|wants|cares|likes"
    r"|is|was|has|needs|thinks|believes|minds|uses|does)\w+s\b"
)
_NOTE_BY = re.compile(
    r"\b(?:it|note|mail|email|letter|message|they|he|she|boss|manager"
    r"|office) (?:just )?"
    rf"(?:said|says|read|asked) (?:\w+ ){{1,6}}(?:by|before|until) {WHEN}"
)
"""A message that names a thing and a time: "it said something on buses by Friday"."""
_OBJECTS = listed(
    """
    it the a an me us him her them this that my our your out up to back for in on over
    down some someone somebody more and everyone everybody every all
    """
)
_ENDS_SPEAKING = re.compile(
    r"\b(?:said|says|goes|told|asked|wrote|crying|quote|and|like|please|look|right"
    r"|listen"
    r"|me|us)$"
)


def _others_say(clause: Clause) -> bool:
    own = clause.predicate.subject == "i"
    return not own and bool(task_signs.TOLD.search(clause.text))


def ordered(before: Sequence[Clause], clause: Clause) -> bool:
    """Whether somebody's words hold an order: "my boss says, you go there".

    Args:
        before: the few clauses before it; one of them says that somebody spoke.
        clause: the clause to judge.
    """
    if task_signs.ORDER.search(clause.text):
        return True
    p = clause.predicate
    said = any(map(_others_say, before))
    if _others_say(clause) and task_signs.MUST.search(clause.text):
        return True
    if (said or _others_say(clause)) and task_signs.IMPERATIVE.search(clause.text):
        return True
    to_hearer = p.subject == "you" and p.time in {"present", "none"}
    return bool(said) and to_hearer and p.verb not in task_signs.NOT_ORDERED


def wish(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether the words somebody is quoted with ask for something.

    Args:
        clause: the clause to judge.
        before: the few clauses before it; one of them says that somebody spoke.
    """
    if _NOTE_BY.search(clause.text):
        return True
    orders = ORDERED.search(clause.text) or _RULED.search(clause.text)
    if _others_speak(clause) and orders:
        return True
    if _orders_later(clause, before):
        return True
    spoke = bool(before) and _others_speak(before[-1])
    open_ended = spoke and _ENDS_SPEAKING.search(before[-1].text)
    if open_ended and _BEGINS_WITH_ORDER.match(clause.text):
        return True  # "she said to me, please", "find an agreement"
    wished = SPOKEN_WISH.search(clause.text) or IF_WE_COULD.search(clause.text)
    return bool(wished) and any(map(_others_speak, (*before, clause)))


def _orders_later(clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether an order follows a comma in somebody's words: "she said, you're the one
    who studied, make her understand it"."""
    near = [c for c in before[:-1] if c.sentence == clause.sentence]
    speaks = (*near, *before[-1:], clause)
    if not any(map(_others_speak, speaks)):
        return False
    texts = [t.text for t in clause.tokens]
    starts = [k + 1 for k, t in enumerate(clause.tokens[:-1]) if t.comma]
    if (
        before
        and before[-1].sentence == clause.sentence
        and before[-1].tokens[-1].comma
    ):
        starts.append(0)
    return any(
        _BEGINS_WITH_ORDER.fullmatch(texts[k])
        and texts[k + 1 : k + 2] != []
        and texts[k + 1] in _OBJECTS
        for k in starts
    )


def _others_speak(clause: Clause) -> bool:
    p = clause.predicate
    others = p.subject not in {"i", "we"} or p.passive
    return others and bool(_SAID.search(clause.text))
