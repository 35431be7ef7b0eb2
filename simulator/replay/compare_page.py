"""Two attempts side by side: how they sound, what changed in words and measures."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from ..casebook.compare import compare
from ..coach import view
from ..coach.times import clock
from ..errors import SessionError
from ..records import Turn
from . import respond
from .dates import day
from .desk import Desk
from .session_view import is_blind, looked


class ComparePage:
    """Page `/compare?a=ID/STEM&b=ID/STEM`; with `a` alone it offers what fits."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, request: Request) -> Response:
        """Both attempts, or the choice of the second."""
        query = request.query_params
        blind = is_blind(request)
        first, a = self._side(query.get("a", ""), blind)
        choices = self._others(first, a)
        if not query.get("b"):
            return respond.page(
                "choose.html.jinja",
                here="",
                coach=self._desk.coach,
                a=first,
                choices=choices,
            )
        second, b = self._side(query.get("b", ""), blind)
        return respond.page(
            "compare.html.jinja",
            here="",
            coach=self._desk.coach,
            sides=(first, second),
            hidden=first["hidden"] or second["hidden"],
            compared=compare(a, b),
            choices=choices,
        )

    def _side(self, name: str, blind: bool) -> tuple[dict[str, Any], Turn]:
        id, _, stem = name.partition("/")
        if not stem:
            raise SessionError(
                f"{name[:60]!a} names no answer", "Open one, and choose Compare there."
            )
        at = looked(self._desk, id, stem, blind)
        opened, turn = at.opened, at.turn
        shown = {
            "name": name,
            "base": f"/s/{id}/{stem}",
            "session": id,
            "candidate": opened.session.candidate or "No name given",
            "day": day(opened.session.started_at),
            "started_at": opened.session.started_at,
            "attempt": turn.attempt,
            "question": turn.question.text,
            "length": clock(turn.duration_s) if turn.duration_s else "",
            "answer_s": turn.duration_s or 0.0,
            "answer": view.answer(turn, 1, 1),
            "language": turn.transcript.language,
            "hidden": at.sheet.hidden,
        }
        return shown, turn

    def _others(self, side: dict[str, Any], turn: Turn) -> list[dict[str, Any]]:
        """Further attempts of the same person at the same question, newest first."""
        found = []
        for head in self._desk.store.summaries():
            if (head.candidate or "No name given") != side["candidate"]:
                continue
            for other in head.answers:
                name = f"{head.id}/{other.stem}"
                if other.question.id == turn.question.id and name != side["name"]:
                    found.append(
                        {
                            "name": name,
                            "day": day(head.started_at),
                            "attempt": other.attempt,
                        }
                    )
        return found
