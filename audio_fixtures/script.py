"""A fixture's script: what is said, where it halts, and what the room does to it.

A script is TOML that a person writes, so it is validated as strictly as a question bank
is: an unknown key or a value that does not fit stops the making, with file and key.
"""

import tomllib
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, ValidationError, model_validator

from simulator.errors import SimulatorError
from simulator.records import QuestionKind, Record, Verdict, Why

FILLER_LEAST_S, FILLER_MOST_S = 0.15, 1.0
"""Filled pauses in speech last about 0.2 to 0.6 s (science.md 2.2); the rest is room
for stretched ones."""

Part = Literal[
    "",
    "situation",
    "task",
    "action",
    "result",
    "present",
    "past",
    "future",
    "point",
    "reason",
    "example",
    "point_again",
    "options",
    "criteria",
    "choice",
    "questions",
]
"""As in `records.Structure`: a story's parts, and those of the other shapes."""


class ScriptError(SimulatorError):
    """A script has a mistake; `what` names file and key."""


class Segment(Record):
    """One stretch: exactly one of `say`, `filler`, `marker`, `pause_s`."""

    say: str = ""
    """A phrase in one breath. A comma that makes the voice halt is refused."""
    filler: Literal["", "um", "uh", "er", "erm"] = ""
    marker: str = ""
    """A discourse marker said as filler ("you know", "like")."""
    pause_s: float = Field(default=0.0, ge=0.0, le=30.0)

    length_s: float | None = Field(default=None, ge=FILLER_LEAST_S, le=FILLER_MOST_S)
    """Of a filler; the truth holds what came out, to the sample."""
    place: Literal["", "mid_clause", "clause_end"] = ""
    """Of a pause; empty: `clause_end` after punctuation, else `mid_clause`."""
    voice: str = ""
    speed: float | None = Field(default=None, ge=0.5, le=2.0)
    part: Part = ""
    """The part of the answer's structure that this phrase shows."""

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        given = [k for k in ("say", "filler", "marker") if getattr(self, k).strip()]
        if len(given) + (self.pause_s > 0) != 1:
            raise ValueError("give exactly one of say, filler, marker, pause_s")
        for key, owner in (("length_s", "filler"), ("place", "pause_s")):
            if getattr(self, key) and not getattr(self, owner):
                raise ValueError(f"{key} belongs to a segment with {owner}")
        return self

    @property
    def text(self) -> str:
        """What is said, or nothing in a pause."""
        return self.say or self.filler or self.marker


class SoundSettings(Record):
    """The room, the microphone and the file, in the order in which they act."""

    level_dbfs: float = Field(default=-23.0, ge=-70.0, le=0.0)
    """RMS of the speech. -23 is broadcast's level (EBU R 128) and leaves headroom."""
    reverberation_s: float = Field(default=0.0, ge=0.0, le=3.0)
    """RT60: how long the room takes to fall by 60 dB."""
    noise: Literal["", "white", "room", "babble"] = ""
    snr_db: float | None = Field(default=None, ge=-10.0, le=80.0)
    """Speech over noise. Without speech, give `noise_dbfs`."""
    noise_dbfs: float | None = Field(default=None, ge=-90.0, le=0.0)
    telephone: bool = False
    """300 to 3400 Hz, as a telephone line passes."""
    clip_db: float = Field(default=0.0, ge=0.0, le=40.0)
    """How far the peaks are driven over full scale, and cut there."""
    rate_hz: int = Field(default=16_000, ge=8_000, le=96_000)
    channels: Literal[1, 2] = 1
    format: Literal[
        "flac", "wav", "mp3", "ogg", "aiff", "opus", "m4a", "aac", "webm"
    ] = "flac"

    @model_validator(mode="after")
    def _noise_has_a_level(self) -> Self:
        levels = sum(x is not None for x in (self.snr_db, self.noise_dbfs))
        if levels != bool(self.noise):
            raise ValueError("noise needs exactly one of snr_db, noise_dbfs")
        return self


class Script(Record):
    """Everything a recording is made of."""

    about: str
    question: str = ""
    """What the recording answers."""
    kind: QuestionKind = "story"
    missing: tuple[Part, ...] = ()
    """Parts of the answer's shape that a judge must find missing."""
    verdict: Verdict = "assessable"
    why: Why = ""
    voice: str = "neural"
    """As `simulator.ask.voices.parse` reads it, without speed."""
    speed: float = Field(default=1.0, ge=0.5, le=2.0)
    seed: int = 0
    lead_s: float = Field(default=0.4, ge=0.0, le=60.0)
    tail_s: float = Field(default=0.5, ge=0.0, le=60.0)
    gap_s: float = Field(default=0.05, ge=0.0, le=0.2)
    """Silence between neighbours that no pause separates."""
    stored: bool = True
    """Kept in this folder; otherwise made into the cache when it is wanted."""
    damage: Literal["", "empty", "truncated"] = ""
    sound: SoundSettings = SoundSettings()
    segments: tuple[Segment, ...] = ()

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.sound.snr_db is not None and not any(s.text for s in self.segments):
            raise ValueError("sound.snr_db needs speech; give sound.noise_dbfs instead")
        if self.lead_s + self.tail_s + len(self.segments) == 0 and not self.damage:
            raise ValueError("the recording would have no length")
        return self


def load(path: Path) -> Script:
    """Read a script.

    Raises:
        ScriptError: unreadable, not TOML, or a key that does not fit (all are named).
    """
    try:
        with path.open("rb") as file:
            written = tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ScriptError(f"{path.name}: {error}", "Mend the file.") from error
    return parse(written, path.name)


def parse(written: dict[str, Any], name: str) -> Script:
    """The script that a table describes; `name` stands in errors.

    Raises:
        ScriptError: naming every key that does not fit.
    """
    try:
        return Script.model_validate(written)
    except ValidationError as error:
        mistakes = "; ".join(
            f"{_key(e['loc'])}: {e['msg'].removeprefix('Value error, ')}"
            for e in error.errors()
        )
        raise ScriptError(
            f"{name}: {mistakes}", "The keys are explained in audio_fixtures/script.py."
        ) from error


def _key(location: tuple[int | str, ...]) -> str:
    """("segments", 3, "pause_s") -> "segments[4].pause_s", counted as people do."""
    key = "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in location)
    return key.removeprefix(".") or "script"
