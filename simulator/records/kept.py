"""What the candidate is told, and what is kept of a sitting."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, Protocol, TypeVar

from pydantic import Field

from .job import Findings, Job
from .measured import Analysis
from .spoken import EndedBy, Moment, Question, Record, Transcript

SCHEMA_VERSION = 1


class Advice(Record):
    """One remark, with the moments that earned it."""

    about: str
    """A measurement's name, a part of the structure, or "question"."""
    text: str
    evidence: tuple[Moment, ...] = ()


class Feedback(Record):
    """What the candidate is told about one answer."""

    headline: str
    spoken: str
    """At most three sentences, for the ear."""
    strength: Advice | None = None
    """None where nothing earned praise; the headline then states a fact."""
    advice: tuple[Advice, ...] = ()
    """Most important first; the first is the spoken gap."""
    next_step: str = ""


class Turn(Record):
    """One question and one attempt to answer it."""

    stem: str
    """File name without suffix, e.g. "01-conflict" or "01-conflict.try2"."""
    question: Question
    attempt: int = 1
    ended_by: EndedBy
    duration_s: float | None
    opened_after_s: float = 0.0
    audio: str | None = None
    """File name in the session folder; None for typed or private answers."""
    transcript: Transcript
    analysis: Analysis
    feedback: Feedback
    follow_up: str = ""
    """The follow-up question whose reply this answer holds behind the first part."""
    follow_up_at_s: float | None = None
    """Where the reply begins."""
    cut_offs: int = 0
    """How often silence ended it too early: speech came at once and re-opened it."""
    would_cut: int = 0
    """Of a recorded answer, which is never cut: how often silence would have."""
    compared: str = ""
    """On a repeated question: whether the one thing to change did change."""

    def document(self, recording: str | None = None) -> Mapping[str, Any]:
        """The JSON contract of `analyze --json`: one object a recording."""
        body = self.analysis.model_dump(mode="json")
        return {
            "schema_version": SCHEMA_VERSION,
            "recording": recording or self.audio,
            "duration_s": self.duration_s,
            "question": self.question.text.strip() or None,
            "cut_offs": self.cut_offs,
            "would_cut": self.would_cut,
            "verdict": body.pop("verdict"),
            "why": body.pop("why"),
            "transcript": self.transcript.model_dump(mode="json"),
            **body,
            "feedback": self.feedback.model_dump(mode="json"),
        }


class Tried(Protocol):
    """An attempt at a question, with or without what was measured."""

    @property
    def question(self) -> Question:
        """What was asked."""

    @property
    def attempt(self) -> int:
        """1 for the first."""

    @property
    def ended_by(self) -> EndedBy:
        """What ended it."""


_Tried = TypeVar("_Tried", bound=Tried)


def standing(turns: Iterable[_Tried]) -> tuple[_Tried, ...]:
    """Each attempt as it ended: an answer with its follow-ups stands once.

    A skipped attempt stands only where its question has no other: who skips a second
    try has not taken the first one back.
    """
    ended = {(turn.question.id, turn.attempt): turn for turn in turns}
    tried = {id for (id, _), turn in ended.items() if turn.ended_by != "skip"}
    return tuple(
        turn
        for (id, _), turn in ended.items()
        if turn.ended_by != "skip" or id not in tried
    )


class Session(Record):
    """One sitting: who, what was asked, what was answered."""

    schema_version: int = SCHEMA_VERSION
    id: str
    started_at: str
    """ISO 8601, UTC."""
    candidate: str | None = None
    bank: str
    mode: Literal["interview", "study"] = "interview"
    questions: tuple[Question, ...]
    settings: dict[str, str | int | float | bool | None] = Field(default_factory=dict)
    versions: dict[str, str] = Field(default_factory=dict)
    turns: tuple[Turn, ...] = ()
    finished: bool = False
    job: Job | None = None
    """What the interview is about, where a posting was given."""
    findings: Findings | None = None
    """What the answers show, held against the job."""
    self_ratings: dict[str, int] = Field(default_factory=dict)
    """The candidate's own rating, 1 to 5, given before the feedback, by stem."""
    ratings: dict[str, int] = Field(default_factory=dict)
    """A human's own ratings on the scorecard, 1 to 5, by competency."""

    @property
    def answers(self) -> tuple[Turn, ...]:
        """The attempts that stand, each as it ended (see `standing`)."""
        return standing(self.turns)
