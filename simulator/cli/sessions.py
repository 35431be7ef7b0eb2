"""`mock-interview sessions`: what is kept of earlier interviews."""

import sys

import typer

app = typer.Typer(
    help="Kept interviews: list, show, delete.",
    no_args_is_help=True,
)


@app.command("list")
def list_sessions() -> None:
    """All sessions, newest first."""
    from ..keep import FolderStore
    from ..resources import sessions_folder
    from ..show.words import clean

    store = FolderStore(sessions_folder())
    sessions = store.summaries()
    for session in sessions:
        state = "" if session.finished else "  (unfinished: rehearse --resume)"
        who = f"  {session.candidate}" if session.candidate else ""
        answered = {turn.question.id for turn in session.turns}
        answers = f"{len(answered)} of {len(session.questions)} answers"
        typer.echo(clean(f"{session.id}  {answers}{who}{state}"))
    for problem in store.problems():
        typer.echo(clean(f"mock-interview: {problem}"), err=True)
    if not sessions:
        typer.echo(f"No sessions yet in {sessions_folder()}.", err=True)


@app.command()
def show(
    session: str = typer.Argument(help="Its name, or the beginning of it."),
    report: bool = typer.Option(False, "--report", help="Open its report."),
) -> None:
    """One session: questions, what was said about each answer, where it lies."""
    from ..keep import FolderStore
    from ..resources import sessions_folder
    from ..show.words import clean

    store = FolderStore(sessions_folder())
    kept = store.load(store.find(session))
    folder = store.folder(kept.id)
    typer.echo(clean(f"{kept.id}\n{folder}\n"))
    for turn in kept.answers:
        typer.echo(clean(turn.question.text))
        typer.echo(clean(f"  {turn.feedback.headline}"))
        if turn.feedback.next_step:
            typer.echo(clean(f"  Next: {turn.feedback.next_step}"))
        typer.echo()
    page = folder / "report.html"
    if page.is_file():
        typer.echo(f"Report: {page}")
        if report:
            typer.launch(page.as_uri())


@app.command()
def delete(
    session: str = typer.Argument(None, help="Its name, or the beginning of it."),
    everything: bool = typer.Option(False, "--all", help="Every session."),
    yes: bool = typer.Option(False, "--yes", help="Do not ask."),
) -> None:
    """Remove a session, with its sound, words and everything made from them."""
    from ..errors import SessionError
    from ..keep import FolderStore, exports
    from ..resources import sessions_folder
    from ..show.words import clean

    store = FolderStore(sessions_folder())
    if everything == bool(session):
        raise SessionError(
            "Say which session to delete",
            "Give its name, or --all; `mock-interview sessions list` shows them.",
        )
    found = None if everything else store.find(session)
    what = found or f"all sessions in {sessions_folder()}"
    if not yes and sys.stdin.isatty():
        typer.confirm(f"Delete {what}, sound and words, for good?", abort=True)
    gone = [found] if found else [head.id for head in store.summaries()]
    left = [path for id in gone for path in exports.known(store.folder(id))]
    if found:
        store.delete(found)
        typer.echo(f"{found} is deleted.")
    else:
        typer.echo(f"{len(store.delete_all())} sessions are deleted.")
    if left:
        typer.echo("Files that were exported are yours to delete:", err=True)
    for path in left:
        typer.echo(clean(f"  {path}"), err=True)
