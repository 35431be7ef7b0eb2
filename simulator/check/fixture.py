"""A fixture of a recording: its expectation, with licence and the speaker's consent.

A voice is personal data. Whoever keeps somebody's recording beside code must have been
allowed to, and must be able to show it: nothing is written without both.
"""

from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from ..errors import ExpectationError
from ..records import QuestionKind
from ..seams import Progress, Transcriber
from . import updating
from .expectation import Expectation
from .finding import SOUND_SUFFIXES, Case, beside, sounds
from .running import document
from .writing import value


@dataclass(frozen=True)
class About:
    """What its owner says of a recording."""

    licence: str
    consent: bool
    """That everybody heard in it agreed to its being kept and used for checks."""
    question: str = ""
    kind: QuestionKind = "story"
    note: str = ""


def new(
    recording: Path,
    about: About,
    transcriber: Transcriber,
    progress: Progress | None = None,
) -> Path:
    """Write `NAME.expected.toml` beside the recording.

    Raises:
        ExpectationError: no licence, no consent, there is one already, or another
            sound of that name would share it.
        RecordingError: the recording cannot be read.
        ModelError: Whisper's weights are missing or damaged.
    """
    case = Case(recording.stem, recording, beside(recording))
    _allowed(about)
    if case.expected.exists():
        raise ExpectationError(
            f"{case.expected} is there already",
            f"To measure anew: mock-interview check --update {quote(str(recording))}",
        )
    _only_one(case)
    asked = Expectation(question=about.question, kind=about.kind)
    found = document(case, asked, transcriber, progress)
    name = case.expected.name
    text = updating.updated(_head(about, recording), [found], transcriber.model, name)
    updating.write(case.expected, text)
    return case.expected


def _only_one(case: Case) -> None:
    if not case.recording.parent.is_dir():
        return  # what is wrong with it is told when it is read
    for other in sounds(case.recording.parent):
        if other != case.recording and beside(other) == case.expected:
            raise ExpectationError(
                f"{case.expected} could be of {case.recording.name} and {other.name}",
                "Rename or remove one of them.",
            )


def _allowed(about: About) -> None:
    if not about.licence.strip():
        raise ExpectationError(
            "A fixture needs a licence",
            "Give --licence, e.g. CC0-1.0, or 'private: not to be passed on'.",
        )
    if not about.consent:
        raise ExpectationError(
            "Without the speaker's consent no fixture is made",
            "Ask everybody who is heard in it, then give --consent.",
        )


def _head(about: About, recording: Path) -> str:
    lines = [
        "# What is expected of the recording beside this; see docs/check.md.",
        f"about = {value(about.note)}",
        f"licence = {value(about.licence.strip())}",
        'consent = "Everybody heard in it agreed to its use for checks."',
    ]
    if recording.suffix.lower() not in SOUND_SUFFIXES:  # a folder's check passes it by
        lines.append(f"recording = {value(recording.name)}")
    if about.question:
        lines += [f"question = {value(about.question)}", f"kind = {value(about.kind)}"]
    lines += [
        "",
        "# What is known of it whatever measures it (never rewritten), e.g.",
        "# [truth]",
        '# words = {text = "all that was said", wer_at_most = 0.1}',
    ]
    return "\n".join(lines) + "\n"
