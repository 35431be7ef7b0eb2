"""From what was wished for to a finished interview.

Settles who answers (a microphone, recordings, a keyboard), guides whoever gave no
wishes, takes up the last next step, chooses the questions, and holds the interview.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .. import coach, wiring
from ..answer import without_delivery
from ..ask import banks
from ..ask.choose import choose, choose_minutes
from ..casebook import setting
from ..errors import RecordingError, SessionError
from ..events import Note
from ..interview import Sitting, hold
from ..keep import FolderStore, first_run_note, is_first_run, stories
from ..keep.beside import keep_card
from ..records import Bank, Job, Question, Session
from ..seams import AudioSource
from ..settings import Settings
from ..sound import decode
from ..turn.parts import Parts, Sources
from ..turn.revisit import Again, accepted
from . import guide, preparation, private_card
from .wish import Stage, Wish

JOB_MINUTES = 20.0
"""With a job there is an opening, a motivation and the candidate's own questions beside
what the job asks for."""
USUAL_MINUTES = 10.0
"""Three or four answers: enough to find one thing to change, short enough for today."""


def resumed(name: str, store: FolderStore, candidate: str | None) -> Session:
    """The session to go on with, locked against other runs.

    Args:
        name: a session's name or its beginning, or "latest" for the newest unfinished.
        store: where it is kept.
        candidate: whose latest one.

    Raises:
        SessionError: there is none, or another run is in it.
    """
    if name == "latest":
        latest = store.unfinished(candidate)
        if latest is None:
            raise SessionError(
                "There is no unfinished session",
                "`mock-interview rehearse` begins one.",
            )
        name = latest.id
    id = store.find(name)
    store.hold(id)
    return store.load(id)


def rehearse(
    wish: Wish, settings: Settings, stage: Stage, resumed: Session | None = None
) -> Session:
    """Hold one rehearsal, from the first word to the report.

    Args:
        wish: what was asked for beside the settings.
        settings: of this run.
        stage: the person and the disk.
        resumed: a session to go on with instead of a new one.

    Raises:
        ModelError, BankError, SessionError, RecordingError: before the first question,
        when something that was asked for is not there.
    """
    _announce(wish, stage)
    _must_be_readable(wish.answers)
    microphone = wiring.OneMicrophone(settings.microphone)
    recordings = wiring.Recordings(wish.answers, wish.audible)
    spoken: Sources = recordings if wish.answers else microphone
    job = resumed.job if resumed else _job(wish, stage)
    expected = {"terms": job.terms} if job and job.terms else {}
    parts = stage.parts_for(
        settings,
        stage.screen,
        _written if wish.typed else spoken,
        person=not wish.answers,
        spoken=not wish.typed,
        **expected,
    )
    try:
        if wish.guided and not (wish.typed or wish.answers or resumed):
            settings, parts = _guided(settings, parts, microphone)
        # A job's plan has its own questions; the last next step waits for practice.
        taken_up = not (resumed or job or wish.assignment)
        again = _again(settings, parts, stage.store) if taken_up else None
        session = resumed or _begun(wish, settings, stage, (again, job))
        recordings.numbers = _open_numbers(session, wish.answers)
        rated = settings.rate_yourself and parts.person
        attempts = int(session.settings.get("attempts") or 1)
        sitting = Sitting(parts, stage.store, again, wish.private, rated, attempts)
        held = hold(session, sitting)
        if held.job and held.turns and parts.person and not wish.private:
            _carded(held, stage)
        return held
    finally:
        microphone.close()


def _carded(session: Session, stage: Stage) -> None:
    """The candidate's own card, if they want to fill it in now."""
    card = private_card.offered(stage.screen)
    if card is not None:
        keep_card(stage.store.folder(session.id), card)


def _announce(wish: Wish, stage: Stage) -> None:
    if wish.private:
        stage.screen.show(Note("Private: nothing is kept after the feedback."))
    elif is_first_run():
        stage.screen.show(Note(first_run_note()))


def _must_be_readable(paths: Sequence[Path]) -> None:
    """A recording that cannot be read must not pass for a silent answer."""
    for path in paths:
        for _ in decode.blocks(path):
            break


def _written(number: int) -> AudioSource | None:
    """No source: every answer is typed."""
    return None


