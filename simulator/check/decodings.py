"""Whisper's decodings, kept: the one part of a check that takes minutes.

Only the transcript is kept. Measures, structure and feedback are computed anew at every
check, because they are what usually has been changed.
"""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from .. import resources
from ..records import Samples, Transcript
from ..seams import Hearing, Progress, Transcriber
from .engine import Engine


@dataclass
class Decodings:
    """A `Transcriber` that decodes what it has not decoded before.

    Args:
        engine: the model, opened when it is first needed.
        keep: whether kept decodings are used and new ones kept.
    """

    engine: Engine
    keep: bool = True
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
        path = resources.cache_folder() / "decodings" / f"{self.key(samples)}.json"
        if self.keep:
            try:
                return Transcript.model_validate_json(path.read_bytes())
            except (OSError, ValidationError):
                pass  # not there, or half written: decoded now
        transcript = self._transcriber().transcribe(samples, progress)
        self.decoded += 1
        if self.keep:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                part = path.with_suffix(".part")
                part.write_text(transcript.model_dump_json(), "utf-8")
                part.replace(path)
            except OSError:
                pass  # a read-only cache: the next check decodes again
        return transcript

    def key(self, samples: Samples) -> str:
        """Of the sound and of everything that turns it into words."""
        state = json.dumps(self.state, sort_keys=True).encode()
        digest = hashlib.sha256(state)
        digest.update(samples.tobytes())
        return digest.hexdigest()

    def _transcriber(self) -> Transcriber:
        if self._opened is None:
            self._opened = self.engine.open()
        return self._opened
