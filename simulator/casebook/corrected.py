"""An answer as people corrected it, measured again; what was measured stays as it was.

The same functions judge it that judged it first, so the difference is the correction's
and nothing else's. What comes out is cached until either file changes.
"""

import contextlib
import hashlib
import json
from pathlib import Path

from pydantic import ValidationError

from .. import atomic
from ..answer import Given
from ..errors import RecordingError, SessionError
from ..keep.recordings import recording
from ..keep.removal import cache_of
from ..records import (
    SAMPLE_RATE_HZ,
    Analysis,
    Record,
    Samples,
    Session,
    Sound,
    Transcript,
    Turn,
)
from ..sound import decode
from ..sound.describe import describe
from ..studio import corrections
from ..studio.corrections import Rulings
from . import chained, ruled
from .chained import Heard
from .described import described, known

_VERSION = 2
"""Raised when a rule of this file changes."""


LONG_S = 120.0
"""Listening to a shorter answer again takes a second or two: nobody is told to wait."""


class _Kept(Record):
    state: str
    turn: Turn


def corrected(session: Session, turn: Turn, folder: Path) -> Turn:
    """The answer with all rulings applied, or itself where nobody ruled anything.

    Where the recording can no longer be read the words are corrected and nothing is
    measured again, and a warning says so.

    Raises:
        SessionError: the corrections' file is damaged.
    """
    entries = corrections.read(folder, turn.stem)
    rulings = corrections.rulings(entries, turn)
    if not rulings:
        return turn
    state = _state(turn, rulings)
    cache = cache_of(folder.name)
    kept = cache / f"{turn.stem}.corrected.json"
    found = _read(kept, state)
    if found is None:
        found = _measured_again(session, turn, folder, rulings)
        with contextlib.suppress(OSError, SessionError):
            cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            atomic.write(
                kept, _Kept(state=state, turn=found).model_dump_json().encode()
            )
    return found


def takes_long(turn: Turn, folder: Path) -> bool:
    """Whether `corrected` must listen to a long recording first.

    Raises:
        SessionError: the corrections' file is damaged.
    """
    audio = recording(folder, turn.audio)
    if audio is None or (turn.duration_s or 0.0) < LONG_S:
        return False
    if turn.follow_up and turn.follow_up_at_s:
        return False  # cut where the reply begins, and listened to in parts
    rulings = corrections.rulings(corrections.read(folder, turn.stem), turn)
    cache = cache_of(folder.name)
    if not rulings or known(audio, cache):
        return False
    return _read(cache / f"{turn.stem}.corrected.json", _state(turn, rulings)) is None


def _measured_again(
    session: Session, turn: Turn, folder: Path, rulings: Rulings
) -> Turn:
    rule = ruled.rule(turn, rulings)
    given = Given(
        question=turn.question if turn.question.text.strip() else None,
        stem=turn.stem,
        attempt=turn.attempt,
        ended_by=turn.ended_by,
        opened_after_s=turn.opened_after_s,
        audio=turn.audio,
        measures="content" if turn.analysis.withheld else "all",
        ruled=rule,
    )
    parts = chained.parts(chained.chain(session, turn), ruled.words(turn, rulings))
    try:
        found = chained.judged(turn.transcript, parts, given, _ear(turn, folder))
    except RecordingError as error:
        words = ruled.transcript(turn, rulings)
        return _words_only(turn, words, rule(turn.analysis), error)
    # All else, how often it was cut off too, is as it was.
    return turn.model_copy(
        update={
            "transcript": found.transcript,
            "analysis": found.analysis,
            "feedback": found.feedback,
        }
    )


def _words_only(
    turn: Turn, words: Transcript, analysis: Analysis, error: RecordingError
) -> Turn:
    warning = f"The words were corrected, but not measured again: {error.what}."
    analysis = analysis.model_copy(update={"warnings": (*analysis.warnings, warning)})
    return turn.model_copy(update={"transcript": words, "analysis": analysis})


def _ear(turn: Turn, folder: Path) -> Heard:
    """Listens to the turn's recording; all of it is described once and cached.

    Raises:
        RecordingError: it cannot be read.
    """
    audio = recording(folder, turn.audio)
    read: list[Samples] = []

    def heard(start_s: float, end_s: float | None) -> Sound:
        if audio is None:
            raise RecordingError(f"{turn.audio} is not kept in this session")
        if not start_s and end_s is None:
            return described(audio, cache_of(folder.name))
        if not read:
            read.append(decode.read(audio))
        end = None if end_s is None else _at(end_s)
        return describe(read[0][_at(start_s) : end])

    return heard


def _at(seconds: float) -> int:
    return round(seconds * SAMPLE_RATE_HZ)


def _state(turn: Turn, rulings: Rulings) -> str:
    told = json.dumps(
        [
            _VERSION,
            turn.model_dump_json(),
            sorted(rulings.fillers.items()),
            sorted(rulings.words.items()),
        ]
    )
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: Path, state: str) -> Turn | None:
    try:
        kept = _Kept.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    return kept.turn if kept.state == state else None
