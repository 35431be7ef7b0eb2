"""Sessions as folders: the `SessionStore` of the product.

The folders are the truth and the store reads nothing else; the index that makes long
lists quick (`index`) is made from them, and loses what is deleted here.
A turn's analysis is written before the session.json that names it, so whatever
session.json names is there; an analysis nobody names (the run died between the two) is
written again, one that is named is never edited.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from .. import atomic
from ..errors import SessionError
from ..records import Session, Turn
from . import documents, index, library, naming, removal, stories
from .captions import markers_vtt, words_vtt
from .lock import FolderLock, in_use


class FolderStore:
    """Keeps sessions under `root`, which is made with the first one.

    Args:
        root: the folder of session folders.
        replace: how a finished file takes its place (a seam for the disk).
    """

    def __init__(self, root: Path, replace: atomic.Replace = os.replace) -> None:
        self.root = root
        self._replace = replace
        self._locks: dict[str, FolderLock] = {}
        self._kept: dict[str, set[str]] = {}

    def create(self, session: Session) -> Path:
        """Make the session's folder (0700) and write its first state."""
        folder = self.folder(session.id)
        atomic.make_folder(folder)
        try:
            self.save(session)
        except SessionError:
            self._let_go(session.id)
            removal.remove(folder)  # half a session would be listed as damaged
            raise
        return folder

    def save(self, session: Session) -> None:
        """Write the whole state, each file whole or not at all.

        The first save locks the session against other runs until it is finished or
        `close`. Raises SessionError when another run holds it, when the disk refuses,
        and when a turn already kept comes with another analysis.
        """
        folder = self.folder(session.id)
        self._hold(folder)
        for turn in session.turns:
            naming.checked_file(turn.stem, session.id)
            path = folder / f"{turn.stem}{documents.ANALYSIS_SUFFIX}"
            if turn.stem in self._kept[session.id] and path.is_file():
                _refuse_edit(path, turn)
            else:
                self._write_turn(folder, turn)
        atomic.write(
            folder / documents.SESSION_FILE,
            documents.session_bytes(session),
            self._replace,
        )
        self._kept[session.id] = {turn.stem for turn in session.turns}
        atomic.close_to_others(folder)
        if session.finished:
            self._let_go(session.id)

    def load(self, id: str) -> Session:
        """Read a session back. Raises SessionError naming what is wrong with it."""
        return documents.read_session(self._existing(id))

    def folder(self, id: str) -> Path:
        """The session's folder (it need not exist yet)."""
        return self.root / naming.checked_id(id)

    def sessions(self) -> tuple[Session, ...]:
        """All readable sessions, newest first; `problems` names the others."""
        return tuple(
            session
            for head in library.heads(self.root)
            if (session := library.whole(self.root / head.id)) is not None
        )

    def summaries(self) -> tuple[documents.SessionHead, ...]:
        """As `sessions`, without what was said and measured: a hundred times sooner."""
        return tuple(library.heads(self.root))

    def problems(self, thorough: bool = False) -> tuple[str, ...]:
        """A sentence for each session folder that cannot be read.

        Without `thorough`, analyses are looked for but not read.
        """
        return library.problems(self.root, thorough)

    def delete(self, id: str) -> None:
        """Remove the session and all derived from it; SessionError if it is in use."""
        folder = self._existing(id)
        self._let_go(id)
        if not folder.is_symlink() and in_use(folder):
            raise SessionError(
                f"Session {id} is being used by another run",
                "Finish that run first, then delete it.",
            )
        removal.remove(folder)
        removal.sweep(self.root)
        stories.drop_stories(self.root, session=id)

    def delete_all(self) -> tuple[str, ...]:
        """Remove every session, readable or not; returns their names.

        Only folders that hold a session.json or carry a session's name are touched. One
        that cannot be removed does not keep the others; SessionError names it after.
        """
        removed: list[str] = []
        refused: list[SessionError] = []
        for folder in library.folders(self.root):
            try:
                self.delete(folder.name)
                removed.append(folder.name)
            except SessionError as error:
                refused.append(error)
        removal.sweep(self.root)
        removal.remove_caches_without_session(self.root)
        index.remove(index.index_file(self.root))
        if refused:
            raise SessionError(
                f"{len(removed)} sessions were deleted, {len(refused)} were not: "
                f"{refused[0].what}",
                refused[0].next_step,
            )
        return tuple(removed)

    def recently_asked(self) -> tuple[str, ...]:
        """Ids of questions that were asked, most recent first, each once."""
        asked = (
            turn.question.id
            for head in library.heads(self.root)
            for turn in reversed(head.turns)
        )
        return tuple(dict.fromkeys(asked))

    def last_finished(self, candidate: str | None = None) -> Session | None:
        """The newest finished session of this candidate that holds an answer.

        None is a candidate like any other (nobody named): who rehearses on a shared
        machine must not be greeted with someone else's next step.
        """
        return next(
            self._whole(
                head
                for head in library.heads(self.root)
                if head.finished and head.turns and head.candidate == candidate
            ),
            None,
        )

    def hold(self, id: str) -> None:
        """Lock a session against other runs before anything in it is touched.

        Raises:
            SessionError: another run is writing it.
        """
        self._hold(self._existing(id))

    def unfinished(self, candidate: str | None = None) -> Session | None:
        """This candidate's newest session that was not finished and that no other run
        is writing."""
        return next(
            self._whole(
                head
                for head in library.heads(self.root)
                if not head.finished
                and head.candidate == candidate
                and (head.id in self._locks or not in_use(self.root / head.id))
            ),
            None,
        )

    def find(self, name: str) -> str:
        """The full id for an id, its beginning, or a part that only one has.

        Raises SessionError naming near matches.
        """
        return library.find(self.root, name)

    def close(self) -> None:
        """Let other runs write the sessions this store has written."""
        for id in list(self._locks):
            self._let_go(id)

    def _whole(self, heads: Iterator[documents.SessionHead]) -> Iterator[Session]:
        for head in heads:
            session = library.whole(self.root / head.id)
            if session is not None:
                yield session

    def _existing(self, id: str) -> Path:
        folder = self.folder(id)
        if not library.is_session(folder):
            raise library.unknown(self.root, id)
        return folder

    def _hold(self, folder: Path) -> None:
        if folder.name in self._locks:
            return
        with atomic.translated(folder):
            lock = FolderLock(folder)
        # Read once, while the lock keeps others out: a file damaged later in the run
        # must not stop what is being said from being kept.
        stems: set[str] = set()
        if (folder / documents.SESSION_FILE).exists():
            stems = {turn.stem for turn in documents.read_head(folder).turns}
        self._kept[folder.name] = stems
        self._locks[folder.name] = lock

    def _let_go(self, id: str) -> None:
        lock = self._locks.pop(id, None)
        if lock is not None:
            lock.release()

    def _write_turn(self, folder: Path, turn: Turn) -> None:
        for suffix, data in (
            (".vtt", words_vtt(turn).encode("utf-8", "replace")),
            (".markers.vtt", markers_vtt(turn).encode("utf-8", "replace")),
            (documents.ANALYSIS_SUFFIX, documents.analysis_bytes(turn)),
        ):
            atomic.write(folder / f"{turn.stem}{suffix}", data, self._replace)


def _refuse_edit(path: Path, turn: Turn) -> None:
    with atomic.translated(path):
        if path.read_bytes() == documents.analysis_bytes(turn):
            return
    kept = documents.read_measured(path.parent, turn.stem)
    if kept != (turn.transcript, turn.analysis, turn.feedback):
        raise SessionError(
            f"{path.parent.name}/{turn.stem} was measured before, and an analysis is "
            "never edited",
            "Keep the new one as a further attempt (a name ending in .try2).",
        )
