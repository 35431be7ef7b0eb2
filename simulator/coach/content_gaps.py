"""What the answer did not bring, most important first.

The order is that of what interviewers miss: in 62 real interviews candidates gave the
situation at length and left out task, action and result, and told a story in 23 % of
the answers that asked for one (Bangerter et al. 2014). So: the right question, one real
episode, what was done, what came of it, then the rest.

A part that could not be heard well is "uncertain", never "missing": the fault may be
the microphone's or ours. Nothing here asks for an invention, only for what happened.
"""

import re

from ..records import Moment
from .case import STAR, Case, moments
from .remarks import Gap
from .times import clock

ORDER = ("action", "result", "task", "situation")

PARTS: dict[str, tuple[str, str, str]] = {
    "situation": (
        "where and when it happened",
        "the setting is missing",
        "begin with one sentence: where you were, and when",
    ),
    "task": (
        "what was asked of you",
        "your task is missing",
        "say in one sentence what you had to achieve",
    ),
    "action": (
        "what you did",
        "what you did is missing",
        "say two or three things you did, in their order",
    ),
    "result": (
        "what came of it",
        "the result is missing",
        "end with one sentence: what changed, and by how much",
    ),
    "present": (
        "what you do now",
        "the present is missing",
        "begin with one sentence about what you do now",
    ),
    "past": (
        "what brought you here",
        "the past is missing",
        "name one thing you did before that matters for this job",
    ),
    "future": (
        "what you want to do next",
        "the way ahead is missing",
        "end with one sentence: what you want to do next, and why here",
    ),
    "point": (
        "where you stand",
        "your own view is missing",
        "say your answer in the first sentence, then give the reason",
    ),
    "reason": (
        "why you see it that way",
        "the reason is missing",
        "add one sentence that begins with the word because",
    ),
    "example": (
        "an example",
        "an example is missing",
        "give one example you have seen yourself",
    ),
    "options": (
        "which ways you weighed",
        "the options are missing",
        "name two ways it could be done before you choose",
    ),
    "criteria": (
        "what you would decide by",
        "the measure of the choice is missing",
        "say what matters most in the choice before you make it",
    ),
    "choice": (
        "what you would choose",
        "the choice is missing",
        "end with one sentence: what you would do, and why",
    ),
    "questions": (
        "a question to the interviewer",
        "a question of your own is missing",
        "ask one question about the work that begins with how or what",
    ),
}
"""Part: (what was not heard, headline, what to do), in everyday words."""

_UNSURE = {
    "result": ("a result", "If you gave one"),
    "example": ("an example", "If you gave one"),
    "questions": ("a question of yours", "If you asked one"),
}
"""Part: (what could not be made out, "if you did") where the usual words limp."""

_KINDS = {
    "pseudo_story": "You told me what you usually do; I did not hear one time you did it",
    "self_description": "You told me what you are like; I did not hear one time it showed",
    "opinion": "You told me what you think; I did not hear one time it happened",
    "other": "I did not hear about one particular time",
}

LONG_RATIO = 1.5
"""Above 1.5 x its target an answer is long (`Question.target_s`)."""

SHORT_S = 20.0
"""Below it an answer is short for any question but the smallest: common advice is 30 s
and more (science notes 5.3, a proposal)."""

MANY_CONCEPTS = 2
"""Two names a person can keep in mind while speaking; more would be a list."""

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
    r"|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million"
    r"|half|halved|third|quarter|twice|doubled?|tripled?|dozen|percent)\b",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(?:I|my|me|myself)\b")


def faults(case: Case) -> tuple[Gap, ...]:
    """What keeps the answer from being an answer, most important first."""
    found = [_off_topic(case), _no_episode(case)]
    structure = case.analysis.structure
    named = [p for p in ORDER if p in (*structure.missing, *structure.uncertain)]
    others = [p for p in (*structure.missing, *structure.uncertain) if p not in STAR]
    for part in (*named, *dict.fromkeys(others)):
        unsure = part in structure.uncertain
        found.append(_unsure(part) if unsure else _missing(case, part))
    found.append(_nobody(case))
    return tuple(gap for gap in found if gap)


def refinements(case: Case) -> tuple[Gap, ...]:
    """What would make a sound answer better; these wait behind a red delivery."""
    found = (_no_number(case), _concepts(case), _length(case))
    return tuple(gap for gap in found if gap)


def has_number(case: Case) -> bool:
    """Whether a sentence of the result carries a number, in figures or words."""
    return any(_NUMBER.search(p.text) for p in case.part("result"))


def _off_topic(case: Case) -> Gap | None:
    if case.question is None or case.analysis.content.on_topic is not False:
        return None
    return Gap(
        "question",
        "question",
        "I could not find the link to the question",
        "I could not find the link between your answer and the question.",
        "Next time, say in the first sentence how the two belong together.",
    )


