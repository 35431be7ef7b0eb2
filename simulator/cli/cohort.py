"""`mock-interview cohort`: everybody of a folder in one table."""

from pathlib import Path

import typer


def cohort(
    folder: Path = typer.Argument(
        None, help="A folder of sessions; default: your own library."
    ),
    csv: bool = typer.Option(False, "--csv", help="As CSV, for a spreadsheet."),
) -> None:
    """Who has practised, how it goes, and what is often missing."""
    from ..casebook.cohort import cohort as everybody
    from ..casebook.cohort import csv as as_csv
    from ..errors import SessionError
    from ..keep import FolderStore
    from ..resources import sessions_folder
    from ..show.words import clean

    root = folder or sessions_folder()
    if not root.is_dir():
        raise SessionError(f"There is no folder {root}", "Give a folder of sessions.")
    found = everybody(FolderStore(root))
    if csv:
        typer.echo(as_csv(found), nl=False)
        return
    if not found.people:
        typer.echo(f"No sessions yet in {root}.", err=True)
    for person in found.people:
        steps, fillers = _trend(person.level.known), _trend(person.fillers.known)
        review = f", {person.to_review} to review" if person.to_review else ""
        typer.echo(
            clean(
                f"{person.name}: sessions: {person.sessions}, "
                f"{person.minutes:.0f} min, last {person.last[:10]}{review}"
            )
        )
        typer.echo(f"  structure (1 to 5) {steps}; um and uh a minute {fillers}")
        if person.gaps:
            typer.echo(clean(f"  often: {'; '.join(person.gaps)}"))
    if found.gaps:
        typer.echo("\nCommon gaps")
    for gap in found.gaps:
        people = "1 person" if gap.people == 1 else f"{gap.people} people"
        typer.echo(clean(f"  {gap.about}: {gap.answers} of {gap.of} answers, {people}"))


def _trend(values: tuple[float, ...]) -> str:
    """From the first to the latest of the recent sessions."""
    if not values:
        return "not known"
    if len(values) == 1:
        return f"{values[0]:.1f}"
    return f"{values[0]:.1f} -> {values[-1]:.1f}"
