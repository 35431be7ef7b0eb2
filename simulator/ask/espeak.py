"""pyttsx3's voice, spoken in a child process that is ended when it takes too long.

One warm child renders utterance after utterance (a start costs 0.1 s, an utterance
0.02 s), each with its own time limit; another voice or pace is another child. A child
that is late, dies or answers nonsense is killed with its whole process group, and a new
one gets one more try. What it wrote is believed only when it can be read and lasts long
enough for the text.
"""

import atexit
import contextlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulator.errors import VoiceError

from . import enough
from .voices import Voice

WORDS_PER_MIN = 165
"""pyttsx3's 200 is a reading pace; 165 is an unhurried interviewer (the middle of the
120-170 good band plus a little, since espeak pauses less than a person)."""

USUAL_VARIANT = "en-us"
"""The accent of the neural voice, so that a fallback changes as little as it can."""

LIMIT_S = 10.0
"""For one piece of text, which takes about 0.02 s; a busy machine is not a hang."""

TRIES = 2

COMMAND = (sys.executable, "-m", "simulator.ask.espeak_child")

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
        self._folder = tempfile.TemporaryDirectory(prefix="mock-interview-voice-")
        self._child: subprocess.Popen[bytes] | None = None
        self._manner: tuple[str, ...] = ()
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._lock = threading.Lock()

    def render(
        self, text: str, voice: Voice, factor: float
    ) -> tuple[NDArray[np.float32], int]:
        """Say one piece of text.

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
                except _Failed as failure:
                    problem = str(failure)
                    self._end()
                except BaseException:  # Ctrl-C between request and answer
                    self._end()
                    raise
        name = f"espeak:{voice.variant}" if voice.variant else "espeak"
        raise VoiceError(f"The voice {name} failed ({problem})", _NEXT_STEP)

    def close(self) -> None:
        """End the child and remove its files. May be called twice."""
        with self._lock:
            self._end()
            self._folder.cleanup()

    def _try(
        self, text: str, voice: Voice, factor: float
    ) -> tuple[NDArray[np.float32], int]:
        child = self._started(_manner(voice, factor))
        path = Path(self._folder.name) / "utterance.wav"
        path.unlink(missing_ok=True)
        request = {"text": text, "path": str(path), "limit_s": self._limit_s}
        assert child.stdin is not None
        try:
            with contextlib.suppress(OSError):  # it ended; its last words say why
                child.stdin.write(json.dumps(request).encode() + b"\n")
                child.stdin.flush()
            answer = self._answers.get(timeout=self._limit_s)
        except queue.Empty as error:
            raise _Failed(f"no sound within {self._limit_s:g} s") from error
        _believe(answer)
        samples, rate_hz = _read(path)
        missing = enough.problem(text, samples, rate_hz)
        if missing:
            raise _Failed(missing)
        return samples, rate_hz

    def _started(self, manner: tuple[str, ...]) -> subprocess.Popen[bytes]:
        if self._child is not None and self._manner == manner:
            return self._child
        self._end()
        try:
            self._child = subprocess.Popen(
                [*self._command, *manner],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is ours to handle; a group to kill
            )
        except OSError as error:
            raise _Failed(f"its process cannot be started: {error}") from error
        self._manner = manner
        self._answers = queue.SimpleQueue()
        threading.Thread(
            target=_pass_on, args=(self._child, self._answers), daemon=True
        ).start()
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(child.pid, signal.SIGKILL)
            else:
                child.kill()
        child.wait()
        assert child.stdin is not None
        with contextlib.suppress(OSError):
            child.stdin.close()


class _Failed(Exception):
    """One try came to nothing; the message ends in what the user reads."""


def _pass_on(
    child: subprocess.Popen[bytes], answers: "queue.SimpleQueue[bytes]"
) -> None:
    """Reader's thread: a pipe has no time limit on every platform, a queue has."""
    assert child.stdout is not None
    with child.stdout as lines:
        for line in lines:
            answers.put(line)
    answers.put(b"")


def _manner(voice: Voice, factor: float) -> tuple[str, ...]:
    words_per_min = round(WORDS_PER_MIN * factor)
    return (_name(voice.variant), str(words_per_min), str(voice.pitch))


def _name(variant: str) -> str:
    if not variant:
        return USUAL_VARIANT if sys.platform == "linux" else ""
    language, plus, kind = variant.partition("+")
    return _ALIASES.get(language.lower(), language) + plus + kind


def _believe(answer: bytes) -> None:
    if not answer:
        raise _Failed("its process ended")
    try:
        message = json.loads(answer)
        if message.get("ok") is True:
            return
        problem = str(message["error"])
    except (ValueError, AttributeError, KeyError) as error:
        raise _Failed(f"its process answered {answer[:60]!r}") from error
    raise _Failed(problem[:200])


def _read(path: Path) -> tuple[NDArray[np.float32], int]:
    import soundfile

    try:
        samples, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except (OSError, soundfile.LibsndfileError) as error:
        raise _Failed("its sound cannot be read") from error
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
