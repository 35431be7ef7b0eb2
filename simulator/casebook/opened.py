"""A session taken down from the shelf: measured, corrected, with what people said."""

from dataclasses import dataclass
from pathlib import Path

from ..keep import FolderStore
from ..records import Session, Turn
from ..studio import comments, corrections, moments, scores
from ..studio.comments import CommentEvent
from ..studio.corrections import Correction
from ..studio.moments import ListenFirst
from ..studio.scores import Score, Status
from .corrected import corrected


@dataclass(frozen=True)
class Opened:
    """Everything about a session that a reader needs."""

    session: Session
    """As it was measured."""
    folder: Path
    turns: tuple[Turn, ...]
    """The answers as people corrected them, in order, follow-ups once."""
    comments: tuple[CommentEvent, ...]
    scores: tuple[Score, ...]
    corrections: dict[str, tuple[Correction, ...]]
    """By stem; only answers that were corrected."""

    @property
    def status(self) -> Status:
        """Whether a coach has reviewed it."""
        return scores.status(self.scores)

    @property
    def listen_first(self) -> tuple[ListenFirst, ...]:
        """At most three moments."""
        return moments.listen_first(self.turns)

    def turn(self, stem: str) -> Turn | None:
        """The corrected answer of that stem."""
        return next((turn for turn in self.turns if turn.stem == stem), None)

    def measured(self, stem: str) -> Turn | None:
        """The answer of that stem as it was measured."""
        return next((t for t in self.session.turns if t.stem == stem), None)


def open_session(store: FolderStore, id: str) -> Opened:
    """Open a kept session.

    Raises:
        SessionError: it, or what people added to it, is missing or damaged.
    """
    session = store.load(id)
    folder = store.folder(id)
    ruled = {
        turn.stem: entries
        for turn in session.answers
        if (entries := corrections.read(folder, turn.stem))
    }
    return Opened(
        session=session,
        folder=folder,
        turns=tuple(corrected(session, turn, folder) for turn in session.answers),
        comments=comments.events(folder),
        scores=scores.read(folder),
        corrections=ruled,
    )
