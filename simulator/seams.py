"""Where a device, a model, a disk or a person can be swapped, and why.

A seam stands only there. Everything between the seams is plain functions. Each fake in
`tests/fakes.py` is held to the real part by the same contract test.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from .events import Choice, Key, Shown
from .records import Answer, Measurement, Samples, Session, Transcript

Progress = Callable[[float], None]
"""Called with the share done, from 0 to 1."""


Until = Callable[[], bool] | None
"""Whether something need not be heard to its end; None: to its end."""


class Speaker(Protocol):
    """The interviewer's voice: a loudspeaker, or text where there is none."""

    def say(self, text: str, *, slower: bool = False, until: Until = None) -> float:
        """Speak and return when the sound has ended, or soon after `until` says True.

        `until` is asked some 20 times a second, in the caller's thread, while there is
        sound; text is there at once, and asks nothing.

        MUST return the seconds by which the device's sound lags behind this call's
        return (0.0 for text). MUST NOT raise for a missing device or voice: it falls
        back to text and says so once through its screen. MUST stop within its time
        limit, whatever the voice does.
        """
        ...

    def play(self, samples: Samples) -> None:
        """Play a recording (16 kHz mono) to its end; silently nothing if no device."""
        ...


class AudioSource(Protocol):
    """A microphone, or a file through the same door. Always 16 kHz mono float32."""

    name: str
    live: bool
    """Whether a person speaks into it now. A recording is never cut off or prompted."""
    overflows: int
    """How often sound was lost since it was opened (the machine was too busy)."""

    @property
    def behind_s(self) -> float:
        """How much has been spoken and is still to come, seconds; 0 for a file."""
        ...

    def chunks(self) -> Iterator[Samples | None]:
        """Yield sound as it comes, in pieces of at most 0.1 s, in order, none lost.

        A file's iterator ends where the file ends; a microphone's goes on until
        `close`. None means that nothing came for about 0.1 s (so that keys and time
        still count). MUST raise DeviceError when the device goes away, RecordingError
        when the file is unreadable.
        """
        ...

    def discard(self) -> None:
        """Throw away what has come in so far (our own voice)."""
        ...

    def close(self) -> None:
        """Release the device. MAY be called twice."""
        ...


class VoiceDetector(Protocol):
    """Tells speech from everything else, with its state kept between calls."""

    def probability(self, chunk: Samples) -> float:
        """Highest probability of speech in the chunk, 0 to 1."""
        ...

    def reset(self) -> None:
        """Forget what came before: a new answer starts."""
        ...


class Hearing(Protocol):
    """One answer being transcribed while it is spoken."""

    def accept(self, chunk: Samples) -> None:
        """Take the next sound (16 kHz mono). MUST NOT block on decoding."""
        ...

    def words(self) -> tuple[str, str]:
        """(settled, tentative) text so far, fillers too; settled text never changes."""
        ...

    def foreseen(self) -> Transcript | None:
        """All words, if nothing more is said; None while some are not understood.

        MUST return at once, and be what `finish` gives if only silence follows.
        """
        ...

    def end(self) -> None:
        """No more sound comes. Returns at once; what is left is understood meanwhile.

        MAY be left out before `finish`.
        """
        ...

    def finish(self, progress: Progress | None = None) -> Transcript:
        """Wait for what is left and return all words. MUST be called once."""
        ...

    def drop(self) -> None:
        """Stop without a result. MAY be called after `finish`."""
        ...


class Transcriber(Protocol):
    """Words, fillers too, with their times, in the session's language."""

    @property
    def model(self) -> str:
        """The name of the model, as records keep it."""
        ...

    def listen(self) -> Hearing:
        """Begin one answer."""
        ...

    def transcribe(
        self, samples: Samples, progress: Progress | None = None
    ) -> Transcript:
        """A whole recording at once; the same words as `listen` gives.

        Silence and noise give an empty transcript. MUST raise ModelError only.
        """
        ...


class Screen(Protocol):
    """Draws events, gives keys. Only the main thread calls it."""

    def show(self, event: Shown) -> None:
        """Draw one event."""
        ...

    def key(self) -> Key | None:
        """The next key pressed, or None at once."""
        ...

    def choose(self, choice: Choice) -> str:
        """Ask the person and wait. Without one (a pipe), the default is taken."""
        ...


Analyzer = Callable[[Answer], tuple[Measurement, ...]]
"""One family of measures: a plain function."""


class SessionStore(Protocol):
    """Where sessions live: a folder each."""

    def create(self, session: Session) -> Path:
        """Make the session's folder and write its first state; returns the folder."""
        ...

    def save(self, session: Session) -> None:
        """Write the whole state, atomically. Called after every turn."""
        ...

    def load(self, id: str) -> Session:
        """Read a session back; MUST upgrade older schemas, raise SessionError."""
        ...

    def folder(self, id: str) -> Path:
        """The session's folder (it need not exist yet)."""
        ...

    def sessions(self) -> Sequence[Session]:
        """All readable sessions, newest first."""
        ...

    def delete(self, id: str) -> None:
        """Remove the session and everything derived from it."""
        ...


__all__ = [
    "Analyzer",
    "AudioSource",
    "Hearing",
    "Progress",
    "Screen",
    "SessionStore",
    "Speaker",
    "Transcriber",
    "VoiceDetector",
]
