"""Times and sizes of whole commands, seen from outside as a user's shell sees them."""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COMMAND = (sys.executable, "-m", "simulator")

HELP_STARTS = 10
DEMO_STARTS = 3

DEMO_LIMIT_S = 60.0
"""A demo without a question by then is broken, not slow."""


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    took_s: float
    peak_rss_mb: float
    error: str


def run(arguments: Sequence[str], home: Path) -> Ended:
    """Run a command to its end, with all of the user's places under `home`."""
    began_s = time.perf_counter()
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=_environment(home),
        )
        # wait4 tells the peak of this child alone; RUSAGE_CHILDREN would keep the
        # highest of all children so far.
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        said = errors.read().decode(errors="replace").strip()
    return Ended(
        child.returncode,
        time.perf_counter() - began_s,
        usage.ru_maxrss * 1024 / 1e6,
        said[-300:],
    )


def help_s(home: Path) -> float:
    """Median seconds of `--help`, after one start that compiles what is new."""
    run(["--help"], home)
    return statistics.median(run(["--help"], home).took_s for _ in range(HELP_STARTS))


def demo_first_question_s(home: Path, question: str) -> float | None:
    """Median seconds from the command to the first question on stdout.

    None when the demo ends without asking. The first run is not counted: it joins the
    weights, which is part of installing.
    """
    _until_asked(home, question)
    times = [_until_asked(home, question) for _ in range(DEMO_STARTS)]
    known = [t for t in times if t is not None]
    return statistics.median(known) if len(known) == DEMO_STARTS else None


def _until_asked(home: Path, question: str) -> float | None:
    opening = _letters(question)[:40]
    began_s = time.perf_counter()
    with subprocess.Popen(
        [*COMMAND, "demo", "--plain", "--no-open-report"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(home),
    ) as child:
        assert child.stdout is not None
        shown, asked_s = "", None
        while asked_s is None and time.perf_counter() - began_s < DEMO_LIMIT_S:
            got = os.read(child.stdout.fileno(), 4096)
            if not got:
                break
            # A terminal wraps lines, so letters alone are compared.
            shown += _letters(got.decode(errors="replace"))
            if opening in shown:
                asked_s = time.perf_counter() - began_s
        child.kill()
    return asked_s


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def _environment(home: Path) -> dict[str, str]:
    return {
        **os.environ,
        "MOCK_INTERVIEW_HOME": str(home),
        "PYTHONUNBUFFERED": "1",
    }
