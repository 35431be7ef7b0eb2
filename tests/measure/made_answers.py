"""Makes answers by hand: words with times in, an Answer with a matching Sound out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from simulator.records import Answer, Question, Sound, Transcript, Word

HOP_S = 0.016
SPEECH_DBFS = -20.0
FLOOR_DBFS = -60.0

FILLED = {"um", "uh", "er", "erm", "eh"}


def word(text: str, start_s: float | None, end_s: float | None, **more) -> Word:
    """One word; um and uh become filled pauses."""
    plain = text.strip(".,?!").lower()
    kind = "filled_pause" if plain in FILLED else "word"
    return Word(
        **{
            "text": text,
            "start_s": start_s,
            "end_s": end_s,
            "probability": 0.95,
            "kind": kind,
            **more,
        }
    )


def spoken(
    script: str,
    *,
    word_s: float = 0.3,
    lead_s: float = 0.0,
    tail_s: float = 0.0,
) -> tuple[tuple[Word, ...], float]:
    """Words of equal length; "[0.5]" is a silence of half a second.

    Returns the words and the duration.
    """
    at_s, words = lead_s, []
    for piece in script.split():
        if piece.startswith("["):
            at_s += float(piece.strip("[]"))
            continue
        words.append(word(piece, round(at_s, 6), round(at_s + word_s, 6)))
        at_s += word_s
    return tuple(words), at_s + tail_s


def sound(
    speech: Iterable[tuple[float, float]],
    duration_s: float,
    *,
    snr_db: float | None = 40.0,
    clipped_ratio: float = 0.0,
    pitch_hz: float = 120.0,
) -> Sound:
    """A Sound whose tracks follow the stretches of speech exactly."""
    merged: list[tuple[float, float]] = []
    for start_s, end_s in sorted(speech):
        if merged and start_s - merged[-1][1] < 1e-6:
            merged[-1] = (merged[-1][0], max(end_s, merged[-1][1]))
        else:
            merged.append((start_s, end_s))
    frames = int(np.ceil(duration_s / HOP_S))
    centres = (np.arange(frames) + 0.5) * HOP_S
    inside = np.zeros(frames, dtype=bool)
    for start_s, end_s in merged:
        inside |= (centres >= start_s) & (centres < end_s)
    return Sound(
        duration_s=duration_s,
        hop_s=HOP_S,
        voice=inside.astype(np.float32),
        level_dbfs=np.where(inside, SPEECH_DBFS, FLOOR_DBFS).astype(np.float32),
        pitch_hz=np.where(inside, pitch_hz, np.nan).astype(np.float32),
        speech=tuple(merged),
        clipped_ratio=clipped_ratio,
        snr_db=snr_db if merged else None,
    )


def answer(
    script: str,
    *,
    word_s: float = 0.3,
    lead_s: float = 0.0,
    tail_s: float = 0.0,
    question: Question | None = None,
    opened_after_s: float = 0.0,
) -> Answer:
    """A spoken answer from a script (see `spoken`)."""
    words, duration_s = spoken(script, word_s=word_s, lead_s=lead_s, tail_s=tail_s)
    return from_words(
        words, duration_s, question=question, opened_after_s=opened_after_s
    )


def from_words(
    words: Sequence[Word],
    duration_s: float,
    *,
    question: Question | None = None,
    opened_after_s: float = 0.0,
) -> Answer:
    """A spoken answer from words with times; the sound is speech where words are."""
    spans = [(w.start_s, w.end_s) for w in words if w.start_s is not None]
    text = " ".join(w.text for w in words if w.kind == "word")
    return Answer(
        question=question,
        transcript=Transcript(
            text=text, language="en", model="hand", words=tuple(words)
        ),
        sound=sound(spans, duration_s),
        opened_after_s=opened_after_s,
    )


def written(text: str, *, question: Question | None = None) -> Answer:
    """A written answer: words without times, no sound."""
    words = tuple(word(piece, None, None) for piece in text.split())
    return Answer(
        question=question,
        transcript=Transcript(text=text, language="en", model="typed", words=words),
        sound=None,
        ended_by="typed",
    )


def with_sound(made: Answer, **changes) -> Answer:
    """The same answer with tracks of its sound replaced."""
    assert made.sound is not None
    return replace(made, sound=replace(made.sound, **changes))
