"""`mock-interview rehearse` and `demo`: the interview itself."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from ..rehearse.wish import Wish

DEMO_BANK = "demo"
"""Also its candidate's name: a demonstration is nobody's last rehearsal."""

DEMO_ANSWERS = ("demo_story", "demo_ramble", "demo_silence")


def rehearse(
    bank: str = typer.Option(None, help="A bank's name, or a TOML file."),
    questions: int = typer.Option(None, help="How many questions."),
    minutes: float = typer.Option(None, help="How long, about."),
    job: Path = typer.Option(None, help="The posting: txt, html, pdf or docx."),
    company: Path = typer.Option(None, help="Notes about the company."),
    cv: Path = typer.Option(None, help="Your CV."),
    mode: str = typer.Option(
        None, help="interview: feedback at the end; study: after each answer."
    ),
    profile: str = typer.Option(
        None, help="standard, beginner, patient, manual, stammer or plain."
    ),
    patience: float = typer.Option(None, help="0.5 to 3: how long silence may last."),
    manual: bool = typer.Option(None, "--manual", help="Only a key ends an answer."),
    probes: int = typer.Option(None, help="Follow-up questions an answer, 0 to 2."),
    model: str = typer.Option(None, help="Whisper: tiny.en, base, a folder, a name."),
    language: str = typer.Option(None, help="The language you answer in (en)."),
    voice: str = typer.Option(None, help="auto, neural, espeak or none."),
    microphone: str = typer.Option(None, help="Name or number of the microphone."),
    candidate: str = typer.Option(None, help="Whose session this is."),
    private: bool = typer.Option(False, "--private", help="Keep nothing afterwards."),
    typed: bool = typer.Option(False, "--typed", help="Answer in writing."),
    answers: list[Path] = typer.Option(None, help="Recordings that answer, in order."),
    resume: str = typer.Option(None, help="Go on with a session (default: latest)."),
    assignment: Path = typer.Option(None, help="What a coach set you, a TOML file."),
    rate_yourself: bool = typer.Option(
        None, "--rate-yourself", help="Rate each answer before the feedback."
    ),
    measures: str = typer.Option(
        None, help="all; content: nothing about how you speak is judged or shown."
    ),
    tones: bool = typer.Option(
        None, "--tones/--no-tones", help="Hear when it is your turn, and when it ends."
    ),
    nudge: bool = typer.Option(None, "--nudge", help="A line when an answer is long."),
    captions: bool = typer.Option(None, "--captions", help="Show words as you speak."),
    plain: bool = typer.Option(None, "--plain", help="Appended lines, no live view."),
    open_report: bool = typer.Option(
        None, "--open-report/--no-open-report", help="Open the report at the end."
    ),
) -> None:
    """Your interview: questions aloud, your answers, feedback, a report."""
    from ..rehearse.preparation import Papers
    from ..rehearse.wish import Wish

    # Whoever says how long and with what needs no guide.
    guided = questions is None and minutes is None and microphone is None
    begin(
        {
            "profile": profile,
            "model": model,
            "language": language,
            "voice": voice,
            "bank": bank,
            "questions": questions,
            "minutes": minutes,
            "mode": mode,
            "patience": patience,
            "manual": manual,
            "probes": probes,
            "rate_yourself": rate_yourself,
            "measures": measures,
            "tones": tones,
            "nudge": nudge,
            "captions": captions,
            "plain": plain,
            "candidate": candidate,
            "microphone": microphone,
            "open_report": open_report,
        },
        Wish(
            private,
            typed,
            tuple(answers or ()),
            guided=guided,
            papers=Papers(job, company, cv),
            assignment=assignment,
        ),
        resume,
    )


def demo(
    model: str = typer.Option(None, help="Whisper: tiny.en, base, a folder, a name."),
    plain: bool = typer.Option(None, "--plain", help="Appended lines, no live view."),
    silent: bool = typer.Option(False, "--silent", help="No sound, as fast as it can."),
    open_report: bool = typer.Option(
        None, "--open-report/--no-open-report", help="Open the report at the end."
    ),
) -> None:
    """A whole short interview with no microphone: recordings answer."""
    from ..rehearse.wish import Wish
    from ..resources import shipped

    folder = shipped("audio_fixtures")
    flags = {
        "model": model,
        "voice": "none" if silent else None,
        "bank": DEMO_BANK,
        "mode": "study",
        "plain": plain,
        "open_report": open_report,
        "candidate": DEMO_BANK,
    }
    answers = tuple(folder / f"{name}.flac" for name in DEMO_ANSWERS)
    begin(flags, Wish(answers=answers, audible=not silent))


def guided() -> None:
    """What happens without any command: your own guided rehearsal."""
    from ..rehearse.wish import Wish

    begin({}, Wish())


def begin(flags: dict[str, Any], wish: "Wish", resume: str | None = None) -> None:
    """Hold one rehearsal on this terminal, then open its report."""
    from .. import settings, wiring
    from ..rehearse import rehearsal
    from ..rehearse.wish import Stage
    from ..show import open_screen

    store = wiring.open_store(wish.private)
    with closing(store):
        whose = settings.load(flags).candidate
        kept = rehearsal.resumed(resume, store, whose) if resume else None
        chosen = settings.load(flags, kept.settings if kept else None)
        screen = open_screen(plain=chosen.plain, captions=chosen.captions)
        with closing(screen):
            stage = Stage(screen, store)
            session = rehearsal.rehearse(wish, chosen, stage, kept)
        report = store.folder(session.id) / "report.html"
    if chosen.open_report:
        open_in_browser(report)


def open_in_browser(page: Path) -> None:
    """Open the report where there is a person with a desktop; else do nothing."""
    import os
    import sys
    import webbrowser

    desktop = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if desktop and sys.stdout.isatty() and page.is_file():
        webbrowser.open(page.as_uri())
