"""An index of one library: what a list shows, and what was said, to be searched.

Everything in it can be made again from the session folders, so it lies in the cache,
a damaged one is thrown away, and a new one takes the place of the old by rename. It
holds spoken words, so it is its owner's alone (0600), deleted rows are overwritten
(`secure_delete`), and deleting a session deletes its rows.
"""

import contextlib
import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .. import resources
from .index_rows import Asked, Hit, Row, Said

VERSION = 2
WAIT_S = 5.0

_SCHEMA = """
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, state TEXT NOT NULL, started_at TEXT NOT NULL,
    candidate TEXT NOT NULL, bank TEXT NOT NULL, status TEXT NOT NULL,
    answers INTEGER NOT NULL, duration_s REAL NOT NULL, finished INTEGER NOT NULL,
    comments INTEGER NOT NULL, standing_out TEXT NOT NULL, problem TEXT NOT NULL);
CREATE INDEX by_time ON sessions (started_at DESC, id DESC);
CREATE TABLE answers (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    stem TEXT NOT NULL, question TEXT NOT NULL, said TEXT NOT NULL,
    folded TEXT NOT NULL, PRIMARY KEY (session, stem));
"""


class Index:
    """The index of the library in `root`. One thread at a time; `close` it."""

    def __init__(self, root: Path) -> None:
        self.path = index_file(root)
        self._database = _opened(self.path)

    def states(self) -> dict[str, str]:
        """State of every session that is in it."""
        rows = self._database.execute("SELECT id, state FROM sessions")
        return {id: state for id, state in rows}

    def put(self, row: Row, answers: Iterable[Said]) -> None:
        """Write one session's rows, in place of older ones."""
        values = (
            row.id,
            row.state,
            row.started_at,
            row.candidate,
            row.bank,
            row.status,
            row.answers,
            row.duration_s,
            int(row.finished),
            row.comments,
            json.dumps(row.standing_out),
            row.problem,
        )
        marks = ",".join("?" * len(values))
        with self._database as database:
            database.execute("DELETE FROM sessions WHERE id = ?", (row.id,))
            database.execute(f"INSERT INTO sessions VALUES ({marks})", values)
            database.executemany(
                "INSERT OR REPLACE INTO answers VALUES (?,?,?,?,?)",
                [(row.id, a.stem, a.question, a.said, _folded(a)) for a in answers],
            )

    def drop(self, ids: Sequence[str]) -> None:
        """Remove sessions."""
        with self._database as database:
            database.executemany(
                "DELETE FROM sessions WHERE id = ?", [(id,) for id in ids]
            )

    def rows(self, asked: Asked) -> tuple[Row, ...]:
        """The sessions asked for, newest first."""
        where, values = _where(asked)
        found = self._database.execute(
            f"SELECT * FROM sessions {where} ORDER BY started_at DESC, id DESC "
            "LIMIT ? OFFSET ?",
            (*values, asked.limit, asked.offset),
        )
        return tuple(_row(values) for values in found)

    def count(self, asked: Asked) -> int:
        """How many sessions fit, whatever the limit."""
        where, values = _where(asked)
        found = self._database.execute(f"SELECT count(*) FROM sessions {where}", values)
        return int(found.fetchone()[0])

    def hits(
        self, search: str, among: Sequence[str] | None = None, limit: int = 200
    ) -> tuple[Hit, ...]:
        """The answers in which the words were said or asked, newest first.

        Args:
            search: the words.
            among: names of the sessions that are listed; None: all there are.
            limit: the most of each session, and of all where `among` is None.
        """
        wanted = search.strip().casefold()
        if not wanted:
            return ()
        listed = (
            "" if among is None else "AND session IN (SELECT value FROM json_each(?))"
        )
        most = limit if among is None else limit * len(among)
        values = () if among is None else (json.dumps(among),)
        found = self._database.execute(
            "SELECT session, stem, question, said FROM answers JOIN sessions "
            f"ON sessions.id = answers.session WHERE instr(folded, ?) > 0 {listed} "
            "ORDER BY started_at DESC, id DESC, stem LIMIT ?",
            (wanted, *values, most),
        )
        return tuple(
            Hit(session, stem, question, _around(said, wanted))
            for session, stem, question, said in found
        )

    def candidates(self) -> tuple[tuple[str, int], ...]:
        """(name, sessions) of everybody, by name; "" is nobody named."""
        return tuple(
            self._database.execute(
                "SELECT candidate, count(*) FROM sessions GROUP BY candidate "
                "ORDER BY candidate COLLATE NOCASE"
            )
        )

    def close(self) -> None:
        """Let the file go. MAY be called twice."""
        self._database.close()


