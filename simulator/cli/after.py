"""After an interview: `note`, `scorecard` and `card`."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ..coach.note import Given
    from ..keep import FolderStore
    from ..records import Session

NOTE_FILE, PLAN_FILE, SCORECARD_FILE = "note.md", "follow-up.md", "scorecard.md"


def note(
    session: str = typer.Argument(
        None, help="Its name, or the beginning of it (default: the last one)."
    ),
    real: bool = typer.Option(
        False, "--real", help="For a real interview: asks, and uses only your answers."
    ),
    check: Path = typer.Option(None, help="Look over a note that you wrote."),
) -> None:
    """A thank-you note and a follow-up plan; a practice draft unless --real."""
    from ..coach import follow_up, note, note_words
    from ..keep.beside import write_text

    store = _store()
    wanted = session is not None or not (real or check)
    kept = _found(store, session, needed=wanted)
    if check is not None:
        _checked(check, kept, _asked() if real else None)
        return
    given = _asked() if real else note.from_session(_certain(kept))
    text = note.draft(given)
    if not real:
        text = f"{note_words.PRACTICE}\n\n{text}"
    plan = follow_up.plan(given, kept, real=real)
    _say(f"{text}\n\nWhat to do next\n{plan}")
    for what in given.missing if real else ():
        typer.echo(f"Missing: {what}.", err=True)
    typer.echo(note_words.EVIDENCE, err=True)
    if kept is not None and not real:
        folder = store.folder(kept.id)
        write_text(folder, NOTE_FILE, text)
        write_text(folder, PLAN_FILE, f"# What to do next\n\n{plan}")
        typer.echo(f"Kept in {folder}", err=True)


def scorecard(
    session: str = typer.Argument(None, help="Its name (default: the last one)."),
    rate: list[str] = typer.Option(
        None, help="Your own rating, 1 to 5: --rate 'planning=4'; '=-' takes it back."
    ),
) -> None:
    """The interviewer's side: competencies from 1 to 5, with what was said."""
    from ..coach.report import write_report
    from ..coach.scorecard import scorecard as made
    from ..coach.scorecard_text import shown
    from ..keep.beside import write_text

    store = _store()
    kept = _certain(_found(store, session))
    card = made(kept)
    if rate:
        names = [row.competency for row in card.rows]
        kept = kept.model_copy(update={"ratings": _ratings(kept, rate, names)})
        store.save(kept)
        card = made(kept)
        write_report(kept, store.folder(kept.id))
    text = shown(card)
    write_text(store.folder(kept.id), SCORECARD_FILE, text)
    _say(text)


def card(
    session: str = typer.Argument(None, help="Its name (default: the last one)."),
    edit: bool = typer.Option(False, "--edit", help="Fill it in, or change it."),
) -> None:
    """Your private card: what you learned about them, and whether you want the job."""
    from ..keep.beside import card as read
    from ..keep.beside import keep_card
    from ..rehearse import private_card
    from ..show import open_screen

    store = _store()
    folder = store.folder(_certain(_found(store, session)).id)
    kept = read(folder)
    if edit:
        kept = private_card.filled(open_screen(plain=True, captions=False), kept)
        keep_card(folder, kept)
    for name, prompt in private_card.LINES:
        _say(f"{prompt}\n  {getattr(kept, name) or '-'}")


def _ratings(kept: "Session", rate: list[str], names: list[str]) -> dict[str, int]:
    from ..errors import SettingsError

    ratings = dict(kept.ratings)
    for one in rate:
        name, _, value = one.rpartition("=")
        wanted = name.strip().lower()
        matches = [n for n in names if n.lower().startswith(wanted)] if wanted else []
        if len(matches) != 1:
            raise SettingsError(
                f"--rate {one!r} names {len(matches)} competencies",
                f"Name one of: {', '.join(names) or 'none was rated'}.",
            )
        if value.strip() == "-":
            ratings.pop(matches[0], None)
        elif value.strip() in {"1", "2", "3", "4", "5"}:
            ratings[matches[0]] = int(value)
        else:
            raise SettingsError(
                f"--rate {one!r} is no rating", "Give a number from 1 to 5."
            )
    return ratings


def _asked() -> "Given":
    """What is known of a real interview; nothing else goes into the note."""
    from ..coach.note import Given
    from ..events import Choice
    from ..show import open_screen

    screen = open_screen(plain=True, captions=False)

    def ask(prompt: str) -> str:
        return screen.choose(Choice(prompt, line=True)).strip()

    return Given(
        who=ask("Who did you talk with (names)?"),
        title=ask("For which position?"),
        company=ask("At which company?"),
        point=ask("One thing that you talked about, in a few words:"),
        need=ask("Something that they need (after “you are looking for”):"),
        fit=ask("What you said that answers it, in one sentence:"),
        next_step=ask("What comes next, and when, in one sentence?"),
        name=ask("Your name?"),
    )


def _checked(path: Path, kept: "Session | None", given: "Given | None") -> None:
    from dataclasses import astuple

    from ..answer import read_text
    from ..coach import note, note_check

    text = read_text(path)
    told = [str(value) for value in astuple(given)] if given else []
    sources = [*(note.sources(kept) if kept else ()), *told]
    names = [n for n in (given.who.split(",") if given else ()) if n.strip()]
    remarks = note_check.check(text, sources, names)
    for remark in remarks:
        _say(remark)
    if not sources:
        typer.echo(
            "Its facts were not checked: name a SESSION to hold them against, or use "
            "--real to tell what was talked about.",
            err=True,
        )
    if not remarks:
        fact = ", no new fact" if sources else ""
        typer.echo(f"Nothing to change: thanks, one point, a next step{fact}.")
    raise typer.Exit(1 if remarks else 0)


def _store() -> "FolderStore":
    from ..keep import FolderStore
    from ..resources import sessions_folder

    return FolderStore(sessions_folder())


def _found(
    store: "FolderStore", name: str | None, *, needed: bool = True
) -> "Session | None":
    """The session of that name, or the newest one; None where none is needed."""
    if name is not None:
        return store.load(store.find(name))
    heads = store.summaries()
    if heads and needed:
        return store.load(heads[0].id)
    return None


def _certain(kept: "Session | None") -> "Session":
    from ..errors import SessionError

    if kept is None:
        raise SessionError(
            "There is no session yet", "`mock-interview rehearse` makes one."
        )
    return kept


def _say(text: str) -> None:
    from ..show.words import clean

    typer.echo(clean(text))
