"""The list of sessions: by candidate and date, by status, by what was said."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from ..casebook.library import Asked, Hit, Library, Row
from ..coach.times import clock
from . import respond
from .dates import day
from .desk import Desk
from .session_view import is_blind

PER_PAGE = 60
"""Three screens: what is further down is found by search or name sooner."""
HITS = 2
"""Quotations under a found session."""
STATUSES = {"": "All", "to_review": "To review", "reviewed": "Reviewed"}
MAX_SEARCH = 200


@dataclass(frozen=True)
class Line:
    """One session in the list."""

    row: Row
    day: str
    time: str
    lasted: str
    hits: tuple[Hit, ...]


class LibraryPage:
    """Page `/`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, request: Request) -> Response:
        """The list, from the index; folders that changed are read again first."""
        query = request.query_params
        search = " ".join(query.get("search", "")[:MAX_SEARCH].split())
        status = query.get("status", "")
        candidate = query.get("candidate", "")
        page = _whole(query.get("page", "1"))
        asked = Asked(
            search=search,
            candidate=candidate or None,
            status=status if STATUSES.get(status) and status else None,
            limit=PER_PAGE,
            offset=(page - 1) * PER_PAGE,
        )
        with self._desk.library() as library:
            library.refresh()
            lines, found = _lines(library, asked), library.count(asked)
            candidates = library.candidates()
            waiting = library.count(Asked(status="to_review"))
        chosen = {"search": search, "status": status, "candidate": candidate}

        def address(**changed: str) -> str:
            kept = {k: v for k, v in {**chosen, **changed}.items() if v}
            return f"/?{urlencode(kept)}" if kept else "/"

        return respond.page(
            "library.html.jinja",
            here="/",
            coach=self._desk.coach,
            root=str(self._desk.root),
            lines=lines,
            blind=is_blind(request),
            found=found,
            waiting=waiting,
            candidates=candidates,
            statuses=STATUSES,
            chosen=chosen,
            address=address,
            page=page,
            pages=max(1, ceil(found / PER_PAGE)),
        )


def _lines(library: Library, asked: Asked) -> tuple[Line, ...]:
    rows = library.rows(asked)
    hits: dict[str, list[Hit]] = {}
    if asked.search:
        for hit in library.hits(asked.search, [row.id for row in rows]):
            hits.setdefault(hit.session, []).append(hit)
    return tuple(
        Line(
            row=row,
            day=day(row.started_at),
            time=row.started_at[11:16],
            lasted=clock(row.duration_s),
            hits=tuple(hits.get(row.id, ())[:HITS]),
        )
        for row in rows
    )


def _whole(text: str) -> int:
    return min(max(1, int(text)), 100_000) if text.isdecimal() and len(text) < 7 else 1
