"""What a coach may do to an answer: checked where it comes in, kept by `studio`."""

from collections.abc import Callable
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from ..errors import SessionError
from ..studio import comments, corrections, scores
from ..studio.comments import MAX_BODY_CHARS, Kind, Visibility
from .session_view import Looked

_Id = Annotated[str, StringConstraints(min_length=1, max_length=100)]
_Body = Annotated[str, StringConstraints(max_length=MAX_BODY_CHARS)]
_Place = Annotated[int, Field(ge=0, le=1_000_000)]


class Act(BaseModel):
    """What a page sends; unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CommentAct(Act):
    """A comment is written, changed, answered, settled or taken back."""

    op: Literal["add", "edit", "reply", "resolve", "reopen", "delete"]
    target: _Id | None = None
    body: _Body = ""
    start_s: float | None = Field(default=None, ge=0, le=86_400)
    kind: Kind = "work_on"
    visibility: Visibility = "private"


class FillerAct(Act):
    """A person's ruling on one filler."""

    place: _Place
    ruling: Literal["confirm", "reject", "undo"]


class WordAct(Act):
    """What was really said in place of one word; null takes the correction back."""

    place: _Place
    text: Annotated[str, StringConstraints(max_length=400)] | None


class ScoreAct(Act):
    """A step on one scale; null takes it back."""

    scale: _Id
    value: Annotated[int, Field(ge=1, le=5)] | None


class StatusAct(Act):
    """Reviewed, or to be reviewed again."""

    status: Literal["reviewed", "to_review"]


class BlindAct(Act):
    """Whether the tool's judgement is kept back until the coach has scored."""

    on: bool


_Act = TypeVar("_Act", bound=Act)


def read(kind: type[_Act], body: bytes) -> _Act:
    """What a page sent. SessionError naming the first thing that does not fit."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "It"
        raise SessionError(
            f"{where}: {first['msg'].lower()}", "Load the page again."
        ) from None


def comment(at: Looked, act: CommentAct) -> None:
    """Keep what was done to a comment."""
    folder, coach = at.opened.folder, at.desk.coach
    if act.op == "add":
        comments.add(
            folder,
            coach,
            at.turn.stem,
            act.body,
            start_s=act.start_s,
            kind=act.kind,
            visibility=act.visibility,
        )
        return
    if act.target is None:
        raise SessionError("Which comment is meant was not said", "Load it again.")
    target = act.target
    done: dict[str, Callable[[], object]] = {
        "edit": lambda: comments.edit(
            folder,
            coach,
            target,
            act.body,
            kind=act.kind,
            visibility=act.visibility,
        ),
        "reply": lambda: comments.reply(
            folder, coach, target, act.body, act.visibility
        ),
        "resolve": lambda: comments.resolve(folder, coach, target),
        "reopen": lambda: comments.resolve(folder, coach, target, settled=False),
        "delete": lambda: comments.delete(folder, coach, target),
    }
    done[act.op]()


def filler(at: Looked, act: FillerAct) -> None:
    """Keep a ruling on a filler, beside the measurement."""
    folder, coach = at.opened.folder, at.desk.coach
    if act.ruling == "confirm":
        corrections.confirm_filler(folder, at.measured, act.place, coach)
    elif act.ruling == "reject":
        corrections.reject_filler(folder, at.measured, act.place, coach)
    else:
        corrections.undo(folder, at.measured, "filler", act.place, coach)


def word(at: Looked, act: WordAct) -> None:
    """Keep what was really said, beside what was heard."""
    folder, coach = at.opened.folder, at.desk.coach
    words = at.measured.transcript.words
    as_heard = act.place < len(words) and words[act.place].text.strip() == act.text
    if act.text is None or as_heard:
        if act.place in at.rulings.words:
            corrections.undo(folder, at.measured, "word", act.place, coach)
        return
    corrections.edit_word(folder, at.measured, act.place, act.text, coach)


def score(at: Looked, act: ScoreAct) -> None:
    """Keep a score, and whether the tool was hidden when it was given."""
    sheet = at.sheet
    known = {scale.id for scale in sheet.scales}
    if act.scale not in known:
        raise SessionError(
            f"{sheet.title} has no scale {act.scale[:40]!a}", "Load the page again."
        )
    scores.give(
        at.opened.folder,
        at.desk.coach,
        at.turn.stem,
        sheet.rubric,
        act.scale,
        act.value,
        blind=sheet.hidden,
    )
