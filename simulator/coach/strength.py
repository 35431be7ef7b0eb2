"""What was good: the first true thing of a list, with its moment, or nothing.

Praise must be earned: content comes first, and an answer that is not assessable or does
not belong to the question is never praised. Where nothing was earned, a plain fact is
stated instead ("You spoke for 1:10.").
"""

from ..records import Moment
from .amounts import numbered
from .case import Case, moments
from .remarks import Strength
from .times import clock, span

EARLY_S = 30.0
"""By then a listener wants to know what a story is about: a third of a 90 s answer."""

FIRST_S = 15.0
"""An answer first, reasons later: within 15 s (science notes 5.3)."""

COVERED = 0.5
"""Half of what the question hoped for, and two things at least, is worth a word."""

_PARTS = {
    "choice": "you said what you would choose",
    "example": "you gave an example of your own",
    "future": "you said what you want to do next",
    "present": "you said what you do now",
    "point": "you said where you stand",
    "questions": "you asked a question of your own",
}
"""Parts of other shapes that are worth a word, those most often left out first."""


def best(case: Case) -> Strength | None:
    """The strength to name, or None where nothing earned praise."""
    if not case.assessable or case.analysis.content.on_topic is False:
        return None
    finders = (_result, _episode, _action, _answer_first, _part, _concepts, _pace)
    return next((found for find in finders if (found := find(case))), None)


def fact(case: Case) -> str:
    """A true sentence about the answer that neither praises nor blames."""
    if case.length_s is not None and case.length_s >= 1.0:
        return f"You spoke for {clock(case.length_s)}."
    count = sum(1 for w in case.transcript.words if w.kind == "word")
    if not count:
        count = len(case.transcript.text.split())
    return f"You gave an answer of {count} words."


def _result(case: Case) -> Strength | None:
    result = numbered(case)
    if case.analysis.structure.kind != "story" or not result:
        return None
    evidence = moments(result, "the result")
    at = f" at {clock(evidence[0].start_s or 0.0)}" if evidence else ""
    return Strength(
        "result",
        "You told a real episode, with its result",
        f"You told one real episode, and{at} you said what came of it, with a number.",
        evidence[:2],
    )


def _episode(case: Case) -> Strength | None:
    if case.analysis.structure.kind != "story":
        return None
    stake = moments(case.part("task"), "what was at stake") or moments(
        case.part("situation"), "where it begins"
    )
    action = moments(case.part("action"), "what you did")
    text = "You told one real episode."
    evidence: tuple[Moment, ...] = (*stake[:1], *action[:1])
    if stake and stake[0].end_s is not None and stake[0].end_s <= EARLY_S:
        text = (
            f"You told one real episode, and by {clock(stake[0].end_s)} "
            "I knew what was at stake."
        )
        evidence = stake[:1]
        if not case.part("task"):
            text = text.replace("what was at stake", "where we were")
    elif action and action[0].start_s is not None and action[0].end_s is not None:
        where = span(action[0].start_s, action[0].end_s)
        text = f"You told one real episode, and {where} I heard what you did."
        evidence = action[:1]
    return Strength("episode", "You told one real episode", text, evidence)


def _action(case: Case) -> Strength | None:
    return _held(case, "action", "you said what you did")


def _answer_first(case: Case) -> Strength | None:
    point = moments(case.part("point"), "your answer")
    if not point or point[0].end_s is None or point[0].end_s > FIRST_S:
        return None
    return Strength(
        "point",
        "You gave your answer first",
        f"You gave your answer first: by {clock(point[0].end_s)} I knew it.",
        point[:1],
    )


def _part(case: Case) -> Strength | None:
    held = (_held(case, part, words) for part, words in _PARTS.items())
    return next((strength for strength in held if strength), None)


def _held(case: Case, part: str, words: str) -> Strength | None:
    """A part that is there, with its moment where it has one (typed words do not)."""
    passages = case.part(part)
    if not passages:
        return None
    shown = moments(passages[:1], words)
    short = words[0].upper() + words[1:]
    text = f"At {clock(shown[0].start_s or 0.0)} {words}." if shown else f"{short}."
    return Strength(part, short, text, shown)


def _concepts(case: Case) -> Strength | None:
    concepts = case.analysis.content.concepts
    found = [c for c in concepts if c.found]
    if len(found) < 2 or len(found) < COVERED * len(concepts):
        return None
    evidence = tuple(m for c in found for m in moments(c.evidence[:1], c.name))
    return Strength(
        "concepts",
        "You spoke about what was asked",
        f"You spoke about {len(found)} of the {len(concepts)} things I hoped to hear.",
        evidence,
    )


def _pace(case: Case) -> Strength | None:
    m = case.analysis.measurement("speech_rate")
    if m is None or m.value is None or not m.graded:
        return None
    if m.good_low is None or m.good_high is None:
        return None
    if not m.good_low <= m.value <= m.good_high:
        return None
    pace = 5 * round(m.value / 5)
    return Strength(
        "speech_rate",
        "Your pace was easy to follow",
        f"You spoke at about {pace} words a minute, which is easy to follow.",
        m.evidence[:1],
    )
