"""What leaves when a session is shared: the answers that were chosen, and no more.

Left here: settings, versions, other attempts, private comments and earlier wordings,
scores, how an answer was spoken where only its content counts, the job, and what a
question hoped to hear unless it is from a bank that anybody has (a question made from a
CV or a posting would tell both). Of a question that was worded for the job not even its
words leave: "This job asks for ..." is the posting.
"""

from dataclasses import dataclass

from pydantic import Field

from ..ask.lookup import shipped_questions
from ..coach import again
from ..errors import SessionError
from ..keep.recordings import recording
from ..records import (
    Analysis,
    Feedback,
    Question,
    Record,
    Session,
    Structure,
    Turn,
    Withheld,
)
from ..studio import comments
from ..studio.comments import CommentEvent
from .opened import Opened

SHARE_VERSION = 1


@dataclass(frozen=True)
class Share:
    """What the candidate agreed to."""

    answers: tuple[int, ...] | None = None
    """Numbers from 1, in order; None: of each question the last attempt at which
    something was said."""
    measures: bool = True
    """Whether marks, measures and the tool's feedback go along."""


class SharedSession(Record):
    """A session as it travels; also what an exported page is imported from."""

    schema_version: int = Field(ge=1)
    id: str
    started_at: str
    candidate: str | None = None
    bank: str
    measures: bool
    turns: tuple[Turn, ...] = Field(max_length=200)


def shared(opened: Opened, share: Share) -> SharedSession:
    """The part of a session that may leave.

    Raises:
        SessionError: an answer was named that is not there.
    """
    session = opened.session
    return SharedSession(
        schema_version=SHARE_VERSION,
        id=session.id,
        started_at=session.started_at,
        candidate=session.candidate,
        bank=session.bank if session.job is None else "job",
        measures=share.measures,
        turns=tuple(_leaving(t, opened, share) for t in chosen(opened, share)),
    )


def shared_comments(opened: Opened, share: Share) -> tuple[CommentEvent, ...]:
    """The comments that may leave: shown ones, on the answers that go along."""
    stems = {turn.stem for turn in chosen(opened, share)}
    return tuple(e for e in comments.shared(opened.comments) if e.turn in stems)


def as_session(share: SharedSession, of: Session | None = None) -> Session:
    """A shared session as a record that report and coach can read.

    Args:
        share: what leaves.
        of: the session it is of, whose choice of measures holds.
    """
    chosen = of.settings.get("measures_shown") if of else None
    asked = {turn.question.id: turn.question for turn in share.turns}
    return Session(
        id=share.id,
        started_at=share.started_at,
        candidate=share.candidate,
        bank=share.bank,
        questions=tuple(asked.values()),
        turns=share.turns,
        finished=True,
        settings={"measures_shown": chosen} if chosen else {},
    )


def chosen(opened: Opened, share: Share) -> tuple[Turn, ...]:
    """The answers that were chosen, in order."""
    if share.answers is None:
        last = {turn.stem for turn in again.latest(opened.turns)}
        return tuple(turn for turn in opened.turns if turn.stem in last)
    count = len(opened.turns)
    wrong = [n for n in share.answers if not 1 <= n <= count]
    if wrong or not share.answers:
        raise SessionError(
            f"There is no answer {wrong[0] if wrong else 'named'} in "
            f"{opened.session.id}",
            f"It holds {count}: name some of 1 to {count}.",
        )
    return tuple(t for n, t in enumerate(opened.turns, 1) if n in share.answers)


def _leaving(turn: Turn, opened: Opened, share: Share) -> Turn:
    there = recording(opened.folder, turn.audio) is not None
    known = _is_anybodys(turn.question)
    change: dict[str, object] = {
        "audio": turn.audio if there else None,
        "compared": "",  # it speaks of another attempt
        "question": turn.question if known else _bare(turn.question, opened.session),
    }
    if not share.measures:
        change |= {"analysis": _BLANK, "feedback": _SILENT}
        change["transcript"] = turn.transcript.model_copy(
            update={"words": tuple(_unmarked(turn))}
        )
        return turn.model_copy(update=change)
    analysis = turn.analysis
    if analysis.withheld is not None:
        # That there is something stays known; what it is does not leave.
        analysis = analysis.model_copy(update={"withheld": Withheld()})
    if not known:
        analysis = _without_the_question(analysis)
        change["feedback"] = _without_concepts(turn.feedback)
    change["analysis"] = analysis
    return turn.model_copy(update=change)


def _is_anybodys(question: Question) -> bool:
    """Whether all that a question holds is in a bank that anybody has.

    The user's own banks are theirs, and may put other hopes behind the same words.
    """
    return any(
        set(question.concepts) <= set(shipped.concepts)
        and set(question.probe_texts) <= set(shipped.probe_texts)
        and question.rephrase in ("", shipped.rephrase)
        for shipped in shipped_questions(question.text)
    )


_BLANK = Analysis(verdict="assessable", structure=Structure())
_SILENT = Feedback(headline="", spoken="")
_CONCEPTS = "concepts"
_OF_QUESTION = ("parts_answered",)


_ASKED = {
    "self": "Tell me a little about yourself.",
    "story": "Tell me about one time from your own work.",
    "opinion": "Why do you want this job?",
}
"""Instead of a question's own words where these came from the posting."""


def _bare(question: Question, session: Session) -> Question:
    change: dict[str, object] = {"concepts": (), "probes": (), "rephrase": ""}
    if session.job is not None:
        asked = _ASKED.get(question.kind, question.text)
        change |= {"text": asked, "competency": ""}
    return question.model_copy(update=change)


def _without_the_question(analysis: Analysis) -> Analysis:
    """Parts and concepts are named in the question's words, also as evidence."""
    bare = analysis.content.model_copy(update={"concepts": (), "parts": ()})
    numbers = tuple(m for m in analysis.measurements if m.name not in _OF_QUESTION)
    return analysis.model_copy(update={"content": bare, "measurements": numbers})


def _without_concepts(feedback: Feedback) -> Feedback:
    """Remarks about what the question hoped to hear name it."""
    strength = feedback.strength
    if strength is not None and strength.about == _CONCEPTS:
        named = tuple(m.model_copy(update={"label": ""}) for m in strength.evidence)
        strength = strength.model_copy(update={"evidence": named})
    kept = tuple(a for a in feedback.advice if a.about != _CONCEPTS)
    return feedback.model_copy(update={"strength": strength, "advice": kept})


def _unmarked(turn: Turn) -> list[object]:
    """The words without fillers, doubts and reasons: those are measures too."""
    return [
        w.model_copy(update={"probability": 1.0, "doubtful": False, "why": ""})
        for w in turn.transcript.words
        if w.kind == "word"
    ]
