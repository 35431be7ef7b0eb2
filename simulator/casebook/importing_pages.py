"""An exported page becomes a session of this library, or joins the one it came from."""

import tempfile
from pathlib import Path

from pydantic import ValidationError

from ..answer import Given, judge_samples, judge_words
from ..coach.report import write_report
from ..errors import RecordingError, SessionError
from ..keep import FolderStore, naming
from ..keep.library import is_session
from ..records import Samples, Session, Turn
from ..sound import decode, flac
from ..studio import journal
from ..studio.comments import CommentEvent
from .importing import Imported
from .importing_comments import join
from .page_file import PageFile, read_page
from .sharing import SHARE_VERSION, SharedSession, as_session

_AGAIN = "Ask for the page again."


def import_page(path: Path, store: FolderStore) -> Imported:
    """Take the answers and comments of an exported page into the library.

    A session that is here already is not touched; only comments join it.

    Raises:
        SessionError: it is no such page, or what it holds does not fit.
    """
    page = read_page(path.read_bytes(), path.name)
    shared = _checked(page, path.name)
    entries = journal.parsed(page.comments or _NONE, CommentEvent, path.name)
    if is_session(store.folder(shared.id)):
        merged = join(entries, store, shared.id)
        told = f"{merged.new} comments are new." if merged.new else "Nothing is new."
        return Imported(shared.id, False, told)
    warnings = _kept(shared, page, store)
    join(entries, store, shared.id)
    return Imported(shared.id, True, f"{len(shared.turns)} answers.", warnings)


_NONE = b'{"schema_version": 1, "entries": []}'


def _checked(page: PageFile, name: str) -> SharedSession:
    """The session of a page, if every name in it may become a file's name here."""
    try:
        shared = SharedSession.model_validate_json(page.session)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])[:80]
        raise SessionError(
            f"{name} is damaged at {field or 'its session'}: {first['msg']}", _AGAIN
        ) from None
    if shared.schema_version > SHARE_VERSION:
        raise SessionError(f"{name} was made by a newer version", "Update this one.")
    if not naming.looks_like_session(shared.id) or not naming.is_plain(shared.id):
        raise SessionError(
            f"{name} names a session {shared.id[:60]!a}, which no session is called",
            _AGAIN,
        )
    stems = [naming.checked_file(turn.stem, shared.id) for turn in shared.turns]
    if not stems or len(set(stems)) < len(stems):
        raise SessionError(f"{name} holds no answers, or one twice", _AGAIN)
    return shared


def _kept(shared: SharedSession, page: PageFile, store: FolderStore) -> tuple[str, ...]:
    session = as_session(shared).model_copy(
        update={"turns": (), "finished": False, "settings": {"imported_from": "page"}}
    )
    folder = store.create(session)
    warnings: list[str] = []
    try:
        turns = tuple(_turn(t, shared, page, folder, warnings) for t in shared.turns)
        done = session.model_copy(update={"turns": turns, "finished": True})
        store.save(done)
    except BaseException:
        store.close()
        store.delete(session.id)
        raise
    _written(done, folder)
    return tuple(warnings)


def _written(session: Session, folder: Path) -> None:
    try:
        write_report(session, folder)
    except OSError as error:
        raise SessionError(
            f"The report cannot be written ({error.strerror})", "Make room."
        ) from None


def _turn(
    turn: Turn,
    shared: SharedSession,
    page: PageFile,
    folder: Path,
    warnings: list[str],
) -> Turn:
    """An answer with its sound; measured here where its measures did not come along."""
    samples = _sound(turn, page, warnings)
    audio = f"{turn.stem}.flac" if samples is not None else None
    if samples is not None and audio:
        flac.write(folder / audio, samples)
    if shared.measures:
        return turn.model_copy(update={"audio": audio})
    given = Given(
        question=turn.question if turn.question.text.strip() else None,
        stem=turn.stem,
        attempt=turn.attempt,
        ended_by=turn.ended_by,
        opened_after_s=turn.opened_after_s,
        audio=audio,
    )
    if samples is None:
        return judge_words(turn.transcript, given)
    return judge_samples(samples, turn.transcript, given)


def _sound(turn: Turn, page: PageFile, warnings: list[str]) -> Samples | None:
    data = page.sound(turn.stem)
    if data is None:
        return None
    with tempfile.TemporaryDirectory(prefix="mock-interview-") as place:
        path = Path(place) / "answer.mp3"
        path.write_bytes(data)
        try:
            return decode.read(path)
        except RecordingError:
            warnings.append(
                f"The sound of {turn.stem} cannot be read and was left out."
            )
            return None
