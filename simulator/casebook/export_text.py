"""A session as text: Markdown to read, JSON for programs, CSV for a table, WebVTT."""

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

from ..coach import report
from ..coach.times import clock
from ..errors import SessionError
from ..keep.captions import words_vtt
from ..pages import render
from ..records import Turn
from ..studio import comments
from ..studio.comments import Comment
from .cell import cell
from .opened import Opened
from .sharing import Share, as_session, shared, shared_comments

KINDS = {"strength": "Strength", "work_on": "To work on", "question": "Question"}


def export_md(opened: Opened, share: Share) -> str:
    """The report (or, without measures, what was said) with the comments."""
    session = as_session(shared(opened, share), opened.session)
    shown = report.context(session)
    stands = _comments(opened, share)
    template = "report.md.jinja" if share.measures else "said.md.jinja"
    text = render.markdown(template, **shown)
    return text + render.markdown(
        "comments.md.jinja", answers=_by_answer(session.turns, stands)
    )


def export_json(opened: Opened, share: Share) -> str:
    """One object: the shared session and its comments."""
    leaving = shared(opened, share)
    body: dict[str, Any] = leaving.model_dump(mode="json")
    if not share.measures:
        for turn in body["turns"]:
            del turn["analysis"], turn["feedback"]
    body["comments"] = [c.model_dump(mode="json") for c in _comments(opened, share)]
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def export_vtt(turn: Turn) -> str:
    """Captions of one answer."""
    return words_vtt(turn)


def export_csv(sessions: Iterable[tuple[Opened, Share]]) -> str:
    """One row an answer: who, when, what was asked, and (if shared) each measure.

    Raises:
        SessionError: there is no answer in them.
    """
    rows: list[dict[str, Any]] = []
    names: dict[str, None] = {}
    for opened, share in sessions:
        for turn in shared(opened, share).turns:
            rows.append(_row(opened, turn))
            if not share.measures:
                continue
            structure = turn.analysis.structure
            rows[-1] |= {
                "verdict": turn.analysis.verdict,
                "structure_level": structure.level,
                "missing": " ".join(structure.missing),
            }
            listed = report.shows(opened.session, "filled_pause_rate")
            if listed and turn.analysis.withheld is None:
                rows[-1]["fillers"] = sum(f.counted for f in turn.analysis.fillers)
            for m in turn.analysis.measurements:
                names[m.name] = None
                rows[-1][m.name] = m.value
    if not rows:
        raise SessionError(
            "There is no answer to make a table of",
            "`mock-interview sessions list` shows what is kept.",
        )
    fixed = list(dict.fromkeys(key for row in rows for key in row if key not in names))
    out = io.StringIO()
    writer = csv.DictWriter(out, [*fixed, *names], restval="", lineterminator="\n")
    # A measure's name may come out of a page that somebody else has made.
    writer.writerow({name: cell(name) for name in (*fixed, *names)})
    for row in rows:
        writer.writerow({key: cell(value) for key, value in row.items()})
    return out.getvalue()


def _row(opened: Opened, turn: Turn) -> dict[str, Any]:
    session = opened.session
    return {
        "session": session.id,
        "started_at": session.started_at,
        "candidate": session.candidate or "",
        "answer": turn.stem,
        "attempt": turn.attempt,
        "question": turn.question.text.strip(),
        "duration_s": turn.duration_s,
        "words": len(turn.transcript.text.split()),
        "transcript": turn.transcript.text,
    }


def _comments(opened: Opened, share: Share) -> tuple[Comment, ...]:
    return comments.fold(shared_comments(opened, share))


def _by_answer(
    turns: tuple[Turn, ...], stands: tuple[Comment, ...]
) -> list[tuple[str, list[dict[str, Any]]]]:
    return [
        (
            turn.question.text.strip() or turn.stem,
            [
                {
                    "at": "" if c.start_s is None else clock(c.start_s),
                    "kind": KINDS.get(c.kind, ""),
                    "coach": c.coach,
                    "body": c.body,
                    "replies": [(r.coach, r.body) for r in c.replies],
                }
                for c in stands
                if c.turn == turn.stem
            ],
        )
        for turn in turns
        if any(c.turn == turn.stem for c in stands)
    ]
