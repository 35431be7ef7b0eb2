"""The interview in minutes: opening, what the job asks for, motivation, your questions.

Every must is asked for, whatever the minutes: where they are few, musts share a
question (three at most, more nobody can answer), and where that is still too long the
plan says so. What is nice to have comes after, as time is left, then usual questions.
Certificates and degrees need no story; the opening asks for them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from simulator.records import Job, Question, Requirement, Stage, Story

from . import questions as ask
from .stories import fitting

ASIDE_S = 30.0
"""What a question takes beside its answer, as in choosing questions by minutes."""
MOST_IN_ONE = 3
LONG_INTERVIEW_MIN = 20.0
"""From here on values get a question of their own, and questions a third round."""


@dataclass(frozen=True)
class Planned:
    """The questions in their order, what each is for, and what to know about it."""

    questions: tuple[Question, ...]
    stages: tuple[Stage, ...]
    remarks: tuple[str, ...] = ()

    @property
    def minutes(self) -> float:
        """How long it takes, about."""
        return sum(stage.minutes for stage in self.stages)


def plan(
    job: Job,
    minutes: float,
    shipped: Sequence[Question] = (),
    stories: Sequence[Story] = (),
) -> Planned:
    """Plan the interview.

    Args:
        job: requirements and values as confirmed.
        minutes: how long it should take.
        shipped: questions of the banks, of which those fitting a competency are used.
        stories: of the story bank.
    """
    credentials = [r for r in job.requirements if r.kind == "credential"]
    others = [r for r in job.requirements if r.kind != "credential"]
    before: list[tuple[Question, Stage]] = [_opening(job, credentials)]
    after = _closing(job, minutes)
    left_s = minutes * 60 - sum(_length_s(q) for q, _ in (*before, *after))
    room = max(1, int((left_s + ASIDE_S) // (ask.STORY_S + ASIDE_S)))
    groups = _groups([r for r in others if r.must], room)
    spare = room - len(groups)
    groups += [[r] for r in others if not r.must][: max(0, spare)]
    middle: list[tuple[Question, Stage]] = []
    for number, group in enumerate(groups, 1):
        taken = {q.text for q, _ in middle}
        question = ask.for_requirements(number, group, shipped, taken)
        stage = _stage("competency", question, requirements=group)
        titles = fitting(stories, question, group)
        middle.append((question, stage.model_copy(update={"stories": titles})))
    known = {q.competency for q, _ in middle}
    for question in _usual(shipped, known)[: max(0, room - len(groups))]:
        stage = _stage("competency", question)
        titles = fitting(stories, question)
        middle.append((question, stage.model_copy(update={"stories": titles})))
    whole = (*before, *middle, *after)
    planned = Planned(tuple(q for q, _ in whole), tuple(s for _, s in whole))
    return Planned(planned.questions, planned.stages, _remarks(planned, minutes))


def _opening(job: Job, credentials: Sequence[Requirement]) -> tuple[Question, Stage]:
    question = ask.opening(job, credentials)
    return question, _stage("opening", question, requirements=credentials)


def _closing(job: Job, minutes: float) -> list[tuple[Question, Stage]]:
    """Motivation and values, then the rounds of the candidate's own questions."""
    long = minutes >= LONG_INTERVIEW_MIN
    found: list[tuple[Question, Stage]] = []
    ids = tuple(v.id for v in job.values[: ask.MOST_VALUES])
    why = ask.motivation(job, with_values=bool(ids) and not long)
    stage = _stage("motivation", why)
    held = () if long else ids
    found.append((why, stage.model_copy(update={"values": held})))
    if ids and long:
        how = ask.values(job)
        stage = _stage("motivation", how)
        found.append((how, stage.model_copy(update={"values": ids})))
    for number in range(1, 4 if long else 3):
        question = ask.asking(number)
        found.append((question, _stage("asking", question)))
    return found


def _groups(musts: Sequence[Requirement], room: int) -> list[list[Requirement]]:
    """The musts in so many questions as there is room for, alike with alike."""
    if not musts:
        return []
    count = max(min(room, len(musts)), -(-len(musts) // MOST_IN_ONE))
    if count == len(musts):
        return [[r] for r in musts]
    alike = sorted(musts, key=lambda r: r.kind)
    size, larger = divmod(len(alike), count)
    groups, at = [], 0
    for n in range(count):
        end = at + size + (n < larger)
        groups.append(alike[at:end])
        at = end
    return groups


def _usual(shipped: Sequence[Question], known: Collection[str]) -> list[Question]:
    """What is asked in the time that the job leaves: a competency each, none twice."""
    by_competency: dict[str, Question] = {}
    for question in shipped:
        if question.kind == "story" and question.competency not in known:
            by_competency.setdefault(question.competency, question)
    return list(by_competency.values())


def _stage(
    part: str, question: Question, *, requirements: Sequence[Requirement] = ()
) -> Stage:
    return Stage.model_validate(
        {
            "part": part,
            "question_id": question.id,
            "minutes": round(_length_s(question) / 60, 1),
            "requirements": tuple(r.id for r in requirements),
        }
    )


def _length_s(question: Question) -> float:
    return question.target_s + ASIDE_S


def _remarks(planned: Planned, minutes: float) -> tuple[str, ...]:
    if planned.minutes <= minutes * 1.15:
        return ()
    return (
        f"To ask for everything the job needs takes about {planned.minutes:.0f} "
        f"minutes, not {minutes:.0f}. Leave requirements out to make it shorter.",
    )
