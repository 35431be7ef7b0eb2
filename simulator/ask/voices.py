"""Which voice speaks: a short text such as "neural" or "espeak:en-us+f3,speed=0.9".

One text names a voice everywhere (flag, settings, fixture scripts), so it is parsed in
one place and refused with a whole sentence. Only letters, digits, `_` and `-` may stand
in a variant: espeak joins it into a path, and a path is not what a flag should reach.
"""

import re
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal

from simulator.errors import VoiceError

Engine = Literal["neural", "espeak"]

ENGINES: tuple[Engine, ...] = ("neural", "espeak")
"""Best first: what a person would rather listen to."""

SLOWEST, FASTEST = 0.5, 2.0
"""Outside of these, neither voice can be understood (tried by ear)."""

LOWEST_PITCH, HIGHEST_PITCH, USUAL_PITCH = 0, 99, 50
"""espeak's own range (espeak-ng speak_lib.h, espeakPITCH)."""

_VARIANT = re.compile(r"[A-Za-z0-9_-]{1,40}(\+[A-Za-z0-9_-]{1,40})?")
_HOW = (
    "Use neural, espeak, or for instance espeak:en-gb, espeak:en-us+f3,"
    " espeak:en+m3,speed=0.9,pitch=40."
)


@dataclass(frozen=True)
class Voice:
    """A voice and how it speaks."""

    engine: Engine
    variant: str = ""
    """Name of a voice of the engine; empty for its usual one."""
    speed: float = 1.0
    """Factor on the engine's usual pace."""
    pitch: int = USUAL_PITCH
    """0 to 99; espeak on Linux only."""


def parse(text: str) -> Voice:
    """Read `ENGINE[:VARIANT][,speed=FACTOR][,pitch=0..99]`.

    Raises:
        VoiceError: for anything else, naming the part that does not fit.
    """
    name, *settings = text.strip().split(",")
    engine, _, variant = name.partition(":")
    if engine not in ENGINES:
        raise VoiceError(f"There is no voice named {text[:60]!r}", _HOW)
    if (variant or ":" in name) and not _VARIANT.fullmatch(variant):
        raise VoiceError(f"{variant[:60]!r} cannot be the name of a voice", _HOW)
    speed, pitch = 1.0, USUAL_PITCH
    for setting in settings:
        key, _, value = setting.partition("=")
        number = _number(value)
        if key == "speed" and number is not None and SLOWEST <= number <= FASTEST:
            speed = number
        elif key == "pitch" and number is not None and _is_pitch(engine, number):
            pitch = int(number)
        else:
            raise VoiceError(f"{setting[:60]!r} does not fit voice {engine}", _HOW)
    return Voice("neural" if engine == "neural" else "espeak", variant, speed, pitch)


def installed(engine: Engine) -> bool:
    """Whether an engine's parts are there; nothing is loaded to find out."""
    if engine == "neural":
        return find_spec("hibari") is not None
    if find_spec("pyttsx3") is None:
        return False
    if sys.platform != "linux" or find_spec("espeakng_loader") is not None:
        return True
    from ctypes.util import find_library

    return bool(find_library("espeak-ng") or find_library("espeak"))


def in_order(first: str | None = None) -> tuple[str, ...]:
    """Voices to try, best first: the one wished for, then what is installed.

    Raises:
        VoiceError: if the wished voice's text does not fit.
    """
    wished = () if first is None else (first,)
    engines = [parse(voice).engine for voice in wished]
    return (*wished, *(e for e in ENGINES if e not in engines and installed(e)))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _is_pitch(engine: str, number: float) -> bool:
    return (
        engine == "espeak"
        and number.is_integer()
        and LOWEST_PITCH <= number <= HIGHEST_PITCH
    )
