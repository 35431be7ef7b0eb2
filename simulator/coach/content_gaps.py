"""What the answer did not bring, most important first.

The order is that of what interviewers miss: in 62 real interviews candidates gave the
situation at length and left out task, action and result, and told a story in 23 % of
the answers that asked for one (Bangerter et al. 2014). So: the right question, one real
episode, what was done, what came of it, then the rest.

A part that could not be heard well is "uncertain", never "missing": the fault may be
the microphone's or ours. A part of which there are signs too weak to quote is a doubt,
and stands in `doubts`.
"""

import re

from ..records import Moment
from . import amounts
from .case import STAR, Case, moments
from .parts import UNSURE, heard_as, plain
from .remarks import Gap
from .times import clock

ORDER = ("action", "result", "task", "situation")

_KINDS = {
    "pseudo_story": "You told me what you usually do, but not about one real time",
    "self_description": "You told me what you are like, but not when it showed",
    "opinion": "You told me what you think, but not about one time it happened",
    "other": "I did not hear about one particular time",
}

FINER = ("point_again",)
"""Good to have in an answer that is otherwise whole."""

LONG_RATIO = 1.5
"""Above 1.5 x its target an answer is long (`Question.target_s`)."""

SHORT_S = 20.0
"""Below it an answer is short for any question but the smallest: common advice is 30 s
and more (science notes 5.3, a proposal)."""

SETTING_SHARE = 0.5
"""Above it a story has more background than all the rest. Careers services advise about
a fifth (MIT's STAR guide: situation 20 %, task 10 %, action 60 %, result 10 %); half is
where nobody need argue."""

SETTING_S = 20.0
"""A shorter background is not long, whatever its share."""

CONCEPTS_LOST = 0.5
"""More than half of what the question hoped for was not found."""

CONCEPTS_NAMED = 3
"""What a reader takes in at a glance; all of them stand in the report's table."""

_SELF = re.compile(r"\b(?:i|my|me|myself)\b", re.IGNORECASE)
_GROUP = re.compile(r"\b(?:we|our|us|ourselves|the team)\b", re.IGNORECASE)


def faults(case: Case) -> tuple[Gap, ...]:
    """What keeps the answer from being an answer, most important first."""
    episode = no_episode(case)
    # Where no episode was told, naming each of its parts would be four remarks for one.
    lost = () if episode else tuple(p for p in lacking(case) if not faint(case, p))
    if faint(case, "episode"):
        episode = None
    parts = (_part(case, name) for name in lost)
    found = (_off_topic(case), episode, *parts, _nobody(case))
    return tuple(gap for gap in found if gap)


def refinements(case: Case) -> tuple[Gap, ...]:
    """What would make a sound answer better; these wait behind a red delivery."""
    parts = (_part(case, name) for name in lacking(case, finer=True))
    found = (_setting(case), _no_number(case), _length(case), *parts, _concepts(case))
    return tuple(gap for gap in found if gap)


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


def no_episode(case: Case) -> Gap | None:
    """General talk where a story was asked for."""
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


def faint(case: Case, part: str) -> bool:
    """Whether a part, or the "episode", may have been told in words too weak to quote.

    To say "I did not hear it" would then tell a candidate that nobody listened.
    """
    structure = case.analysis.structure
    return part in structure.faint and part not in structure.uncertain


def lacking(case: Case, *, finer: bool = False) -> tuple[str, ...]:
    """Parts missing or uncertain, gravest first; `finer` ones end a complete answer."""
    structure = case.analysis.structure
    if case.question is None and structure.kind != "story":
        return ()  # nobody asked for a shape; a story wants its end all the same
    lacking = dict.fromkeys((*structure.missing, *structure.uncertain))
    first = [part for part in ORDER if part in lacking]
    rest = [part for part in lacking if part not in STAR]
    return tuple(p for p in (*first, *rest) if (p in FINER) is finer)


def _part(case: Case, part: str) -> Gap:
    unsure = part in case.analysis.structure.uncertain
    return _unsure(part) if unsure else _missing(case, part)


def _missing(case: Case, part: str) -> Gap:
    heard, short, step = heard_as(part)
    text = f"I did not hear {heard}."
    clear, evidence = until(case, part)
    if clear:
        text = f"{clear}, but not what came of it."
    return Gap(part, part, short, text, f"Next time, {step}.", evidence)