def index_file(root: Path) -> Path:
    """Where the index of a library lies: one file a library, named by its path."""
    digest = hashlib.sha256(str(root.resolve()).encode("utf-8", "surrogateescape"))
    return resources.cache_folder() / "library" / f"{digest.hexdigest()[:16]}.sqlite"


def forget(folder: Path) -> None:
    """Remove a session's rows; a damaged index is removed whole."""
    path = index_file(folder.parent)
    if not path.is_file():
        return
    try:
        with contextlib.closing(_connected(path)) as database, database:
            database.execute("DELETE FROM sessions WHERE id = ?", (folder.name,))
    except sqlite3.Error:
        remove(path)


def remove(path: Path) -> None:
    """Remove an index with what SQLite leaves beside it."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    """The database, made anew where there is none, or a damaged or an older one."""
    if path.is_file():
        try:
            database = _connected(path)
            (version,) = database.execute("PRAGMA user_version").fetchone()
            (sound,) = database.execute("PRAGMA quick_check(1)").fetchone()
            if version == VERSION and sound == "ok":
                return database
            database.close()
        except sqlite3.Error:
            pass
    return _made(path)


def _made(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    waiting = path.with_name(f".making-{secrets.token_hex(4)}")
    try:
        os.close(os.open(waiting, os.O_CREAT | os.O_EXCL, 0o600))
        with contextlib.closing(_connected(waiting)) as database:
            database.executescript(_SCHEMA)
            database.execute(f"PRAGMA user_version = {VERSION}")
            database.commit()
        remove(path)
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)
    return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path, timeout=WAIT_S, check_same_thread=False)
    # SQLite's own lower() knows the letters of English.
    database.create_function("casefold", 1, str.casefold, deterministic=True)
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA secure_delete = ON")
    # It can be made again: a power cut may cost the index, never a session.
    database.execute("PRAGMA synchronous = OFF")
    return database


def _where(asked: Asked) -> tuple[str, list[str]]:
    tests: list[str] = []
    values: list[str] = []
    if asked.candidate is not None:
        tests.append("candidate = ?")
        values.append(asked.candidate)
    if asked.status is not None:
        tests.append("status = ?")
        values.append(asked.status)
    wanted = asked.search.strip().casefold()
    if wanted:
        tests.append(
            "(id IN (SELECT session FROM answers WHERE instr(folded, ?) > 0) "
            "OR instr(casefold(candidate), ?) > 0 OR instr(casefold(bank), ?) > 0)"
        )
        values += [wanted] * 3
    return ("WHERE " + " AND ".join(tests) if tests else ""), values


def _row(values: Sequence[object]) -> Row:
    fields = dict(zip(Row.__dataclass_fields__, values, strict=True))
    fields["finished"] = bool(fields["finished"])
    fields["standing_out"] = tuple(json.loads(str(fields["standing_out"])))
    return Row(**fields)  # type: ignore[arg-type]


def _folded(answer: Said) -> str:
    return f"{answer.question}\n{answer.said}".casefold()


AROUND_CHARS = 60


def _around(said: str, wanted: str) -> str:
    """The first place where it stands; the beginning where only the question has it."""
    at = max(0, said.casefold().find(wanted))
    start, end = max(0, at - AROUND_CHARS), at + len(wanted) + AROUND_CHARS
    head = "… " if start else ""
    tail = " …" if end < len(said) else ""
    return f"{head}{said[start:end].strip()}{tail}"


def states_on_disk(root: Path) -> Iterator[tuple[str, str]]:
    """(name, state) of every session folder, by four looks at the disk a session."""
    try:
        entries = list(os.scandir(root))
    except OSError:
        return
    for entry in entries:
        with contextlib.suppress(OSError):
            if not entry.is_dir(follow_symlinks=False):
                continue
            head = os.stat(f"{entry.path}/session.json", follow_symlinks=False)
            seen = [head.st_mtime_ns, head.st_size, os.stat(entry.path).st_mtime_ns]
            for part in ("comments", "scores"):
                with contextlib.suppress(OSError):
                    seen.append(os.stat(f"{entry.path}/{part}").st_mtime_ns)
            yield entry.name, "-".join(map(str, seen))
