"""Finds Whisper's weights for a model's name, and makes sure they are the right ones.

A known name always means that model, whatever lies in the working directory; a folder
that is called like one is named by a path (`./base`). A model's weights are looked for
in the weight packages (extra `offline`), the user's Hugging Face cache, and the hub.
The packages' files are located through `importlib.metadata` and never imported: weights
need no code of others to run.
"""

import os
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from simulator.errors import ModelError

from . import checksums, joined
from .checksums import Progress
from .known import KNOWN, Known

OFFLINE = "pip install 'mock-interview-simulator[offline]'"

NEEDED = ("config.json", "tokenizer.json", "model.bin")

HUB_FILES = (
    "config.json",
    "preprocessor_config.json",
    "model.bin",
    "tokenizer.json",
    "vocabulary.*",
)


@dataclass(frozen=True)
class Status:
    """One known model: where its weights are, and whether they were checked."""

    model: str
    place: Literal["package", "cache", "absent"]
    folder: Path | None
    verified: bool | None
    """None where there is no published hash to compare with."""


def find(
    model: str, progress: Progress | None = None, *, download: bool = True
) -> Path:
    """The folder of a model's weights, checked, fetched if need be.

    Args:
        model: a known name ("base"), else a folder of CTranslate2 weights ("./base"),
            else a repository on the hub ("owner/name").
        progress: called with the share done while weights are joined or hashed.
        download: whether the hub may be asked.

    Raises:
        ModelError: there are none, or they are not what they should be.
    """
    known = KNOWN.get(model)
    if not known:
        folder = Path(os.path.expanduser(model))  # never raises, unlike Path.expanduser
        if folder.is_dir():
            return _own(folder)
        known = _on_the_hub(model)
    found = _packaged(known, progress) or _cached(known)
    if not found and download:
        found = _downloaded(known)
    if not found:
        raise _absent(known)
    if known.sha256:
        checksums.check(found / "model.bin", known.sha256, progress)
    return found


def verify(model: str, progress: Progress | None = None) -> Path:
    """Hash a model's weights anew, whatever is remembered; returns their folder.

    Raises:
        ModelError: they are absent, or not what they should be.
    """
    folder = find(model, progress, download=False)
    known = KNOWN.get(model)
    if known and known.sha256:
        file = folder / "model.bin"
        if checksums.sha256(file, progress) != known.sha256:
            raise ModelError(
                f"{file} has changed since it was checked",
                "Delete it; it is made again on the next start.",
            )
        checksums.remember(file, known.sha256)
    return folder


def status() -> list[Status]:
    """Every known model; joins, hashes and downloads nothing."""
    return [_status(known) for known in KNOWN.values()]


def _status(known: Known) -> Status:
    parts = _parts(known)
    if parts:
        folder = joined.folder(known) if len(parts) > 1 else parts[0].parent
        return Status(known.name, "package", folder, _verified(known, folder))
    cached = _cached(known)
    if cached:
        return Status(known.name, "cache", cached, _verified(known, cached))
    return Status(known.name, "absent", None, None)


def _verified(known: Known, folder: Path) -> bool | None:
    if not known.sha256:
        return None
    file = folder / "model.bin"
    return file.is_file() and checksums.remembered(file, known.sha256)


def _own(folder: Path) -> Path:
    missing = [name for name in NEEDED if not (folder / name).is_file()]
    if missing:
        raise ModelError(
            f"{folder} holds no Whisper model: {', '.join(missing)} is missing",
            "Name a folder made by ct2-transformers-converter, or a model like 'base'.",
        )
    return folder


def _on_the_hub(model: str) -> Known:
    owner, slash, name = model.partition("/")
    if slash and owner and name and "/" not in name and owner[0] not in ".~":
        return Known(model, model)
    raise ModelError(
        f"there is no model called {model!r}, and no folder of that name",
        f"Use one of {', '.join(KNOWN)}, or the path of a folder with model.bin.",
    )


def _parts(known: Known) -> list[Path]:
    """The model's files inside installed packages; empty unless all are there."""
    parts = []
    for distribution, file in known.packages:
        try:
            located = metadata.distribution(distribution).locate_file(file)
        except metadata.PackageNotFoundError:
            return []
        if not Path(str(located)).is_file():
            return []
        parts.append(Path(str(located)))
    return parts


def _packaged(known: Known, progress: Progress | None) -> Path | None:
    parts = _parts(known)
    if len(parts) > 1:
        return joined.join(known, parts, progress)
    return parts[0].parent if parts else None


def _cached(known: Known) -> Path | None:
    """In the user's Hugging Face cache; asks nobody."""
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError

    try:
        found = snapshot_download(
            known.repository, allow_patterns=list(HUB_FILES), local_files_only=True
        )
    except (OSError, ValueError, HfHubHTTPError, HFValidationError):
        return None
    folder = Path(found)
    complete = all((folder / name).is_file() for name in NEEDED)
    return folder if complete else None


def _downloaded(known: Known) -> Path:
    """From the hub, with the hub's own progress bars on stderr."""
    if os.environ.get("HF_HUB_OFFLINE", "").upper() in {"1", "TRUE", "YES", "ON"}:
        raise _absent(known)
    from huggingface_hub import snapshot_download

    try:
        found = snapshot_download(
            known.repository, allow_patterns=list(HUB_FILES), etag_timeout=10
        )
    # Its errors come from three libraries and share no parent; each of them means
    # that the weights could not be had.
    except Exception as error:
        raise _absent(known) from error
    return _own(Path(found))


def _absent(known: Known) -> ModelError:
    if known.packages:
        step = f"Install them: {OFFLINE}"
    else:
        step = f"Connect to the network and try again, or use 'base': {OFFLINE}"
    return ModelError(
        f"the weights of {known.name!r} are not on this machine "
        "and could not be downloaded",
        step,
    )
