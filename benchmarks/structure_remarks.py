"""How often a follow-up question, or a remark said aloud, tells that nobody listened.

Both are held to the labels of people: to ask for what was just said, and to deny it,
are the two mistakes that a candidate cannot forgive.
"""

from collections.abc import Sequence

from benchmarks.counts import wilson
from benchmarks.labelled import Labelled
from simulator.answer import Given, judge_words
from simulator.coach.again import top_gap
from simulator.coach.case import from_turn
from simulator.coach.probe import PROBES, wanted
from simulator.records import Question
from simulator.transcribe.typed import transcript_of

DENIED = frozenset(PROBES) - {"own_action", "number"}
DENYING = frozenset({"", "own"})
"""What stands behind the part in the key of a remark that denies it."""


def probes(answers: Sequence[Labelled]) -> dict[str, float]:
    """How often a follow-up question asks for what the label says was said."""
    put, wrong = 0, 0
    for answer in answers:
        asked = Question(id="q", text=answer.question, kind=answer.asked)
        said = said_by(answer)
        parts = wanted(judge_words(transcript_of(answer.text), Given(asked)))[:2]
        put += len(parts)
        wrong += sum(part.removeprefix("own_") in said for part in parts)
    low, high = wilson(wrong, put)
    print(f"\nprobes: {wrong} of {put} ask for what was said ({low:.2f}-{high:.2f})")
    return {"probes": float(put), "probes_asking_again_share": wrong / max(1, put)}


def denials(answers: Sequence[Labelled]) -> dict[str, float]:
    """How often the gap that is said aloud denies what the label says was said.

    "I did not hear ..." denies, and so does "not which part of it was yours"; that one
    is not sure to have heard it, or could not make it out, does not.
    """
    put, wrong, unsure = 0, 0, 0
    for answer in answers:
        asked = Question(id="q", text=answer.question, kind=answer.asked)
        case = from_turn(judge_words(transcript_of(answer.text), Given(asked)))
        gap = top_gap(case)
        part, _, manner = gap.key.partition(".") if gap else ("", "", "")
        if part not in DENIED or manner not in DENYING:
            unsure += part in DENIED and manner == "faint"
            continue
        put += 1
        wrong += part in said_by(answer)
    low, high = wilson(wrong, put)
    print(
        f"remarks: {wrong} of {put} deny what was said ({low:.2f}-{high:.2f});"
        f" {unsure} more say that they are not sure"
    )
    return {
        "remarks": float(put),
        "remarks_denying_share": wrong / max(1, put),
        "remarks_unsure": float(unsure),
    }


def said_by(answer: Labelled) -> set[str]:
    """The parts that the label says are there, and "episode"."""
    told = {"episode"} if answer.kind == "story" else set()
    return {*answer.has, *(answer.parts or ()), *told}
