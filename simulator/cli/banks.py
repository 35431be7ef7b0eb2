"""`mock-interview banks`: what can be asked."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from .validated import tell

if TYPE_CHECKING:
    from ..records import Bank

app = typer.Typer(
    help="Question banks: list, show, validate, new.", no_args_is_help=True
)


@app.command("list")
def list_banks() -> None:
    """All banks, shipped and your own."""
    from ..ask import banks
    from ..show.words import clean

    for bank in banks.available():
        mine = "  (yours)" if bank.yours else ""
        if bank.mistakes:
            state = (
                f"{bank.mistakes} mistakes: mock-interview banks validate {bank.path}"
            )
        else:
            state = f"{bank.questions:>3} questions  {bank.title}"
        typer.echo(clean(f"{bank.name:<16} {state}{mine}"))


@app.command()
def show(
    name: str = typer.Argument(help="A bank's id, or a path."),
    anchors: bool = typer.Option(
        False, "--anchors", help="With a weak, a fair and a strong answer of its sort."
    ),
) -> None:
    """One bank's questions."""
    from ..ask import banks
    from ..show.words import clean

    bank = banks.load(name)
    typer.echo(f"{clean(bank.title)}\n{clean(bank.description)}\n")
    for question in bank.questions:
        typer.echo(f"{question.id} ({question.kind}, about {question.target_s:.0f} s)")
        typer.echo(f"  {clean(question.text)}")
    if anchors:
        _show_anchors(bank)


def _show_anchors(bank: "Bank") -> None:
    from ..ask.anchors import sets
    from ..show.words import clean

    for three in sets(bank):
        first = three[0]
        typer.echo(f"\n{clean(first.competency)}, {first.kind}: {first.question}")
        for anchor in three:
            typer.echo(f"\n  {anchor.level}: {anchor.answer}")
            typer.echo(f"  Why {anchor.level}: {anchor.why}")


@app.command()
def validate(paths: list[Path] = typer.Argument(help="TOML files.")) -> None:
    """Check banks; every mistake is named with file, line and key."""
    from ..ask import banks

    problems = [problem for path in paths for problem in banks.validate(path)]
    tell(problems, len(paths))


@app.command()
def new(
    path: Path = typer.Argument(help="The TOML file to write."),
    title: str = typer.Option("My questions", help="The bank's title."),
) -> None:
    """Start a bank of your own: a commented example to edit."""
    from ..ask import banks

    made = banks.new(path, title)
    typer.echo(f"{made} is ready to edit. Then: mock-interview rehearse --bank {made}")
