"""From the question to the answer: what is asked, heard and understood."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field

SAMPLE_RATE_HZ = 16_000

Samples = NDArray[np.float32]
"""Mono sound at 16 kHz, float32 in [-1, 1], shape (n_samples,)."""

FILLED_PAUSES = frozenset(
    "um umm uhm uh uhh er erm ehm eh euh äh ähm öh".split()  # noqa: SIM905
)
"""How filled pauses are written. "mm" and "hmm" are none: they are mostly a listener's
sign (the convention of the AMI corpus)."""

QuestionKind = Literal["story", "self", "opinion", "situational", "technical", "asking"]
"""What shape of answer is wanted: an episode (STAR), present-past-future, a point with
reasons, options-criteria-choice (two kinds), or the candidate's own questions."""

Verdict = Literal["assessable", "not_assessable"]
Why = Literal[
    "",
    "silence",
    "noise",
    "gibberish",
    "language",
    "too_short",
    "off_topic",
    "low_confidence",
]
Measures = Literal["all", "content"]
"""What may be judged and shown: everything, or only what was said and not how."""
EndedBy = Literal["key", "silence", "end_of_file", "finish", "skip", "trouble", "typed"]


class Record(BaseModel):
    """A frozen record: validated where data enters, trusted inside."""

    model_config = ConfigDict(frozen=True, extra="forbid")


AnswerPart = Literal[
    "episode",
    "action",
    "own_action",
    "result",
    "task",
    "situation",
    "number",
    "present",
    "past",
    "future",
    "point",
    "reason",
    "example",
    "options",
    "criteria",
    "choice",
    "meaning",
    "workings",
    "questions",
]
"""What a follow-up question can ask for: a part of an answer's shape, one real episode,
the speaker's own part in a deed, or the size of a change."""


class Probe(Record):
    """A follow-up question that says which missing part it asks for."""

    text: str
    asks: AnswerPart


class Question(Record):
    """One question of a bank."""

    id: str
    text: str
    kind: QuestionKind = "story"
    competency: str = ""
    target_s: float = Field(default=90.0, gt=0)
    """The length a good answer has; above 1.5 x it is long."""
    concepts: tuple[str, ...] = ()
    """What a good answer speaks of; `a|b|c` are ways to say one concept."""
    probes: tuple[str | Probe, ...] = ()
    """Follow-up questions; those with a mark are asked where their part is missing."""
    rephrase: str = ""
    """The same question in other words, spoken when it is asked for."""

    @property
    def probe_texts(self) -> tuple[str, ...]:
        """The follow-up questions as they are spoken."""
        return tuple(p.text if isinstance(p, Probe) else p for p in self.probes)


class Bank(Record):
    """A set of questions with one theme."""

    id: str
    title: str
    description: str = ""
    language: str = "en"
    questions: tuple[Question, ...]


# --- listen, transcribe ------------------------------------------------------------


class Moment(Record):
    """A stretch of the recording that a remark points at."""

    start_s: float | None
    end_s: float | None
    label: str = ""


class Word(Record):
    """One spoken word, fillers too."""

    text: str
    start_s: float | None
    end_s: float | None
    probability: float
    doubtful: bool = False
    kind: Literal["word", "filled_pause", "fragment"] = "word"
    certainty: Literal["sure", "probable", "possible"] = "sure"
    """Of a filled pause; words are `doubtful` instead."""
    why: str = ""
    """What was seen and heard that made this a filled pause or doubtful."""


class Transcript(Record):
    """What was said. `text` reads as a person would write it; `words` holds all."""

    text: str
    language: str
    model: str
    words: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Sound:
    """What the sound itself says about an answer, apart from the words.

    All tracks share one hop (`hop_s`), frame k being centred at (k + 0.5) * hop_s.
    """

    duration_s: float
    hop_s: float
    voice: NDArray[np.float32]
    """Probability that somebody speaks, 0 to 1, per frame."""
    level_dbfs: NDArray[np.float32]
    pitch_hz: NDArray[np.float32]
    """NaN where unvoiced."""
    speech: tuple[tuple[float, float], ...]
    """Stretches of speech (start_s, end_s), in order, not overlapping."""
    clipped_ratio: float
    """Share of samples at full scale."""
    snr_db: float | None
    """Speech level over background level; None where either is missing."""
    narrow_band: bool = False
    """Whether nothing above about 3.6 kHz is there, as through a telephone."""
    second_voice: bool = False
    """Whether two clearly different voices speak; False where it is not sure."""


@dataclass(frozen=True)
class Answer:
    """One spoken (or written) answer, ready to be measured."""

    question: Question | None
    transcript: Transcript
    sound: Sound | None
    """None for written text: times and rates are then unknown, never 0."""
    ended_by: EndedBy = "end_of_file"
    opened_after_s: float = 0.0
    """Seconds between the end of the question and the first sample kept."""

    @property
    def duration_s(self) -> float | None:
        """Length of the recording, or None for text."""
        return self.sound.duration_s if self.sound else None
