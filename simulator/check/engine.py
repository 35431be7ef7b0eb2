"""What a decoding hangs on, in one place: the key under which it may be kept.

Everything that changes Whisper's words must be in the key, or a stale decoding would be
compared and a regression missed: the weights and the tokens, every setting and prompt,
the source of `transcribe/` and `sound/`, the records that they fill (a decoding of
yesterday's would lack today's fields), the libraries, the processor's instructions, the
threads.
"""

import hashlib
import platform
from dataclasses import asdict, dataclass
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from ..errors import ModelError
from ..records import FILLED_PAUSES
from ..seams import Transcriber
from .ways import Environment, instructions, running

LIBRARIES = (
    "faster-whisper",
    "ctranslate2",
    "onnxruntime",
    "swift-f0",
    "tokenizers",
    "av",
    "soxr",
    "numpy",
)
ROOMS = ("transcribe", "sound")
SOURCES = (*ROOMS, "records")
BESIDE_WEIGHTS = frozenset((".json", ".txt"))
"""What faster-whisper reads of a model's folder besides model.bin."""


@dataclass(frozen=True)
class Engine:
    """A model, and how it is run."""

    model: str = "base"
    language: str = "en"
    threads: int = 2
    environment: Environment | None = None
    """Of the way it is run; None for this process's own."""

    def open(self) -> Transcriber:
        """Load it.

        Raises:
            ModelError: its weights are missing or damaged, or the libraries of this
                process were loaded to run another way.
        """
        from ..transcribe import open_transcriber

        if self.environment is not None and not running(self.environment):
            raise ModelError(
                f"Whisper runs here with {instructions()}, "
                f"not with {instructions(self.environment)}",
                "Start a process with those variables set.",
            )

        return open_transcriber(
            self.model, language=self.language, threads=self.threads
        )

    def weights_sha256(self) -> str:
        """Of model.bin; ModelError where there is none."""
        from ..transcribe import checksums, weights
        from ..transcribe.known import KNOWN

        folder = weights.find(self.model)
        known = KNOWN.get(self.model)
        if known and known.sha256:
            return known.sha256  # `find` has compared it with the file
        try:
            return checksums.sha256(folder / "model.bin")
        except OSError as error:
            raise ModelError(f"{folder} cannot be read ({error})") from error

    def beside_weights_sha256(self) -> str:
        """Of the model's small files: tokens, heads that align, sounds left out.

        Raises:
            ModelError: they cannot be read.
        """
        from ..transcribe import weights

        folder, digest = weights.find(self.model), hashlib.sha256()
        try:
            for path in sorted(folder.iterdir()):
                if path.suffix in BESIDE_WEIGHTS:
                    digest.update(path.name.encode() + b"\0")
                    digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            raise ModelError(f"{folder} cannot be read ({error})") from error
        return digest.hexdigest()

    def state(self) -> dict[str, Any]:
        """Everything but the sound that a decoding hangs on."""
        from ..transcribe.settings import Settings

        return {
            "model": self.model,
            "language": self.language,
            "threads": self.threads,
            "weights_sha256": self.weights_sha256(),
            "beside_weights_sha256": self.beside_weights_sha256(),
            "settings": asdict(Settings.load()),
            "filled_pauses": sorted(FILLED_PAUSES),
            "source_sha256": source_sha256(),
            "instructions": instructions(self.environment),
            "versions": versions(),
        }


def source_sha256() -> str:
    """Of every source file that makes a decoding, and of the records it is."""
    package = Path(str(resources.files("simulator")))
    digest = hashlib.sha256()
    for room in SOURCES:
        for path in sorted((package / room).rglob("*.py")):
            digest.update(str(path.relative_to(package)).encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def versions() -> dict[str, str]:
    """Of the libraries, and of Python."""
    found = {"python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "absent"
    return found
