"""A session as files: session.json says what happened, analysis.json how it was said.

What was measured lies apart, one `STEM.analysis.json` a turn (the same object that
`analyze --json` prints), because it is large, is never edited once written, and is of
use to other programs. Lists and the choice of questions read only session.json.

Files come from other people too: sizes are bounded, links are not followed, unknown
fields (of a later version with the same schema) are left out, and anything else that
does not fit is a SessionError naming file and field.
"""

import json
import math
from pathlib import Path
from typing import Any, TypeVar

from pydantic import Field, ValidationError

from .. import foreign_json
from ..errors import SessionError
from ..records import (
    Analysis,
    EndedBy,
    Feedback,
    Findings,
    Job,
    Question,
    Session,
    Transcript,
    Turn,
    standing,
)
from ..records.spoken import Record
from .naming import checked_file
from .upgrades import upgraded

SESSION_FILE = "session.json"
ANALYSIS_SUFFIX = ".analysis.json"

MAX_BYTES = 64 * 1024 * 1024
"""An hour of speech is about 10 000 words, 2 MB as JSON; more is not ours."""

LONGEST_S = 7 * 86_400.0
"""A week. Sums and clocks are made of lengths, and a list must stand whatever one of
its sessions says."""

_AGAIN = "Restore it from a copy, or delete the session."
_MEASURED = {"transcript", "analysis", "feedback"}

_Model = TypeVar("_Model", bound=Record)


class TurnHead(Record):
    """A turn without what was understood and measured."""

    stem: str
    question: Question
    attempt: int = 1
    ended_by: EndedBy
    duration_s: float | None = Field(ge=0, le=LONGEST_S)
    opened_after_s: float = 0.0
    audio: str | None = None
    follow_up: str = ""
    follow_up_at_s: float | None = None
    cut_offs: int = 0
    would_cut: int = 0
    compared: str = ""


class SessionHead(Record):
    """What session.json holds."""

    schema_version: int
    id: str
    started_at: str
    candidate: str | None = None
    bank: str
    mode: str = "interview"
    questions: tuple[Question, ...]
    settings: dict[str, str | int | float | bool | None] = Field(default_factory=dict)
    versions: dict[str, str] = Field(default_factory=dict)
    turns: tuple[TurnHead, ...] = ()
    finished: bool = False
    job: Job | None = None
    findings: Findings | None = None
    self_ratings: dict[str, int] = Field(default_factory=dict)
    ratings: dict[str, int] = Field(default_factory=dict)

    @property
    def answers(self) -> tuple[TurnHead, ...]:
        """As `Session.answers`."""
        return standing(self.turns)


def session_bytes(session: Session) -> bytes:
    """session.json of a session."""
    body = session.model_dump(
        mode="json", exclude={"turns": {"__all__": _MEASURED}}, warnings=False
    )
    return _encoded(body)


def analysis_bytes(turn: Turn) -> bytes:
    """STEM.analysis.json of a turn."""
    return _encoded(dict(turn.document()))


def read_head(folder: Path) -> SessionHead:
    """session.json of a folder, upgraded and checked; its id is the folder's name.

    The folder decides because people rename and copy folders.
    """
    document = upgraded(_decoded(folder / SESSION_FILE), folder.name)
    document["id"] = folder.name
    head = validated(SessionHead, document, folder / SESSION_FILE)
    for turn in head.turns:
        checked_file(turn.stem, folder.name)
        if turn.audio is not None:
            checked_file(turn.audio, folder.name)
    return head


def read_session(folder: Path) -> Session:
    """The whole session of a folder. Raises SessionError naming the file at fault."""
    head = read_head(folder)
    turns = tuple(read_turn(folder, turn) for turn in head.turns)
    fields = head.model_dump(exclude={"turns"})
    return validated(Session, {**fields, "turns": turns}, folder / SESSION_FILE)


def read_turn(folder: Path, head: TurnHead) -> Turn:
    """One turn with what its analysis.json holds."""
    transcript, analysis, feedback = read_measured(folder, head.stem)
    return Turn(
        **{name: getattr(head, name) for name in TurnHead.model_fields},
        transcript=transcript,
        analysis=analysis,
        feedback=feedback,
    )


def read_measured(folder: Path, stem: str) -> tuple[Transcript, Analysis, Feedback]:
    """What STEM.analysis.json holds."""
    path = analysis_file(folder, stem)
    document = upgraded(_decoded(path), folder.name)
    body = {k: v for k, v in document.items() if k in Analysis.model_fields}
    return (
        validated(Transcript, document.get("transcript"), path),
        validated(Analysis, body, path),
        validated(Feedback, document.get("feedback"), path),
    )


def analysis_file(folder: Path, stem: str) -> Path:
    """Where a kept turn's analysis lies; SessionError if it is not there."""
    path = folder / f"{stem}{ANALYSIS_SUFFIX}"
    if not path.is_file():
        raise SessionError(f"{folder.name}/{path.name} is missing", _AGAIN)
    return path


def validated(model: type[_Model], data: Any, path: Path) -> _Model:
    """A record from a file's data; fields it does not know are left out."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        problems = error.errors()
    unknown = [p["loc"] for p in problems if p["type"] == "extra_forbidden"]
    if len(unknown) == len(problems):
        for location in unknown:
            _drop(data, location)
        return validated(model, data, path)
    first = next(p for p in problems if p["type"] != "extra_forbidden")
    field = ".".join(str(part) for part in first["loc"]) or "the whole file"
    raise SessionError(
        f"{path.parent.name}/{path.name} is damaged at {field[:80]}: {first['msg']}",
        _AGAIN,
    )


def _drop(data: Any, location: tuple[int | str, ...]) -> None:
    *above, last = location
    for part in above:
        data = data[part]
    del data[last]


def _decoded(path: Path) -> dict[str, Any]:
    name = f"{path.parent.name}/{path.name}"
    if path.is_symlink():
        raise SessionError(f"{name} is a link to elsewhere and was not read", _AGAIN)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SessionError(f"{name} is too large to be ours", _AGAIN)
        document = foreign_json.loads(path.read_bytes())
    except FileNotFoundError:
        raise SessionError(f"{name} is missing", _AGAIN) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise SessionError(
            f"{name} cannot be read: {reason}", "Check the rights of that folder."
        ) from error
    except (ValueError, RecursionError):
        raise SessionError(f"{name} is not readable JSON", _AGAIN) from None
    if not isinstance(document, dict):
        raise SessionError(f"{name} does not hold a JSON object", _AGAIN)
    return document


def _encoded(body: dict[str, Any]) -> bytes:
    text = json.dumps(_finite(body), ensure_ascii=False, indent=1, allow_nan=False)
    # A lone surrogate (a broken file name in a setting) must not lose an interview.
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _finite(value: Any) -> Any:
    """JSON knows no NaN: what cannot be known is null, and no point of a curve."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value if not _is_broken_point(item)]
    return value


def _is_broken_point(item: Any) -> bool:
    return isinstance(item, list) and any(
        isinstance(part, float) and not math.isfinite(part) for part in item
    )
