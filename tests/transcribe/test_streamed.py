"""The words of a recording are the same, streamed or analysed afterwards."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.check.word_errors import spelled, word_error_rate
from simulator.listen.file import FileSource
from simulator.listen.heard import Desk
from simulator.listen.listening import listen
from simulator.records import Samples
from simulator.resources import shipped
from simulator.seams import Transcriber
from simulator.sound import decode
from simulator.sound.voice import SileroDetector
from simulator.transcribe import open_transcriber

pytestmark = pytest.mark.model

MOST = 0.01
"""Word error rate of one against the other: the promise."""
FASTER = 4.0
"""Times faster than speech: the worker now and then looks ahead, as in a live turn."""
FIXTURES = ("pauses.flac", "fillers.flac", "speech.mp3", "story_no_result.ogg")
PEOPLE = ("monologue/test.mp3", "monologue/cold_corpus.wav", "clean/jfk.flac")


class Paced(FileSource):
    """A recording at a multiple of the pace of speech."""

    def chunks(self) -> Iterator[Samples | None]:
        for chunk in super().chunks():
            if chunk is not None:
                time.sleep(len(chunk) / 16_000 / FASTER)
            yield chunk


@pytest.fixture(scope="module")
def transcriber(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Transcriber]:
    patch = pytest.MonkeyPatch()
    patch.setenv("MOCK_INTERVIEW_HOME", str(tmp_path_factory.mktemp("home")))
    try:
        yield open_transcriber("tiny.en")
    finally:
        patch.undo()


def must_agree(path: Path, transcriber: Transcriber) -> None:
    hearing = transcriber.listen()
    desk = Desk(lambda: None, lambda _: None)
    heard = listen(Paced(path), SileroDetector(), hearing, desk)
    hearing.end()
    streamed = hearing.finish()
    from_file = transcriber.transcribe(decode.read(path))

    assert heard.duration_s > 0
    said, again = (spelled(t.text) for t in (from_file, streamed))
    assert said
    assert word_error_rate(said, again) <= MOST
    # The promise is 1 %; cuts and decodings are in fact the very same.
    assert streamed.words == from_file.words


class Spoken(Paced):
    """The same as if it were spoken: what is kept of it has 16 bits."""

    live = True


def test_a_spoken_answer_has_the_words_of_what_is_kept_of_it(
    transcriber: Transcriber,
) -> None:
    """Also where the microphone gives more than 16 bits."""
    path = Path(shipped("audio_fixtures")) / "speech.mp3"
    hearing = transcriber.listen()
    desk = Desk(lambda: None, lambda _: None)
    heard = listen(Spoken(path), SileroDetector(), hearing, desk)
    streamed = hearing.finish()

    assert streamed.words
    assert streamed.words == transcriber.transcribe(heard.samples).words


@pytest.mark.parametrize("name", FIXTURES)
def test_made_speech(name: str, transcriber: Transcriber) -> None:
    must_agree(Path(shipped("audio_fixtures")) / name, transcriber)


@pytest.mark.parametrize("name", PEOPLE)
def test_human_speech(name: str, speech: Path, transcriber: Transcriber) -> None:
    must_agree(speech / name, transcriber)
