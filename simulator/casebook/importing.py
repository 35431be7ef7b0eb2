"""Recordings from elsewhere become sessions: phone memos, and pages that were exported.

Idempotent: what makes an import this one (the file's bytes, the stretch, whose answer,
to which question) is hashed into the session's name, so the same file twice is the same
session. A second voice in the recording is told, as a warning in the analysis.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..answer import ANY_QUESTION, Given, asked, judge_sound
from ..coach.report import write_report
from ..coach.times import clock
from ..errors import RecordingError, SessionError
from ..keep import FolderStore, stem_for
from ..keep.removal import cache_of
from ..records import SAMPLE_RATE_HZ, Question, Samples, Session
from ..seams import Progress, Transcriber
from ..sound import decode, flac
from .described import described

BANK = "imported"
DIGITS = 12
"""Of the hash in the name: 48 bits, no two imports of a lifetime meet."""
SHORTEST_S = 0.5


@dataclass(frozen=True)
class Wish:
    """What is known about a recording."""

    candidate: str | None = None
    question: str | None = None
    """Its text, or the id of one in a bank."""
    from_s: float | None = None
    to_s: float | None = None
    """The stretch of a longer recording that is the answer."""


@dataclass(frozen=True)
class Imported:
    """What became of one file."""

    session: str
    new: bool
    headline: str = ""
    warnings: tuple[str, ...] = ()
    """About the recording, a second voice among them."""


def import_recording(
    path: Path,
    wish: Wish,
    store: FolderStore,
    transcriber: Transcriber,
    progress: Progress | None = None,
) -> Imported:
    """Cut, transcribe, measure and keep one recording in any container.

    Raises:
        RecordingError: it cannot be read, or the stretch does not lie in it.
        ModelError: Whisper's weights are missing or damaged.
        SessionError: the library cannot be written.
    """
    whole = decode.read(path)
    digest = _digest(path, wish)
    before = _already(store, digest)
    if before is not None:
        return before
    samples = _stretch(whole, wish, path)
    transcript = transcriber.transcribe(samples, progress)
    question = asked(wish.question) or ANY_QUESTION
    session = _begun(path, wish, question, digest)
    folder = store.create(session)
    try:
        stem = stem_for(session, question)
        flac.write(folder / f"{stem}.flac", samples)
        given = Given(asked(wish.question), stem, audio=f"{stem}.flac")
        # Kept, so that a correction need not listen to all of it once more.
        sound = described(folder / f"{stem}.flac", cache_of(session.id))
        turn = judge_sound(sound, transcript, given)
        done = session.model_copy(update={"turns": (turn,), "finished": True})
        store.save(done)
    except BaseException:
        # Half an import would be taken for the whole of it the next time.
        store.close()
        store.delete(session.id)
        raise
    write_report(done, folder)
    return Imported(session.id, True, turn.feedback.headline, turn.analysis.warnings)


def _digest(path: Path, wish: Wish) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    told = (wish.candidate, wish.question, wish.from_s, wish.to_s)
    found.update(repr(told).encode("utf-8", "surrogateescape"))
    return found.hexdigest()[:DIGITS]


def _already(store: FolderStore, digest: str) -> Imported | None:
    for folder in store.root.glob(f"*-{BANK}-{digest}"):
        session = store.load(folder.name)
        if session.turns:
            turn = session.turns[0]
            return Imported(
                session.id, False, turn.feedback.headline, turn.analysis.warnings
            )
    return None


def _stretch(whole: Samples, wish: Wish, path: Path) -> Samples:
    length_s = len(whole) / SAMPLE_RATE_HZ
    start_s = wish.from_s or 0.0
    end_s = length_s if wish.to_s is None else min(wish.to_s, length_s)
    if start_s >= length_s or end_s - start_s < SHORTEST_S:
        raise RecordingError(
            f"{path} lasts {clock(length_s)}; from {clock(start_s)} to "
            f"{clock(wish.to_s or length_s)} there is no answer in it",
            "Give --from and --to inside it, as minutes and seconds (1:20).",
        )
    return whole[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)]


def _begun(path: Path, wish: Wish, question: Question, digest: str) -> Session:
    """A session of the time at which the recording was made."""
    try:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        raise SessionError(f"{path} is gone", "Check the name.") from None
    return Session(
        id=f"{made:%Y-%m-%dT%H%M%SZ}-{BANK}-{digest}",
        started_at=made.isoformat(timespec="seconds"),
        candidate=wish.candidate,
        bank=BANK,
        mode="study",
        questions=(question,),
        settings={
            "imported_from": path.name[:200],
            "from_s": wish.from_s,
            "to_s": wish.to_s,
        },
    )
