"""An answer as people corrected it, measured again; what was measured stays as it was.

The same functions judge it that judged it first, so the difference is the correction's
and nothing else's. What comes out is cached until either file changes.
"""

import contextlib
import hashlib
import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from .. import atomic
from ..answer import Given, judge_follow_up, judge_samples, judge_sound, judge_words
from ..errors import RecordingError, SessionError
from ..keep.removal import cache_of
from ..records import (
    SAMPLE_RATE_HZ,
    Analysis,
    Question,
    Record,
    Samples,
    Session,
    Transcript,
    Turn,
)
from ..sound import decode
from ..sound.describe import describe
from ..studio import corrections
from ..studio.corrections import Rulings
from . import ruled
from .described import described, known

_VERSION = 1
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
    if turn.audio is None or (turn.duration_s or 0.0) < LONG_S:
        return False
    if turn.follow_up and turn.follow_up_at_s:
        return False  # cut where the reply begins, and listened to in parts
    rulings = corrections.rulings(corrections.read(folder, turn.stem), turn)
    cache = cache_of(folder.name)
    if not rulings or known(folder / turn.audio, cache):
        return False
    return _read(cache / f"{turn.stem}.corrected.json", _state(turn, rulings)) is None


def _measured_again(
    session: Session, turn: Turn, folder: Path, rulings: Rulings
) -> Turn:
    words = ruled.transcript(turn, rulings)
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
    try:
        if turn.audio is None:
            found = judge_words(words, given)
        elif turn.follow_up and turn.follow_up_at_s:
            samples = decode.read(folder / turn.audio)
            found = _with_follow_ups(_chain(session, turn), samples, words, given)
        else:
            sound = described(folder / turn.audio, cache_of(folder.name))
            found = judge_sound(sound, words, given)
    except RecordingError as error:
        return _words_only(turn, words, rule(turn.analysis), error)
    return found.model_copy(
        update={
            "question": turn.question,
            "compared": turn.compared,
            "duration_s": turn.duration_s,
            "follow_up": turn.follow_up,
            "follow_up_at_s": turn.follow_up_at_s,
        }
    )


def _words_only(
    turn: Turn, words: Transcript, analysis: Analysis, error: RecordingError
) -> Turn:
    warning = f"The words were corrected, but not measured again: {error.what}."
    analysis = analysis.model_copy(update={"warnings": (*analysis.warnings, warning)})
    return turn.model_copy(update={"transcript": words, "analysis": analysis})


def _chain(session: Session, turn: Turn) -> list[Turn]:
    """The answer and its follow-ups up to this turn, as they were kept."""
    mine = [
        t
        for t in session.turns
        if (t.question.id, t.attempt) == (turn.question.id, turn.attempt)
    ]
    stems = [t.stem for t in mine]
    return mine[: stems.index(turn.stem) + 1] if turn.stem in stems else [turn]


def _with_follow_ups(
    chain: Sequence[Turn], samples: Samples, words: Transcript, given: Given
) -> Turn:
    """Cut where the replies begin, and judged as the interview judged it."""
    replies = [t for t in chain if t.follow_up and t.follow_up_at_s]
    length_s = len(samples) / SAMPLE_RATE_HZ
    cuts = [0.0, *(t.follow_up_at_s or 0.0 for t in replies), length_s]
    parts = [_cut(words, start, end) for start, end in pairwise(cuts)]
    first = samples[: _at(cuts[1])]
    found = judge_samples(first, parts[0], given)
    for n, reply in enumerate(replies, 1):
        sounds = (
            describe(samples[: _at(cuts[n])]),
            describe(samples[_at(cuts[n]) : _at(cuts[n + 1])]),
        )
        asked = Question(
            id=reply.question.id, text=reply.follow_up, kind=reply.question.kind
        )
        later = Given(
            asked,
            given.stem,
            given.attempt,
            given.ended_by,
            given.opened_after_s,
            given.audio,
            given.ruled,
            given.measures,
        )
        found = judge_follow_up(found, sounds, parts[n], later)
    return found


def _cut(words: Transcript, start_s: float, end_s: float) -> Transcript:
    """The words of one part, on its own clock."""
    inside = tuple(
        w.model_copy(
            update={"start_s": w.start_s - start_s, "end_s": w.end_s - start_s}
        )
        for w in words.words
        if w.start_s is not None
        and w.end_s is not None
        and start_s <= w.start_s < end_s
    )
    text = " ".join(w.text for w in inside if w.kind == "word")
    return words.model_copy(update={"words": inside, "text": text})


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
