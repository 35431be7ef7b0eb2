"""The library as a coach looks through it: who, when, status, what stands out.

A list reads the index alone. Before it does, the folders are compared with what the
index saw of them (four looks at the disk a session), and only what changed is read.
"""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from ..coach import units
from ..errors import SessionError
from ..keep import FolderStore, index, naming
from ..keep.index import Index
from ..keep.index_rows import Asked, Hit, Row, Said
from ..records import Turn
from ..studio import comments
from .opened import Opened, open_session

__all__ = ["Asked", "Hit", "Library", "Row", "standing_out"]

MOST_STANDING_OUT = 3
PROGRESS_EVERY = 25

Progress = Callable[[int, int], None]
"""(done, of) sessions read."""

PENDING = "pending"
"""Behind the state of a session whose corrected answers are not measured again yet."""


class Library:
    """The sessions of a folder, through its index.

    Args:
        root: the folder of session folders.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._index = Index(root)

    def refresh(self, progress: Progress | None = None) -> int:
        """Read what changed since the last time; returns how many sessions that was."""
        try:
            return self._refresh(progress)
        except sqlite3.DatabaseError:
            # Damaged under our hands: made again from the folders.
            self.rebuild(progress)
            return self._index.count(Asked())

    def rebuild(self, progress: Progress | None = None) -> None:
        """Throw the index away and read every session."""
        self._index.close()
        index.remove(self._index.path)
        self._index = Index(self.root)
        self._refresh(progress)

    def rows(self, asked: Asked = Asked()) -> tuple[Row, ...]:
        """Sessions, newest first."""
        return self._index.rows(asked)

    def count(self, asked: Asked = Asked()) -> int:
        """How many sessions fit, whatever the limit."""
        return self._index.count(asked)

    def hits(self, search: str, among: Sequence[str] | None = None) -> tuple[Hit, ...]:
        """Answers in which something was said or asked, of the sessions named."""
        return self._index.hits(search, among)

    def candidates(self) -> tuple[tuple[str, int], ...]:
        """(name, sessions) of everybody."""
        return self._index.candidates()

    def close(self) -> None:
        """Let the index go. MAY be called twice."""
        self._index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _refresh(self, progress: Progress | None) -> int:
        there = {
            name: state
            for name, state in index.states_on_disk(self.root)
            if naming.is_plain(name)
        }
        known = self._index.states()
        gone = [id for id in known if id not in there]
        if gone:
            self._index.drop(gone)
        changed = [id for id, state in there.items() if known.get(id) != state]
        store = FolderStore(self.root)
        for done, id in enumerate(changed, 1):
            self._index.put(*_read(store, id, there[id]))
            if progress and (done % PROGRESS_EVERY == 0 or done == len(changed)):
                progress(done, len(changed))
        return len(changed) + len(gone)


def _read(store: FolderStore, id: str, state: str) -> tuple[Row, list[Said]]:
    try:
        opened = open_session(store, id, patient=False)
    except SessionError as error:
        return _unreadable(id, state, str(error)), []
    if opened.pending:
        state = f"{state} {PENDING}"  # read again the next time
    session = opened.session
    row = Row(
        id=id,
        state=state,
        started_at=session.started_at,
        candidate=session.candidate or "",
        bank=session.bank,
        status=opened.status,
        answers=len(opened.turns),
        duration_s=sum(turn.duration_s or 0.0 for turn in opened.turns),
        finished=session.finished,
        comments=len(comments.fold(opened.comments)),
        standing_out=standing_out(opened),
    )
    said = [
        Said(turn.stem, turn.question.text, turn.transcript.text)
        for turn in opened.turns
    ]
    return row, said


def _unreadable(id: str, state: str, problem: str) -> Row:
    """It stays in the list, so that nobody looks for it in vain."""
    at = (
        f"{id[:13]}:{id[13:15]}:{id[15:17]}+00:00"
        if naming.looks_like_session(id)
        else ""
    )
    return Row(id, state, at, "", "", "to_review", 0, 0.0, False, 0, (), problem)


def standing_out(opened: Opened) -> tuple[str, ...]:
    """At most three facts a coach would stop at, e.g. "no result in 2 of 3 answers".

    Parts that were not heard come first, then measures in the red band; slow speech is
    no such fact.
    """
    judged = [t for t in opened.turns if t.analysis.verdict == "assessable"]
    told: list[str] = []
    refused = len(opened.turns) - len(judged)
    if refused:
        told.append(f"not judged: {refused} of {len(opened.turns)}")
    for part in ("result", "action"):
        lacking = sum(part in t.analysis.structure.missing for t in judged)
        if lacking:
            told.append(f"no {part} in {lacking} of {len(judged)}")
    told += _red(judged)
    return tuple(told[:MOST_STANDING_OUT])


def _red(turns: list[Turn]) -> list[str]:
    """Each measure once, at its answer farthest from the usual range."""
    worst: dict[str, tuple[float, str]] = {}
    for turn in turns:
        for m in turn.analysis.measurements:
            if m.value is None or not units.band(m).startswith("far_"):
                continue
            if units.band(m) == "far_below" and m.name in units.SLOW_IS_FINE:
                continue
            limit = m.red_high if units.band(m) == "far_above" else m.red_low
            assert limit is not None
            far = abs(m.value - limit) / (abs(limit) or 1.0)
            if far >= worst.get(m.name, (0.0, ""))[0]:
                worst[m.name] = far, f"{m.title}: {units.amount(m.value, m.unit)}"
    return [text for _, text in sorted(worst.values(), reverse=True)]
