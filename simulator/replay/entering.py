"""Coming in: the opening link, or the password."""

from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from .door import Door, Tries
from .respond import page, refusal


class Entrance:
    """The page `/enter`."""

    def __init__(self, door: Door, tries: Tries | None = None) -> None:
        self._door = door
        self._tries = tries or Tries()

    async def enter(self, request: Request) -> Response:
        """Turn the link's token, or a password, into the cookie."""
        if request.method == "POST":
            return await self._with_password(request)
        if self._door.password is not None:
            return page("enter.html.jinja", wrong="")
        if self._door.takes_token(request.query_params.get("token", "")):
            return self._in()
        return refusal(
            401,
            "This link does not open the studio",
            "Open the one that `mock-interview replay` printed last; each run has its "
            "own.",
        )

    async def _with_password(self, request: Request) -> Response:
        given = _password(await request.body())
        # From here on nothing is awaited: guesses sent at once are counted one by one.
        if self._tries.exhausted():
            return page("enter.html.jinja", 429, wrong="Too many tries. Wait a minute.")
        if self._door.takes_password(given):
            return self._in()
        self._tries.failed()
        return page("enter.html.jinja", 403, wrong="That is not the password.")

    def _in(self) -> Response:
        answer = RedirectResponse(self._door.first_page, status_code=303)
        answer.set_cookie(
            self._door.cookie, self._door.key, httponly=True, samesite="strict"
        )
        return answer


def _password(body: bytes) -> str:
    """What a form sent; "" where it sent something else."""
    try:
        fields = parse_qs(body.decode("utf-8", "replace"), max_num_fields=4)
    except ValueError:
        return ""
    return fields.get("password", [""])[0]
