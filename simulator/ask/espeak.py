"""pyttsx3's voice, spoken in a child process that is ended when it takes too long.

One warm child renders utterance after utterance (a start costs 0.1 s, an utterance
0.02 s), each with its own time limit; another voice or pace is another child. A child
that fails gets one successor. What it wrote is believed only when it can be read and
lasts long enough for the text.
"""

import atexit
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.errors import VoiceError

from . import enough
from .child import Child, ChildFailed
from .voices import Voice

WORDS_PER_MIN = 165
"""pyttsx3's 200 is a reading pace; 165 is an unhurried interviewer (inside the 120-170
of good speech, near its top, since espeak pauses less than a person)."""

USUAL_VARIANT = "en-us"
"""The accent of the neural voice, so that a fallback changes as little as it can."""

LIMIT_S = 10.0
"""For one piece of text, which takes about 0.02 s; a busy machine is not a hang."""

TRIES = 2

COMMAND = (
    sys.executable,
    "-P",  # not the folder where the user happens to be: their json.py would break it
    str(Path(__file__).with_name("espeak_child.py")),
)

_NEXT_STEP = (
    "Try voice espeak alone, or python -m pip install espeakng-loader hibari-tts"
    if sys.platform == "linux"
    else "Try voice espeak alone, or python -m pip install hibari-tts"
)
_ALIASES = {"en-gb": "en", "en-uk": "en"}
"""espeak keeps British English in a file named "en"; pyttsx3 asks by file name."""


class EspeakProcess:
    """A child that speaks into files, one at a time.

    Args:
        command: starts the child (see `espeak_child`).
        limit_s: how long one utterance may take.
    """

    def __init__(
        self, command: Sequence[str] = COMMAND, limit_s: float = LIMIT_S
    ) -> None:
        self._command = command
        self._limit_s = limit_s
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._child: Child | None = None
        self._manner: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def render(
        self, text: str, voice: Voice, factor: float
    ) -> tuple[NDArray[np.float32], int]:
        """Say one piece of text.

        Args:
            text: speakable text, one piece.
            voice: `variant` is a voice's file name in espeak, `pitch` is 0 to 99.
            factor: pace against `WORDS_PER_MIN`.

        Returns:
            Samples of shape (n,) in [-1, 1], and their rate in Hz.

        Raises:
            VoiceError: no sound after `TRIES` tries, each within its limit.
        """
        problem = ""
        with self._lock:
            for _ in range(TRIES):
                try:
                    return self._try(text, voice, factor)
                except ChildFailed as failure:
                    problem = str(failure)
                    self._end()
                except BaseException:  # Ctrl-C between request and answer
                    self._end()
                    raise
        name = f"espeak:{voice.variant}" if voice.variant else "espeak"
        raise VoiceError(f"The voice {name} failed ({problem})", _NEXT_STEP)

    def close(self) -> None:
        """End the child and remove its folder. May be called twice."""
        with self._lock:
            self._end()
            if self._folder is not None:
                self._folder.cleanup()
                self._folder = None

    def _try(
        self, text: str, voice: Voice, factor: float
    ) -> tuple[NDArray[np.float32], int]:
        path = self._place()
        request = {"text": text, "path": str(path), "limit_s": self._limit_s}
        try:
            self._started(_manner(voice, factor)).ask(request, self._limit_s)
            samples, rate_hz = _read(path)
        finally:
            path.unlink(missing_ok=True)  # what was said stays on no disk
        missing = enough.problem(text, samples, rate_hz)
        if missing:
            raise ChildFailed(missing)
        return samples, rate_hz

    def _place(self) -> Path:
        """Where the child writes: a folder that nobody else may read."""
        try:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="mock-interview-")
        except OSError as error:
            raise ChildFailed(f"there is no room for its sound: {error}") from error
        return Path(self._folder.name) / "utterance.wav"

    def _started(self, manner: tuple[str, ...]) -> Child:
        if self._child is None or self._manner != manner:
            self._end()
            self._child = Child([*self._command, *manner])
            self._manner = manner
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


def _manner(voice: Voice, factor: float) -> tuple[str, ...]:
    """The child's arguments: voice, words a minute, pitch."""
    words_per_min = round(WORDS_PER_MIN * factor)
    return (_name(voice.variant), str(words_per_min), str(voice.pitch))


def _name(variant: str) -> str:
    if not variant:
        return USUAL_VARIANT if sys.platform == "linux" else ""
    language, plus, kind = variant.partition("+")
    return _ALIASES.get(language.lower(), language) + plus + kind


def _read(path: Path) -> tuple[NDArray[np.float32], int]:
    import soundfile

    try:
        samples, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise ChildFailed("its sound cannot be read") from error
    return np.ascontiguousarray(samples.mean(axis=1), np.float32), int(rate_hz)


_shared: EspeakProcess | None = None
_shared_lock = threading.Lock()


def render(text: str, voice: Voice, factor: float) -> tuple[NDArray[np.float32], int]:
    """`EspeakProcess.render` of the one child that this process keeps warm."""
    global _shared
    with _shared_lock:
        if _shared is None:
            _shared = EspeakProcess()
            atexit.register(_shared.close)
    return _shared.render(text, voice, factor)