def _guided(
    settings: Settings, parts: Parts, microphone: wiring.OneMicrophone
) -> tuple[Settings, Parts]:
    room = guide.Room(
        screen=parts.screen,
        speaker=parts.speaker,
        transcriber=parts.transcriber,
        detector=parts.detector,
        devices=microphone.devices,
        open_microphone=microphone.choose,
        manual=settings.manual,
    )
    length_known = settings.minutes is not None or settings.questions is not None
    ready = guide.prepare(room, settings.microphone, ask_minutes=not length_known)
    if ready.minutes is not None:
        settings = settings.model_copy(update={"minutes": ready.minutes})
    if ready.manual:
        settings = settings.model_copy(update={"manual": True})
        parts = replace(parts, listening=replace(parts.listening, manual=True))
    if ready.typed:
        microphone.close()
        return settings, replace(parts, sources=_written)
    return settings, parts


def _job(wish: Wish, stage: Stage) -> Job | None:
    """The job that this interview is about, if one was given or is named now."""
    person = not wish.answers
    if wish.papers.given:
        return preparation.job_of(wish.papers, stage.screen, person=person)
    guided = wish.guided and person and not wish.typed
    return preparation.asked_for(stage.screen) if guided else None


def _begun(
    wish: Wish, settings: Settings, stage: Stage, about: tuple[Again | None, Job | None]
) -> Session:
    """A new session in its folder.

    Args:
        wish: what was asked for beside the settings.
        settings: of this run.
        stage: the person and the disk.
        about: the answer that is tried again, and the job, each if there is one.
    """
    again, job = about
    if wish.assignment is not None:
        return _assigned(wish, wish.assignment, settings, stage)
    bank = banks.load(settings.bank)
    questions = bank.questions
    if job is not None:
        job, questions = _planned(job, settings, stage)
    if wish.answers:
        # Recordings were made for certain questions: the given order is the promise.
        questions = questions[: len(wish.answers)]
    elif job is None:
        questions = _questions(settings, bank, stage.store, again)
    session = wiring.new_session(settings, bank, questions, job)
    if len(wish.answers) > len(questions):
        raise _too_many(wish.answers, len(questions))
    stage.store.create(session)
    return session


def _assigned(wish: Wish, path: Path, settings: Settings, stage: Stage) -> Session:
    """A new session of what a coach set."""
    made, bank = setting.load(path)
    if made.mode is not None:
        settings = settings.model_copy(update={"mode": made.mode})
    questions = bank.questions
    if len(wish.answers) > len(questions):
        raise _too_many(wish.answers, len(questions))
    if wish.answers:
        questions = questions[: len(wish.answers)]
    if made.note:
        stage.screen.show(Note(f"{made.title}. {made.note}"))
    session = wiring.new_session(settings, bank, questions)
    kept = {**session.settings, **setting.kept_settings(made)}
    session = session.model_copy(update={"settings": kept})
    stage.store.create(session)
    return session


def _planned(
    job: Job, settings: Settings, stage: Stage
) -> tuple[Job, tuple[Question, ...]]:
    """The job with its plan, shown; and the questions in their order."""
    minutes = settings.minutes or JOB_MINUTES
    made = preparation.planned(job, minutes, stories(stage.store.root))
    for line in preparation.shown(made, job):
        stage.screen.show(Note(line))
    return job.model_copy(update={"plan": made.stages}), made.questions


def _open_numbers(session: Session, answers: Sequence[Path]) -> list[int]:
    """The questions without an answer; recordings must not be more nor fewer."""
    done = {turn.question.id for turn in session.turns}
    numbers = [n for n, q in enumerate(session.questions, 1) if q.id not in done]
    if answers and len(answers) != len(numbers):
        raise _too_many(answers, len(numbers))
    return numbers


def _too_many(answers: Sequence[Path], count: int) -> RecordingError:
    return RecordingError(
        f"There are {len(answers)} recordings for {count} open questions",
        "Give one a question, in the bank's order.",
    )


def _again(settings: Settings, parts: Parts, store: FolderStore) -> Again | None:
    """The answer of the last session that is tried again, if the person agrees."""
    if not parts.person:
        return None
    last = store.last_finished(settings.candidate)
    if last is not None and settings.measures == "content":
        turns = tuple(without_delivery(turn) for turn in last.turns)
        last = last.model_copy(update={"turns": turns})
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
