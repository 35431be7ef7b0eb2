"""What the answers show of the job, as the studio's page tells it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..casebook.job_changes import Change, job_changes
from ..casebook.opened import Opened
from ..coach import fit, view
from ..coach.fit import FitView, Shown
from ..coach.times import clock


@dataclass(frozen=True)
class Heard:
    """A quoted passage and where it is played: in this answer or in another."""

    text: str
    stem: str
    number: int
    at: str
    start_s: float | None
    end_s: float | None


@dataclass(frozen=True)
class JobView:
    """The job's part of the page."""

    fit: FitView
    changes: tuple[Change, ...]
    """What corrections changed; what was found first stays in the session."""
    stems: tuple[str, ...]

    def heard(self, quotes: Sequence[Shown]) -> tuple[Heard, ...]:
        """Quotes with the answer each comes from."""
        return tuple(self._heard(quote) for quote in quotes)

    def _heard(self, quote: Shown) -> Heard:
        number = int(quote.answer.id.removeprefix("answer-")) if quote.answer else 0
        place = quote.stretch
        return Heard(
            quote.text,
            self.stems[number - 1] if number else "",
            number,
            clock(place.start_s) if place else "",
            place.start_s if place else None,
            place.end_s if place else None,
        )


def job(opened: Opened) -> JobView | None:
    """None where the session is about no job."""
    now = opened.now
    if now.job is None or now.findings is None:
        return None
    answers = [view.answer(turn, n, n) for n, turn in enumerate(now.answers, 1)]
    found = fit.fit(now, answers)
    assert found is not None
    return JobView(found, job_changes(opened), tuple(t.stem for t in now.answers))
