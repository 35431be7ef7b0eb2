"""THE LOOP: ask, listen, transcribe, measure, coach, keep.

It speaks to the screen in events and to the disk after every answer. Ctrl-C anywhere
ends the interview and reports on what exists; a second one leaves at once, and
`rehearse --resume` goes on from what was kept.
"""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from . import coach
from .coach.times import clock
from .course import Course, Sitting
from .errors import SimulatorError
from .events import Choice, FeedbackReady, Note, SessionEnded, Trouble
from .listen.wording import has_begun
from .records import Question, Session, Turn
from .turn.answering import say
from .turn.candidate_asks import answered, farewell
from .turn.exchange import exchange, follow_up
from .turn.parts import Outcome, Slot
from .turn.posing import Stop
from .turn.resuming import left_over, taken_up
from .turn.revisit import compared, play_both

__all__ = ["Sitting", "hold"]


def hold(session: Session, sitting: Sitting) -> Session:
    """Hold the interview, from its first unanswered question to the report."""
    course = Course(session, sitting)
    ended = False
    try:
        ended = _recover(course)
        for number, question in enumerate(session.questions, 1):
            if not ended and not course.answered(question):
                ended = _guarded(course, number)
        if not ended:
            farewell(session, sitting.parts)
        ended = True
    except KeyboardInterrupt:
        kept = "" if sitting.private else " What you said so far is kept."
        sitting.parts.screen.show(Note(f"Finishing.{kept}"))
    return _closed(course, finished=ended)


def _guarded(course: Course, number: int) -> bool:
    """One question; trouble with it costs neither the others nor the report."""
    try:
        return _question(course, number)
    except SimulatorError as error:
        course.trouble(error)
        return False


def _question(course: Course, number: int) -> bool:
    """One question, as often as the candidate wants; True to finish the interview."""
    sitting = course.sitting
    attempt, rephrased = course.free(number), False
    while True:
        slot = course.slot(number, attempt)
        outcome = exchange(slot, sitting.parts, rephrased=rephrased)
        if outcome.turn is not None:
            turn = compared(outcome.turn, sitting.again)
            course.keep(turn)
        if outcome.interrupted:
            raise KeyboardInterrupt
        if outcome.turn is None:
            return outcome.finish
        outcome = replace(outcome, turn=turn)
        turn, outcome = _probed(course, slot, turn, outcome)
        if outcome.interrupted:
            raise KeyboardInterrupt
        wish = _delivered(course, slot, outcome, turn)
        if wish not in ("again", "rephrase"):
            return wish == "finish"
        attempt, rephrased = attempt + 1, wish == "rephrase"


def _probed(
    course: Course, slot: Slot, turn: Turn, outcome: Outcome
) -> tuple[Turn, Outcome]:
    """Ask for what is missing, as an interviewer would, at most so often as agreed."""
    parts, asked = course.sitting.parts, list[str]()
    while len(asked) < parts.probes and not outcome.finish and turn.ended_by != "skip":
        text = coach.probe(turn, asked)
        if text is None:
            break
        asked.append(text)
        place = replace(slot, stem=course.stem(slot, probe=len(asked)))
        outcome = follow_up(place, parts, outcome, text)
        if outcome.turn is None:
            break
        turn = compared(outcome.turn, course.sitting.again)
        course.keep(turn)
        outcome = replace(outcome, turn=turn)
    return turn, outcome


def _delivered(course: Course, slot: Slot, outcome: Outcome, turn: Turn) -> str:
    """Give the feedback that belongs here, and ask what comes next."""
    parts, again = course.sitting.parts, course.sitting.again
    skipped = turn.ended_by == "skip"
    unheard = not skipped and _unanswered(turn)
    now = (course.session.mode == "study" or unheard) and not skipped
    answered(course.session, turn, parts)
    asks = unheard and parts.person and not outcome.finish
    if asks:
        parts.speaker.say(_unheard(turn.question), until=Stop(parts.screen))
    elif now:
        course.rate(turn)
        parts.screen.show(FeedbackReady(turn, slot.number, slot.total, aloud=True))
        parts.speaker.say(turn.feedback.spoken, until=Stop(parts.screen))
    if turn.compared and again:
        play_both(turn, slot.folder, again, parts)
    if outcome.finish:
        return "finish"
    more = slot.attempt < course.sitting.attempts and not skipped
    if not parts.person or not now:
        return "again" if parts.person and more else "next"
    return parts.screen.choose(_what_next(turn.question, unheard, more))


