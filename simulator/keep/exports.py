"""Which files left a session, so that deleting it can say what it does not reach."""

import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from .. import atomic

NAME = "exports.json"
MOST = 1000
MAX_BYTES = 1_000_000


def note(folder: Path, written: Path) -> None:
    """Remember a file that was made from the session."""
    entry = {
        "path": str(written.resolve()),
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    entries = [e for e in _read(folder) if e["path"] != entry["path"]]
    body = json.dumps([*entries, entry][-MOST:], ensure_ascii=False, indent=1)
    atomic.write(folder / NAME, body.encode("utf-8", "backslashreplace"))


def known(folder: Path) -> tuple[str, ...]:
    """Paths of files made from the session that are still where they were written."""
    there = []
    for entry in _read(folder):
        with contextlib.suppress(OSError, ValueError):
            if Path(entry["path"]).is_file():
                there.append(entry["path"])
    return tuple(there)


def _read(folder: Path) -> list[dict[str, Any]]:
    """What is remembered; a damaged list is an empty one."""
    path = folder / NAME
    try:
        if path.is_symlink() or path.stat().st_size > MAX_BYTES:
            return []
        entries = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    if not isinstance(entries, list):
        return []
    return [
        e
        for e in entries
        if isinstance(e, dict) and isinstance(e.get("path"), str) and e["path"]
    ]
