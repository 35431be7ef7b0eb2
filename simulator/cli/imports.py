"""`mock-interview import` and `import-comments`: what comes from elsewhere."""

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import SettingsError, SimulatorError
from .library import LIBRARY, opened

if TYPE_CHECKING:
    from ..casebook.importing import Imported, Wish
    from ..keep import FolderStore
    from ..wiring import LateTranscriber

MOST_TOLD = 20
"""Of the sentences about one file: a hostile one could make thousands."""
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,5}(?:\.\d+)?)")


def import_files(
    files: list[Path] = typer.Argument(
        metavar="FILE...", help="Recordings of any kind, or pages that were exported."
    ),
    candidate: str = typer.Option(None, help="Whose answers these are."),
    question: str = typer.Option(None, help="The question that was asked, or its id."),
    from_: str = typer.Option(None, "--from", help="Where the answer begins (1:20)."),
    to: str = typer.Option(None, "--to", help="Where it ends (2:45)."),
    model: str = typer.Option("base", help="tiny.en, base, a folder, or any name."),
    language: str = typer.Option("en", help="The language spoken."),
    library: Path = LIBRARY,
) -> None:
    """Make sessions of recordings or exported pages; the same file twice is one."""
    from .. import settings, wiring
    from ..casebook.importing import Wish

    wish = Wish(candidate, question, _seconds("--from", from_), _seconds("--to", to))
    store = opened(library)
    chosen = settings.load({"model": model, "language": language})
    transcriber = wiring.LateTranscriber(chosen)
    failed = False
    for path in files:
        try:
            _told(path, _imported(path, wish, store, transcriber))
        except SimulatorError as error:
            failed = True
            _say(str(error))
        finally:
            store.close()
    if failed:
        raise typer.Exit(2)


def import_comments(
    files: list[Path] = typer.Argument(
        metavar="FILE...", help="What an exported page saved, or a copy of the page."
    ),
    session: str = typer.Option(None, help="Join them to this session instead."),
    library: Path = LIBRARY,
) -> None:
    """Join a coach's comments with the session's; nothing of either side is lost."""
    from ..casebook.importing_comments import import_comments as joined
    from ..show.words import clean

    store = opened(library)
    failed = False
    for path in files:
        try:
            merged = joined(path, store, session)
        except SimulatorError as error:
            failed = True
            _say(str(error))
            continue
        known = f", {merged.already} were here already" if merged.already else ""
        typer.echo(clean(f"{merged.session}: {merged.new} new entries{known}"))
        _say_each([f"left out: {why}" for why in merged.refused])
        _say_each(merged.changed)
    if failed:
        raise typer.Exit(2)


def _imported(
    path: Path, wish: "Wish", store: "FolderStore", transcriber: "LateTranscriber"
) -> "Imported":
    from ..casebook.importing import import_recording
    from ..casebook.importing_pages import import_page
    from .analyze import progress_of

    if _is_page(path):
        return import_page(path, store)
    return import_recording(path, wish, store, transcriber, progress_of(path.name))


def _is_page(path: Path) -> bool:
    """By its first letters: no recording begins with a tag."""
    try:
        with path.open("rb") as file:
            return file.read(512).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"
    except (OSError, ValueError):
        return False  # the decoder says what is wrong with it


def _told(path: Path, done: "Imported") -> None:
    from ..show.words import clean

    here = "" if done.new else "  (it was here already)"
    typer.echo(clean(f"{done.session}{here}"))
    if done.headline:
        typer.echo(clean(f"  {done.headline}"))
    _say_each([f"{path.name}: {warning}" for warning in done.warnings])


def _say_each(lines: Sequence[str]) -> None:
    for line in lines[:MOST_TOLD]:
        _say(line)
    if len(lines) > MOST_TOLD:
        _say(f"and {len(lines) - MOST_TOLD} more")


def _say(line: str) -> None:
    """What a file made us say, in one line and without anything a terminal obeys."""
    from ..show.words import one_line

    print(f"mock-interview: {one_line(line)}", file=sys.stderr)


def _seconds(flag: str, text: str | None) -> float | None:
    if text is None:
        return None
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        raise SettingsError(
            f"{flag} {text[:40]!r} is no time", "Write minutes and seconds: 1:20."
        )
    return 60.0 * int(found[1] or 0) + float(found[2])
