"""What a table needs of each session: small, cached, made again when stale."""

import contextlib
from collections.abc import Iterator

from pydantic import ValidationError

from .. import atomic, intervals
from ..coach import units
from ..errors import SessionError
from ..keep import FolderStore, index, naming
from ..keep.removal import cache_of
from ..records import Measurement, Record, Turn
from .opened import Opened, open_session

_VERSION = 3
"""Raised when a fact is added or means something else."""


class AnswerFacts(Record):
    """One answer in numbers."""

    question: str
    assessable: bool
    duration_s: float
    level: int | None
    """Step of the structure, 1 to 5."""
    missing: tuple[str, ...]
    fillers: int
    """Um and uh that were counted in `filler_minutes`."""
    filler_minutes: float
    """0 where they could not be counted: a written answer, none that could be judged, a
    recording that makes the count doubtful."""
    words_per_min: float | None
    standing_out: tuple[str, ...]
    """Titles of the measures in the red band; slow speech is none."""


class SessionFacts(Record):
    """One session in numbers."""

    version: int = _VERSION
    state: str
    id: str
    started_at: str
    candidate: str
    reviewed: bool
    answers: tuple[AnswerFacts, ...]


def facts(store: FolderStore) -> Iterator[SessionFacts]:
    """Of every readable session, in no order."""
    for id, state in index.states_on_disk(store.root):
        if naming.is_plain(id):
            found = _kept(id, state) or _made(store, id, state)
            if found is not None:
                yield found


def _kept(id: str, state: str) -> SessionFacts | None:
    try:
        found = SessionFacts.model_validate_json((cache_of(id) / _FILE).read_bytes())
    except (OSError, ValidationError):
        return None
    return found if (found.state, found.version) == (state, _VERSION) else None


def _made(store: FolderStore, id: str, state: str) -> SessionFacts | None:
    try:
        opened = open_session(store, id, patient=False)
    except SessionError:
        return None
    found = _facts(opened, state)
    if opened.pending:
        return found
    cache = cache_of(id)
    with contextlib.suppress(OSError, SessionError):
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic.write(cache / _FILE, found.model_dump_json().encode())
    return found


_FILE = "facts.json"


def _facts(opened: Opened, state: str) -> SessionFacts:
    session = opened.session
    return SessionFacts(
        state=state,
        id=session.id,
        started_at=session.started_at,
        candidate=session.candidate or "",
        reviewed=opened.status == "reviewed",
        answers=tuple(_answer(turn) for turn in opened.turns),
    )


def _answer(turn: Turn) -> AnswerFacts:
    judged = turn.analysis.verdict == "assessable"
    structure = turn.analysis.structure
    rate = turn.analysis.measurement("filled_pause_rate")
    if rate is not None and (not judged or rate.doubtful):
        rate = None
    return AnswerFacts(
        question=turn.question.text,
        assessable=judged,
        duration_s=turn.duration_s or 0.0,
        level=structure.level if judged else None,
        missing=structure.missing if judged else (),
        fillers=len(rate.evidence) if rate else 0,
        filler_minutes=_minutes(rate) if rate else 0.0,
        words_per_min=_value(turn, "speech_rate") if judged else None,
        standing_out=tuple(_red(turn)) if judged else (),
    )


def _minutes(rate: Measurement) -> float:
    """The minutes a rate was counted over, which its interval tells."""
    return intervals.exposure(len(rate.evidence), rate.high) if rate.high else 0.0


def _value(turn: Turn, name: str) -> float | None:
    found = turn.analysis.measurement(name)
    return found.value if found else None


def _red(turn: Turn) -> Iterator[str]:
    for m in turn.analysis.measurements:
        slow = units.band(m) == "far_below" and m.name in units.SLOW_IS_FINE
        if units.band(m).startswith("far_") and not slow:
            yield m.title
