"""The gate before every page: decisions from `door`, headers on every answer.

It stands outside the routes, so that no page can be reached around it, and no answer,
not even an error, leaves without the policy that keeps foreign text from running.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from .door import Door, trusted

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Our own forms need an Origin of their own, which "no-referrer" would make "null".
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
    "cache-control": "no-store",
}
OPEN = ("/enter", "/assets/")
"""What is shown to those who are not in yet: the door, and the product's own style."""
MAX_BODY_BYTES = 256_000
"""Of what a page sends: a long comment, some hundred edited words."""


class Gate:
    """ASGI: lets a request through to `app`, or refuses it."""

    def __init__(self, app: "ASGIApp", door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Answer one request."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: "Message") -> None:
            if message["type"] == "http.response.start":
                message["headers"] = _with_ours(message.get("headers", []))
            await send(message)

        app = _refused(scope, self._door) or self._app
        await app(scope, receive, guarded)


def _refused(scope: "Scope", door: Door) -> "ASGIApp | None":
    """The answer that refuses, or None."""
    from starlette.requests import Request

    from .respond import refusal

    request = Request(scope)
    headers = request.headers
    if len(headers.getlist("host")) != 1 or not door.is_named(headers.get("host", "")):
        return refusal(
            421,
            "This address is not the studio's own",
            f"Open the link that `mock-interview replay` printed (port {door.port}).",
        )
    if not trusted(request.method, headers):
        return refusal(
            403,
            "This request came from another page",
            "Open the studio by its own link.",
        )
    if not _fits(headers, request.method):
        return refusal(413, "That is too much at once", "Send less.")
    path = request.url.path
    if request.method == "POST" and path != "/enter" and not _is_json(headers):
        # A form of another page cannot send JSON without asking this server first.
        return refusal(415, "JSON is expected here", "Load the page again.")
    if path.startswith(OPEN) or door.knows(request.cookies):
        return None
    if door.password is not None and request.method == "GET":
        from starlette.responses import RedirectResponse

        return RedirectResponse("/enter", status_code=303)
    return refusal(
        401,
        "The studio is closed here",
        "Open the link that `mock-interview replay` printed in the terminal; it lets "
        "this browser in.",
    )


def _is_json(headers: Mapping[str, str]) -> bool:
    kind = headers.get("content-type", "").partition(";")[0]
    return kind.strip().lower() == "application/json"


def _fits(headers: Mapping[str, str], method: str) -> bool:
    """Whether a body says its size, and is no larger than what our pages send.

    One that is sent in pieces says no size, whatever Content-Length stands beside it.
    """
    if "transfer-encoding" in headers:
        return False
    length = headers.get("content-length")
    if method in ("GET", "HEAD") and length is None:
        return True
    return (length or "").isdecimal() and int(length or 0) <= MAX_BODY_BYTES


def _with_ours(
    headers: list[tuple[bytes, bytes]],
) -> list[tuple[bytes, bytes]]:
    ours = {name.encode(): value.encode() for name, value in HEADERS.items()}
    theirs = dict(headers)
    # Assets and sound say themselves how long they may be kept.
    if b"cache-control" in theirs:
        ours.pop(b"cache-control")
    kept = [(name, value) for name, value in headers if name.lower() not in ours]
    return [*kept, *ours.items()]
