"""What every `Transcriber` promises: the scripted one, and Whisper's smallest."""

import itertools
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fakes import ScriptedTranscriber

from simulator.records import Samples
from simulator.resources import shipped
from simulator.seams import Transcriber
from simulator.sound import decode

SAID = (
    "I looked after the night shift in a hotel for two years. Most evenings were "
    "quiet, so I rewrote the handover notes that we used every morning."
)
SILENCE = np.zeros(32_000, np.float32)

Make = Callable[..., Transcriber]


def scripted(*answers: str) -> Transcriber:
    return ScriptedTranscriber(*answers)


def whisper(*answers: str) -> Transcriber:
    from simulator.transcribe import open_transcriber

    return open_transcriber("tiny.en")


every = pytest.mark.parametrize(
    "make", [scripted, pytest.param(whisper, marks=pytest.mark.model)]
)


@pytest.fixture(scope="module")
def speech() -> Samples:
    return decode.read(Path(shipped("audio_fixtures")) / "speech.mp3")


def plain(text: str) -> list[str]:
    return [word.strip(".,").lower() for word in text.split()]


@every
def test_silence_has_no_words(make: Make) -> None:
    """At once or live, and for no sound at all."""
    transcriber = make("", "", "")
    hearing = transcriber.listen()
    hearing.accept(SILENCE)

    found = [
        transcriber.transcribe(SILENCE),
        transcriber.transcribe(SILENCE[:0]),
        hearing.finish(),
    ]

    assert [transcript.text for transcript in found] == ["", "", ""]
    assert [transcript.words for transcript in found] == [(), (), ()]


@every
def test_live_and_afterwards_give_the_same_words(make: Make, speech: Samples) -> None:
    """One answer, streamed in pieces of 0.1 s and read as a whole."""
    transcriber = make(SAID, SAID)
    hearing = transcriber.listen()
    for start in range(0, len(speech), 1600):
        hearing.accept(speech[start : start + 1600])

    hearing.end()
    live = hearing.finish()
    afterwards = transcriber.transcribe(speech)

    assert live.words == afterwards.words
    assert plain(live.text)[:6] == ["i", "looked", "after", "the", "night", "shift"]
    assert live.model == transcriber.model


@every
def test_words_stand_in_order_on_the_clock(make: Make, speech: Samples) -> None:
    """Each ends after it starts, and none starts before the one before it."""
    words = make(SAID).transcribe(speech).words

    starts = [word.start_s for word in words]
    assert starts == sorted(starts)
    assert all(word.start_s < word.end_s for word in words)
    assert all(0.0 <= word.probability <= 1.0 for word in words)


@every
def test_settled_text_never_changes(make: Make, speech: Samples) -> None:
    """It only grows; what may still change is kept apart."""
    hearing = make(SAID).listen()
    seen = [hearing.words()[0]]
    for start in range(0, len(speech), 1600):
        hearing.accept(speech[start : start + 1600])
        seen.append(hearing.words()[0])
    hearing.finish()

    assert seen[0] == ""
    for before, after in itertools.pairwise(seen):
        assert after.startswith(before)


@every
def test_what_is_foreseen_is_what_comes_if_nothing_more_is_said(
    make: Make, speech: Samples
) -> None:
    """Not before all is understood, and then the words that `finish` gives."""
    hearing = make(SAID).listen()
    hearing.accept(speech[: len(speech) // 4])
    early = hearing.foreseen()
    hearing.accept(speech[len(speech) // 4 :])
    foreseen = None
    until = time.monotonic() + 30.0
    while foreseen is None and time.monotonic() < until:
        hearing.accept(SILENCE[:1600])
        time.sleep(0.02)
        foreseen = hearing.foreseen()

    assert early is None
    assert foreseen is not None
    assert foreseen.text
    assert hearing.finish() == foreseen


@every
def test_an_answer_can_be_dropped(make: Make, speech: Samples) -> None:
    """Before its end (a restart), after it, and twice."""
    transcriber = make(SAID, SAID)
    dropped = transcriber.listen()
    dropped.accept(speech[:16_000])
    dropped.drop()
    dropped.drop()
    finished = transcriber.listen()
    finished.accept(SILENCE)
    finished.finish()
    finished.drop()


@every
def test_progress_runs_to_the_end(make: Make, speech: Samples) -> None:
    """From 0 to 1, never back."""
    done: list[float] = []

    make(SAID).transcribe(speech, done.append)

    assert done == sorted(done)
    assert done[-1] == 1.0
    assert min(done) >= 0.0
