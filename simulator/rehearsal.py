"""From what was wished for to a finished interview.

Settles who answers (a microphone, recordings, a keyboard), guides whoever gave no
wishes, takes up the last next step, chooses the questions, and holds the interview.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from . import coach, guide, wiring
from .ask import banks
from .ask.choose import choose, choose_minutes
from .errors import RecordingError, SessionError
from .events import Note
from .interview import Sitting, hold
from .keep import FolderStore, first_run_note, is_first_run
from .listen.microphone import input_devices
from .parts import Parts, Sources
from .records import Bank, Question, Session
from .revisit import Again, accepted
from .seams import AudioSource, Screen
from .settings import Settings

USUAL_MINUTES = 10.0
"""Three or four answers: enough to find one thing to change, short enough for today."""


@dataclass(frozen=True)
class Wish:
    """What a person asked for beside the settings."""

    private: bool = False
    typed: bool = False
    answers: tuple[Path, ...] = ()
    """Recordings that answer, one a question."""
    resume: str | None = None
    """A session's name, or "latest"."""
    audible: bool = False
    """Whether recorded answers are heard in the room, where there is a device."""
    guided: bool = True
    """Whether to help with the microphone and the length first."""


@dataclass(frozen=True)
class Stage:
    """The person and the disk."""

    screen: Screen
    store: FolderStore
    parts_for: Callable[..., Parts] = wiring.parts_for
    """Chooses the devices and the model."""


def rehearse(wish: Wish, settings: Settings, stage: Stage) -> Session:
    """Hold one rehearsal, from the first word to the report.

    Raises:
        ModelError, BankError, SessionError, RecordingError: before the first question,
        when something that was asked for is not there.
    """
    _announce(wish, stage)
    _must_exist(wish.answers)
    microphone = wiring.OneMicrophone(settings.microphone)
    parts = stage.parts_for(
        settings,
        stage.screen,
        _sources(wish, microphone),
        person=not wish.answers,
        spoken=not wish.typed,
    )
    try:
        if wish.guided and not (wish.typed or wish.answers or wish.resume):
            settings, parts = _guided(settings, parts, microphone)
        session, again = _begun(wish, settings, parts, stage.store)
        return hold(session, Sitting(parts, stage.store, again, wish.private))
    finally:
        microphone.close()


def _announce(wish: Wish, stage: Stage) -> None:
    if wish.private:
        stage.screen.show(Note("Private: nothing is kept after the feedback."))
    elif is_first_run():
        stage.screen.show(Note(first_run_note()))


def _must_exist(paths: Sequence[Path]) -> None:
    for path in paths:
        if not path.is_file():
            raise RecordingError(
                f"{path} is not a file", "Give recordings with --answers."
            )


def _sources(wish: Wish, microphone: wiring.OneMicrophone) -> Sources:
    if wish.typed:
        return _written
    if wish.answers:
        return wiring.recordings(wish.answers, aloud=wish.audible)
    return microphone


def _written(number: int) -> AudioSource | None:
    """No source: every answer is typed."""
    return None


def _guided(
    settings: Settings, parts: Parts, microphone: wiring.OneMicrophone
) -> tuple[Settings, Parts]:
    def open_microphone(device: str | None) -> AudioSource:
        microphone.close()
        microphone.device = device
        return microphone(0)

    room = guide.Room(
        screen=parts.screen,
        speaker=parts.speaker,
        transcriber=parts.transcriber,
        detector=parts.detector,
        devices=input_devices,
        open_microphone=open_microphone,
    )
    ready = guide.prepare(room)
    settings = settings.model_copy(update={"minutes": ready.minutes})
    return settings, replace(parts, sources=_written) if ready.typed else parts


def _begun(
    wish: Wish, settings: Settings, parts: Parts, store: FolderStore
) -> tuple[Session, Again | None]:
    """The session to hold: one taken up again, or a new one in its folder."""
    if wish.resume is not None:
        return _resumed(wish.resume, store), None
    bank = banks.load(settings.bank)
    again = _again(settings, parts, store)
    if wish.answers:
        # Recordings were made for certain questions: the bank's order is the promise.
        questions = bank.questions[: len(wish.answers)]
    else:
        questions = _questions(settings, bank, store, again)
    session = wiring.new_session(settings, bank, questions)
    store.create(session)
    return session, again


def _resumed(name: str, store: FolderStore) -> Session:
    if name != "latest":
        return store.load(store.find(name))
    session = store.unfinished()
    if session is None:
        raise SessionError(
            "There is no unfinished session", "`mock-interview rehearse` begins one."
        )
    return session


def _again(settings: Settings, parts: Parts, store: FolderStore) -> Again | None:
    """The answer of the last session that is tried again, if the person agrees."""
    if not parts.person:
        return None
    last = store.last_finished(settings.candidate)
    opening = coach.opening(last) if last is not None else None
    if last is None or opening is None:
        return None
    again = Again(opening, store.folder(last.id))
    return again if accepted(again, parts) else None


def _questions(
    settings: Settings, bank: Bank, store: FolderStore, again: Again | None
) -> tuple[Question, ...]:
    """New questions, those asked lately last; the one tried again goes first."""
    recent = store.recently_asked()
    seed = len(recent)  # another order each time, the same one for the same past
    if settings.questions is not None:
        chosen = choose(bank, settings.questions, recent, seed=seed)
    else:
        minutes = settings.minutes or USUAL_MINUTES
        chosen = choose_minutes(bank, minutes, recent, seed=seed)
    if again is None:
        return chosen
    first = again.opening.question
    others = tuple(q for q in chosen if q.id != first.id)
    return (first, *others[: max(0, len(chosen) - 1)])
