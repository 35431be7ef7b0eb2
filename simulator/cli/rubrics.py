"""`mock-interview rubrics`: by what answers are scored."""

from pathlib import Path

import typer

from .validated import tell

app = typer.Typer(help="Rubrics: list, show, validate.", no_args_is_help=True)


@app.command("list")
def list_rubrics() -> None:
    """All rubrics, shipped and your own."""
    from ..show.words import clean
    from ..studio import rubric

    for one in rubric.listed():
        mine = "  (yours)" if one.yours else ""
        state = (
            f"{one.mistakes} mistakes: mock-interview rubrics validate {one.path}"
            if one.made is None
            else f"{len(one.made.scales):>2} scales  {one.made.title}"
        )
        typer.echo(clean(f"{one.name:<16} {state}{mine}"))


@app.command()
def show(name: str = typer.Argument(help="A rubric's id, or a TOML file.")) -> None:
    """One rubric: its scales, and what is heard at each step."""
    from ..show.words import clean
    from ..studio import rubric

    found = rubric.load(name)
    typer.echo(f"{clean(found.title)}\n{clean(found.description)}".rstrip())
    for scale in found.scales:
        typer.echo(f"\n{clean(scale.title)} ({scale.id})")
        if scale.look_for:
            typer.echo(f"  {clean(scale.look_for)}")
        for step, anchor in sorted(scale.anchors.items()):
            if anchor.strip():
                typer.echo(f"  {step}  {clean(anchor)}")


@app.command()
def validate(paths: list[Path] = typer.Argument(help="TOML files.")) -> None:
    """Check rubrics; every mistake is named with file, line and key."""
    from ..studio import rubric

    problems = [problem for path in paths for problem in rubric.validate(path)]
    tell(problems, len(paths))
