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
from .corrected import corrected, takes_long


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
    pending: tuple[str, ...] = ()
    """Stems of answers that stand here as measured first: to measure them again takes
    long, and the reader does not wait."""

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


def open_session(store: FolderStore, id: str, patient: bool = True) -> Opened:
    """Open a kept session.

    Args:
        store: where it is kept.
        id: its name.
        patient: wait until every corrected answer is measured again, which takes about
            a second a minute where nobody has listened to it before.

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
    pending = tuple(
        turn.stem
        for turn in session.answers
        if not patient and turn.stem in ruled and takes_long(turn, folder)
    )
    return Opened(
        session=session,
        folder=folder,
        turns=tuple(
            turn if turn.stem in pending else corrected(session, turn, folder)
            for turn in session.answers
        ),
        comments=comments.events(folder),
        scores=scores.read(folder),
        corrections=ruled,
        pending=pending,
    )
