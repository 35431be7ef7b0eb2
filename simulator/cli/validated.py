"""What `validate` says of files that people write: banks, rubrics."""

from collections.abc import Sequence

import typer


def tell(problems: Sequence[str], checked: int) -> None:
    """Print every mistake and exit 1, or say that there is none.

    A mistake quotes the file, which may hold what a terminal would obey.
    """
    from ..show.words import clean

    for problem in problems:
        typer.echo(clean(problem))
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{checked} checked, no mistakes.")
