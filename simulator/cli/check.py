"""`mock-interview check` and `fixture new`: recordings against what is expected."""

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import ExpectationError
from . import checking

if TYPE_CHECKING:
    from ..records import QuestionKind

MODEL, LANGUAGE = "base", "en"

app = typer.Typer(help="Recordings with expectations: new.", no_args_is_help=True)


def check(
    places: list[Path] = typer.Argument(
        None, metavar="[FOLDER]...", help="Folders or recordings; default: our own."
    ),
    junit: Path = typer.Option(None, help="Write JUnit XML here, for CI."),
    update: bool = typer.Option(
        False, "--update", help="What is measured becomes what is expected."
    ),
    no_cache: bool = typer.Option(
        False, "--no-cache", help="Decode again what was decoded before."
    ),
    model: str = typer.Option(MODEL, help="tiny.en, base, a folder, or any name."),
    language: str = typer.Option(LANGUAGE, help="The language spoken."),
    threads: int = typer.Option(2, min=1, max=64, help="Whisper's threads."),
    every_row: bool = typer.Option(False, "--all", help="Also what is as expected."),
    every_way: bool = typer.Option(
        False, "--every-way", help="Also as other processors, and on 1, 2, 4 threads."
    ),
    decode_only: bool = typer.Option(False, "--decode-only", hidden=True),
) -> None:
    """Check recordings against NAME.expected.toml; exit 1 if anything moved too far."""
    from ..check.engine import Engine
    from ..check.every_way import Asked
    from ..resources import shipped

    engine = Engine(model, language, threads)
    where = tuple(places or [shipped("audio_fixtures")])
    asked = Asked(engine, where, no_cache, every_row, junit)
    if decode_only:
        checking.decode(asked)
    elif update:
        if not places and shipped("audio_fixtures").parent.name == "simulator":
            raise ExpectationError(
                "The recordings that came with the program have their expectations",
                "Name the folder of yours: mock-interview check FOLDER --update",
            )
        checking.update(asked, every_way=every_way)
    elif every_way:
        checking.check_every_way(asked)
    else:
        checking.check(asked)


@app.callback()
def fixture() -> None:
    """Recordings with expectations."""


@app.command()
def new(
    recording: Path = typer.Argument(metavar="AUDIO", help="Any sound file."),
    licence: str = typer.Option(None, help="Under which it may be kept, e.g. CC0-1.0."),
    consent: bool = typer.Option(
        False, "--consent", help="Everybody heard in it agreed to this use."
    ),
    question: str = typer.Option("", help="The question that it answers."),
    kind: str = typer.Option("story", help="The question's kind."),
    note: str = typer.Option("", help="What it is for, in a sentence."),
    model: str = typer.Option(MODEL, help="tiny.en, base, a folder, or any name."),
    language: str = typer.Option(LANGUAGE, help="The language spoken."),
) -> None:
    """Make a fixture of a recording: measure it and write what is expected."""
    from ..check import fixture as fixtures
    from ..check.decodings import Decodings
    from ..check.engine import Engine
    from ..show.words import clean

    person = sys.stdin.isatty()
    if person and not licence:
        licence = typer.prompt("Its licence (e.g. CC0-1.0, or private)")
    if person and not consent:
        consent = typer.confirm(
            "Did everybody who is heard in it agree to its use for checks?"
        )
    about = fixtures.About(licence or "", consent, question, _kind(kind), note.strip())
    path = fixtures.new(recording, about, Decodings(Engine(model, language)))
    again = shlex.join(
        [
            *("mock-interview", "check"),
            *(["--model", model] if model != MODEL else []),
            *(["--language", language] if language != LANGUAGE else []),
            str(recording),
        ]
    )
    typer.echo(clean(f"{path} is written. Look at it, then: {again}"))


def _kind(text: str) -> "QuestionKind":
    from typing import cast, get_args

    from ..records import QuestionKind

    if text not in get_args(QuestionKind):
        raise ExpectationError(
            f"There is no kind of question called {text!r}",
            f"Known are {', '.join(get_args(QuestionKind))}.",
        )
    return cast(QuestionKind, text)
