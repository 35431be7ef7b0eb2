"""Recordings through the whole product: sound, words, measures, structure, feedback."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from shlex import quote
from typing import Any

from ..errors import ExpectationError, RecordingError
from ..records import Question
from ..seams import Progress, Transcriber
from .comparing import compare, refused
from .expectation import Expectation
from .finding import Case
from .row import Row


@dataclass(frozen=True)
class Checked:
    """What came of one case."""

    name: str
    model: str
    rows: tuple[Row, ...]
    took_s: float

    @property
    def failed(self) -> bool:
        """Whether any row fails."""
        return any(row.failed for row in self.rows)


def expectation_of(case: Case) -> Expectation:
    """What is expected; ExpectationError where nothing is."""
    given = case.expectation()
    if given is None:
        raise ExpectationError(
            f"{case.recording} has no {case.expected.name}",
            f"Make it: mock-interview fixture new {quote(str(case.recording))}",
        )
    return given


def check(
    case: Case, transcriber: Transcriber, progress: Progress | None = None
) -> Checked:
    """Judge one recording and compare.

    Raises:
        ExpectationError: nothing is expected of it, or its file has a mistake.
        RecordingError: it cannot be read, and that is not what is expected.
        ModelError: Whisper's weights are missing or damaged.
    """
    began_s = time.monotonic()
    expectation, model = expectation_of(case), transcriber.model
    if expectation.of(model) == type(expectation.truth)():
        raise _idle(case, expectation, model)
    try:
        found = document(case, expectation, transcriber, progress)
    except RecordingError as error:
        if expectation.of(model).refused is None:
            raise
        rows = [refused(str(error), expectation, model)]
    else:
        rows = compare(found, expectation, model)
    if not rows:  # tables without a key: "as expected" would be said of nothing
        raise _idle(case, expectation, model)
    return Checked(case.name, model, tuple(rows), time.monotonic() - began_s)


def _idle(case: Case, expectation: Expectation, model: str) -> ExpectationError:
    others = ", ".join(sorted(expectation.model))
    return ExpectationError(
        f"{case.expected} expects nothing with model {model}"
        + (f", only with {others}" if others else ""),
        f"Run `mock-interview check --update --model {quote(model)} "
        f"{quote(str(case.recording))}`"
        + (", or check with --model of those." if others else "."),
    )


def document(
    case: Case,
    expectation: Expectation,
    transcriber: Transcriber,
    progress: Progress | None = None,
) -> Mapping[str, Any]:
    """The recording's object of the JSON contract.

    Raises:
        RecordingError: it cannot be read.
        ModelError: Whisper's weights are missing or damaged.
    """
    from ..answer import judge_recording

    question = None
    if expectation.question:
        # Only the text: what a bank expects of its answer may change with the bank.
        question = Question(
            id="fixture",
            text=expectation.question,
            kind=expectation.kind,
            concepts=expectation.concepts,
        )
    turn = judge_recording(case.recording, question, transcriber, progress)
    return turn.document(case.recording.name)
