"""One answer as the coach looks at it, whether just given or read back from disk.

`advise` is given an `Answer` with its sound, `compare` and the report are given a
`Turn` without it. What advice needs is in both; this record is that part, so that an
old answer and a new one are held to the very same rules.
"""

from dataclasses import dataclass
from functools import cached_property

from ..records import (
    Analysis,
    Answer,
    Filler,
    Moment,
    Passage,
    Question,
    Transcript,
    Turn,
)

STAR = ("situation", "task", "action", "result")


@dataclass(frozen=True)
class Case:
    """What was asked, what was said, what was measured."""

    question: Question | None
    """None where no question is known: nothing is then expected of the content."""
    transcript: Transcript
    analysis: Analysis
    duration_s: float | None

    @property
    def assessable(self) -> bool:
        """Whether anything may be judged."""
        return self.analysis.verdict == "assessable"

    @property
    def wants_story(self) -> bool:
        """Whether the question asks for one real episode."""
        return self.question is not None and self.question.kind == "story"

    @cached_property
    def extent(self) -> tuple[float, float] | None:
        """(first word's start, last word's end) in seconds; None for typed answers."""
        words = self.transcript.words
        starts = [w.start_s for w in words if w.start_s is not None]
        ends = [w.end_s for w in words if w.end_s is not None]
        return (min(starts), max(ends)) if starts and ends else None

    @property
    def speech_s(self) -> float | None:
        """Seconds from the first word to the end of the last."""
        return None if self.extent is None else self.extent[1] - self.extent[0]

    @property
    def length_s(self) -> float | None:
        """How long the answer itself was, first word to last, as it was measured.

        Replies to our own follow-up questions stand behind it and are no part of it.
        """
        measured = self.analysis.measurement("answer_length")
        known = measured is not None and measured.value is not None
        return measured.value if measured and known else self.speech_s

    def part(self, name: str) -> tuple[Passage, ...]:
        """The passages that show one part of the structure."""
        structure = self.analysis.structure
        found = getattr(structure, name) if name in STAR else structure.parts.get(name)
        return tuple(found or ())

    @property
    def fillers(self) -> tuple[Filler, ...]:
        """The fillers that enter a score."""
        return tuple(f for f in self.analysis.fillers if f.counted)


def from_answer(answer: Answer, analysis: Analysis) -> Case:
    """The answer that was just given."""
    return Case(_known(answer.question), answer.transcript, analysis, answer.duration_s)


def from_turn(turn: Turn) -> Case:
    """An answer that was kept."""
    return Case(_known(turn.question), turn.transcript, turn.analysis, turn.duration_s)


def moments(passages: tuple[Passage, ...], label: str) -> tuple[Moment, ...]:
    """Passages as evidence; those without times cannot be pointed at."""
    return tuple(
        Moment(start_s=p.start_s, end_s=p.end_s, label=label)
        for p in passages
        if p.start_s is not None and p.end_s is not None
    )


def _known(question: Question | None) -> Question | None:
    # A stand-in for "no question" carries blank text.
    return question if question is not None and question.text.strip() else None
