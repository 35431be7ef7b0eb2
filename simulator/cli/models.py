"""`mock-interview models`: Whisper's weights on this machine."""

import typer

app = typer.Typer(help="Whisper's weights: list, verify, fetch.", no_args_is_help=True)


@app.command("list")
def list_models() -> None:
    """Which weights are here, and where from."""
    from ..transcribe import weights

    for status in weights.status():
        checked = {True: "checked", False: "not checked yet", None: ""}[status.verified]
        typer.echo(f"{status.model:<16} {status.place:<8} {checked:<16}".rstrip())


@app.command()
def verify(model: str = typer.Argument("base")) -> None:
    """Check a model's weights against their known SHA-256."""
    from ..transcribe import weights

    typer.echo(f"{model}: {weights.verify(model)}")


@app.command()
def fetch(model: str = typer.Argument("base")) -> None:
    """Make a model's weights ready, downloading them if need be."""
    from ..transcribe import weights

    typer.echo(f"{model} is ready in {weights.find(model, progress=_show)}")


def _show(done: float) -> None:
    typer.echo(f"\r{done:>4.0%}", nl=done >= 1, err=True)
