"""`mock-interview replay`: the coach's studio, a page on this machine."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ..replay.desk import Desk

PASSWORD = "MOCK_INTERVIEW_STUDIO_PASSWORD"


def replay(
    session: str = typer.Argument(
        None, help="A session, or a folder of sessions; default: all that are kept."
    ),
    port: int = typer.Option(0, help="0 takes a free one.", min=0, max=65535),
    coach: str = typer.Option(
        None, "--as", help="Your name, for comments and scores; default: login name."
    ),
    rubric: str = typer.Option(
        "",
        help="Name or TOML file; default: the assignment's rubric, else behavioural.",
    ),
    no_open: bool = typer.Option(False, "--no-open", help="Only print the link."),
    host: str = typer.Option(
        "127.0.0.1", help=f"Another address needs a password ({PASSWORD})."
    ),
) -> None:
    """Hear sessions again, comment, score, compare: a page on this machine."""
    from ..orderly_exit import exit_when_told
    from ..replay.app import studio
    from ..replay.door import Door, is_loopback
    from ..replay.serving import bound, open_browser, serve

    desk, first = _desk(session, coach, rubric)
    password = None if is_loopback(host) else _password()
    Door(host, port, password)  # refused before anything is opened
    with bound(host, port) as listening:
        door = Door(host, listening.getsockname()[1], password, first)
        _told(door.link, desk.root, bool(password))
        exit_when_told()
        _read(desk.root)
        if not no_open:
            open_browser(door.link)
        serve(studio(desk, door), listening)


def _desk(session: str | None, coach: str | None, rubric: str) -> "tuple[Desk, str]":
    """What the coach will have before them, and the page that opens first."""
    from ..keep import FolderStore
    from ..replay.desk import Desk
    from ..replay.serving import place
    from ..resources import sessions_folder
    from ..settings import coach_name
    from ..studio import rubric as rubrics

    kept = sessions_folder()
    root, first = place(session, kept, FolderStore(kept).find)
    if rubric:
        rubrics.load(rubric)  # better now than at the first page
    desk = Desk(root, coach_name(coach), FolderStore(root), rubric)
    return desk, f"/s/{first}" if first else "/"


def _told(link: str, root: Path, to_others: bool) -> None:
    if to_others:
        typer.echo(
            "Whoever knows the password can come in from the network, and what is "
            "sent is not encrypted: only on a network you trust.",
            err=True,
        )
    typer.echo(link)
    typer.echo(f"The studio of {root} is open. Ctrl-C closes it.", err=True)
    sys.stdout.flush()


def _read(root: Path) -> None:
    """Bring the index up to date before the first page asks for it."""
    from ..casebook.library import Library

    def progress(done: int, of: int) -> None:
        typer.echo(f"{done} of {of} sessions read", err=True)

    with Library(root) as library:
        library.refresh(progress if sys.stderr.isatty() else None)


def _password() -> str | None:
    given = os.environ.get(PASSWORD)
    if given is None and sys.stdin.isatty():
        given = typer.prompt("A password for those who come in", hide_input=True)
    return given
