"""Recordings through the whole product: sound, words, measures, structure, feedback."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import ExpectationError, RecordingError
from ..records import Question
from ..seams import Progress, Transcriber
from .comparing import Row, compare, refused
from .expectation import SUFFIX, Expectation, load

SOUND_SUFFIXES = frozenset(
    f".{kind}"
    for kind in (
        *("flac", "wav", "aiff", "aif", "mp3", "ogg", "opus", "webm", "mka"),
        *("m4a", "aac", "mp4", "wma", "amr"),
    )
)


@dataclass(frozen=True)
class Case:
    """A recording, and the file that says what is expected of it."""

    name: str
    recording: Path
    expected: Path


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


def find(places: Iterable[Path]) -> list[Case]:
    """The cases in folders (and of single recordings), by name; nothing is read.

    Raises:
        ExpectationError: a place does not exist, or there is no recording anywhere.
    """
    cases: list[Case] = []
    for place in places:
        if place.is_dir():
            cases += _in_folder(place)
        elif place.is_file():
            cases.append(_beside(place))
        else:
            raise ExpectationError(f"There is nothing at {place}", "Check the name.")
    if not cases:
        named = ", ".join(str(place) for place in places)
        raise ExpectationError(
            f"There are no recordings in {named}",
            "Make a fixture of one with `mock-interview fixture new AUDIO`.",
        )
    return cases


def _in_folder(folder: Path) -> list[Case]:
    sounds = [p for p in folder.iterdir() if p.suffix.lower() in SOUND_SUFFIXES]
    cases = {_beside(p).expected: _beside(p) for p in sounds if p.is_file()}
    for expected in folder.glob(f"*{SUFFIX}"):
        if expected not in cases:
            cases[expected] = of_expectation(expected)
    return sorted(cases.values(), key=lambda case: case.name)


def _beside(recording: Path) -> Case:
    return Case(recording.stem, recording, recording.with_suffix(SUFFIX))


def of_expectation(expected: Path) -> Case:
    """The case of a `NAME.expected.toml`.

    Raises:
        ExpectationError: it cannot be read, or its recording is not there.
    """
    name = expected.name.removesuffix(SUFFIX)
    given = load(expected).recording
    if given:
        return Case(name, expected.parent / given, expected)
    for path in sorted(expected.parent.glob(f"{name}.*")):
        if path.stem == name and path.suffix.lower() in SOUND_SUFFIXES:
            return Case(name, path, expected)
    raise ExpectationError(
        f"{expected} has no recording beside it",
        f"Put {name}.flac there, or name its file with recording = ...",
    )


def expectation_of(case: Case) -> Expectation:
    """What is expected; ExpectationError where nothing is."""
    if not case.expected.is_file():
        raise ExpectationError(
            f"{case.recording} has no {case.expected.name}",
            "Write it, or let `mock-interview check --update` do it.",
        )
    return load(case.expected)


def check(
    case: Case, transcriber: Transcriber, progress: Progress | None = None
) -> Checked:
    """Judge one recording and compare.

    Raises:
        ExpectationError: nothing is expected of it, or its file has a mistake.
        ModelError: Whisper's weights are missing or damaged.
    """
    began_s = time.monotonic()
    expectation, model = expectation_of(case), transcriber.model
    if expectation.of(model) == type(expectation.truth)():
        raise ExpectationError(
            f"{case.expected} expects nothing with model {model}",
            f"Run `mock-interview check --update --model {model} {case.recording}`.",
        )
    try:
        found = document(case, expectation, transcriber, progress)
    except RecordingError as error:
        rows = [refused(str(error), expectation, model)]
    else:
        rows = compare(found, expectation, model)
    return Checked(case.name, model, tuple(rows), time.monotonic() - began_s)


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
