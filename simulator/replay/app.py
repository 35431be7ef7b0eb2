"""Addresses and what answers them, behind the gate."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route

from ..errors import SimulatorError
from . import respond
from .cohort_page import CohortPage
from .compare_page import ComparePage
from .desk import Desk
from .door import Door
from .entering import Entrance
from .gate import Gate
from .library_page import LibraryPage
from .session_page import ACTS, Sessions
from .share_page import SharePage
from .sounds import Sounds


def studio(desk: Desk, door: Door) -> Gate:
    """The whole studio as an ASGI application."""
    sessions, sounds = Sessions(desk), Sounds(desk)
    cohort, share, entrance = CohortPage(desk), SharePage(desk), Entrance(door)
    answer = "/s/{id}/{stem}"
    routes = [
        Route("/", LibraryPage(desk).show),
        Route("/enter", entrance.enter, methods=["GET", "POST"]),
        Route("/assets/{name}", respond.asset),
        Route("/blind", sessions.blind, methods=["POST"]),
        Route("/compare", ComparePage(desk).show),
        Route("/cohort", cohort.show),
        Route("/cohort.csv", cohort.csv),
        Route("/s/{id}", sessions.first),
        Route("/s/{id}/print", sessions.printed),
        Route("/s/{id}/share", share.show),
        Route("/s/{id}/shared.html", share.file),
        Route("/s/{id}/status", sessions.status, methods=["POST"]),
        Route(answer, sessions.answer),
        Route(f"{answer}/drawn", sessions.drawn),
        Route(f"{answer}/found", sessions.found),
        Route(f"{answer}/hearing", sessions.hearing),
        Route(f"{answer}/again", sessions.measured_again),
        Route(f"{answer}/sound", sounds.sound),
        Route(f"{answer}/peaks", sounds.peaks),
        Route(f"{answer}/words.vtt", sounds.words),
        *(
            Route(f"{answer}/{what}", sessions.act(what), methods=["POST"])
            for what in ACTS
        ),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={
            SimulatorError: respond.trouble,
            HTTPException: respond.nowhere,
            Exception: respond.broken,
        },
    )
    return Gate(app, door)
