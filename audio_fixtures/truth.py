"""The truth beside a recording: what lies where, and from which script it was made.

TOML, because people read it when a test fails. Words carry times only where they are
known exactly: a phrase of one word, a filler. The others lie somewhere in their phrase,
and a guess would be worse than nothing.
"""

import hashlib
import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from simulator.records import Filler, Pause, QuestionKind, Record, Verdict, Why

from .joining import Joined, Placed
from .script import Part, Script

MAKER = 1
"""Raised by hand whenever the same script would sound different."""


class TrueWord(Record):
    """A word that was said."""

    text: str
    start_s: float | None = None
    end_s: float | None = None
    kind: Literal["word", "filled_pause", "discourse_marker"] = "word"


class Phrase(Record):
    """Words of one breath, from the first sample to the one after the last."""

    text: str
    start_s: float
    end_s: float
    part: Part = ""


class Truth(Record):
    """What a recording holds."""

    about: str
    question: str = ""
    kind: QuestionKind = "story"
    missing: tuple[Part, ...] = ()
    verdict: Verdict = "assessable"
    why: Why = ""
    rate_hz: int
    channels: int
    duration_s: float
    maker: int = MAKER
    script_sha256: str
    sound_sha256: str
    text: str
    """All that was said, fillers too."""
    phrases: tuple[Phrase, ...] = ()
    fillers: tuple[Filler, ...] = ()
    pauses: tuple[Pause, ...] = ()
    words: tuple[TrueWord, ...] = ()

    @property
    def plain_text(self) -> str:
        """What was said without filled pauses, as a reference for WER."""
        return " ".join(w.text for w in self.words if w.kind != "filled_pause")


def truth_of(script: Script, joined: Joined, sound_sha256: str) -> Truth:
    """The truth of a script that was joined so."""
    rate_hz = joined.rate_hz
    return Truth(
        about=script.about,
        question=script.question,
        kind=script.kind,
        missing=script.missing,
        verdict=script.verdict,
        why=script.why,
        rate_hz=rate_hz,
        channels=script.sound.channels,
        duration_s=len(joined.samples) / rate_hz,
        script_sha256=script_digest(script),
        sound_sha256=sound_sha256,
        text=" ".join(p.segment.text for p in joined.placed),
        phrases=tuple(
            Phrase(
                text=p.segment.text,
                start_s=p.begin / rate_hz,
                end_s=p.end / rate_hz,
                part=p.segment.part,
            )
            for p in joined.placed
        ),
        fillers=joined.fillers,
        pauses=joined.pauses,
        words=tuple(w for p in joined.placed for w in _words(p, rate_hz)),
    )


def _words(placed: Placed, rate_hz: int) -> list[TrueWord]:
    said = placed.segment
    kind: Literal["word", "filled_pause", "discourse_marker"] = (
        "filled_pause" if said.filler else "discourse_marker" if said.marker else "word"
    )
    texts = said.text.split()
    if len(texts) > 1:
        return [TrueWord(text=text, kind=kind) for text in texts]
    start_s, end_s = placed.begin / rate_hz, placed.end / rate_hz
    return [TrueWord(text=texts[0], start_s=start_s, end_s=end_s, kind=kind)]


def script_digest(script: Script) -> str:
    """Of what the script says, not of how it is laid out or commented."""
    said = json.dumps(script.model_dump(mode="json"), sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def truth_path(recording: Path) -> Path:
    """NAME.truth.toml beside NAME.flac."""
    return recording.with_suffix(".truth.toml")


def read(recording: Path) -> Truth:
    """The truth that lies beside a recording."""
    written = tomllib.loads(truth_path(recording).read_text("utf-8"))
    return Truth.model_validate(written)


def write(truth: Truth, recording: Path) -> None:
    """Put the truth beside its recording."""
    body = truth.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    body["maker"] = truth.maker
    lines = ["# Written by make.py; change the script instead."]
    lines += [f"{key} = {_toml(value)}" for key, value in body.items()]
    truth_path(recording).write_text("\n".join(lines) + "\n", "utf-8")


def _toml(value: Any) -> str:
    """A TOML value; lists of tables get one line an item. JSON strings are TOML's."""
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False)
        case bool():
            return str(value).lower()
        case float():
            # Seven places hold the length of a sample at every rate, exactly.
            return repr(round(value, 7))
        case int():
            return str(value)
        case Mapping():
            return "{" + ", ".join(f"{k} = {_toml(v)}" for k, v in value.items()) + "}"
        case Sequence() if value and isinstance(value[0], Mapping):
            return "[\n" + "".join(f"  {_toml(item)},\n" for item in value) + "]"
        case _:
            return "[" + ", ".join(_toml(item) for item in value) + "]"
