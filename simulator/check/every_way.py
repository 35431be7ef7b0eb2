"""`check` in every way in which this machine can run Whisper: a process for each.

The libraries choose their instructions once, when they are loaded; so another way is
another process. Its decodings are kept under a key of their own.
"""

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from ..errors import ModelError, RecordingError
from . import ways
from .decodings import Decodings
from .engine import Engine
from .finding import Case
from .ways import Way

RAN = (0, 1, 2)
"""Exit codes of a check that came to its end; others are a crash of the library."""


@dataclass(frozen=True)
class Asked:
    """What is asked of every way."""

    engine: Engine
    places: tuple[Path, ...]
    no_cache: bool = False
    every_row: bool = False
    junit: Path | None = None

    def command(self, way: Way, *more: str) -> list[str]:
        """The process that does it that way."""
        return [
            *(sys.executable, "-m", "simulator", "check"),
            *("--model", self.engine.model, "--language", self.engine.language),
            *("--threads", str(way.threads)),
            *(["--no-cache"] if self.no_cache else []),
            *more,
            *("--", *map(str, self.places)),
        ]


def check(way: Way, asked: Asked) -> int:
    """Run `mock-interview check` that way; its table is printed, its exit returned."""
    more = ["--all"] if asked.every_row else []
    if asked.junit:
        more += ["--junit", str(beside(asked.junit, way))]
    return _run(way, asked.command(way, *more))


def decodings(asked: Asked) -> list[Decodings]:
    """Decode all recordings every way; the decodings, of the usual way first.

    Raises:
        ModelError: a way cannot be run here, or its decodings cannot be kept.
    """
    made = []
    for way in ways.offered(asked.engine.threads):
        print(f"Decoding: {way.name}", file=sys.stderr, flush=True)
        code = _run(way, asked.command(way, "--decode-only"))
        if code:
            raise ModelError(
                f"Decoding as {way.name!r} ended with exit code {code}; its own words, "
                "if it had any, stand above",
                "Without --every-way only the usual way is needed.",
            )
        of_way = replace(asked.engine, threads=way.threads, environment=way.environment)
        made.append(Decodings(of_way))
    return made


def decode(case: Case, decodings: Decodings) -> None:
    """What `--decode-only` does with a recording: no expectation is needed.

    One that cannot be read is left to the process that compares, which says so.

    Raises:
        ModelError: the weights are missing, the engine failed, or the decoding cannot
            be kept.
    """
    from ..sound import decode as sound

    if case.trouble:
        return
    try:
        samples = sound.read(case.recording)
    except RecordingError:
        return
    decodings.prepare(samples)


def beside(junit: Path, way: Way) -> Path:
    """The way's own report: out.xml becomes out-4-threads.xml."""
    return junit.with_stem(f"{junit.stem}-{way.name.replace(' ', '-')}")


def _run(way: Way, command: list[str]) -> int:
    environ = way.environ(os.environ)
    return subprocess.run(command, env=environ, check=False).returncode
