"""What `mock-interview check` does: compare, compare every way, update, only decode.

Each takes what was asked and ends with an exit code: 0 as expected, 1 something is not,
2 something could not be compared.
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from ..errors import ExpectationError, ModelError, RecordingError, SimulatorError

if TYPE_CHECKING:
    from ..check.decodings import Decodings
    from ..check.every_way import Asked
    from ..check.finding import Case
    from ..check.running import Checked

INTERRUPTED = 130
QUIET_S = 20.0
"""Without a terminal a line is printed so often: CI systems end silent jobs."""


@dataclass
class Run:
    """What came of all recordings."""

    checked: "list[Checked]" = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    """By the case's name, which is unique."""
    stopped: bool = False
    """Ctrl-C: what was compared before is told."""

    @property
    def exit_code(self) -> int:
        """Of the command."""
        if self.stopped:
            return INTERRUPTED
        return 2 if self.errors else int(any(one.failed for one in self.checked))


def check(asked: "Asked") -> None:
    """Compare, print the table, write JUnit."""
    from ..check import finding, junit, running
    from ..check.decodings import Decodings

    cases = finding.find(asked.places)
    decodings = Decodings(asked.engine, keep=not asked.no_cache)
    state = decodings.state  # missing weights end it before the first recording
    run = _each(cases, lambda case: running.check(case, decodings))
    _report(run, asked.every_row)
    if asked.junit:
        junit.write(asked.junit, run.checked, run.errors, state)
    raise typer.Exit(run.exit_code)


def check_every_way(asked: "Asked") -> None:
    """One table a way; the worst exit code."""
    from ..check import every_way, finding, ways

    finding.find(asked.places)  # none, or no weights: said once, not by every way
    asked.engine.weights_sha256()
    worst, failed = 0, list[str]()
    for way in ways.offered(asked.engine.threads):
        typer.echo(f"\n{way.name}: {ways.instructions(way.environment)}")
        code = every_way.check(way, asked)
        worst = max(worst, code if code in every_way.RAN else 2)
        if code:
            what = "not as expected" if code == 1 else "could not be compared"
            failed.append(f"{way.name}: {what}")
    typer.echo("\n" + ("\n".join(failed) or "All ways: ok"))
    _tell_untried()
    raise typer.Exit(worst)


def _tell_untried() -> None:
    from ..check import ways

    for way, why in ways.untried():
        typer.echo(f"NOT TRIED: {way} ({why})")


def update(asked: "Asked", *, every_way: bool) -> None:
    """What is measured becomes what is expected; prints what that changes."""
    from ..check import every_way as ways
    from ..check import finding, junit
    from ..check.decodings import Decodings

    ci = os.environ.get("CI")
    if ci:  # whatever it says: "false" and "0" are settings too
        raise ExpectationError(
            f"--update is refused where CI is set (CI={ci}): people change "
            "expectations",
            "Run it on your own machine (there, `unset CI` first), look at the "
            "difference, commit it.",
        )
    cases = finding.find(asked.places)
    usual = Decodings(asked.engine, keep=not asked.no_cache)
    state = usual.state
    decodings = ways.decodings(asked) if every_way else [usual]
    changed = list[str]()
    run = _each(cases, lambda case: _update(case, decodings, changed))
    told = f"{len(changed)} of {len(cases)} expectations changed, with {usual.model}"
    typer.echo(told + ("; look at them before you commit them." if changed else "."))
    if every_way:
        _tell_untried()
    if asked.junit:
        junit.write(asked.junit, run.checked, run.errors, state)
    raise typer.Exit(run.exit_code)


def decode(asked: "Asked") -> None:
    """Fill the cache for the process that started this one, and compare nothing."""
    from ..check import every_way, finding
    from ..check.decodings import Decodings

    decodings = Decodings(asked.engine, anew=asked.no_cache)
    _each(finding.find(asked.places), lambda case: every_way.decode(case, decodings))


def _each(cases: "list[Case]", do: "Callable[[Case], Checked | None]") -> Run:
    """All of them: one that cannot be read does not stop the others."""
    from ..show.words import clean, one_line

    run, told_s = Run(), time.monotonic()
    for number, case in enumerate(cases, 1):
        line = f"{number} of {len(cases)}  {case.name}"
        if sys.stderr.isatty():
            print(f"\r{one_line(line):<60}", end="", file=sys.stderr, flush=True)
        elif time.monotonic() - told_s > QUIET_S:
            told_s = time.monotonic()
            print(one_line(line), file=sys.stderr, flush=True)
        try:
            done = do(case)
        except ModelError as error:
            if not run.checked:  # no other will be decoded either
                raise
            run.errors[case.name] = str(error)
        except KeyboardInterrupt:
            run.stopped = True
            run.errors[case.name] = (
                f"Stopped at {case.name}, {number} of {len(cases)}. What Whisper "
                "decoded until then is kept."
            )
            break
        except SimulatorError as error:
            run.errors[case.name] = str(error)
        else:
            run.checked += [done] if done else []
    if sys.stderr.isatty():
        print(f"\r{'':<60}\r", end="", file=sys.stderr, flush=True)
    for problem in run.errors.values():
        told = clean(" ".join(problem.split()))
        print(f"mock-interview: {told}", file=sys.stderr)
    return run


def _report(run: Run, every_row: bool) -> None:
    from ..check.table import lines
    from ..show.words import clean

    for line in lines(run.checked, every_row=every_row):
        typer.echo(clean(line))
    if run.errors:
        names = ", ".join(run.errors)
        typer.echo(clean(f"NOT COMPARED, for what stands above: {names}"))


def _update(case: "Case", decodings: "list[Decodings]", changed: list[str]) -> None:
    from ..check import running, updating
    from ..check.expectation import Expectation
    from ..show.words import clean

    given = case.expectation()
    expectation = given or Expectation()
    try:
        found = [running.document(case, expectation, one) for one in decodings]
    except RecordingError:
        if expectation.truth.refused is not None:
            return  # it is expected to be refused, and was
        raise
    text, name = updating.read(case.expected), str(case.expected)
    new = updating.updated(text, found, decodings[0].model, name)
    difference = updating.difference(case.expected, new).splitlines()
    changed += [case.name] if difference else []
    for line in difference:
        typer.echo(clean(line))
    updating.write(case.expected, new)
