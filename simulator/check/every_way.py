"""`check` in every way in which this machine can run Whisper: a process for each.

The libraries choose their instructions once, when they are loaded; so another way is
another process. Its decodings are kept under a key of their own.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import ModelError
from .decodings import Decodings
from .engine import Engine
from .ways import Way, offered

RAN = (0, 1, 2)
"""Exit codes of a check that came to its end; others are a crash of the library."""


def check(way: Way, engine: Engine, places: Sequence[Path], junit: Path | None) -> int:
    """Run `mock-interview check` that way; its table is printed, its exit returned."""
    more = ["--junit", str(beside(junit, way))] if junit else []
    return _run(way, engine, places, more, quiet=False)


def decodings(engine: Engine, places: Sequence[Path]) -> list[Decodings]:
    """Decode all recordings every way; the decodings, of the usual way first.

    Raises:
        ModelError: a way cannot be run here.
    """
    made = []
    for way in offered(engine.threads):
        print(f"Decoding: {way.name}", file=sys.stderr, flush=True)
        # Its own exit code says what moved, which is about to be written down.
        if _run(way, engine, places, [], quiet=True) not in RAN:
            raise ModelError(
                f"Whisper does not run here as {way.name!r}",
                "Update without --every-way, and check on such a machine.",
            )
        of_way = replace(engine, threads=way.threads, environment=way.environment)
        made.append(Decodings(of_way))
    return made


def beside(junit: Path, way: Way) -> Path:
    """The way's own report: out.xml becomes out-4-threads.xml."""
    return junit.with_stem(f"{junit.stem}-{way.name.replace(' ', '-')}")


def _run(
    way: Way, engine: Engine, places: Sequence[Path], more: list[str], *, quiet: bool
) -> int:
    command = [
        *(sys.executable, "-m", "simulator", "check"),
        *map(str, places),
        *("--model", engine.model, "--language", engine.language),
        *("--threads", str(way.threads), *more),
    ]
    output = subprocess.DEVNULL if quiet else None
    done = subprocess.run(
        command, env=way.environ(os.environ), stdout=output, stderr=output, check=False
    )
    return done.returncode
