"""What the judge loses when answers are spoken and transcribed by Whisper.

40 of the building answers are said by the neural voice, kept in the cache, transcribed
by the base model, and judged beside their true text. One even voice without hesitation
or noise is the easiest speech there is, so the loss is a lower bound.
"""

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.counts import score
from benchmarks.labelled import (
    ELEMENTS,
    FIRST_WRITER,
    SECOND_WRITER,
    Labelled,
    elements,
    load,
    structure,
)
from simulator.ask.synthesis import render
from simulator.measure.structure import judge
from simulator.records import Answer, Question, Transcript
from simulator.resources import cache_folder
from simulator.sound import flac
from simulator.sound.resample import Resampler
from simulator.transcribe import open_transcriber

COUNT = 40
WORDS = (35, 105)
"""Longer ones take minutes each; shorter ones hold too little."""
MODEL = "base"


def spoken() -> dict[str, float]:
    """Accuracy on the true text and on the transcript of the same answers."""
    chosen = sample(load((*FIRST_WRITER, *SECOND_WRITER)))
    engine = open_transcriber(MODEL)
    pairs: list[tuple[Labelled, frozenset[str], frozenset[str]]] = []
    for answer in chosen:
        transcript = _kept(answer)
        if transcript is None:
            transcript = engine.transcribe(flac.read(_said(answer)))
            _text(answer).write_text(transcript.model_dump_json(), encoding="utf-8")
        asked = Question(id="q", text=answer.question, kind=answer.asked)
        heard = elements(judge(Answer(asked, transcript, None)))
        true = elements(structure(answer.text, answer.question, answer.asked))
        pairs.append((answer, true, heard))
        if true != heard:
            print(f"  {answer.id}: heard otherwise {sorted(true ^ heard)}")
    read = _accuracy([(a, t) for a, t, _ in pairs])
    said = _accuracy([(a, h) for a, _, h in pairs])
    print(f"\nspoken: {len(pairs)} answers, {read:.3f} on text, {said:.3f} on Whisper")
    return {
        "spoken_answers": float(len(pairs)),
        "spoken_text_accuracy": read,
        "spoken_whisper_accuracy": said,
        "spoken_loss_points": 100 * (read - said),
    }


def sample(answers: Sequence[Labelled]) -> list[Labelled]:
    """The same 40 for the same answers: stories mostly, of ordinary length."""
    fit = [a for a in answers if WORDS[0] <= len(a.text.split()) <= WORDS[1]]
    return random.Random(5).sample(fit, min(COUNT, len(fit)))


def _accuracy(found: Sequence[tuple[Labelled, frozenset[str]]]) -> float:
    return score([(e in a.has, e in f) for a, f in found for e in ELEMENTS]).accuracy


def _place(answer: Labelled, suffix: str) -> Path:
    key = hashlib.sha256(answer.text.encode()).hexdigest()[:12]
    folder = cache_folder() / "structure_spoken"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{answer.id}-{key}{suffix}"


def _text(answer: Labelled) -> Path:
    return _place(answer, f".{MODEL}.json")


def _kept(answer: Labelled) -> Transcript | None:
    path = _text(answer)
    if not path.is_file():
        return None
    return Transcript.model_validate_json(path.read_text(encoding="utf-8"))


def _said(answer: Labelled) -> Path:
    path = _place(answer, ".flac")
    if not path.is_file():
        samples, rate_hz = render(answer.text, voice="neural")
        resampler = Resampler(rate_hz, 1)
        first = resampler.push(samples.reshape(-1, 1))
        flac.write(path, np.concatenate([first, resampler.flush()]))
    return path
