"""Everyone of a folder: who has practised, how it goes, how far judges agree."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from ..casebook import cohort
from ..casebook.agreement_over import over
from ..studio import rubric
from ..studio.rubric import Rubric
from . import respond
from .dates import day
from .desk import Desk

WIDTH, HEIGHT = 120, 28
"""Of a trend, in CSS pixels: eight sessions as one glance."""


@dataclass(frozen=True)
class TrendView:
    """A trend as a small curve and as words."""

    points: str
    """Of an SVG polyline."""
    last: tuple[float, float] | None
    words: str


class CohortPage:
    """Pages `/cohort` and `/cohort.csv`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, request: Request) -> Response:
        """The table, what is often missing, and agreement."""
        table = cohort.cohort(self._desk.store)
        return respond.page(
            "cohort.html.jinja",
            here="/cohort",
            coach=self._desk.coach,
            root=str(self._desk.root),
            people=[
                {
                    "person": person,
                    "day": day(person.last),
                    "level": trend(person.level.known, 1.0, 5.0),
                    "fillers": trend(person.fillers.known, 0.0, None),
                }
                for person in table.people
            ],
            gaps=table.gaps,
            agreed=over(self._desk.store, self._own()),
            nobody=cohort.NOBODY,
        )

    def _own(self) -> tuple[Rubric, ...]:
        """The rubric of this run, which may lie outside of where rubrics are kept."""
        return (rubric.load(self._desk.rubric),) if self._desk.rubric else ()

    def csv(self, request: Request) -> Response:
        """The table for a spreadsheet."""
        return Response(
            cohort.csv(cohort.cohort(self._desk.store)),
            media_type="text/csv",
            headers={"content-disposition": 'attachment; filename="everyone.csv"'},
        )


def trend(values: Sequence[float], low: float, high: float | None) -> TrendView:
    """A small curve through the sessions, oldest left.

    Args:
        values: one a session.
        low: bottom of the scale.
        high: its top; None is the largest value.
    """
    if not values:
        return TrendView("", None, "not known")
    top = high if high is not None else max(*values, low + 1.0, 5.0)
    step = (WIDTH - 8) / max(1, len(values) - 1)
    places = [
        (round(4 + n * step, 1), round(4 + (HEIGHT - 8) * (top - v) / (top - low), 1))
        for n, v in enumerate(values)
    ]
    first, latest = f"{values[0]:.1f}", f"{values[-1]:.1f}"
    words = latest if len(values) == 1 or first == latest else f"{first} to {latest}"
    return TrendView(" ".join(f"{x},{y}" for x, y in places), places[-1], words)
