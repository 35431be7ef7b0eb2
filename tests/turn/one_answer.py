"""A table with one question, for what happens inside a single answer."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from interview_table import QUESTIONS, STORY, Table

from simulator.records import SAMPLE_RATE_HZ, Samples, Session
from simulator.settings import Settings, load
from simulator.wiring import parts_for


def quiet(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE_HZ), np.float32)


def table_of(
    tmp_path: Path, *sounds: Samples, said: Sequence[str] = (STORY,), **more: object
) -> Table:
    """One question, so that one answer is the whole interview."""
    table = Table(tmp_path, *sounds, said=said, **more)  # type: ignore[arg-type]
    table.session = table.session.model_copy(update={"questions": QUESTIONS[:1]})
    return table


def profiled(table: Table, profile: str) -> Settings:
    """The table under a profile, wired as `rehearse` wires it."""
    chosen = load({"profile": profile, "voice": "none"})
    wired = parts_for(chosen, table.screen, lambda _: None, person=True, spoken=False)
    table.parts = replace(
        table.parts,
        listening=wired.listening,
        measures=wired.measures,
        tones=wired.tones,
        nudge=wired.nudge,
    )
    return chosen


def texts(session: Session, folder: Path) -> str:
    """All that a person may read of it afterwards."""
    pages = [folder / "report.md", folder / "report.html"]
    read = [page.read_text("utf-8") for page in pages]
    return "\n".join([*read, *(t.feedback.model_dump_json() for t in session.turns)])
