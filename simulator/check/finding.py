"""Which recordings a folder holds, and which file says what is expected of each.

`NAME.expected.toml` is of the recording that it names, else of the only sound called
NAME. Every sound is checked or is an error: none is passed over because another one
bears its name.
"""

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from ..errors import ExpectationError
from .expectation import SUFFIX, Expectation, load

SOUND_SUFFIXES = frozenset(
    f".{kind}"
    for kind in (
        *("flac", "wav", "w64", "aiff", "aif", "aifc", "au", "caf", "mp3"),
        *("ogg", "oga", "opus", "webm", "weba", "mka", "mkv"),
        *("m4a", "m4b", "aac", "mp4", "mov", "3gp", "wma", "amr"),
    )
)


@dataclass(frozen=True)
class Case:
    """A recording, and the file that says what is expected of it."""

    name: str
    recording: Path
    expected: Path
    trouble: ExpectationError | None = None
    """Why it cannot be checked; the others can."""

    def expectation(self) -> Expectation | None:
        """What is expected; None where nothing is yet.

        Raises:
            ExpectationError: the case is in trouble, or its file has a mistake.
        """
        if self.trouble:
            raise self.trouble
        return load(self.expected) if self.expected.is_file() else None


def find(places: Iterable[Path]) -> list[Case]:
    """The cases in folders and the folders in them, by name; no sound is read.

    Names are unique: where two recordings bear one, they become paths.

    Raises:
        ExpectationError: a place does not exist, or there is no recording anywhere.
    """
    cases: dict[tuple[Path, Path], Case] = {}
    in_folder = cache(_in_folder)  # several recordings of one folder are usual
    for place in places:
        for case in _at(place, in_folder):
            key = case.recording.resolve(), case.expected.resolve()
            cases.setdefault(key, case)
    if not cases:
        named = ", ".join(str(place) for place in places)
        raise ExpectationError(
            f"There are no recordings in {named}",
            "Make a fixture of one with `mock-interview fixture new AUDIO`.",
        )
    often = Counter(case.name for case in cases.values())
    return [
        replace(case, name=str(case.recording)) if often[case.name] > 1 else case
        for case in cases.values()
    ]


def of_expectation(expected: Path) -> Case:
    """The case of a `NAME.expected.toml`.

    Raises:
        ExpectationError: it cannot be read, or it is of no recording or of several.
    """
    name = expected.name.removesuffix(SUFFIX)
    given = load(expected).recording
    if given:
        if not (expected.parent / given).exists():
            raise ExpectationError(
                f"{expected} is of {given}, which is not there",
                "Put it there, or mend recording = ...",
            )
        return Case(name, expected.parent / given, expected)
    alike = [path for path in sounds(expected.parent) if path.stem == name]
    if not alike:
        raise ExpectationError(
            f"{expected} has no recording beside it",
            f"Put {name}.flac there, or name its file with recording = ...",
        )
    if len(alike) > 1:
        raise _several(expected, alike)
    return Case(name, alike[0], expected)


def sounds(folder: Path) -> list[Path]:
    """The sound files in a folder, by name; ExpectationError if it cannot be read."""
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix.lower() in SOUND_SUFFIXES and path.is_file()
        )
    except OSError as error:
        raise _unreadable(folder, error) from error


def _unreadable(place: Path, error: OSError) -> ExpectationError:
    return ExpectationError(
        f"{place} cannot be read ({error.strerror})", "Check that you may read it."
    )


def beside(recording: Path) -> Path:
    """The file that speaks of a recording unless another one names it."""
    return recording.with_suffix(SUFFIX)


def _at(place: Path, in_folder: Callable[[Path], list[Case]]) -> list[Case]:
    try:
        return _cases(place, in_folder)
    except OSError as error:
        raise _unreadable(place, error) from error


def _cases(place: Path, in_folder: Callable[[Path], list[Case]]) -> list[Case]:
    if place.is_dir():
        return [case for folder in _folders(place) for case in in_folder(folder)]
    if not place.is_file():
        raise ExpectationError(f"There is nothing at {place}", "Check the name.")
    if place.name.endswith(SUFFIX):
        return [_claimed(place)]
    if place.suffix.lower() not in SOUND_SUFFIXES:
        return [Case(place.stem, place, beside(place))]
    # Only the whole folder tells whose expectation it is.
    return [
        case
        for case in in_folder(place.parent)
        if case.recording.resolve() == place.resolve()
        or (case.trouble and case.expected == beside(place))
    ]


def _folders(place: Path) -> Iterator[Path]:
    """The folder and those inside it, as pytest goes; hidden ones are left alone."""

    def refused(error: OSError) -> None:
        raise _unreadable(Path(error.filename), error)

    for folder, inside, _ in os.walk(place, onerror=refused):
        inside[:] = sorted(name for name in inside if not name.startswith((".", "__")))
        yield Path(folder)


def _in_folder(folder: Path) -> list[Case]:
    files = sorted(folder.glob(f"*{SUFFIX}"))
    claimed = {expected: _claimed(expected) for expected in files}
    taken = {case.recording.resolve() for case in claimed.values()}
    left = defaultdict[Path, list[Path]](list)
    for sound in sounds(folder):
        if sound.resolve() not in taken:
            left[beside(sound)].append(sound)
    cases = list(claimed.values())
    for expected, alike in left.items():
        if expected not in claimed:
            trouble = _several(expected, alike) if len(alike) > 1 else None
            cases.append(Case(alike[0].stem, alike[0], expected, trouble))
        elif not claimed[expected].trouble:  # which told of them already
            cases += [_passed_over(sound, claimed[expected]) for sound in alike]
    return sorted(cases, key=lambda case: case.name)


def _claimed(expected: Path) -> Case:
    try:
        return of_expectation(expected)
    except ExpectationError as error:
        return Case(expected.name.removesuffix(SUFFIX), expected, expected, error)


def _several(expected: Path, alike: Sequence[Path]) -> ExpectationError:
    names = " and ".join(path.name for path in alike)
    return ExpectationError(
        f"{expected} could be of {names}",
        f'Name one in it (recording = "{alike[0].name}") and rename or remove the '
        "others.",
    )


def _passed_over(sound: Path, other: Case) -> Case:
    trouble = ExpectationError(
        f"{sound} has no expectation of its own: {other.expected.name} is of "
        f"{other.recording.name}",
        "Rename it, remove it, or name it (recording = ...) in a file of its own.",
    )
    return Case(sound.name, sound, beside(sound), trouble)
