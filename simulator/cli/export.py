"""`mock-interview export`: a session, or a folder of them, to give to somebody."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import SessionError, SettingsError
from .library import LIBRARY
from .library import opened as opened_library

if TYPE_CHECKING:
    from ..casebook.opened import Opened
    from ..casebook.sharing import Share
    from ..keep import FolderStore

FORMATS = ("html", "md", "json", "csv", "vtt")


def export(
    session: str = typer.Argument(
        metavar="SESSION",
        help="Its name, the beginning of it, or its folder; for csv also a FOLDER of "
        "sessions.",
    ),
    format: str = typer.Option("html", "--format", help=", ".join(FORMATS)),
    answers: str = typer.Option(
        None, help="Which, by number: 1,3 (default: the last try of each question)."
    ),
    without_measures: bool = typer.Option(
        None,
        "--without-measures/--with-measures",
        help="Only sound and words go along.",
    ),
    out: Path = typer.Option(None, help="The file to write (html: NAME.html here)."),
    library: Path = LIBRARY,
) -> None:
    """Give a session to somebody: one page that opens anywhere, or text."""
    if format not in FORMATS:
        raise SettingsError(
            f"There is no format {format[:20]!r}", f"Choose from {', '.join(FORMATS)}."
        )
    place = Path(session).expanduser()
    a_session = (place / "session.json").is_file()
    if format == "csv" and place.is_dir() and not a_session:
        share = _share(answers, bool(without_measures))
        _csv_of_folder(opened_library(place), share, out)
        return
    from ..casebook.opened import open_session

    if a_session:
        whole = place.resolve()
        store, id = opened_library(whole.parent), whole.name
    else:
        store = opened_library(library)
        id = store.find(session)
    opened = open_session(store, id)
    if answers is None and without_measures is None and _asks(format):
        share = _asked(opened)
    else:
        share = _share(answers, bool(without_measures))
    _one(opened, format, share, out)


def _asks(format: str) -> bool:
    return format == "html" and sys.stdin.isatty() and sys.stdout.isatty()


def _share(answers: str | None, without_measures: bool) -> "Share":
    from ..casebook.sharing import Share

    if answers is None:
        return Share(None, not without_measures)
    try:
        numbers = tuple(
            int(part) for part in answers.replace(" ", ",").split(",") if part
        )
    except ValueError:
        raise SettingsError(
            f"--answers {answers[:40]!r} are no numbers", "Write them so: 1,3."
        ) from None
    return Share(numbers, not without_measures)


def _asked(opened: "Opened") -> "Share":
    """On a terminal: nobody shares more than they meant to."""
    from ..coach.times import clock
    from ..show.words import clean

    typer.echo("Which answers go along?")
    for number, turn in enumerate(opened.turns, 1):
        tries = f", try {turn.attempt}" if turn.attempt > 1 else ""
        length = f" ({clock(turn.duration_s)}{tries})" if turn.duration_s else tries
        typer.echo(clean(f"  {number}  {turn.question.text.strip()}{length}"))
    said = typer.prompt("Numbers, or Enter for the last try of each", default="")
    measures = typer.confirm(
        "Do the marks, measures and feedback go along?", default=True
    )
    return _share(said or None, not measures)


def _one(opened: "Opened", format: str, share: "Share", out: Path | None) -> None:
    from ..casebook import export_text
    from ..casebook.sharing import chosen

    if format == "html":
        from ..casebook.export_page import export_html

        print("Encoding the sound ...", file=sys.stderr)
        path = out or Path(f"{opened.session.id}.html")
        _write(path, export_html(opened, share), opened)
        return
    if format == "vtt":
        turns = chosen(opened, share)
        if len(turns) > 1 and out is None:
            raise SettingsError(
                f"There are {len(turns)} answers, and captions are of one",
                "Choose with --answers, or name a folder with --out.",
            )
        if out is not None and out.is_dir():
            for turn in turns:
                name = f"{opened.session.id}.{turn.stem}.vtt"
                _write(out / name, export_text.export_vtt(turn), opened)
            return
        text = export_text.export_vtt(turns[0])
    elif format == "csv":
        text = export_text.export_csv([(opened, share)])
    elif format == "md":
        text = export_text.export_md(opened, share)
    else:
        text = export_text.export_json(opened, share)
    _give(text, out, opened)


def _csv_of_folder(store: "FolderStore", share: "Share", out: Path | None) -> None:
    from ..casebook.export_text import export_csv
    from ..casebook.opened import open_session
    from ..show.words import clean

    def every() -> "Iterator[tuple[Opened, Share]]":
        for head in store.summaries():
            try:
                yield open_session(store, head.id), share
            except SessionError as error:
                print(clean(f"mock-interview: {error}"), file=sys.stderr)

    if share.answers is not None:
        raise SettingsError(
            "--answers names answers of one session", "Leave it out for a folder."
        )
    _give(export_csv(every()), out, None)


def _give(text: str, out: Path | None, opened: "Opened | None") -> None:
    if out is None:
        sys.stdout.write(text)
    else:
        _write(out, text, opened)


def _write(path: Path, text: str, opened: "Opened | None") -> None:
    """Write it whole, readable by its owner alone, and remember that it left."""
    from .. import atomic
    from ..keep import exports

    atomic.write(path, text.encode("utf-8", "backslashreplace"))
    if opened is not None:
        exports.note(opened.folder, path)
    typer.echo(f"{path}  ({path.stat().st_size / 1e6:.1f} MB)")
