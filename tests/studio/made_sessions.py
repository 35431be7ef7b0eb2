"""Kept sessions whose sound is real (the shipped demo) and whose words are its truth.

Words share their phrase's time evenly. No Whisper is needed, and everything else is the
product's own: sound described, answers judged, folders written by the store.
"""

import shutil
import tomllib
from functools import cache
from pathlib import Path

from simulator.answer import Given, judge_samples
from simulator.ask import banks
from simulator.keep import FolderStore
from simulator.records import Question, Session, Transcript, Turn, Word
from simulator.resources import shipped
from simulator.sound import decode

SOUNDS = {"conflict": "demo_story", "deadline": "demo_ramble"}
FILLED = {"um", "uh"}
ID = "2026-11-22T101533Z-demo-7f3a"


@cache
def transcript(name: str) -> Transcript:
    """The truth of a shipped recording as a transcript."""
    truth = tomllib.loads(
        (shipped("audio_fixtures") / f"{name}.truth.toml").read_text()
    )
    words = [w for phrase in truth["phrases"] for w in _words(phrase)]
    text = " ".join(w.text for w in words if w.kind == "word")
    return Transcript(text=text, language="en", model="truth", words=tuple(words))


def _words(phrase: dict) -> list[Word]:
    pieces = phrase["text"].split()
    step_s = (phrase["end_s"] - phrase["start_s"]) / len(pieces)
    return [
        Word(
            text=piece,
            start_s=round(phrase["start_s"] + n * step_s, 3),
            end_s=round(phrase["start_s"] + (n + 1) * step_s, 3),
            probability=0.95,
            kind="filled_pause" if piece in FILLED else "word",
        )
        for n, piece in enumerate(pieces)
    ]


def repeated(turn: Turn, times: int) -> Turn:
    """The same words again and again, each time later; its marks stay the first's."""
    length_s = turn.duration_s or 0.0
    words = tuple(
        word.model_copy(
            update={
                "start_s": round((word.start_s or 0.0) + n * length_s, 3),
                "end_s": round((word.end_s or 0.0) + n * length_s, 3),
            }
        )
        for n in range(times)
        for word in turn.transcript.words
    )
    text = " ".join([turn.transcript.text] * times)
    said = turn.transcript.model_copy(update={"words": words, "text": text})
    return turn.model_copy(update={"duration_s": times * length_s, "transcript": said})


def questions() -> tuple[Question, ...]:
    return banks.load("demo").questions[:2]


@cache
def turns() -> tuple[Turn, ...]:
    """A good story and a ramble, judged once a test run."""
    made = []
    for number, question in enumerate(questions(), 1):
        name = SOUNDS[question.id]
        stem = f"{number:02d}-{question.id}"
        given = Given(
            question=question, stem=stem, ended_by="key", audio=f"{stem}.flac"
        )
        samples = decode.read(shipped("audio_fixtures") / f"{name}.flac")
        made.append(judge_samples(samples, transcript(name), given))
    return tuple(made)


def session(id: str = ID, **fields: object) -> Session:
    at = f"{id[:13]}:{id[13:15]}:{id[15:17]}+00:00"
    filled = {
        "started_at": at,
        "candidate": "Sam",
        "bank": "demo",
        "questions": questions(),
        "turns": turns(),
        "finished": True,
        **fields,
    }
    return Session(id=id, **filled)


def keep(store: FolderStore, id: str = ID, **fields: object) -> Path:
    """Write a session with its sound; returns its folder."""
    made = session(id, **fields)
    folder = store.create(made)
    for turn in made.turns:
        if turn.audio:
            name = SOUNDS[turn.question.id]
            shutil.copy(shipped("audio_fixtures") / f"{name}.flac", folder / turn.audio)
    return folder
