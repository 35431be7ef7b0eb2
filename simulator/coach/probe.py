"""The follow-up question an interviewer would ask: one thing that was not said.

Limited follow-ups are part of what makes an interview structured (Campion, Palmer &
Campion 1997). So a probe is chosen by what is missing, it never hints at an answer, and
it is left out where in doubt: to ask for something that was just said tells the
candidate that nobody listened, which is worse than no probe. A part of which there are
signs too weak to quote (`Structure.faint`) is therefore not asked for.

The bank's own probe is taken where it is marked as asking for the same thing, or where
its whole wording does, because it knows the question. At most two an answer is the
loop's to hold.
"""

import re
from collections.abc import Mapping, Sequence

from ..records import Probe, Question, Turn
from . import amounts
from .case import Case, from_turn
from .content_gaps import FINER, ORDER

PROBES: Mapping[str, str] = {
    "episode": "Can you think of one time when that really happened?",
    "action": "What did you do yourself?",
    "own_action": "What was your own part?",
    "result": "What changed because of that?",
    "task": "What did you want to achieve?",
    "situation": "Where and when was that, and what was going on?",
    "number": "Can you put a number on it?",
    "present": "What do you do at the moment?",
    "past": "What brought you to this kind of work?",
    "future": "What would you like to do next?",
    "point": "What is your own view, in one sentence?",
    "reason": "Why do you see it that way?",
    "example": "Can you give me an example?",
    "options": "Which other ways did you think of?",
    "criteria": "What matters most to you in that choice?",
    "choice": "Which of those would you choose?",
    "meaning": "What is it, in one sentence?",
    "workings": "How does that work?",
    "questions": "Is there anything you would like to know about the work?",
}
"""One open question for each part, which can be asked after any answer."""

_ASKS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        "episode": r"can you (?:think of|tell me about|give me|remember) (?:one|an?)"
        r" (?:real |particular |specific )?(?:time|day|occasion|case)\b.*",
        "action": r"what (?:exactly )?did you do(?: about (?:it|that))?"
        r"(?: (?:first|then|next|yourself))?"
        r"|how did you (?:go about|handle|solve|deal with|approach) (?:it|that|this)"
        r"|(?:what|which) steps did you take",
        "own_action": r"what was your (?:own )?(?:part|role|share)"
        r"(?: in (?:it|that|this|all of (?:it|that|this)))?"
        r"|what did you (?:yourself|personally) do",
        "result": r"what (?:changed|came of (?:it|that)"
        r"|happened (?:then|next|after that|in the end))"
        r"(?: because of (?:it|that|this))?(?: in the end)?"
        r"|how did (?:it|that|things|(?:the|your) \w+) (?:end|turn out|work out|finish)"
        r"(?: for (?:the |your )?\w+)?(?: in the end)?"
        r"|what was the (?:result|outcome)|what difference did (?:it|that) make"
        r"|how did (?:they|he|she|the \w+) (?:react|respond|take it)",
        "number": r"can you put (?:a|any) numbers? (?:on|to) (?:it|that)|by how much",
        "task": r"what (?:were you|was) (?:asked|expected|supposed)(?: of you)?"
        r"(?: to (?:do|achieve))?|what did (?:you|your team) want to (?:do|achieve)"
        r"|what was your (?:own )?(?:task|goal|aim|brief)",
        "situation": r"(?:where|when)(?: and (?:where|when))? was (?:that|this|it)"
        r"(?: and what was going on)?|what was going on(?: (?:there|then))?",
        "example": r"can you give (?:me |us )?an example(?: (?:of|for) (?:it|that))?",
        "reason": r"why|why is that|why do you (?:think so|say (?:so|that)|see it that"
        r" way)",
        "past": r"what brought you (?:here|(?:to|into) this .+)"
        r"|how did you (?:come|get) (?:to|into) this (?:kind|line) of work",
        "options": r"(?:what|which) other (?:ways|options|choices) "
        r"(?:did you (?:think of|consider|see|have)|were there)",
        "criteria": r"what matters most(?: to you)?(?: in (?:that|this) choice)?"
        r"|what (?:would|did) you decide by",
        "choice": r"which (?:one|of (?:those|these|them)) would you "
        r"(?:choose|take|pick)",
    }.items()
}
"""Whole wordings of a bank's probe that can only ask for this part. A word more ("what
did you do that did not help") asks for something else, and a reply to it would be taken
for a part that it is not."""
_GROUP = re.compile(r"\b(?:we|our|us|the team)\b", re.IGNORECASE)


def probe(turn: Turn, asked: Sequence[str]) -> str | None:
    """The next follow-up question on this answer, or None where none is due.

    Args:
        turn: the answer; after a probe, the joined answer, judged again.
        asked: the probes already put. None of them is asked again, and nothing is
            asked for twice in other words: who did not say it when asked, need not.
    """
    already = {_plain(text) for text in asked}
    spent = {about(text, turn.question) for text in asked}
    for part in wanted(turn):
        if part in spent or (part.endswith("action") and "action" in spent):
            continue
        for text in (*_own(turn, part), PROBES.get(part, "")):
            if text and _plain(text) not in already:
                return text
    return None


def wanted(turn: Turn) -> tuple[str, ...]:
    """The parts worth asking for, the gravest first; empty where in doubt."""
    case, structure = from_turn(turn), turn.analysis.structure
    unclear = turn.ended_by == "skip" or not case.assessable or case.question is None
    if unclear or structure.uncertain or turn.analysis.content.on_topic is False:
        return ()
    if case.wants_story and structure.kind != "story":
        return _episode(case)
    sure = [p for p in structure.missing if p not in structure.faint]
    parts = [p for p in ORDER if p in sure]
    parts += [p for p in sure if p not in ORDER and p not in FINER]
    if "action" in parts and _GROUP.search(turn.transcript.text):
        parts[parts.index("action")] = "own_action"
    if case.wants_story and amounts.unmeasured(case):
        parts.append("number")
    return tuple(parts)


def about(text: str, question: Question | None = None) -> str:
    """The part that a probe asks for, as its bank marked it or as its wording says;
    "" where neither does.

    Args:
        text: the probe as it was spoken.
        question: the question it follows, whose bank may have marked it.
    """
    for own in question.probes if question else ():
        if isinstance(own, Probe) and _plain(own.text) == _plain(text):
            return own.asks
    return next((part for part in PROBES if _fits(part, text)), "")


def _episode(case: Case) -> tuple[str, ...]:
    """Only a general answer is asked for one real time; "I have none" is a no."""
    structure = case.analysis.structure
    general = structure.kind in {"pseudo_story", "self_description", "opinion"}
    return ("episode",) if general and "episode" not in structure.faint else ()


def _own(turn: Turn, part: str) -> tuple[str, ...]:
    """The bank's probes that ask for this part."""
    texts = turn.question.probe_texts
    return tuple(text for text in texts if about(text, turn.question) == part)


def _fits(part: str, text: str) -> bool:
    pattern = _ASKS.get(part)
    written = _plain(text)
    ours = _plain(PROBES.get(part, "")) == written
    return ours or bool(pattern and pattern.fullmatch(written))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
