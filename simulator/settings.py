"""What can be chosen, and where a choice comes from.

Order: flag, then `MOCK_INTERVIEW_<NAME>`, then `settings.toml`, then the profile, then
the default. Whoever chose nothing gets an interview that works.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from . import resources
from .errors import SettingsError
from .records import Measures

PREFIX = "MOCK_INTERVIEW_"

PROFILES: dict[str, dict[str, Any]] = {
    "standard": {},
    # Half as much patience again, and feedback after each answer instead of at the end.
    "beginner": {"patience": 1.5, "mode": "study"},
    "patient": {"patience": 2.5},
    "manual": {"manual": True},
    # For a screen reader: appended lines, nothing printed while listening; silence is
    # then no signal a person can see, so only the key ends an answer.
    "plain": {"plain": True, "manual": True, "tones": True},
    # For people who stammer: no prompt, no nudge, no end by silence (a block is none),
    # and nothing about how they speak is judged or listed.
    "stammer": {"manual": True, "nudge": False, "measures": "content"},
}


_Layer = tuple[str, Mapping[str, Any]]
"""Where choices come from, and the choices."""
_NOW = 2
"""The first layers are what is asked for now: the command line and the environment."""


class Settings(BaseModel):
    """Everything a rehearsal can be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    profile: str = "standard"
    model: str = "base"
    language: str = Field(default="en", pattern=r"^[a-z]{2,3}$")
    """The session's language; never guessed (guessing turns accents into Latin)."""
    voice: Literal["auto", "neural", "espeak", "none"] = "auto"
    bank: str = "behavioural"
    questions: int | None = Field(default=None, ge=1, le=50)
    minutes: float | None = Field(default=None, ge=1, le=180)
    mode: Literal["interview", "study"] = "interview"
    patience: float = Field(default=1.0, ge=0.5, le=3.0)
    manual: bool = False
    probes: int = Field(default=2, ge=0, le=2)
    """Follow-up questions at most, an answer: two, as structured interviews hold it."""
    rate_yourself: bool = False
    """Ask for one's own rating of each answer before the feedback."""
    captions: bool = False
    """Off: half-understood words on the screen unsettle a speaker."""
    plain: bool = False
    candidate: str | None = None
    coach: str | None = None
    """Who comments and scores in the studio; None is the login name."""
    microphone: str | None = None
    """Name or number of the input device; None is the system's default."""
    open_report: bool = True
    measures: Measures = "all"
    """`content`: pace, pauses, latency, fillers and repeats are neither judged nor
    shown (they are kept in the JSON, under `withheld`)."""
    tones: bool = False
    """Two short tones: your turn, recorded."""
    nudge: bool = False
    """A line on the screen at one and a half times the question's target length."""


def load(
    flags: Mapping[str, Any], session: Mapping[str, Any] | None = None
) -> Settings:
    """The settings of this run; flags that are None were not given.

    Args:
        flags: of the command line.
        session: settings of a session that is resumed: it goes on as it began.

    Raises:
        SettingsError: naming where the unfit value came from.
    """
    given = {name: value for name, value in flags.items() if value is not None}
    layers: list[_Layer] = [
        ("the command line", given),
        (f"the environment ({PREFIX}...)", _from_environment()),
        ("the resumed session", _from_session(session or {})),
        (str(settings_file()), _from_file(settings_file())),
    ]
    layers = _with_profile(layers, resumed=session is not None)
    merged: dict[str, Any] = {}
    origin: dict[str, str] = {}
    for where, layer in layers:
        for name, value in layer.items():
            if name not in merged:
                merged[name], origin[name] = value, where
    try:
        return Settings.model_validate(merged)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise SettingsError(
            f"{name} = {merged.get(name)!r} from {origin.get(name)} does not fit: "
            f"{first['msg'].lower()}",
            "`mock-interview rehearse --help` lists what fits.",
        ) from None


def _with_profile(layers: list[_Layer], *, resumed: bool) -> list[_Layer]:
    """The layers with the profile among them, after all that was chosen one by one.

    A session keeps every setting, so at a resume a profile that is asked for now goes
    before what the session kept.
    """
    asked = [layer["profile"] for _, layer in layers if "profile" in layer]
    profile = str(asked[0]) if asked else "standard"
    if profile not in PROFILES:
        known = ", ".join(PROFILES)
        raise SettingsError(
            f"There is no profile {profile!r}", f"Choose from: {known}."
        )
    now = resumed and any("profile" in layer for _, layer in layers[:_NOW])
    place = _NOW if now else len(layers)
    chosen = (f"profile {profile!r}", PROFILES[profile])
    return [*layers[:place], chosen, *layers[place:]]


def coach_name(flag: str | None = None) -> str:
    """The coach's name: `--as`, else the settings, else the login name."""
    import getpass

    named = load({"coach": flag}).coach
    try:
        return (named or "").strip() or getpass.getuser()
    except (OSError, KeyError):
        return "coach"


def _from_session(kept: Mapping[str, Any]) -> dict[str, Any]:
    known = Settings.model_fields
    return {k: v for k, v in kept.items() if k in known and v is not None}


def settings_file() -> Path:
    """Where the user may write settings down."""
    return resources.config_folder() / "settings.toml"


def _from_environment() -> dict[str, str]:
    return {
        name: os.environ[PREFIX + name.upper()]
        for name in Settings.model_fields
        if PREFIX + name.upper() in os.environ
    }


def _from_file(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError(
            f"{path} cannot be read: {error}", "Mend it, or move it away."
        ) from None
