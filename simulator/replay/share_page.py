"""Sending a session back: which answers leave, and whether the measures go along."""

import shlex

from starlette.requests import Request
from starlette.responses import Response

from ..casebook.export_page import export_html
from ..casebook.sharing import Share, chosen, shared_comments
from ..coach.times import clock
from ..resources import sessions_folder
from ..studio import comments
from . import respond
from .dates import day
from .desk import Desk

MOST_ANSWERS = 200


class SharePage:
    """Pages `/s/ID/share` and `/s/ID/shared.html`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def show(self, request: Request) -> Response:
        """What may be chosen, and what stays here whatever is chosen."""
        opened = self._desk.opened(request.path_params["id"])
        latest = {turn.stem for turn in chosen(opened, Share())}
        going = comments.fold(
            shared_comments(opened, Share(answers=_all(opened.turns)))
        )
        return respond.page(
            "share.html.jinja",
            here="",
            coach=self._desk.coach,
            session=opened.session,
            library=self._library(),
            date=day(opened.session.started_at),
            shown=len(going),
            private=len(comments.fold(opened.comments)) - len(going),
            answers=[
                {
                    "number": n,
                    "question": turn.question.text,
                    "attempt": turn.attempt,
                    "length": clock(turn.duration_s) if turn.duration_s else "",
                    "chosen": turn.stem in latest,
                }
                for n, turn in enumerate(opened.turns, 1)
            ],
        )

    def _library(self) -> str:
        """How the command line is told of this folder; "" where it finds it itself."""
        if self._desk.root.resolve() == sessions_folder().resolve():
            return ""
        return f" --library {shlex.quote(str(self._desk.root))}"

    def file(self, request: Request) -> Response:
        """One page that holds all of it: sound, words, comments."""
        opened = self._desk.opened(request.path_params["id"])
        asked = request.query_params.getlist("answer")[:MOST_ANSWERS]
        share = Share(
            answers=tuple(int(n) for n in asked if n.isdecimal() and len(n) < 4),
            measures=request.query_params.get("measures") == "yes",
        )
        name = f"{opened.session.id}.html"
        return Response(
            export_html(opened, share),
            media_type="text/html",
            headers={"content-disposition": f'attachment; filename="{name}"'},
        )


def _all(turns: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(range(1, len(turns) + 1))
