"""What is expected of a recording: `NAME.expected.toml` beside `NAME.flac`.

Two kinds of knowledge stand in it. `[truth]` is known of the recording itself, whoever
listens to it; nothing ever rewrites it. `[model.NAME]` is what the product measured
with that model when `check --update` was run: it shows movement, not correctness. Where
both speak of the same thing, the truth counts.

A miss that is known stands in `[[known_misses]]` with its reason, beside the truth that
it misses. It is an error there as soon as it gets worse, or is a miss no longer.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import ConfigDict, Field, ValidationError, model_validator

from ..errors import ExpectationError
from ..records import QuestionKind, Record, Verdict, Why

SUFFIX = ".expected.toml"

EDGES_WITHIN_S = 0.08
"""What is promised of the edges of pauses on clean recordings."""

COLLAR_S = 0.25
"""How far a filler may lie off: half of a usual "um" and the silence beside it."""

WER_AT_MOST = 0.1


class Written(Record):
    """What a person writes: a limit that is no finite number would limit nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Value(Written):
    """A measurement: a value with one tolerance, or an interval."""

    value: float | None = None
    absolute: float | None = Field(default=None, ge=0)
    relative: float | None = Field(default=None, ge=0)
    """A share of the value: 0.03 is 3 %."""
    low: float | None = None
    high: float | None = None
    unknown: bool = False
    """It must not be known (null)."""

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        tolerances = sum(x is not None for x in (self.absolute, self.relative))
        interval = self.low is not None or self.high is not None
        if (self.value is not None) + interval + self.unknown != 1:
            raise ValueError("give a value, an interval (low, high), or unknown = true")
        if tolerances != (self.value is not None):
            raise ValueError("a value needs exactly one of absolute, relative")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError("low is above high")
        return self

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest value that is accepted."""
        if self.value is None:
            low = float("-inf") if self.low is None else self.low
            return low, float("inf") if self.high is None else self.high
        room = self.absolute
        if room is None:
            room = abs(self.value) * (self.relative or 0.0)
        return self.value - room, self.value + room


class Words(Written):
    """What was said, without filled pauses."""

    text: str
    wer_at_most: float = Field(default=WER_AT_MOST, ge=0)


class Spot(Written):
    """A filler."""

    text: str = ""
    start_s: float = Field(ge=0)
    end_s: float = Field(ge=0)

    @model_validator(mode="after")
    def _checked(self) -> Self:
        _forwards(self.start_s, self.end_s)
        return self


class Fillers(Written):
    """All fillers of one kind, in order."""

    at: tuple[Spot, ...] = ()
    collar_s: float = Field(default=COLLAR_S, ge=0)


class Silence(Written):
    """A pause."""

    start_s: float = Field(ge=0)
    end_s: float = Field(ge=0)
    place: Literal["", "mid_clause", "clause_end"] = ""
    optional: bool = False
    """So near the shortest pause that counts that it may be found or not."""

    @model_validator(mode="after")
    def _checked(self) -> Self:
        _forwards(self.start_s, self.end_s)
        return self


def _forwards(start_s: float, end_s: float) -> None:
    if end_s < start_s:
        raise ValueError("it ends before it starts")


class Pauses(Written):
    """All pauses inside the answer, in order."""

    at: tuple[Silence, ...] = ()
    edges_within_s: float = Field(default=EDGES_WITHIN_S, ge=0)


class Built(Written):
    """The structure; what is left out is not compared."""

    kind: str | None = None
    shape: str | None = None
    level: int | None = None
    missing: tuple[str, ...] | None = None
    uncertain: tuple[str, ...] | None = None


class Expected(Written):
    """Everything that can be expected; what is left out is not compared."""

    refused: str | None = None
    """The recording cannot be judged at all; this stands in the error's message."""
    verdict: Verdict | None = None
    why: Why | None = None
    words: Words | None = None
    fillers: Fillers | None = None
    """Filled pauses that are sure or probable."""
    markers: Fillers | None = None
    """Discourse markers."""
    pauses: Pauses | None = None
    events: dict[str, int] | None = None
    """How many repetitions, restarts, cut-off and drawn-out words; left out: none."""
    structure: Built | None = None
    found: tuple[str, ...] | None = None
    """Which of `concepts` the answer speaks of."""
    strength: str | None = None
    """What the praise is about; empty: nothing is praised."""
    advice: tuple[str, ...] | None = None
    """What the remarks are about, in order."""
    values: dict[str, Value] = Field(default_factory=dict)

    def filled_from(self, other: "Expected") -> "Expected":
        """This one, and of `other` what this one does not speak of."""
        mine = {k: v for k, v in self if v is not None}
        theirs = {k: v for k, v in other if v is not None}
        values = {**other.values, **self.values}
        structure = _both(self.structure, other.structure)
        merged = {**theirs, **mine, "values": values, "structure": structure}
        return Expected.model_validate(merged)


