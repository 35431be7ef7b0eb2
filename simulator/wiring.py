"""The only file that names concrete parts: settings in, parts out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from .ask.speaker import LoudSpeaker, TextSpeaker, open_speaker
from .events import Note, Working
from .keep import FolderStore, PrivateStore, new_id
from .listen.aloud import AudibleFile
from .listen.file import FileSource
from .listen.heard import ListenSettings
from .listen.microphone import Device, Microphone, input_devices
from .records import Bank, Job, Question, Samples, Session, Transcript
from .resources import sessions_folder
from .seams import AudioSource, Hearing, Progress, Screen, Transcriber
from .settings import Settings
from .sound.voice import SileroDetector
from .turn.parts import Parts, Sources


@dataclass
class LateTranscriber:
    """Whisper, loaded when it is first needed: written answers never need it."""

    settings: Settings
    progress: Progress | None = None
    terms: tuple[str, ...] = ()
    _opened: Transcriber | None = None

    @property
    def model(self) -> str:
        """The name of the model."""
        return self.settings.model

    def open(self) -> Transcriber:
        """Load it now; ModelError where the weights are missing or damaged."""
        if self._opened is None:
            from .transcribe import open_transcriber

            self._opened = open_transcriber(
                self.settings.model,
                language=self.settings.language,
                terms=self.terms,
                progress=self.progress,
            )
        return self._opened

    def listen(self) -> Hearing:
        """Begin one answer."""
        return self.open().listen()

    def transcribe(
        self, samples: Samples, progress: Progress | None = None
    ) -> Transcript:
        """A whole recording at once."""
        return self.open().transcribe(samples, progress)


def open_store(private: bool) -> FolderStore:
    """Where this run keeps its session."""
    return PrivateStore() if private else FolderStore(sessions_folder())


def speaker_for(settings: Settings, screen: Screen) -> LoudSpeaker | TextSpeaker:
    """The interviewer's voice. Whatever it says is on the screen already.

    So a missing voice or loudspeaker is a quiet note: nothing is lost without it.
    """

    def tell(what: str, next_step: str) -> None:
        screen.show(Note(f"{what}. {next_step}"))

    if settings.voice == "none" and settings.tones:
        # A screen reader speaks; only the tones are ours.
        return LoudSpeaker((), on_text=lambda _: None, on_trouble=tell)
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
            if self._open is not None:
                self.device = self._again(input_devices(refresh=True), self._open.name)
            self._open = Microphone(self.device)
        return self._open

    def _again(self, devices: list[Device], name: str) -> str | None:
        """The number that the device now has: it may be another than before."""
        number = next((str(d.index) for d in devices if d.name == name), None)
        chosen_by_number = self.device is not None and self.device.strip().isdigit()
        # A number without its device would be anybody's: then the default is meant.
        return number if chosen_by_number else self.device

    def devices(self) -> list[Device]:
        """What is plugged in now; closes the device (PortAudio lists only then)."""
        self.close()
        return input_devices(refresh=True)

    def choose(self, device: str | None) -> AudioSource:
        """Open another device from now on."""
        self.close()
        self.device = device
        return self(0)

    def close(self) -> None:
        """Release the device."""
        if self._open is not None:
            self._open.close()
            self._open = None


@dataclass
class Recordings:
    """Recordings that answer, one a question, in the order of the questions.

    Args:
        paths: the files.
        aloud: whether they are heard in the room too.
    """

    paths: Sequence[Path]
    aloud: bool = False
    numbers: Sequence[int] = ()
    """The questions that are still open, from 1."""

    def __call__(self, number: int) -> AudioSource:
        """The recording that answers question `number`."""
        path = self.paths[list(self.numbers).index(number)]
        return AudibleFile(path) if self.aloud else FileSource(path)


def parts_for(
    settings: Settings,
    screen: Screen,
    sources: Sources,
    *,
    person: bool,
    spoken: bool,
    terms: tuple[str, ...] = (),
) -> Parts:
    """Everything an exchange needs; Whisper is loaded only where answers are spoken.

    Args:
        settings: of this run.
        screen: to show progress on.
        sources: where answers come from.
        person: whether somebody is there to be asked.
        spoken: whether answers are spoken.
        terms: names and jargon of the job, for Whisper to expect.

    Raises:
        ModelError: its weights are missing or damaged; better now than after the
            first answer.
    """

    def progress(done: float) -> None:
        screen.show(Working(f"Preparing Whisper ({settings.model})", done))

    transcriber = LateTranscriber(settings, progress, terms)
    if spoken:
        transcriber.open()
    return Parts(
        screen=screen,
        speaker=speaker_for(settings, screen),
        transcriber=transcriber,
        detector=SileroDetector(),
        sources=sources,
        microphones=sources if isinstance(sources, OneMicrophone) else None,
        listening=ListenSettings(patience=settings.patience, manual=settings.manual),
        probes=settings.probes if person else 0,
        person=person,
        measures=settings.measures,
        tones=settings.tones,
        nudge=settings.nudge,
    )


def new_session(
    settings: Settings,
    bank: Bank,
    questions: tuple[Question, ...],
    job: Job | None = None,
) -> Session:
    """A session about to begin."""
    return Session(
        id=new_id(job.title or "job" if job else bank.id),
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        candidate=settings.candidate,
        bank="the job" if job else bank.id,
        mode=settings.mode,
        questions=questions,
        settings=settings.model_dump(exclude={"candidate", "microphone"}),
        versions=_versions(),
        job=job,
    )


def _versions() -> dict[str, str]:
    found = {}
    for name in ("mock-interview-simulator", "faster-whisper", "ctranslate2"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "unknown"
    return found
