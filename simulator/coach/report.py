"""The written report: one page to open, one text to keep, beside the recordings.

Both are written to a temporary name and renamed, so a crash leaves the old report or
the new one, never half of one. The page is self-contained: it can be read in ten years
and sent to a coach; only the sound stays in its own files beside it.
"""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

from .. import atomic
from ..pages import render
from ..records import Session, Turn
from . import fit, units, view
from .overall import filler_rate, overall

HTML_NAME, MARKDOWN_NAME = "report.html", "report.md"


def write_report(session: Session, folder: Path) -> Path:
    """Write report.md and report.html into the session's folder.

    Returns:
        Path of report.html.

    Raises:
        SessionError: the folder cannot be written; with what to do.
    """
    shown = context(session)
    text = render.markdown("report.md.jinja", **shown)
    atomic.write(folder / MARKDOWN_NAME, text.encode())
    page = folder / HTML_NAME
    atomic.write(page, page_of(shown).encode())
    return page


def page_of(shown: dict[str, Any]) -> str:
    """The HTML of a report whose content is known."""
    scripts = ("transcript.js", "report.js")
    return render.html("report.html.jinja", "report.css", scripts, **shown)


def context(session: Session) -> dict[str, Any]:
    """What both templates show."""
    answers, numbers = [], {q.id: n for n, q in enumerate(session.questions, 1)}
    for place, turn in enumerate(session.answers, 1):
        number = numbers.get(turn.question.id, place)
        answers.append(view.answer(shown(turn, session), number, place))
    rate = filler_rate(session) if shows(session, "filled_pause_rate") else None
    return {
        "session": session,
        "date": _date(session.started_at),
        "bank": session.bank.replace("_", " "),
        "overall": overall(session),
        "answers": answers,
        "fit": fit.fit(session, answers),
        "fillers": rate,
        "filler_words": units.spoken_value(rate) if rate else "",
        "filler_band": units.band_words(rate) if rate else "",
        "sound_kept": any(a.audio for a in answers),
        "language": _language(session),
    }


def shown(turn: Turn, session: Session) -> Turn:
    """The answer with the measures that the assignment names; none named: all."""
    if not session.settings.get("measures_shown"):
        return turn
    kept = tuple(m for m in turn.analysis.measurements if shows(session, m.name))
    analysis = turn.analysis.model_copy(update={"measurements": kept})
    return turn.model_copy(update={"analysis": analysis})


def shows(session: Session, name: str) -> bool:
    """Whether the assignment shows a measure; one that names none shows all."""
    names = str(session.settings.get("measures_shown") or "").split()
    return not names or name in names


def _language(session: Session) -> str:
    """Language of what was said; the report itself is written in English."""
    said = next((t.transcript.language for t in session.turns), "en")
    return said if re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", said) else "en"


def _date(started_at: str) -> str:
    try:
        moment = datetime.fromisoformat(started_at)
    except ValueError:
        return started_at
    return f"{moment.day} {moment:%B %Y}, {moment:%H:%M} UTC"
