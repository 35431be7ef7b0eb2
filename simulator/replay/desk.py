"""What the coach has before them: the folder of sessions, their name, the index."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..casebook.library import Library
from ..casebook.opened import Opened, open_session
from ..errors import SessionError
from ..keep import FolderStore, documents
from ..keep.recordings import recording
from ..keep.removal import cache_of
from ..records import Session, Turn
from ..studio import comments, corrections, rubric, scores
from ..studio.rubric import Rubric
from .hearing import Hearing
from .shelf import Shelf

USUAL = "behavioural"
"""The rubric where neither the coach nor an assignment named one."""


@dataclass
class Desk:
    """One run of the studio."""

    root: Path
    coach: str
    store: FolderStore
    rubric: str = ""
    """Name or file of the one that was asked for; "": the session's own, or USUAL."""
    hearing: Hearing = field(default_factory=Hearing)
    _turns: threading.Lock = field(default_factory=threading.Lock)
    _shelf: Shelf = field(default_factory=Shelf)

    @contextmanager
    def library(self) -> Iterator[Library]:
        """The index, by one request at a time."""
        with self._turns:
            library = Library(self.root)
            try:
                yield library
            finally:
                library.close()

    def opened(self, id: str) -> Opened:
        """A session by the name in an address. SessionError if there is none.

        Waits until all that was corrected is measured again.
        """
        return self._shelf.opened(self.folder(id), lambda: open_session(self.store, id))

    def at_once(self, id: str) -> Opened:
        """The same without waiting: what takes long is begun (`Opened.pending`)."""
        folder = self.folder(id)
        found = self._shelf.opened(
            folder, lambda: open_session(self.store, id, patient=False)
        )
        sounds = [
            folder / turn.audio
            for turn in found.turns
            if turn.audio and turn.stem in found.pending
        ]
        if any(self.hearing.in_vain(audio) for audio in sounds):
            return self.opened(id)
        for audio in sounds:
            self.hearing.start(audio, cache_of(id))
        return found

    def heard(self, id: str) -> Opened:
        """A session with what people added, but with its answers as they were measured.

        Measuring again takes a moment; what is kept of a click need not wait for it.
        """
        folder, session = self.folder(id), self.store.load(id)
        ruled = {t.stem: corrections.read(folder, t.stem) for t in session.answers}
        return Opened(
            session=session,
            folder=folder,
            turns=session.answers,
            comments=comments.events(folder),
            scores=scores.read(folder),
            corrections=ruled,
        )

    def rubric_of(self, session: Session) -> Rubric:
        """What the answers of a session are scored by.

        A session names the rubric of its assignment by its id, never by a path: the
        file may be somebody else's. One that is not known here is passed over.
        """
        if self.rubric:
            return rubric.load(self.rubric)
        wanted = session.settings.get("rubric")
        known = {one.id: one for one in rubric.available()}
        return known.get(str(wanted)) or rubric.load(USUAL)

    def folder(self, id: str) -> Path:
        """Its folder: one that lies in the root itself, and is no link elsewhere."""
        folder = self.store.folder(id)
        if folder.is_symlink() or not folder.is_dir():
            raise SessionError(
                f"There is no session {id[:60]!a} here", "Go back to the library."
            )
        return folder

    def sound(self, id: str, stem: str) -> Path:
        """The recording of an answer, which lies in its session's folder or nowhere.

        Only session.json is read, for a seek asks several times a second.

        Raises:
            SessionError: there is no such recording.
        """
        folder = self.folder(id)
        for turn in documents.read_head(folder).turns:
            if turn.stem == stem:
                path = recording(folder, turn.audio)
                if path is not None:
                    return path
        raise SessionError(
            f"The recording of {stem[:60]!a} is not kept",
            "Its words and measures are still here.",
        )


def turn_of(opened: Opened, stem: str) -> Turn:
    """The answer of that stem, corrected; SessionError if there is none."""
    found = opened.turn(stem)
    if found is None:
        raise SessionError(
            f"Session {opened.session.id} has no answer {stem[:60]!a}",
            "Go back to the library.",
        )
    return found


def measured_of(opened: Opened, stem: str) -> Turn:
    """The answer of that stem as it was measured; SessionError if there is none."""
    turn_of(opened, stem)
    found = opened.measured(stem)
    assert found is not None
    return found
