"""The server: its socket, its link, its end."""

import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from ..errors import SettingsError

BACKLOG = 64


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one.

    Raises:
        SettingsError: the address is not this machine's, or the port is taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
        taken.listen(BACKLOG)
    except OSError as error:
        taken.close()
        raise SettingsError(
            f"The studio cannot listen on {host}, port {port}: "
            f"{error.strerror or error}",
            "Leave --port out to take a free one.",
        ) from None
    return taken


def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Answer until Ctrl-C."""
    server = uvicorn.Server(settings(app))
    server.run(sockets=[listening])


def settings(app: ASGIApp) -> uvicorn.Config:
    """Of the server: quiet, small, and without what the studio does not use."""
    return uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        lifespan="off",
        ws="none",
        http="h11",
        proxy_headers=False,
        timeout_graceful_shutdown=1,
    )


def open_browser(link: str, launch: Callable[[str], object] = webbrowser.open) -> None:
    """Show the link in the person's browser, beside the server."""
    threading.Thread(target=launch, args=(link,), daemon=True).start()


def place(
    given: str | None, kept: Path, find: Callable[[str], str]
) -> tuple[Path, str]:
    """(folder of sessions, session or "") for what was named on the command line.

    Args:
        given: nothing, a folder of sessions, a session's folder, or a session's name.
        kept: where sessions are kept.
        find: the full name of a kept session.
    """
    if given is None:
        return kept, ""
    folder = Path(given).expanduser()
    if (folder / "session.json").is_file():
        whole = folder.resolve()
        return whole.parent, whole.name
    if folder.is_dir():
        return folder.resolve(), ""
    return kept, find(given)
