"""Libraries to open in the studio: the demo's answers, many times or very long.

Words and sound are the shipped demo's; what is measured about them is measured by the
product. An hour is that answer laid end to end, its words and marks moved along.
"""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "studio"))

import made_sessions

from simulator.keep import FolderStore
from simulator.records import Record, Turn
from simulator.resources import shipped
from simulator.sound import decode, flac

NAMES = ("Ana", "Ben", "Chidi", "Dana", "Elif", "Farid", "Gwen", "Hugo", "Ines", "Jun")
LONG = "2026-11-23T080000Z-demo-0001"


def many(store: FolderStore, count: int) -> None:
    """Sessions of ten candidates, an hour apart; without sound, which no list reads."""
    first = made_sessions.keep(store)
    text = (first / "session.json").read_text("utf-8")
    for n in range(count - 1):
        day, hour = divmod(n, 24)
        month, date = divmod(day, 28)
        at = f"2026-{month % 9 + 1:02}-{date + 1:02}T{hour:02}0000"
        folder = store.root / f"{at}Z-demo-{n:04x}"
        folder.mkdir(mode=0o700)
        head = json.loads(text)
        stamp = f"{at[:13]}:00:00+00:00"
        head |= {"started_at": stamp, "candidate": NAMES[n % len(NAMES)]}
        (folder / "session.json").write_text(json.dumps(head), "utf-8")
        for path in first.glob("*.analysis.json"):
            shutil.copy(path, folder / path.name)


def long_answer(store: FolderStore, length_s: float) -> str:
    """A session with one answer of that length; returns its name."""
    turn = made_sessions.turns()[1]
    assert turn.duration_s is not None
    times = max(1, round(length_s / turn.duration_s))
    whole = _repeated(turn, times)
    folder = store.create(
        made_sessions.session(LONG, turns=(whole,), candidate="A long one")
    )
    once = decode.read(shipped("audio_fixtures") / "demo_ramble.flac")
    assert whole.audio is not None
    flac.write(folder / whole.audio, np.tile(once, times))
    return LONG


def _repeated(turn: Turn, times: int) -> Turn:
    once_s = turn.duration_s or 0.0
    analysis, said = turn.analysis, turn.transcript
    repeated = {
        name: tuple(_moved(getattr(analysis, name), times, once_s))
        for name in ("fillers", "events", "pauses")
    }
    parts = {
        name: tuple(_moved(getattr(analysis.structure, name), times, once_s))
        for name in ("situation", "task", "action", "result")
    }
    words = tuple(_moved(said.words, times, once_s))
    structure = analysis.structure.model_copy(update=parts)
    return turn.model_copy(
        update={
            "duration_s": once_s * times,
            "transcript": said.model_copy(
                update={"words": words, "text": " ".join([said.text] * times)}
            ),
            "analysis": analysis.model_copy(
                update={**repeated, "structure": structure}
            ),
        }
    )


def _moved(items: tuple[Any, ...], times: int, once_s: float) -> Iterator[Record]:
    for n in range(times):
        for item in items:
            if item.start_s is None:
                continue
            yield item.model_copy(
                update={
                    "start_s": round(item.start_s + n * once_s, 3),
                    "end_s": round(item.end_s + n * once_s, 3),
                }
            )
