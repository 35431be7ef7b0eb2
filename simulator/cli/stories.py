"""`mock-interview stories`: good stories, kept to be told again."""

import typer

app = typer.Typer(
    help="Your story bank: list, keep, delete.",
    no_args_is_help=True,
)


@app.command("list")
def list_stories() -> None:
    """All kept stories."""
    from ..keep import stories
    from ..resources import sessions_folder
    from ..show.words import clean

    kept = stories(sessions_folder())
    for story in kept:
        length = f", {story.duration_s / 60:.1f} minutes" if story.duration_s else ""
        tags = f" [{', '.join(story.competencies)}]" if story.competencies else ""
        result = f", result: {story.result}" if story.result else ""
        typer.echo(clean(f"{story.id}  {story.title}{length}{result}{tags}"))
    if not kept:
        typer.echo("No stories yet: `mock-interview stories keep SESSION`.", err=True)


@app.command()
def keep(
    session: str = typer.Argument(help="Its name, or the beginning of it."),
    answer: int = typer.Option(None, help="Which answer (default: the best story)."),
    title: str = typer.Option(None, help="A few words to know it by."),
    competency: list[str] = typer.Option(None, help="What it shows; may be repeated."),
) -> None:
    """Keep a story out of a session."""
    from ..coach.story import best, story_of
    from ..errors import SessionError
    from ..keep import FolderStore, keep_story
    from ..resources import sessions_folder
    from ..show.words import clean

    store = FolderStore(sessions_folder())
    kept = store.load(store.find(session))
    answers = kept.answers
    if answer is not None and not 1 <= answer <= len(answers):
        raise SessionError(
            f"There is no answer {answer}: the session has {len(answers)}",
            "Count from 1, as the report does.",
        )
    turn = answers[answer - 1] if answer else best(kept)
    story = story_of(kept, turn) if turn is not None else None
    if story is None:
        raise SessionError(
            "There is no story in that answer",
            "Choose another with --answer: one real time with what you did.",
        )
    named = {"title": title} if title else {}
    tags = tuple(dict.fromkeys((*story.competencies, *(competency or ()))))
    story = story.model_copy(update={**named, "competencies": tags})
    keep_story(store.root, story)
    typer.echo(clean(f"Kept: {story.title} ({story.id})"))


@app.command()
def delete(
    story: str = typer.Argument(help="Its id, as `stories list` shows."),
) -> None:
    """Remove a story."""
    from ..errors import SessionError
    from ..keep import drop_stories
    from ..resources import sessions_folder
    from ..show.words import clean

    gone = drop_stories(sessions_folder(), id=story)
    if not gone:
        raise SessionError(
            f"There is no story {story[:60]!r}",
            "`mock-interview stories list` shows all.",
        )
    typer.echo(clean(f"{gone[0].title} is deleted."))
