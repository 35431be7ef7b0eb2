"""Make the recordings: `audio_fixtures/make.py [NAMES] [--out FOLDER] [--check]`.

Small scripts instead of recorded people: what was said, where it halts and how loud the
room was is then known to the sample, and nobody's voice has to be stored.

From Python: `made(NAME)` gives the path of a fixture, making it if it is not there, and
`make(script, name, folder)` makes one of a script that was written in code.
"""

import argparse
import os
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from audio_fixtures import truth as truths
from audio_fixtures.containers import write
from audio_fixtures.effects import with_effects
from audio_fixtures.joining import join
from audio_fixtures.script import Script, ScriptError, load
from simulator import resources
from simulator.errors import SimulatorError

FOLDER = Path(__file__).resolve().parent
SCRIPTS = FOLDER / "scripts"

TRUNCATED_AT = 0.5
"""Share of the bytes that a truncated file keeps: its header promises the rest."""


def names(*, stored_only: bool = False) -> list[str]:
    """All fixtures that have a script here, in order."""
    found = sorted(path.stem for path in SCRIPTS.glob("*.toml"))
    return [n for n in found if not stored_only or script_named(n).stored]


def script_named(name: str) -> Script:
    """The script of that name.

    Raises:
        ScriptError: there is none, or it has a mistake.
    """
    path = SCRIPTS / f"{name}.toml"
    if not path.is_file():
        raise ScriptError(
            f"there is no fixture {name!r}", f"There are: {', '.join(names())}."
        )
    return load(path)


def made(name: str) -> Path:
    """The recording of that name: stored here, or in the cache (made when missing)."""
    script = script_named(name)
    stored = FOLDER / f"{name}.{script.sound.format}"
    return stored if script.stored and stored.is_file() else made_from(script, name)


def made_from(script: Script, name: str) -> Path:
    """The recording of a script, made once into the cache under its digest."""
    digest = truths.script_digest(script)[:12]
    folder = resources.cache_folder() / "fixtures" / f"{truths.MAKER}-{digest}"
    path = folder / f"{name}.{script.sound.format}"
    if not path.is_file() or not (script.damage or truths.truth_path(path).is_file()):
        make(script, name, folder)
    return path


def make(script: Script, name: str, folder: Path) -> Path:
    """Render a script; its truth comes to lie beside it (not of damaged files).

    Returns:
        The recording.

    Raises:
        ScriptError: a segment cannot be said.
        VoiceError: the voice is missing or failed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.{script.sound.format}"
    if script.damage == "empty":
        path.write_bytes(b"")
        return path
    joined = join(script, name)
    speech = np.zeros(len(joined.samples), bool)
    for placed in joined.placed:
        speech[placed.begin : placed.end] = True
    _write(path, with_effects(joined.samples, speech, script), script)
    if script.damage == "truncated":
        whole = path.read_bytes()
        path.write_bytes(whole[: int(len(whole) * TRUNCATED_AT)])
        return path
    truth = truths.truth_of(script, joined, truths.file_digest(path))
    truths.write(truth, path)
    return path


def check(name: str, folder: Path = FOLDER) -> str:
    """What is out of date about a fixture, or nothing.

    Digests are compared and nothing is rendered: another machine's voice may differ in
    the last bit, which is no reason to make a recording anew.
    """
    script = script_named(name)
    path = folder / f"{name}.{script.sound.format}"
    if not path.is_file():
        return f"{path.name} is missing"
    if script.damage:
        empty = path.stat().st_size == 0
        return "" if empty == (script.damage == "empty") else "is not damaged as wished"
    try:
        truth = truths.read(path)
    except (OSError, ValueError) as error:
        return f"its truth cannot be read ({error})"
    if truth.maker != truths.MAKER:
        return "make.py has changed since it was made"
    if truth.script_sha256 != truths.script_digest(script):
        return "its script has changed since it was made"
    if truth.sound_sha256 != truths.file_digest(path):
        return f"{path.name} is not the file that its truth was written for"
    return ""


def _write(path: Path, recorded: NDArray[np.float32], script: Script) -> None:
    part = path.with_suffix(".part")
    write(part, recorded, script.sound.rate_hz, script.sound.format)
    os.replace(part, path)


def main(arguments: list[str] | None = None) -> int:
    """The command; 0 done, 1 something is out of date, 2 an error."""
    parser = argparse.ArgumentParser(prog="make.py", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="default: all stored")
    parser.add_argument("--out", type=Path, default=FOLDER, metavar="FOLDER")
    parser.add_argument("--check", action="store_true", help="make nothing, compare")
    given = parser.parse_args(arguments)
    code = 0
    try:
        for name in given.names or names(stored_only=True):
            if given.check:
                problem = check(name, given.out)
                print(f"{name}: {problem or 'up to date'}")
                code = code or int(bool(problem))
            else:
                path = make(script_named(name), name, given.out)
                print(f"{path}  {path.stat().st_size / 1000:.0f} kB")
    except (SimulatorError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
