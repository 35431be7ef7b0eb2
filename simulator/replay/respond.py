"""What goes back: pages, refusals, files of the product."""

import mimetypes
from pathlib import PurePosixPath
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from ..errors import SimulatorError
from ..pages import render

FOLDER = "studio/"
SHARED = ("transcript.js",)
"""Scripts of every page, which lie beside that folder."""
SHEET_NAME = "studio.css"
SHEET = tuple(f"{FOLDER}{name}" for name in ("studio.css", "answer.css", "others.css"))
"""The one style of all pages, in this order: later rules go before earlier ones."""
ASSET_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def page(template: str, code: int = 200, **context: Any) -> HTMLResponse:
    """A page of `pages/studio/`."""
    return HTMLResponse(render.page(FOLDER + template, **context), code)


def fragment(template: str, **context: Any) -> str:
    """A piece of a page, put in place of an older one by the page's script."""
    return render.page(FOLDER + template, **context)


def refusal(status: int, what: str, next_step: str) -> HTMLResponse:
    """A page that says what is wrong and what to do; nothing of the library."""
    return page("refusal.html.jinja", status, what=what, next_step=next_step)


def trouble(request: Request, error: Exception) -> Response:
    """What a SimulatorError says, as a page or for the page's script."""
    assert isinstance(error, SimulatorError)
    if request.method == "POST":
        return JSONResponse({"trouble": str(error)}, 400)
    return refusal(404, error.what, error.next_step)


def nowhere(request: Request, error: Exception) -> Response:
    """No such page."""
    if request.method == "POST":
        return JSONResponse({"trouble": "There is no such page."}, 404)
    return refusal(404, "There is no such page", "Go back to the library.")


def broken(request: Request, error: Exception) -> Response:
    """A mistake of ours, told without its details; the terminal has those."""
    what = "Something broke that should not have"
    if request.method == "POST":
        return JSONResponse({"trouble": f"{what}. What you did before is kept."}, 500)
    return refusal(500, what, "What was kept is kept. Load the page again.")


def asset(request: Request) -> Response:
    """A style or a script of the product; only names in one folder, no paths."""
    name = request.path_params["name"]
    kind = ASSET_TYPES.get(PurePosixPath(name).suffix)
    if kind is None or "/" in name or name.startswith("."):
        return nowhere(request, KeyError(name))
    place = name if name in SHARED else FOLDER + name
    try:
        text = render.styled(*SHEET) if name == SHEET_NAME else render.text_of(place)
    except (FileNotFoundError, OSError):
        return nowhere(request, KeyError(name))
    return Response(text, media_type=kind, headers={"cache-control": "no-cache"})


def sound_type(name: str) -> str:
    """The media type of a recording; a browser is told no other kind of file."""
    known = {".flac": "audio/flac", ".opus": "audio/ogg", ".m4a": "audio/mp4"}
    suffix = PurePosixPath(name).suffix.lower()
    guess = known.get(suffix) or mimetypes.guess_type(name)[0] or ""
    return guess if guess.startswith("audio/") else "application/octet-stream"