def _both(first: Built | None, second: Built | None) -> Built | None:
    if first is None or second is None:
        return first or second
    given = first.model_dump(exclude_none=True)
    return second.model_copy(update=given)


class KnownMiss(Written):
    """The product does not reach the truth here, and by how much."""

    of: str
    """The row's name in the table, e.g. "fillers" or "speech_rate"."""
    off: float = Field(gt=0)
    """How far outside of what is expected it may lie; more is worse and fails."""
    reason: str = Field(min_length=10)
    models: tuple[str, ...] = ()
    """With which models; empty: with all."""
    unsteady: bool = False
    """It hangs on the processor: not to be missed is no error then."""


class Expectation(Written):
    """One `NAME.expected.toml`."""

    about: str = ""
    recording: str = ""
    """Its file, if it does not bear the same name."""
    question: str = ""
    kind: QuestionKind = "story"
    """Of the question."""
    concepts: tuple[str, ...] = ()
    """What a good answer speaks of, as in a question bank."""
    licence: str = ""
    consent: str = ""
    """That the speaker agreed, in words."""
    truth: Expected = Expected()
    model: dict[str, Expected] = Field(default_factory=dict)
    known_misses: tuple[KnownMiss, ...] = ()

    def of(self, model: str) -> Expected:
        """All that is expected with one model."""
        return self.truth.filled_from(self.model.get(model, Expected()))

    def known(self, row: str, model: str) -> KnownMiss | None:
        """The known miss of that row with that model."""
        for miss in self.known_misses:
            if miss.of == row and (not miss.models or model in miss.models):
                return miss
        return None


def load(path: Path) -> Expectation:
    """Read an expectation.

    Raises:
        ExpectationError: unreadable, or naming file and key of every mistake.
    """
    try:
        return parse(path.read_text("utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise ExpectationError(f"{path} cannot be read ({error})", _HOW) from error


def parse(text: str, name: str) -> Expectation:
    """The expectation in a text; `name` stands in errors."""
    try:
        written: dict[str, Any] = tomllib.loads(text)
    except RecursionError as error:
        raise ExpectationError(
            f"{name}: its lists are nested too deeply", _HOW
        ) from error
    except ValueError as error:  # TOML's mistakes, and numbers of thousands of digits
        raise ExpectationError(f"{name}: {error}", _HOW) from error
    try:
        return Expectation.model_validate(written)
    except ValidationError as error:
        mistakes = "; ".join(
            f"{_key(e['loc'])}: {_told(e['type'], e['msg'])}" for e in error.errors()
        )
        raise ExpectationError(f"{name}: {mistakes}", _HOW) from error


_HOW = "The keys are explained in docs/check.md."


_WORDS = {
    "extra_forbidden": "is not a key here",
    "missing": "is missing",
    "tuple_type": "must be a list: [...]",
    "model_type": "must be a table: {...}",
    "dict_type": "must be a table: {...}",
}
"""For what pydantic says in Python's own."""


def _told(kind: str, message: str) -> str:
    return _WORDS.get(kind, message.removeprefix("Value error, "))


def _key(location: tuple[int | str, ...]) -> str:
    """("known_misses", 0, "of") -> "known_misses[1].of", counted as people do."""
    key = "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in location)
    return key.removeprefix(".")
