"""`analyze --json` on people's recordings keeps its contract, whatever is in them."""

import json
from pathlib import Path
from typing import Any, Literal

import pytest
from pydantic import BaseModel, Field

from simulator.__main__ import run

pytestmark = pytest.mark.model

RECORDINGS = (
    "monologue/cold_corpus.wav",
    "ami/trn01_EN2001b.wav",
    "short/mfa_uhuh.flac",
    "short/mfa_laughter.flac",
    "noise/noise1.wav",
)
"""A hoarse monologue, an almost silent meeting, nothing but "uh", laughter, a noise."""


class Timed(BaseModel):
    """Something with a beginning and an end on the recording's clock."""

    start_s: float = Field(ge=0)
    end_s: float = Field(ge=0)


class Word(Timed):
    """As in the contract."""

    text: str = Field(min_length=1)
    probability: float = Field(ge=0, le=1)
    doubtful: bool


class Filler(Timed):
    """As in the contract, and what was seen and heard."""

    text: str = Field(min_length=1)
    kind: Literal["filled_pause", "discourse_marker"]
    certainty: Literal["sure", "probable", "possible"]
    why: str = Field(min_length=1)


class Event(Timed):
    """As in the contract."""

    kind: Literal["repetition", "restart", "cut_off", "prolongation"]
    text: str


class Pause(Timed):
    """As in the contract."""

    place: Literal["mid_clause", "clause_end"]


class Transcript(BaseModel):
    """As in the contract."""

    text: str
    language: Literal["en"]
    model: Literal["tiny.en"]
    words: list[Word]


class Judged(BaseModel):
    """One recording's object; fields may be added to it."""

    schema_version: Literal[1]
    recording: str
    duration_s: float = Field(gt=0)
    question: str | None
    verdict: Literal["assessable", "not_assessable"]
    why: str
    transcript: Transcript
    fillers: list[Filler]
    events: list[Event]
    pauses: list[Pause]
    structure: dict[str, Any] | None
    measurements: list[dict[str, Any]]
    feedback: dict[str, Any]


def test_people(speech: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every object is whole, on one clock, in order, each filler with its reason."""
    files = [str(speech / name) for name in RECORDINGS]
    assert run(["analyze", *files, "--json", "--model", "tiny.en"]) == 0

    lines = capsys.readouterr().out.splitlines()
    judged = [Judged.model_validate(json.loads(line), strict=True) for line in lines]
    assert len(judged) == len(files)
    for one in judged:
        words = one.transcript.words
        for moments in (words, one.fillers, one.pauses):
            assert all(m.start_s <= m.end_s <= one.duration_s for m in moments)
            assert [m.start_s for m in moments] == sorted(m.start_s for m in moments)
        pauses_heard = {(f.start_s, f.end_s) for f in _filled(one)}
        assert pauses_heard <= {(w.start_s, w.end_s) for w in words}


def test_no_filler_is_counted_where_there_is_none(
    speech: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither laughter nor a noise is a filled pause; six "uh" are some, not seven."""
    names = ("short/mfa_laughter.flac", "noise/noise1.wav", "short/mfa_uhuh.flac")
    files = [str(speech / name) for name in names]
    run(["analyze", *files, "--json", "--model", "tiny.en"])

    lines = capsys.readouterr().out.splitlines()
    counted = {
        Path(one.recording).name: len(_filled(one))
        for one in (Judged.model_validate_json(line) for line in lines)
    }
    assert counted["mfa_laughter.flac"] == 0
    assert counted["noise1.wav"] == 0
    assert 2 <= counted["mfa_uhuh.flac"] <= 6


def _filled(judged: Judged) -> list[Filler]:
    return [
        filler
        for filler in judged.fillers
        if filler.kind == "filled_pause" and filler.certainty != "possible"
    ]
