"""Rubrics: scales from 1 to 5 whose steps say what is seen in an answer.

The same questions scored on anchored scales are what separates structured interviews
from talk (validity .42 against .19, Sackett et al. 2022). The skeleton is that of the
US Office of Personnel Management: each competency on its own five steps, behavioural
examples as benchmarks, equal weights. Steps 1, 3 and 5 must be described; 2 and 4 may.
A coach's own rubrics are TOML files in `rubrics/` of the settings folder.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, field_validator, model_validator

from .. import resources
from ..errors import BankError
from ..records import Record
from . import toml_file

MUST_BE_ANCHORED = (1, 3, 5)

_Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
_Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_Prose = Annotated[str, StringConstraints(max_length=1200)]


class Scale(Record):
    """One thing that is judged."""

    id: _Id
    title: _Line
    look_for: _Prose = ""
    """What to listen for, before choosing a step."""
    anchors: dict[int, _Prose]
    """Step -> what is heard in such an answer."""
    tool: Literal["", "structure_level"] = ""
    """The tool's own judgement that this scale can be compared with."""

    @field_validator("anchors", mode="before")
    @classmethod
    def _steps(cls, given: object) -> object:
        if not isinstance(given, dict):
            raise ValueError(
                'must be a table of steps: 1 = "...", 3 = "...", 5 = "..."'
            )
        try:
            steps = {int(step): text for step, text in given.items()}
        except ValueError:
            raise ValueError("steps are the numbers 1 to 5") from None
        if not set(steps) <= {1, 2, 3, 4, 5}:
            raise ValueError("steps are the numbers 1 to 5")
        lacking = [
            str(s) for s in MUST_BE_ANCHORED if not str(steps.get(s, "")).strip()
        ]
        if lacking:
            raise ValueError(f"step {' and '.join(lacking)} must be described")
        return steps


class Rubric(Record):
    """A set of scales with one use."""

    id: _Id
    title: _Line
    description: _Prose = ""
    scales: tuple[Scale, ...] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        ids = [scale.id for scale in self.scales]
        twice = sorted({id for id in ids if ids.count(id) > 1})
        if twice:
            raise ValueError(f"two scales are called {twice[0]!r}")
        return self


def available() -> tuple[Rubric, ...]:
    """Shipped rubrics and one's own; files with mistakes are left out (`validate`)."""
    found: dict[str, Rubric] = {}
    for folder in _folders():
        for path in sorted(folder.glob("*.toml")):
            made = toml_file.read(path, Rubric)
            if isinstance(made, Rubric):
                found[made.id] = made  # one's own replaces a shipped one of its id
    return tuple(found.values())


@dataclass(frozen=True)
class Listed:
    """A rubric's file, read or with mistakes."""

    name: str
    path: Path
    yours: bool
    made: Rubric | None
    mistakes: int = 0


def listed() -> tuple[Listed, ...]:
    """Every rubric's file, also those with mistakes; one's own comes last."""
    found = []
    for folder in _folders():
        for path in sorted(folder.glob("*.toml")):
            made, yours = toml_file.read(path, Rubric), folder != _folders()[0]
            if isinstance(made, Rubric):
                found.append(Listed(made.id, path, yours, made))
            else:
                found.append(Listed(path.stem, path, yours, None, len(made)))
    return tuple(found)


def load(name: str) -> Rubric:
    """The rubric of that id, or of that TOML file.

    Raises:
        BankError: there is none, or it has mistakes (the first is told).
    """
    if name.endswith(".toml"):
        made = toml_file.read(Path(name).expanduser(), Rubric)
        if isinstance(made, Rubric):
            return made
        raise BankError(made[0], "Mend that line.")
    known = {rubric.id: rubric for rubric in available()}
    if name in known:
        return known[name]
    for folder in reversed(_folders()):
        for path in sorted(folder.glob("*.toml")):
            if path.stem == name and (mistakes := validate(path)):
                raise BankError(mistakes[0], "Mend that line.")
    raise BankError(
        f"There is no rubric {name[:60]!a}", f"Known are {', '.join(known)}."
    )


def validate(path: Path) -> list[str]:
    """Everything wrong with a rubric's file, one line each: file, line, key, what."""
    made = toml_file.read(path, Rubric)
    return made if isinstance(made, list) else []


def _folders() -> list[Path]:
    return [resources.shipped("rubrics"), resources.config_folder() / "rubrics"]
