"""`mock-interview check` and `fixture new`: recordings against what is expected."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..errors import ExpectationError, ModelError, SimulatorError

if TYPE_CHECKING:
    from ..check.decodings import Decodings
    from ..check.engine import Engine
    from ..check.running import Case, Checked
    from ..records import QuestionKind

app = typer.Typer(help="Recordings with expectations: new.", no_args_is_help=True)

QUIET_S = 20.0
"""Without a terminal a line is printed so often: CI systems end silent jobs."""


@dataclass
class Run:
    """What came of all recordings."""

    checked: "list[Checked]" = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)


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
    model: str = typer.Option("base", help="tiny.en, base, a folder, or any name."),
    language: str = typer.Option("en", help="The language spoken."),
    threads: int = typer.Option(2, min=1, max=64, help="Whisper's threads."),
    every_row: bool = typer.Option(False, "--all", help="Also what is as expected."),
    every_way: bool = typer.Option(
        False, "--every-way", help="Also as other processors, and on 1, 2, 4 threads."
    ),
) -> None:
    """Check recordings against NAME.expected.toml; exit 1 if anything moved too far."""
    from ..check import running
    from ..check.decodings import Decodings
    from ..check.engine import Engine
    from ..resources import shipped

    if update and os.environ.get("CI"):
        raise ExpectationError(
            "--update is refused where CI is set: people change expectations",
            "Run it on your own machine, look at the difference, commit it.",
        )
    places = places or [shipped("audio_fixtures")]
    cases = running.find(places)
    engine = Engine(model, language, threads)
    decodings = Decodings(engine, keep=not no_cache)
    decodings.state  # noqa: B018 - missing weights end it before the first recording
    if every_way and not update:
        raise typer.Exit(_every_way(engine, places, junit))
    if update:
        from ..check import every_way as ways

        all_of_them = ways.decodings(engine, places) if every_way else [decodings]
        run = _each(cases, lambda case: _update(case, all_of_them))
    else:
        run = _each(cases, lambda case: running.check(case, decodings))
        _report(run, every_row)
    if junit:
        from ..check import junit as xml

        xml.write(junit, run.checked, run.errors, decodings.state)
    if run.errors:
        raise typer.Exit(2)
    if any(one.failed for one in run.checked):
        raise typer.Exit(1)


def _every_way(engine: "Engine", places: list[Path], junit: Path | None) -> int:
    """One table a way; the worst exit code."""
    from ..check import every_way, ways

    worst, failed = 0, []
    for way in ways.offered(engine.threads):
        typer.echo(f"\n{way.name}: {ways.instructions(way.environment)}")
        code = every_way.check(way, engine, places, junit)
        worst = max(worst, code if code in every_way.RAN else 2)
        failed += [way.name] if code else []
    typer.echo(
        f"\n{', '.join(failed)}: not as expected" if failed else "\nAll ways: ok"
    )
    return worst


def _each(cases: "list[Case]", do: "Callable[[Case], Checked | None]") -> Run:
    """All of them: one that cannot be read does not stop the others."""
    run, told_s = Run(), time.monotonic()
    for number, case in enumerate(cases, 1):
        line = f"{number} of {len(cases)}  {case.name}"
        if sys.stderr.isatty():
            print(f"\r{line:<60}", end="", file=sys.stderr, flush=True)
        elif time.monotonic() - told_s > QUIET_S:
            told_s = time.monotonic()
            print(line, file=sys.stderr, flush=True)
        try:
            done = do(case)
        except ModelError:
            raise
        except SimulatorError as error:
            run.errors[case.name] = str(error)
        else:
            run.checked += [done] if done else []
    if sys.stderr.isatty():
        print(f"\r{'':<60}\r", end="", file=sys.stderr, flush=True)
    for problem in run.errors.values():
        print(f"mock-interview: {problem}", file=sys.stderr)
    return run


def _report(run: Run, every_row: bool) -> None:
    from ..check.table import lines
    from ..show.words import clean

    for line in lines(run.checked, every_row=every_row):
        typer.echo(clean(line))


def _update(case: "Case", decodings: "list[Decodings]") -> None:
    from ..check import running, updating
    from ..check.expectation import Expectation, load
    from ..errors import RecordingError
    from ..show.words import clean

    there = case.expected.is_file()
    expectation = load(case.expected) if there else Expectation()
    try:
        found = [running.document(case, expectation, one) for one in decodings]
    except RecordingError:
        if expectation.truth.refused is not None:
            return  # it is expected to be refused, and was
        raise
    text = case.expected.read_text("utf-8-sig") if there else ""
    name = str(case.expected)
    new = updating.updated(text, found, decodings[0].model, name)
    for line in updating.difference(case.expected, new).splitlines():
        typer.echo(clean(line))
    updating.write(case.expected, new)


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
    model: str = typer.Option("base", help="tiny.en, base, a folder, or any name."),
    language: str = typer.Option("en", help="The language spoken."),
) -> None:
    """Make a fixture of a recording: measure it and write what is expected."""
    from ..check import fixture as fixtures
    from ..check.decodings import Decodings
    from ..check.engine import Engine

    person = sys.stdin.isatty()
    if person and not licence:
        licence = typer.prompt("Its licence (e.g. CC0-1.0, or private)")
    if person and not consent:
        consent = typer.confirm(
            "Did everybody who is heard in it agree to its use for checks?"
        )
    about = fixtures.About(licence or "", consent, question, _kind(kind), note.strip())
    path = fixtures.new(recording, about, Decodings(Engine(model, language)))
    typer.echo(f"{path} is written. Look at it, then: mock-interview check {recording}")


def _kind(text: str) -> "QuestionKind":
    from typing import cast, get_args

    from ..records import QuestionKind

    if text not in get_args(QuestionKind):
        raise ExpectationError(
            f"There is no kind of question called {text!r}",
            f"Known are {', '.join(get_args(QuestionKind))}.",
        )
    return cast(QuestionKind, text)