def _no_episode(case: Case) -> Gap | None:
    structure = case.analysis.structure
    told = _KINDS.get(structure.kind)
    if not case.wants_story or told is None:
        return None
    if structure.kind == "other" and (structure.level is None or structure.level > 2):
        return None  # "other" is also the value of a structure nobody judged
    passages = [p for part in STAR for p in case.part(part)][:2]
    return Gap(
        "episode",
        "question",
        "one real episode is missing",
        f"{told}.",
        "Next time, choose one day it happened, and begin there.",
        moments(tuple(passages), "this is general"),
    )


def _missing(case: Case, part: str) -> Gap:
    heard, short, step = PARTS.get(
        part, (_plain(part), f"{_plain(part)} is missing", f"add {_plain(part)}")
    )
    text = f"I did not hear {heard}."
    evidence: tuple[Moment, ...] = ()
    if part == "result":
        last = moments(case.part("action"), "the last thing you said you did")[-1:]
        evidence = (*last, *_ending(case, last))
        if last:
            # The moment first: it says how far the story was clear.
            end = clock(last[0].end_s or 0.0)
            text = f"I heard what you did, up to {end}, but not what came of it."
    return Gap(part, part, short, text, f"Next time, {step}.", evidence)


def _ending(case: Case, after: tuple[Moment, ...]) -> tuple[Moment, ...]:
    if case.extent is None:
        return ()
    end_s = case.extent[1]
    last_s = (after[0].end_s or 0.0) if after else case.extent[0]
    start_s = max(last_s, end_s - 10.0)
    if end_s - start_s < 1.0:
        return ()
    return (Moment(start_s=start_s, end_s=end_s, label="how the answer ends"),)


def _unsure(part: str) -> Gap:
    heard = PARTS[part][0] if part in PARTS else _plain(part)
    what, given = _UNSURE.get(part, (heard, "If you said it"))
    return Gap(
        f"{part}.unsure",
        part,
        f"I could not make out {what}",
        f"I could not make out {what}.",
        f"{given}, correct the words and measure again.",
    )


def _nobody(case: Case) -> Gap | None:
    """A check of the action alone; "I" and "we" are never counted over an answer."""
    action = case.part("action")
    if case.analysis.structure.kind != "story" or not action:
        return None
    if any(_SELF.search(p.text) for p in action):
        return None
    evidence = moments(action, "who did this?")
    return Gap(
        "action.own",
        "action",
        "your own share is not clear yet",
        "I heard what was done, but not which part of it was yours.",
        "Next time, add one sentence: what you did yourself.",
        evidence[:3],
    )


def _no_number(case: Case) -> Gap | None:
    result = case.part("result")
    level = case.analysis.structure.level
    if not result or level == 5 or has_number(case) or not case.wants_story:
        return None
    evidence = moments(result, "the result")
    at = f" at {clock(evidence[0].start_s or 0.0)}" if evidence else ""
    return Gap(
        "result.number",
        "result",
        "the size of the result is missing",
        f"You said{at} what came of it, but not how much changed.",
        "Next time, add the one number you can stand behind.",
        evidence[:2],
    )


def _concepts(case: Case) -> Gap | None:
    lost = [c.name for c in case.analysis.content.concepts if not c.found]
    if not lost or case.question is None:
        return None
    names = [_plain(name) for name in lost[:MANY_CONCEPTS]]
    listed = " or ".join(names)
    return Gap(
        "concepts",
        "concepts",
        f"I did not hear about {names[0]}",
        f"I did not hear anything about {listed}.",
        f"Next time, add one sentence about {names[0]}, if you have something to say.",
    )


def _length(case: Case) -> Gap | None:
    speech_s, question, extent = case.speech_s, case.question, case.extent
    if speech_s is None or question is None or extent is None:
        return None
    target_s = question.target_s
    if speech_s > LONG_RATIO * target_s:
        over = Moment(
            start_s=extent[0] + target_s, end_s=extent[1], label="past the usual length"
        )
        return Gap(
            "length.long",
            "question",
            "it was long",
            f"You spoke for {clock(speech_s)}, and about {clock(target_s)} is enough.",
            "Next time, leave out what is not needed to get from problem to result.",
            (over,),
        )
    if speech_s < SHORT_S and target_s > 2 * SHORT_S:
        return Gap(
            "length.short",
            "question",
            "it was short",
            f"You spoke for {clock(speech_s)}, and you have about {clock(target_s)}.",
            "Next time, add one thing you did, and how it went.",
        )
    return None


def _plain(name: str) -> str:
    """A bank's name for a thing, fit to stand inside one sentence."""
    first = name.split("|")[0].replace("_", " ")
    return re.sub(r"[.!?:;\s]+", " ", first).strip() or "one part"
