"""The page of an answer, and what is done on it."""

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from ..studio import scores
from . import acts, job_view, respond, said
from .acts import Act
from .dates import day
from .desk import Desk, measured_of
from .session_view import BLIND, Looked, context, drawing, heard, is_blind, looked

_Doing = Callable[[Looked, Any], None]

ACTS: dict[str, tuple[type[Act], _Doing, tuple[str, ...]]] = {
    "comments": (acts.CommentAct, acts.comment, ("comments",)),
    "fillers": (acts.FillerAct, acts.filler, ("fillers", "measures", "glance")),
    "words": (acts.WordAct, acts.word, ()),
    "scores": (acts.ScoreAct, acts.score, ("scores",)),
}
"""What may be sent, who keeps it, and which regions of the page it changes."""

REGIONS = (
    "first",
    "legend",
    "transcript",
    "comments",
    "scores",
    "glance",
    "fillers",
    "measures",
    "job",
)


class Sessions:
    """Pages `/s/ID` and below."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def first(self, request: Request) -> Response:
        """A session opens where one should listen first."""
        opened = self._desk.at_once(request.path_params["id"])
        id = opened.session.id
        if not opened.turns:
            return respond.refusal(
                200,
                "No answer was recorded in this session",
                "That happens. Go back to the library.",
            )
        first = opened.listen_first
        blind = is_blind(request)
        stem = first[0].stem if first and not blind else opened.turns[0].stem
        return RedirectResponse(f"/s/{id}/{stem}", status_code=303)

    def answer(self, request: Request) -> Response:
        """One answer: player, words, comments, scores, measures."""
        return respond.page("session.html.jinja", **context(self._looked(request)))

    def drawn(self, request: Request) -> Response:
        """The marks its waveform shows."""
        return JSONResponse(drawing(self._looked(request)))

    def printed(self, request: Request) -> Response:
        """The whole session on paper: scores, comments, measures."""
        opened, blind = self._desk.opened(request.path_params["id"]), is_blind(request)
        whole = [
            context(
                Looked(self._desk, opened, turn, measured_of(opened, turn.stem), blind)
            )
            for turn in opened.turns
        ]
        return respond.page(
            "print.html.jinja",
            here="",
            coach=self._desk.coach,
            date=day(opened.session.started_at),
            session=opened.session,
            answers=whole,
        )

    def act(self, what: str) -> Callable[[Request], Awaitable[Response]]:
        """Keep what was done, and send back what it changed on the page."""

        async def acted(request: Request) -> Response:
            body = await request.body()
            return await run_in_threadpool(self._acted, request, what, body)

        return acted

    def _acted(self, request: Request, what: str, body: bytes) -> Response:
        kind, do, changed = ACTS[what]
        path = request.path_params
        at = heard(self._desk, path["id"], path["stem"], is_blind(request))
        was_hidden = at.sheet.hidden
        act = acts.read(kind, body)
        do(at, act)
        if not changed:
            return JSONResponse({"regions": {}})
        now = self._looked(request)
        # The last score of a blind sheet lifts the curtain on all the rest.
        regions = REGIONS if was_hidden and not now.sheet.hidden else changed
        words = spelt(now, act.place) if isinstance(act, acts.FillerAct) else {}
        return self._regions(now, regions, words)

    def hearing(self, request: Request) -> Response:
        """How far listening again has come; null when it is done."""
        path = request.path_params
        job = self._desk.hearing.of(self._desk.sound(path["id"], path["stem"]))
        return JSONResponse({"hearing": job.told() if job else None})

    def found(self, request: Request) -> Response:
        """What stands far below the words: the page asks for it once it sounds."""
        return self._regions(
            self._looked(request), ("glance", "fillers", "measures", "job")
        )

    def measured_again(self, request: Request) -> Response:
        """Everything that hangs on the words, after they were corrected."""
        return self._regions(self._looked(request), REGIONS)

    async def status(self, request: Request) -> Response:
        """Reviewed, or not."""
        body = await request.body()

        def marked() -> Response:
            opened = self._desk.heard(request.path_params["id"])
            act = acts.read(acts.StatusAct, body)
            scores.mark(opened.folder, self._desk.coach, act.status)
            return JSONResponse({"status": act.status})

        return await run_in_threadpool(marked)

    async def blind(self, request: Request) -> Response:
        """Whether to score before seeing what the tool judged."""
        act = acts.read(acts.BlindAct, await request.body())
        answer = JSONResponse({"blind": act.on})
        answer.set_cookie(
            BLIND, "yes" if act.on else "no", httponly=True, samesite="strict"
        )
        return answer

    def _looked(self, request: Request) -> Looked:
        path = request.path_params
        blind = is_blind(request)
        return looked(self._desk, path["id"], path["stem"], blind, patient=False)

    def _regions(
        self, at: Looked, names: tuple[str, ...], words: dict[int, str] | None = None
    ) -> Response:
        shown = context(at)
        if "job" in names:
            shown["job"] = job_view.job(at.opened)
        made = {name: respond.fragment(f"{name}.html.jinja", **shown) for name in names}
        sent = {
            "regions": made,
            "drawn": drawing(at),
            "words": words or {},
            "hearing": at.hearing,
        }
        return JSONResponse(sent)


def spelt(at: Looked, filler: int) -> dict[int, str]:
    """The words of one filler as the page shows them now, by their number."""
    blocks = said.paragraphs(at.measured, at.rulings, at.sheet.hidden)
    return {
        word.place: respond.fragment("word.html.jinja", word=word)
        for block in blocks
        for word in block.words
        if word.filler == filler
    }
