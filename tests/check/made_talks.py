"""Talks of fixed words at known times, for invariants that must hold exactly.

All times are multiples of 1/64 s, so that shifting and halving them rounds nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from simulator.records import Answer, Sound, Transcript, Word

TICK_S = 1 / 64
HOP_S = TICK_S
SENTENCES = (
    "we opened the shop at seven.",
    "my job was to count the boxes.",
    "I called the driver and asked for the keys.",
    "the old lift was broken again.",
    "in the end nobody had to wait.",
)


@dataclass(frozen=True)
class Said:
    """A word and the ticks that it fills."""

    text: str
    begin: int
    end: int


@st.composite
def talks(draw: st.DrawFn) -> tuple[Said, ...]:
    """A few sentences with pauses, and filled pauses in them."""
    at, said = draw(st.integers(0, 64)), []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=3, max_size=6)):
        for text in sentence.split():
            if draw(st.integers(0, 9)) == 0:
                said.append(Said("um", at, at + 24))
                at += 24 + draw(st.sampled_from([0, 40]))
            length = draw(st.integers(10, 24))
            said.append(Said(text, at, at + length))
            at += length + (draw(st.sampled_from([40, 64])) if text[-1] == "." else 0)
    return tuple(said)


def shifted(said: Sequence[Said], ticks: int) -> tuple[Said, ...]:
    """The same talk later."""
    return tuple(Said(s.text, s.begin + ticks, s.end + ticks) for s in said)


def end(said: Sequence[Said]) -> int:
    """The tick after the last word."""
    return said[-1].end


def answer(said: Sequence[Said], *, tick_s: float = TICK_S) -> Answer:
    """The talk as it would have been heard and understood."""
    words = tuple(
        Word(
            text=s.text,
            start_s=s.begin * tick_s,
            end_s=s.end * tick_s,
            probability=0.95,
            kind="filled_pause" if s.text == "um" else "word",
        )
        for s in said
    )
    text = " ".join(w.text for w in words if w.kind == "word")
    transcript = Transcript(text=text, language="en", model="hand", words=words)
    return Answer(question=None, transcript=transcript, sound=sound(said, tick_s))


def sound(said: Sequence[Said], tick_s: float) -> Sound:
    """Speech where words are, silence elsewhere."""
    speech: list[tuple[int, int]] = []
    for s in said:
        if speech and speech[-1][1] == s.begin:
            speech[-1] = (speech[-1][0], s.end)
        else:
            speech.append((s.begin, s.end))
    frames = end(said) + 32
    voiced = np.zeros(frames, dtype=bool)
    for first, last in speech:
        voiced[first:last] = True
    return Sound(
        duration_s=frames * tick_s,
        hop_s=tick_s,
        voice=voiced.astype(np.float32),
        level_dbfs=np.where(voiced, -20.0, -60.0).astype(np.float32),
        pitch_hz=np.where(voiced, 120.0, np.nan).astype(np.float32),
        speech=tuple((a * tick_s, b * tick_s) for a, b in speech),
        clipped_ratio=0.0,
        snr_db=40.0,
    )
