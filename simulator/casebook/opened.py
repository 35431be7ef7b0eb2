"""A session taken down from the shelf: measured, corrected, with what people said."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .. import weighing
from ..coach.report import shown
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
    """The answers as people corrected them, in order, follow-ups once; with the
    measures that the assignment shows, all where it names none."""
    comments: tuple[CommentEvent, ...]
    scores: tuple[Score, ...]
    corrections: dict[str, tuple[Correction, ...]]
    """By stem; only answers that were corrected."""
    pending: tuple[str, ...] = ()
    """Stems of answers that stand here as measured first: to measure them again takes
    long, and the reader does not wait."""

    @cached_property
    def now(self) -> Session:
        """The session with its answers as corrected, and what follows of the job from
        their words: coverage, values, moments, questions. `session` keeps what was
        found first."""
        if not self.corrections:
            return self.session
        session = self.session.model_copy(update={"turns": self.turns})
        if self.session.findings is None:
            return session
        return session.model_copy(update={"findings": weighing.findings(session)})

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
        """The answer of that stem as it was measured, with the same measures."""
        found = next((t for t in self.session.turns if t.stem == stem), None)
        return shown(found, self.session) if found else None


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
            shown(
                turn if turn.stem in pending else corrected(session, turn, folder),
                session,
            )
            for turn in session.answers
        ),
        comments=comments.events(folder),
        scores=scores.read(folder),
        corrections=ruled,
        pending=pending,
    )
