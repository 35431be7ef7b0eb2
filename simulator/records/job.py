"""The job that an interview is about: what it asks for, what the company says."""

from typing import Literal

from pydantic import Field

from .measured import Passage
from .spoken import Record

RequirementKind = Literal["skill", "competency", "credential"]


class Requirement(Record):
    """One thing that a posting asks for, as the user confirmed it."""

    id: str
    text: str
    must: bool = True
    kind: RequirementKind = "skill"
    competency: str = ""
    """The name of it in the question banks, "" where they have none."""
    ways: tuple[str, ...] = ()
    """Wordings that speak of it; any of them counts."""
    cv_line: str = ""
    """Where the CV speaks of it, "" if it does not (or none was given)."""


class Value(Record):
    """One value of the company."""

    id: str
    text: str
    ways: tuple[str, ...] = ()


class Stage(Record):
    """One question's place in the plan of the interview."""

    part: Literal["opening", "competency", "motivation", "asking"]
    question_id: str
    minutes: float
    requirements: tuple[str, ...] = ()
    """Ids of what this question asks for."""
    values: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    """Titles of kept stories that could answer it."""


class Job(Record):
    """What the interview is about. All of it is data from outside, never orders."""

    title: str = ""
    company: str = ""
    requirements: tuple[Requirement, ...] = ()
    values: tuple[Value, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences about the company; the interviewer answers from these and no others."""
    terms: tuple[str, ...] = ()
    """Names and jargon that Whisper is told to expect."""
    plan: tuple[Stage, ...] = ()

    def asked_for(self, requirement_id: str) -> tuple[str, ...]:
        """Ids of the questions that ask for a requirement."""
        return tuple(
            s.question_id for s in self.plan if requirement_id in s.requirements
        )


class Story(Record):
    """One story worth telling again."""

    id: str
    title: str
    competencies: tuple[str, ...] = ()
    duration_s: float | None = None
    result: str = ""
    text: str = ""
    """What was said, as it was heard."""
    session: str
    """The session it came from; it goes when that session is deleted."""
    stem: str


class Card(Record):
    """What the candidate found out, for themselves alone; never scored or shown on."""

    role: str = ""
    team: str = ""
    values: str = ""
    expectations: str = ""
    unknown: str = ""
    """What is still to be found out."""
    want: str = ""
    """Whether they want the job, in their own words."""


# --- what the answers show, held against the job -----------------------------------


class Quote(Record):
    """A passage and the answer it stands in."""

    stem: str
    passage: Passage


class Coverage(Record):
    """Whether one requirement was heard."""

    requirement_id: str
    state: Literal["heard", "not_heard", "not_asked", "uncertain"]
    example: bool = False
    result: bool = False
    quotes: tuple[Quote, ...] = ()
    why: str = ""
    """Of an uncertain one: what makes it so. Of one that counts as not asked for: that
    its question was skipped."""


class ValueShown(Record):
    """Whether one value was named, and with what."""

    value_id: str
    named: bool = False
    example: bool = False
    quotes: tuple[Quote, ...] = ()


class Evidence(Record):
    """Moments of one kind: what somebody did, never what somebody is."""

    kind: str
    quotes: tuple[Quote, ...]
    """The first of them."""
    found: int = 0
    """All of them; 0 in sessions that were kept before they were counted."""


class AskedQuestion(Record):
    """One question that the candidate put to the interviewer."""

    stem: str
    text: str
    open: bool
    topics: tuple[str, ...] = ()
    """role, team, growth, success; empty for any other."""
    follows_up: bool = False
    """Whether it takes up what the interviewer said."""
    in_notes: bool = False
    """Whether the company notes had the answer already."""
    reply: str = ""
    """What the interviewer answered."""
    passage: Passage | None = None


class Findings(Record):
    """What a whole session shows about the job, each with its words."""

    coverage: tuple[Coverage, ...] = ()
    values: tuple[ValueShown, ...] = ()
    company_facts: tuple[Quote, ...] = ()
    generic_praise: tuple[Quote, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    absent: tuple[str, ...] = Field(default=())
    """Kinds of evidence that a question called for and nobody heard."""
    asked: tuple[AskedQuestion, ...] = ()
