"""Who may come in: pure decisions about a request's headers, and nothing else.

A page on loopback can be reached by every program of the machine, and by every web page
that its browser shows. Three walls keep them out. The Host header must name this server
(a rebound DNS name does not). What changes something must come from our own page (the
Origin header, which a browser sets itself). And a cookie, given for the random token in
the opening link or for the password, must come along.
"""

import hmac
import ipaddress
import secrets
import socket
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ..errors import SettingsError

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "::1")
SHORTEST_PASSWORD = 10
"""Tried at most 5 times a half minute, ten letters outlast anybody."""
TRIES, WAIT_S = 5, 30.0
SAFE_METHODS = ("GET", "HEAD")


def _random() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Door:
    """Where the studio listens, and the keys to it."""

    host: str
    port: int
    password: str | None = None
    """Needed where it listens on more than loopback; the token then opens nothing."""
    first_page: str = "/"
    token: str = field(default_factory=_random, repr=False)
    """In the opening link."""
    key: str = field(default_factory=_random, repr=False)
    """In the cookie: another secret, so that a link seen later opens no other door."""

    def __post_init__(self) -> None:
        if self.password is None and not is_loopback(self.host):
            raise SettingsError(
                f"--host {self.host} is open to others, and there is no password",
                "Set MOCK_INTERVIEW_STUDIO_PASSWORD, or leave --host out: the studio "
                "is then open to this machine alone.",
            )
        if self.password is not None and len(self.password) < SHORTEST_PASSWORD:
            raise SettingsError(
                f"The studio's password has {len(self.password)} characters",
                f"Use at least {SHORTEST_PASSWORD}.",
            )

    @property
    def cookie(self) -> str:
        """Its name; browsers keep one jar for all ports of a host."""
        return f"mock_interview_studio_{self.port}"

    @property
    def link(self) -> str:
        """What is opened: with the token, or to the page that asks for the password."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host
        name = f"[{host}]" if ":" in host else host
        query = "" if self.password else f"?token={self.token}"
        return f"http://{name}:{self.port}/enter{query}"

    def takes_token(self, token: str) -> bool:
        """Whether an opening link is ours."""
        return self.password is None and _same(token, self.token)

    def takes_password(self, password: str) -> bool:
        """Whether somebody knows the password."""
        return self.password is not None and _same(password, self.password)

    def knows(self, cookies: Mapping[str, str]) -> bool:
        """Whether somebody has come in before."""
        return _same(cookies.get(self.cookie, ""), self.key)

    def is_named(self, host: str) -> bool:
        """Whether a Host header means this server: no name that others bound to it."""
        name, port = _split(host)
        if port != str(self.port):
            return False
        if is_loopback(self.host):
            return name in LOOPBACK_NAMES
        if name in (self.host.lower(), *LOOPBACK_NAMES):
            return True
        if self.host not in ("0.0.0.0", "::"):
            return False
        return _is_address(name) or name == socket.gethostname().lower()


def trusted(method: str, headers: Mapping[str, str]) -> bool:
    """Whether a request comes from our own page, or is a person opening a link.

    Browsers send Origin with whatever changes something, and Sec-Fetch-Site with every
    request; a page cannot forge either. A changing request without Origin is no browser
    of ours.
    """
    origin, host = headers.get("origin"), headers.get("host", "")
    if origin is not None and origin != f"http://{host}":
        return False
    if method not in SAFE_METHODS:
        return origin is not None and _site(headers) in ("", "same-origin")
    if _site(headers) in ("", "same-origin", "none"):
        return True
    return headers.get("sec-fetch-mode") == "navigate"


class Tries:
    """Passwords may be guessed five times, then there is a wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: list[float] = []

    def exhausted(self) -> bool:
        """Whether the next guess has to wait."""
        now = self._clock()
        self._failed = [at for at in self._failed if now - at < WAIT_S]
        return len(self._failed) >= TRIES

    def failed(self) -> None:
        """Count a wrong guess."""
        self._failed.append(self._clock())


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _site(headers: Mapping[str, str]) -> str:
    return headers.get("sec-fetch-site", "")


def _split(host: str) -> tuple[str, str]:
    name, _, port = host.lower().rpartition(":")
    return name.removeprefix("[").removesuffix("]"), port


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _same(given: str, ours: str) -> bool:
    return hmac.compare_digest(given.encode(), ours.encode())
