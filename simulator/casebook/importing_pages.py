"""An exported page becomes a session of this library, or joins the one it came from.

What was recorded here is never added to. A session that came from a page takes the
further answers of a later page, for whoever sends answers one by one.
"""

import tempfile
from pathlib import Path

from pydantic import ValidationError

from .. import foreign_json
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
from .importing_comments import Merged, join
from .page_file import PageFile, read_file, read_page
from .sharing import SHARE_VERSION, SharedSession, as_session

_AGAIN = "Ask for the page again."


def import_page(path: Path, store: FolderStore) -> Imported:
    """Take the answers and comments of an exported page into the library.

    Answers that are here already are not touched.

    Raises:
        SessionError: it is no such page, or what it holds does not fit.
    """
    page = read_page(read_file(path), path.name)
    shared = _checked(page, path.name)
    refused: list[str] = []
    entries = journal.parsed(page.comments or _NONE, CommentEvent, path.name, refused)
    warnings: list[str] = []
    here = is_session(store.folder(shared.id))
    if here:
        added = _added(shared, page, store, warnings)
    else:
        added = _kept(shared, page, store, warnings)
    merged = join(entries, store, shared.id, refused)
    warnings += [f"left out: {why}" for why in merged.refused]
    told = _told(added, merged) if here else f"{added} answers."
    return Imported(shared.id, not here, told, (*warnings, *merged.changed))


def _told(added: int, merged: Merged) -> str:
    new = [
        f"{count} {what}{'' if count == 1 else 's'}"
        for count, what in ((added, "answer"), (merged.new, "comment"))
        if count
    ]
    verb = "is" if added + merged.new == 1 else "are"
    return f"{' and '.join(new)} {verb} new." if new else "Nothing is new."


_FROM_A_PAGE = {"imported_from": "page"}
_NONE = b'{"schema_version": 1, "entries": []}'


def _checked(page: PageFile, name: str) -> SharedSession:
    """The session of a page, if every name in it may become a file's name here."""
    try:
        shared = SharedSession.model_validate(foreign_json.loads(page.session))
    except (ValueError, RecursionError) as error:
        if not isinstance(error, ValidationError):
            raise SessionError(f"{name} is damaged at its session", _AGAIN) from None
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


def _kept(
    shared: SharedSession, page: PageFile, store: FolderStore, warnings: list[str]
) -> int:
    """Make the session; returns how many answers it holds."""
    session = as_session(shared).model_copy(
        update={"turns": (), "finished": False, "settings": dict(_FROM_A_PAGE)}
    )
    folder = store.create(session)
    try:
        turns = tuple(_turn(t, shared, page, folder, warnings) for t in shared.turns)
        done = session.model_copy(update={"turns": turns, "finished": True})
        store.save(done)
    except BaseException:
        store.close()
        store.delete(session.id)
        raise
    _written(done, folder)
    return len(turns)


def _added(
    shared: SharedSession, page: PageFile, store: FolderStore, warnings: list[str]
) -> int:
    """Take in answers that the session does not hold yet; returns how many."""
    session = store.load(shared.id)
    here = {turn.stem for turn in session.turns}
    lacking = [turn for turn in shared.turns if turn.stem not in here]
    if not lacking:
        return 0
    if session.settings.get("imported_from") != _FROM_A_PAGE["imported_from"]:
        stems = ", ".join(turn.stem for turn in lacking)
        warnings.append(
            f"left out: {stems}. This session was recorded here, without them."
        )
        return 0
    folder = store.folder(shared.id)
    store.hold(shared.id)
    try:
        turns = [_turn(t, shared, page, folder, warnings) for t in lacking]
        done = _with(session, turns)
        store.save(done)
    except BaseException:
        for turn in lacking:
            (folder / f"{turn.stem}.flac").unlink(missing_ok=True)
        raise
    finally:
        store.close()
    _written(done, folder)
    return len(turns)


def _with(session: Session, turns: list[Turn]) -> Session:
    """The session with further answers, in the order in which they were asked: that of
    their names, which begin with the question's number."""
    whole = sorted((*session.turns, *turns), key=lambda turn: turn.stem)
    asked = {turn.question.id: turn.question for turn in whole}
    return session.model_copy(
        update={"turns": tuple(whole), "questions": tuple(asked.values())}
    )


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
