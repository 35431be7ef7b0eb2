"""What the screen is told, and what it tells back.

The loop speaks in these frozen events and never draws; the screen draws and never
decides. Tests read the same events.
"""

from dataclasses import dataclass
from enum import Enum

from .records import EndedBy, Question, Turn


class Key(Enum):
    """What a person may press while an answer is being given."""

    END = "end"
    EXTEND = "extend"
    PAUSE = "pause"
    REPEAT = "repeat"
    RESTART = "restart"
    SKIP = "skip"
    FINISH = "finish"


@dataclass(frozen=True)
class QuestionAsked:
    """A question is on the table; it stays visible until the next."""

    number: int
    total: int
    question: Question
    repeated: bool = False


@dataclass(frozen=True)
class YourTurn:
    """The microphone counts from now on."""

    question: Question
    target_s: float
    from_file: str = ""
    """Name of the recording that answers, when no person does."""


@dataclass(frozen=True)
class Level:
    """About ten times a second while listening."""

    level_dbfs: float
    speaking: bool
    clipped: bool
    elapsed_s: float
    paused: bool = False
    """Nothing is recorded: whoever speaks now must see that."""


@dataclass(frozen=True)
class Words:
    """What has been understood so far."""

    settled: str
    tentative: str = ""


@dataclass(frozen=True)
class LongAnswer:
    """The answer is longer than the question asks for; shown where it disturbs least,
    and where anything shown would be read aloud, not at all."""

    spoken_s: float


@dataclass(frozen=True)
class EndHeard:
    """Silence has decided the end; for 1.5 s more, whoever speaks goes on."""

    reopened: bool = False
    """Somebody did speak: it was no end."""


@dataclass(frozen=True)
class TurnEnded:
    """The answer is complete and safe on disk."""

    ended_by: EndedBy
    duration_s: float


@dataclass(frozen=True)
class Working:
    """Something takes a while. `done` runs from 0 to 1, or is None if unknown."""

    what: str
    done: float | None = None


@dataclass(frozen=True)
class FeedbackReady:
    """An answer has been measured."""

    turn: Turn
    number: int
    total: int
    aloud: bool
    """Whether the spoken feedback is being said now (study mode) or later."""


@dataclass(frozen=True)
class Said:
    """The interviewer says something that is not a question."""

    text: str


@dataclass(frozen=True)
class Note:
    """A quiet line of information."""

    text: str


@dataclass(frozen=True)
class Trouble:
    """Something went wrong; the interview goes on as `next_step` says."""

    what: str
    next_step: str


@dataclass(frozen=True)
class SessionEnded:
    """The interview is over; where the report lies (None when private)."""

    turns: tuple[Turn, ...]
    report: str | None
    next_step: str


Shown = (
    QuestionAsked
    | YourTurn
    | Level
    | Words
    | EndHeard
    | LongAnswer
    | TurnEnded
    | Working
    | FeedbackReady
    | Said
    | Note
    | Trouble
    | SessionEnded
)


@dataclass(frozen=True)
class Choice:
    """A question of the product to its user, before or between answers.

    With `options`, the answer is one of them (the value); without, free text.
    """

    prompt: str
    options: tuple[tuple[str, str], ...] = ()
    """(value, label) pairs, in order."""
    default: str = ""
    document: bool = False
    """Whether the free text is a document: its lines are kept, empty ones too."""
    line: bool = False
    """Whether it is one line, which Enter ends: a name, a file, a few words."""