def _unanswered(turn: Turn) -> bool:
    """Whether silence ended it before any answer: "um, let me think" is none."""
    begun = turn.ended_by != "silence" or has_begun(turn.transcript.text)
    return turn.analysis.why == "silence" or not begun


def _unheard(question: Question) -> str:
    """What is asked, without blame, where nothing was said."""
    ways = "Try again, hear it in other words, or skip?"
    if not question.rephrase:
        ways = "Try again, or skip?"
    return f"I did not hear an answer. That happens. {ways}"


def _what_next(question: Question, unheard: bool, more: bool) -> Choice:
    again = ("again", "Try it again")
    onward = ("next", "Skip it" if unheard else "Go on to the next question")
    finish = ("finish", "Finish the interview here")
    if not unheard:
        usual = "again" if more else "next"
        return Choice("What next?", (onward, again, finish), usual)
    other = [("rephrase", "Hear it in other words")] if question.rephrase else []
    ways = (again, *other, onward, finish)
    return Choice(_unheard(question), ways, "next")


def _recover(course: Course) -> bool:
    """Take up the answers that a crash interrupted; True to finish the interview.

    One that cannot be read or understood is left where it lies: its question is asked
    again, and a later version may read it.
    """
    finish = False
    for number in range(1, len(course.session.questions) + 1):
        try:
            finish = _taken_up(course, number) or finish
        except SimulatorError as error:
            course.trouble(error)
    return finish


def _taken_up(course: Course, number: int) -> bool:
    parts = course.sitting.parts
    left = left_over(course.session, course.slot(number), parts)
    if left is None:
        return False
    outcome = taken_up(left, parts)
    if outcome.turn is not None:
        course.keep(compared(outcome.turn, course.sitting.again))
    if outcome.turn is not None and outcome.turn.ended_by != "skip":
        length = clock(outcome.turn.duration_s or 0.0)
        note = f"Your interrupted answer to question {number} ({length}) is kept."
        parts.screen.show(Note(note))
    if outcome.interrupted:
        raise KeyboardInterrupt
    return outcome.finish


def _closed(course: Course, *, finished: bool) -> Session:
    """Mark it finished, write the report, say the whole in three sentences."""
    screen = course.sitting.parts.screen
    every = all(course.answered(q) for q in course.session.questions)
    course.finish(finished or every)
    session = course.session
    if not session.turns:
        _leave_empty(course)
        return session
    if waiting := course.waiting():
        screen.show(Note(_still_to_read(waiting)))
    if session.mode == "interview":
        for turn in session.answers:
            with suppress(KeyboardInterrupt):  # the report is still to be written
                course.rate(turn)
        for number, turn in enumerate(session.answers, 1):
            total = len(session.answers)
            screen.show(FeedbackReady(turn, number, total, aloud=False))
    session, unheard = course.session, coach.unheard(session)
    if unheard:
        screen.show(Note(unheard))
    whole = coach.overall(session)
    report = _report(session, course.sitting)
    screen.show(SessionEnded(session.answers, report, whole.next_step))
    try:
        say(whole.spoken, course.sitting.parts)
    except KeyboardInterrupt:
        screen.show(Note("The rest is written above."))
    return session


def _still_to_read(waiting: list[Path]) -> str:
    what = "One answer is" if len(waiting) == 1 else f"{len(waiting)} answers are"
    return (
        f"{what} recorded but not measured yet; `mock-interview rehearse --resume` "
        "tries again."
    )


def _leave_empty(course: Course) -> None:
    """No answer was judged: keep sound that waits for it, else nothing at all."""
    screen, store = course.sitting.parts.screen, course.sitting.store
    if course.waiting():
        said = "What you said is recorded; `mock-interview rehearse --resume` goes on."
    else:
        said = "Nothing was said this time, so nothing is kept."
        with suppress(SimulatorError):
            store.delete(course.session.id)
    screen.show(Note(said))
    screen.show(SessionEnded((), None, ""))


def _report(session: Session, sitting: Sitting) -> str | None:
    from .coach.report import write_report

    if sitting.private:
        return None
    try:
        return str(write_report(session, sitting.store.folder(session.id)))
    except SimulatorError as error:
        sitting.parts.screen.show(Trouble(error.what, error.next_step))
        return None
