"""Whisper's decodings, kept: the one part of a check that takes minutes.

Only the transcript is kept. Measures, structure and feedback are computed anew at every
check, because they are what usually has been changed.
"""

import contextlib
import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .. import atomic, resources
from ..errors import ModelError
from ..records import Samples, Transcript
from ..seams import Hearing, Progress, Transcriber
from .engine import Engine


@dataclass
class Decodings:
    """A `Transcriber` that decodes what it has not decoded before.

    Args:
        engine: the model, opened when it is first needed.
        keep: whether kept decodings are used and new ones kept.
        anew: whether kept ones are replaced, not used.
    """

    engine: Engine
    keep: bool = True
    anew: bool = False
    decoded: int = 0
    """How many recordings went through Whisper."""
    _opened: Transcriber | None = None
    _state: dict[str, Any] = field(default_factory=dict)

    @property
    def model(self) -> str:
        """The model's name."""
        return self.engine.model

    @property
    def state(self) -> dict[str, Any]:
        """What its decodings hang on; ModelError where the weights are missing."""
        if not self._state:
            self._state = self.engine.state()
        return self._state

    def listen(self) -> Hearing:
        """Begin one answer; live answers are never kept."""
        return self._transcriber().listen()

    def transcribe(
        self, samples: Samples, progress: Progress | None = None
    ) -> Transcript:
        """A whole recording, from the cache where nothing has changed.

        Raises:
            ModelError: the weights are missing, or the engine failed.
        """
        path = self._place(samples)
        kept = self._kept(path)
        if kept:
            return kept
        transcript = self._transcriber().transcribe(samples, progress)
        self.decoded += 1
        if self.keep:
            # A read-only cache is no error: the next check decodes again.
            with contextlib.suppress(OSError):
                _put(path, transcript)
        return transcript

    def prepare(self, samples: Samples) -> None:
        """Decode for another process, which takes it from the cache.

        Raises:
            ModelError: the weights are missing, the engine failed, or the decoding
                cannot be kept.
        """
        path = self._place(samples)
        if self._kept(path):
            return
        try:
            _put(path, self._transcriber().transcribe(samples))
        except OSError as error:
            raise ModelError(
                f"What Whisper decoded cannot be kept in {path.parent} ({error})",
                "Free some space there, or set MOCK_INTERVIEW_HOME to another place.",
            ) from error

    def key(self, samples: Samples) -> str:
        """Of the sound and of everything that turns it into words."""
        state = json.dumps(self.state, sort_keys=True).encode()
        digest = hashlib.sha256(state)
        digest.update(samples.tobytes())
        return digest.hexdigest()

    def _place(self, samples: Samples) -> Path:
        return resources.cache_folder() / "decodings" / f"{self.key(samples)}.json"

    def _kept(self, path: Path) -> Transcript | None:
        if not self.keep or self.anew:
            return None
        try:
            return Transcript.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            return None  # not there, or damaged: decoded now

    def _transcriber(self) -> Transcriber:
        if self._opened is None:
            self._opened = self.engine.open()
        return self._opened


def _put(path: Path, transcript: Transcript) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic.put(path, transcript.model_dump_json().encode())
