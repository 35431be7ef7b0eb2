"""The command line: flags in, rooms called, results on stdout, progress on stderr.

Heavy imports stand inside the commands: `mock-interview --help` answers at once.
"""

import typer

from . import (
    after,
    analyze,
    banks,
    check,
    cohort,
    export,
    imports,
    machine,
    models,
    rehearse,
    replay,
    rubrics,
    sessions,
    stories,
)

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: bool = typer.Option(False, "--version", help="Print the version."),
) -> None:
    """Rehearse a job interview aloud, privately, on your own machine.

    Without a command, your own guided rehearsal begins.
    """
    if version:
        from .. import __version__

        typer.echo(__version__)
        raise typer.Exit
    if context.invoked_subcommand is None:
        rehearse.guided()


app.command()(rehearse.rehearse)
app.command()(rehearse.demo)
app.command()(analyze.analyze)
app.command()(replay.replay)
app.command()(check.check)
app.add_typer(check.app, name="fixture")
app.add_typer(banks.app, name="banks")
app.add_typer(rubrics.app, name="rubrics")
app.add_typer(sessions.app, name="sessions")
app.add_typer(models.app, name="models")
app.command()(after.note)
app.command()(after.scorecard)
app.command()(after.card)
app.add_typer(stories.app, name="stories")
app.command("import")(imports.import_files)
app.command()(imports.import_comments)
app.command()(export.export)
app.command()(cohort.cohort)
app.command()(machine.doctor)


def with_optional_values(arguments: list[str]) -> list[str]:
    """Let `--resume` stand alone and `--answers` be followed by several files.

    Typer's options want exactly one value each.
    """
    out: list[str] = []
    several = False
    for argument, following in zip(arguments, [*arguments, "-"][1:], strict=True):
        if argument.startswith("-"):
            # `export --answers 1,3 SESSION` names numbers, and then the session.
            several = argument == "--answers" and arguments[0] != "export"
        elif several and out[-1] != "--answers":
            out.append("--answers")
        out.append(argument)
        if argument == "--resume" and following.startswith("-"):
            out.append("latest")
    return out
