"""What flows through the rooms, in the order in which an answer walks.

One clock: every `_s` is seconds since the first sample of *this answer's recording*,
counted in samples. Wall time stands once, in `Session.started_at` (UTC).

Records that reach the disk or the JSON contract are frozen pydantic models; `Sound`
and `Answer` carry arrays and live only in memory, so they are plain dataclasses.
"""

from .job import (
    AskedQuestion,
    Coverage,
    Evidence,
    Findings,
    Job,
    Quote,
    Requirement,
    RequirementKind,
    Stage,
    Story,
    Value,
    ValueShown,
)
from .kept import SCHEMA_VERSION, Advice, Feedback, Session, Turn
from .measured import (
    Analysis,
    Concept,
    Content,
    Event,
    Filler,
    Measurement,
    Passage,
    Pause,
    Structure,
)
from .spoken import (
    SAMPLE_RATE_HZ,
    Answer,
    Bank,
    EndedBy,
    Moment,
    Question,
    QuestionKind,
    Record,
    Samples,
    Sound,
    Transcript,
    Verdict,
    Why,
    Word,
)

__all__ = [
    "SAMPLE_RATE_HZ",
    "SCHEMA_VERSION",
    "Advice",
    "Analysis",
    "Answer",
    "AskedQuestion",
    "Bank",
    "Concept",
    "Content",
    "Coverage",
    "EndedBy",
    "Event",
    "Evidence",
    "Feedback",
    "Filler",
    "Findings",
    "Job",
    "Measurement",
    "Moment",
    "Passage",
    "Pause",
    "Question",
    "QuestionKind",
    "Quote",
    "Record",
    "Requirement",
    "RequirementKind",
    "Samples",
    "Session",
    "Sound",
    "Stage",
    "Story",
    "Structure",
    "Transcript",
    "Turn",
    "Value",
    "ValueShown",
    "Verdict",
    "Why",
    "Word",
]
