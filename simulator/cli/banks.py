"""`mock-interview banks`: what can be asked."""

from pathlib import Path

import typer

app = typer.Typer(
    help="Question banks: list, show, validate, new.", no_args_is_help=True
)


@app.command("list")
def list_banks() -> None:
    """All banks, shipped and your own."""
    from ..ask import banks

    for bank in banks.available():
        typer.echo(f"{bank.id:<16} {len(bank.questions):>3} questions  {bank.title}")


@app.command()
def show(name: str = typer.Argument(help="A bank's id, or a path.")) -> None:
    """One bank's questions."""
    from ..ask import banks

    bank = banks.load(name)
    typer.echo(f"{bank.title}\n{bank.description}\n")
    for question in bank.questions:
        typer.echo(f"{question.id} ({question.kind}, about {question.target_s:.0f} s)")
        typer.echo(f"  {question.text}")


@app.command()
def validate(paths: list[Path] = typer.Argument(help="TOML files.")) -> None:
    """Check banks; every mistake is named with file, line and key."""
    from ..ask import banks

    problems = [problem for path in paths for problem in banks.validate(path)]
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{len(paths)} checked, no mistakes.")


@app.command()
def new(
    path: Path = typer.Argument(help="The TOML file to write."),
    title: str = typer.Option("My questions", help="The bank's title."),
) -> None:
    """Start a bank of your own: a commented example to edit."""
    from ..ask import banks

    banks.new(path, title)
    typer.echo(f"{path} is ready to edit. Then: mock-interview rehearse --bank {path}")
