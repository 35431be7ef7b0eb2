"""The only file that names concrete parts: settings in, parts out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .ask.speaker import LoudSpeaker, TextSpeaker, open_speaker
from .events import Trouble
from .keep import FolderStore, PrivateStore, new_id
from .listen.aloud import AudibleFile
from .listen.file import FileSource
from .listen.heard import ListenSettings
from .listen.microphone import Microphone
from .parts import Parts, Sources
from .records import Bank, Question, Session
from .resources import sessions_folder
from .seams import AudioSource, Progress, Screen, Transcriber
from .settings import Settings
from .sound.voice import SileroDetector


def open_transcriber(
    settings: Settings, progress: Progress | None = None
) -> Transcriber:
    """Whisper with the weights and the language of these settings.

    Raises:
        ModelError: the weights are missing or damaged.
    """
    from .transcribe import open_transcriber

    return open_transcriber(
        settings.model, language=settings.language, progress=progress
    )


def open_store(private: bool) -> FolderStore:
    """Where this run keeps its session."""
    return PrivateStore() if private else FolderStore(sessions_folder())


def speaker_for(settings: Settings, screen: Screen) -> LoudSpeaker | TextSpeaker:
    """The interviewer's voice. Whatever it says is on the screen already."""

    def tell(what: str, next_step: str) -> None:
        screen.show(Trouble(what, next_step))

    return open_speaker(settings.voice, on_text=lambda _: None, on_trouble=tell)


@dataclass
class OneMicrophone:
    """The microphone, opened with the first question and kept open to the end.

    Bluetooth loses the first words of a stream opened late. After a device went away
    and was closed, the next call opens one anew.
    """

    device: str | None
    _open: Microphone | None = None

    def __call__(self, number: int) -> AudioSource:
        """The source for question `number`; DeviceError where there is none."""
        if self._open is None or self._open.closed:
            self._open = Microphone(self.device)
        return self._open

    def close(self) -> None:
        """Release the device."""
        if self._open is not None:
            self._open.close()
            self._open = None


def recordings(paths: Sequence[Path], *, aloud: bool = False) -> Sources:
    """Recordings answer, one a question; `aloud`: they are heard in the room too."""

    def source(number: int) -> AudioSource:
        path = paths[number - 1]
        return AudibleFile(path) if aloud else FileSource(path)

    return source


def parts_for(
    settings: Settings, screen: Screen, sources: Sources, *, person: bool
) -> Parts:
    """Everything an exchange needs; loads Whisper's weights."""
    from .events import Working

    def progress(done: float) -> None:
        screen.show(Working(f"Preparing Whisper ({settings.model})", done))

    return Parts(
        screen=screen,
        speaker=speaker_for(settings, screen),
        transcriber=open_transcriber(settings, progress),
        detector=SileroDetector(),
        sources=sources,
        listening=ListenSettings(patience=settings.patience, manual=settings.manual),
        person=person,
    )


def new_session(
    settings: Settings, bank: Bank, questions: tuple[Question, ...]
) -> Session:
    """A session about to begin."""
    return Session(
        id=new_id(bank.id),
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        candidate=settings.candidate,
        bank=bank.id,
        mode=settings.mode,
        questions=questions,
        settings=settings.model_dump(exclude={"candidate", "microphone"}),
        versions=_versions(),
    )


def _versions() -> dict[str, str]:
    found = {}
    for name in ("mock-interview-simulator", "faster-whisper", "ctranslate2"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "unknown"
    return found
