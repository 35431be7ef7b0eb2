"""What a coach sets a candidate: a TOML file that `rehearse --assignment` runs."""

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from ..errors import BankError
from ..records import QuestionKind, Record
from . import toml_file

_Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
_Text = Annotated[str, StringConstraints(max_length=600)]


class Asked(Record):
    """One question: of a bank by its id, or in one's own words."""

    id: _Id
    bank: Annotated[str, StringConstraints(max_length=400)] = ""
    text: _Text = ""
    kind: QuestionKind = "story"
    target_s: float = Field(default=90.0, ge=10, le=600)
    concepts: tuple[_Text, ...] = Field(default=(), max_length=40)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.bank) == bool(self.text.strip()):
            raise ValueError("needs either bank = ... or text = ..., not both")
        return self


class Assignment(Record):
    """Questions, how often, how long, and by which yardstick."""

    id: _Id
    title: Annotated[str, StringConstraints(min_length=1, max_length=200)]
    note: Annotated[str, StringConstraints(max_length=2000)] = ""
    """What the candidate reads first."""
    questions: tuple[Asked, ...] = Field(min_length=1, max_length=50)
    order: Literal["given", "random"] = "given"
    attempts: int = Field(default=1, ge=1, le=5)
    """How often each question is answered, unless the candidate goes on sooner."""
    minutes: float | None = Field(default=None, ge=1, le=180)
    """About how long; questions that no longer fit are left out, from the last."""
    mode: Literal["interview", "study"] | None = None
    rubric: Annotated[str, StringConstraints(max_length=400)] = ""
    measures: tuple[Annotated[str, StringConstraints(max_length=60)], ...] = ()
    """Names of the measures that are shown; none named: all of them."""

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        ids = [question.id for question in self.questions]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice:
            raise ValueError(f"two questions are called {twice[0]!r}")
        return self


def load(path: Path) -> Assignment:
    """Read an assignment.

    Raises:
        BankError: it has mistakes: the first as file, line and key, and how many more.
    """
    made = toml_file.read(path, Assignment)
    if isinstance(made, Assignment):
        return made
    more = f" There are {len(made) - 1} more." if len(made) > 1 else ""
    raise BankError(made[0], f"Mend that line.{more}")
