"""How far an interview has come: what is asked of it, kept of it, still to be done."""

from dataclasses import dataclass
from pathlib import Path

from . import weighing
from .errors import SimulatorError
from .events import Trouble
from .keep import stem_for
from .records import Question, Session, Turn
from .seams import SessionStore
from .turn.candidate_asks import rated
from .turn.parts import Parts, Slot
from .turn.resuming import recordings, stem_of
from .turn.revisit import Again


@dataclass(frozen=True)
class Sitting:
    """What the loop needs beside the session itself."""

    parts: Parts
    store: SessionStore
    again: Again | None = None
    private: bool = False
    """Nothing is kept, so there is no report to point at."""
    rated: bool = False
    """Whether the candidate rates each answer before the feedback."""
    attempts: int = 1
    """How often each question is to be answered, where a coach said so."""


@dataclass
class Course:
    """How far the session has come; an interrupt at any point finds it whole."""

    session: Session
    sitting: Sitting

    def answered(self, question: Question) -> bool:
        """Whether anything was said to it, or it was skipped."""
        return any(turn.question.id == question.id for turn in self.session.turns)

    def trouble(self, error: SimulatorError) -> None:
        """Say on the screen what went wrong, and what to do."""
        self.sitting.parts.screen.show(Trouble(error.what, error.next_step))

    def keep(self, turn: Turn) -> None:
        """Add a turn, on the disk too."""
        self._save(turns=(*self.session.turns, turn))

    def rate(self, turn: Turn) -> None:
        """Ask for the candidate's own rating, if that was agreed."""
        own = rated(turn, self.sitting.parts) if self.sitting.rated else None
        if own is not None:
            self._save(self_ratings={**self.session.self_ratings, turn.stem: own})

    def finish(self, finished: bool) -> None:
        """End it; what still waits to be understood keeps it open for a resume."""
        done = finished and not self.waiting()
        self._save(finished=done, findings=weighing.findings(self.session))

    def waiting(self) -> list[Path]:
        """Recordings that no turn names: a crash left them, or Whisper failed."""
        if self.sitting.private:
            return []
        folder = self.sitting.store.folder(self.session.id)
        named = {turn.stem for turn in self.session.turns}
        return [path for path in recordings(folder) if stem_of(path) not in named]

    def _save(self, **change: object) -> None:
        """Change the session, in memory and on disk; a full disk does not end it."""
        self.session = self.session.model_copy(update=change)
        try:
            self.sitting.store.save(self.session)
        except SimulatorError as error:
            self.trouble(error)

    def stem(self, slot: Slot, probe: int = 0) -> str:
        """The name of an answer joined with so many replies."""
        return stem_for(self.session, slot.question, slot.attempt, probe)

    def free(self, number: int) -> int:
        """The first attempt under whose name no recording lies that waits."""
        attempt = 1
        taken = {stem_of(path) for path in self.waiting()}
        while self.slot(number, attempt).stem in taken:
            attempt += 1
        return attempt

    def slot(self, number: int, attempt: int = 1) -> Slot:
        """Where an attempt at a question goes."""
        question = self.session.questions[number - 1]
        return Slot(
            question=question,
            number=number,
            total=len(self.session.questions),
            stem=stem_for(self.session, question, attempt),
            folder=self.sitting.store.folder(self.session.id),
            attempt=attempt,
            measures=self.sitting.parts.measures,
        )