def until(case: Case, part: str) -> tuple[str, tuple[Moment, ...]]:
    """(how far a story without its result was clear, where to hear it).

    "" where no deed has a time, and for other parts.
    """
    if part != "result":
        return "", ()
    last = moments(case.part("action"), "the last thing you said you did")[-1:]
    evidence = (*last, *_ending(case, last))
    # The moment first: it says how far the story was clear.
    clear = f"I heard what you did, up to {clock(last[0].end_s or 0.0)}" if last else ""
    return clear, evidence


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
    what, given = UNSURE.get(part, (heard_as(part)[0], "If you said it"))
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
    told = " ".join(p.text for p in action)
    if _SELF.search(told) or not _GROUP.search(told):
        return None  # "Wrote a script": notes leave the "I" out, and mean it
    evidence = moments(action, "who did this?")
    return Gap(
        "action.own",
        "action",
        "your own share is not clear yet",
        "I heard what was done, but not which part of it was yours.",
        "Next time, add one sentence: what you did yourself.",
        evidence[:3],
    )


def background(case: Case) -> tuple[float, float] | None:
    """(seconds of background, seconds of the whole) of a story; None without times."""
    shown = moments(case.part("situation"), "")
    if case.analysis.structure.kind != "story" or case.extent is None:
        return None
    if not shown or not case.part("action"):
        return None
    begin_s, end_s = case.extent
    rest = (p for name in ("task", "action", "result") for p in case.part(name))
    first_s = min((p.start_s for p in rest if p.start_s is not None), default=begin_s)
    quoted_s = sum((m.end_s or 0.0) - (m.start_s or 0.0) for m in shown)
    # What is said before the first task or deed is background, quoted or not.
    return max(quoted_s, first_s - begin_s), end_s - begin_s


def _setting(case: Case) -> Gap | None:
    """More than half of a story spent on the situation; only where times are known."""
    found = background(case)
    if found is None:
        return None
    spent_s, whole_s = found
    if spent_s < SETTING_S or spent_s <= SETTING_SHARE * whole_s:
        return None
    return Gap(
        "situation.long",
        "situation",
        "the background took more than half of it",
        f"You spent {clock(spent_s)} of {clock(whole_s)} on the background.",
        "Next time, set the scene in two sentences, then say what you did.",
        moments(case.part("situation"), "the background"),
    )


def _no_number(case: Case) -> Gap | None:
    if not case.wants_story or not amounts.unmeasured(case):
        return None
    evidence = moments(case.part("result"), "the result")
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
    """Written only: a bank's key words are signs of a topic, and can miss it."""
    if case.question is not None and case.question.kind == "self":
        # What such a question hopes for are the parts of its shape, judged already;
        # a second opinion by key words could only contradict that.
        return None
    concepts = case.analysis.content.concepts
    lost = [plain(c.name) for c in concepts if not c.found]
    if case.question is None or len(lost) <= CONCEPTS_LOST * len(concepts):
        return None
    listed = ", ".join(f"“{name}”" for name in lost[:CONCEPTS_NAMED])
    return Gap(
        "concepts",
        "concepts",
        "some things were not heard",
        f"I listened for words such as {listed} and did not hear them.",
        "If one of them belongs to your answer, give it a sentence.",
        speakable=False,
    )


def _length(case: Case) -> Gap | None:
    length_s, question = case.length_s, case.question
    if length_s is None or question is None or case.extent is None:
        return None
    measured = case.analysis.measurement("answer_length")
    if case.analysis.withheld is not None or (measured and measured.doubtful):
        # A block or a repeat takes time, and so does a second voice.
        return None
    target_s = question.target_s
    if length_s > LONG_RATIO * target_s:
        starts = [m.start_s for m in measured.evidence] if measured else []
        start_s = next((s for s in starts if s is not None), case.extent[0])
        over = Moment(
            start_s=start_s + target_s,
            end_s=start_s + length_s,
            label="past the usual length",
        )
        return Gap(
            "length.long",
            "answer_length",
            "it was long",
            f"You spoke for {clock(length_s)}, and about {clock(target_s)} is enough.",
            "Next time, leave out what is not needed to get from problem to result.",
            (over,),
        )
    if length_s < SHORT_S and target_s > 2 * SHORT_S:
        return Gap(
            "length.short",
            "answer_length",
            "it was short",
            f"You spoke for {clock(length_s)}, and you have about {clock(target_s)}.",
            "Next time, add one thing you did, and how it went.",
        )
    return None
