"""Segments put one after the other at known samples; where each came to lie.

Everything is counted in samples of the final file, so the truth has no rounding in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from simulator.errors import SimulatorError
from simulator.records import Filler, Pause

from .filled_pauses import filled_pause
from .script import Script, ScriptError, Segment
from .voices import phrase

PAUSE_S = 0.25
"""Silences from here on count as pauses (De Jong & Bosker 2013; science.md 1.1)."""

ENDS_A_CLAUSE = (".", "?", "!", ",", ";", ":")


@dataclass(frozen=True)
class Placed:
    """A segment that sounds, and the samples that it fills: [begin, end)."""

    segment: Segment
    begin: int
    end: int


@dataclass(frozen=True)
class Joined:
    """Dry speech with exact zeros between phrases, and where everything lies."""

    samples: NDArray[np.float32]
    rate_hz: int
    placed: tuple[Placed, ...]
    pauses: tuple[Pause, ...]

    @property
    def fillers(self) -> tuple[Filler, ...]:
        """Filled pauses and discourse markers, in order."""
        return tuple(
            Filler(
                text=p.segment.text.strip(" ,.?!"),
                start_s=p.begin / self.rate_hz,
                end_s=p.end / self.rate_hz,
                kind="filled_pause" if p.segment.filler else "discourse_marker",
                certainty="sure",
            )
            for p in self.placed
            if not p.segment.say
        )


def join(script: Script, name: str) -> Joined:
    """Render all segments and join them.

    Raises:
        ScriptError: naming the segment that cannot be said.
        VoiceError: the voice is missing or failed.
    """
    rate_hz = script.sound.rate_hz
    pieces: list[NDArray[np.float32]] = [_silence(script.lead_s, rate_hz)]
    placed: list[Placed] = []
    at = len(pieces[0])
    for number, (segment, gap_s) in enumerate(_spaced(script), 1):
        if segment.text:
            sound = _rendered(script, segment, f"{name}: segments[{number}]")
            placed.append(Placed(segment, at, at + len(sound)))
            pieces.append(sound)
            at += len(sound)
        pieces.append(_silence(gap_s, rate_hz))
        at += len(pieces[-1])
    pieces.append(_silence(script.tail_s, rate_hz))
    return Joined(
        np.concatenate(pieces),
        rate_hz,
        tuple(placed),
        tuple(_pauses(script, placed, rate_hz)),
    )


def _spaced(script: Script) -> Iterator[tuple[Segment, float]]:
    """Each segment and the silence after it (a pause is only silence)."""
    following = (*script.segments, None)[1:]
    for segment, after in zip(script.segments, following, strict=True):
        if not segment.text:
            yield segment, segment.pause_s
        else:
            yield segment, script.gap_s if after is not None and after.text else 0.0


def _rendered(script: Script, segment: Segment, where: str) -> NDArray[np.float32]:
    voice = segment.voice or script.voice
    rate_hz = script.sound.rate_hz
    try:
        if segment.filler:
            return filled_pause(segment.filler, voice, segment.length_s, rate_hz)
        return phrase(segment.text, voice, segment.speed or script.speed, rate_hz)
    except ScriptError as error:
        raise ScriptError(f"{where}: {error.what}", error.next_step) from error
    except SimulatorError as error:
        raise type(error)(f"{where}: {error.what}", error.next_step) from error


def _pauses(script: Script, placed: list[Placed], rate_hz: int) -> Iterator[Pause]:
    """Silences between two sounding neighbours, from `PAUSE_S` on."""
    chosen = _chosen_places(script)
    said = ""
    for number, (before, after) in enumerate(pairwise(placed)):
        said = before.segment.say or said
        if after.begin - before.end < PAUSE_S * rate_hz:
            continue
        ended = said.endswith(ENDS_A_CLAUSE)
        yield Pause(
            start_s=before.end / rate_hz,
            end_s=after.begin / rate_hz,
            place=chosen.get(number) or ("clause_end" if ended else "mid_clause"),
        )


def _chosen_places(script: Script) -> dict[int, str]:
    """The place given by hand after the n-th sounding segment."""
    chosen: dict[int, str] = {}
    sounded = -1
    for segment in script.segments:
        sounded += bool(segment.text)
        if segment.place:
            chosen[sounded] = segment.place
    return chosen


def _silence(length_s: float, rate_hz: int) -> NDArray[np.float32]:
    return np.zeros(round(length_s * rate_hz), np.float32)
