"""One answer decoded while it is spoken, with an ear that is dull on purpose."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable

import numpy as np
import pytest

from simulator.errors import ModelError
from simulator.records import SAMPLE_RATE_HZ, Samples, Transcript
from simulator.transcribe.ear import Meanwhile, nothing
from simulator.transcribe.heard import Decoding, HeardWord, Passes
from simulator.transcribe.hearing import LiveHearing
from simulator.transcribe.settings import Settings
from simulator.transcribe.stream import Stream
from simulator.transcribe.whisper import Whisper


class DullEar:
    """Hears one word in each piece: how many tenths of a second it lasts."""

    def __init__(self) -> None:
        self.decoded: list[int] = []
        self.prepared: list[int] = []
        self.open = threading.Event()
        self.open.set()
        self.fails = False

    def passes(self, sound: Samples, meanwhile: Meanwhile = nothing) -> Passes:
        self.open.wait(10)
        if self.fails:
            raise RuntimeError("out of memory")
        self.decoded.append(len(sound))
        word = HeardWord(f"{len(sound) // 1600}", 0.5, len(sound) / 16_000 - 0.5, 0.9)
        said = Decoding((word,), mean_log_probability=-0.2)
        return Passes(said, said)

    def sketch(self, sound: Samples) -> str:
        return "perhaps"

    def prepare(self, sound: Samples) -> None:
        self.prepared.append(len(sound))


class LoudIsVoice:
    """Speech is what is not silent."""

    def probability(self, chunk: Samples) -> float:
        return float(np.abs(chunk).max() > 0.01)

    def reset(self) -> None:
        pass


def whisper(ear: DullEar) -> Whisper:
    return Whisper("dull", "en", ear, LoudIsVoice, Settings())


def until(happened: Callable[[], object], within_s: float = 10.0) -> bool:
    """Whether it happens in that time."""
    deadline = time.monotonic() + within_s
    while not happened() and time.monotonic() < deadline:
        time.sleep(0.01)
    return bool(happened())


def sound(*parts: tuple[bool, float]) -> Samples:
    """Buzzes and silences, (whether it buzzes, seconds)."""
    made = []
    for loud, seconds in parts:
        t = np.arange(round(seconds * SAMPLE_RATE_HZ)) / SAMPLE_RATE_HZ
        made.append((0.1 * loud * np.sin(2 * np.pi * 150 * t)).astype(np.float32))
    return np.concatenate(made)


ANSWER = sound(
    *((False, 1.0), (True, 6.0), (False, 2.0), (True, 9.0), (False, 0.5), (True, 3.0)),
    *((False, 1.5), (True, 0.7)),
)


def stream(ear: DullEar, samples: Samples, size: int) -> Transcript:
    hearing = whisper(ear).listen()
    for start in range(0, len(samples), size):
        hearing.accept(samples[start : start + size])
    return hearing.finish()


@pytest.mark.parametrize("size", [160, 512, 1600, 4001, 1 << 20])
def test_streamed_is_whole(size: int) -> None:
    """An answer that comes in pieces of any size has the words of the whole."""
    whole = whisper(DullEar()).transcribe(ANSWER)

    assert stream(DullEar(), ANSWER, size) == whole
    assert len(whole.words) >= 2


def test_accept_never_waits_and_words_settle() -> None:
    """While a piece is being decoded, sound is still taken at once; text only grows."""
    ear = DullEar()
    ear.open.clear()
    hearing = whisper(ear).listen()
    began = time.monotonic()
    for start in range(0, len(ANSWER), 1600):
        hearing.accept(ANSWER[start : start + 1600])
    assert time.monotonic() - began < 1.0
    assert hearing.words()[0] == ""

    ear.open.set()
    shares: list[float] = []
    transcript = hearing.finish(shares.append)
    settled, tentative = hearing.words()
    assert (settled, tentative) == (transcript.text, "")
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_failure_in_the_worker_is_told_by_finish() -> None:
    """What goes wrong in the thread is raised where the caller waits, in our words."""
    ear = DullEar()
    ear.fails = True
    hearing = whisper(ear).listen()
    hearing.accept(ANSWER)
    with pytest.raises(ModelError, match="out of memory"):
        hearing.finish()
    hearing.accept(ANSWER)
    hearing.drop()


def test_what_is_spoken_is_sketched_unless_its_words_are_due() -> None:
    """A look at a long piece would stand in the way of the real words."""
    hearing = whisper(DullEar()).listen()
    hearing.accept(sound((True, 9.0)))
    assert until(lambda: hearing.words()[1] == "perhaps")
    hearing.drop()

    hearing = whisper(DullEar()).listen()
    hearing.accept(sound((True, 11.0)))
    assert not until(lambda: hearing.words()[1], within_s=0.5)
    hearing.drop()


def test_silence_is_never_decoded() -> None:
    """A silent answer ends at once, empty, and the model is not asked."""
    ear = DullEar()

    assert stream(ear, sound((False, 30.0)), 1600).words == ()
    assert ear.decoded == []


def test_nothing_is_kept_of_silence() -> None:
    """Before the first word, and between words that are not yet a piece."""
    stream = Stream(LoudIsVoice())
    for part in ((False, 60.0), (True, 2.0), (False, 60.0), (True, 1.0)):
        for _ in range(4):
            stream.take(sound((part[0], part[1] / 4)))

    (piece,) = stream.end()
    assert len(stream.sound(piece)) == round(piece.duration_s * SAMPLE_RATE_HZ)
    kept_s = sum(len(frame) for frame in stream._frames.values()) / SAMPLE_RATE_HZ
    assert kept_s < 5.0


def test_an_answer_goes_on_after_a_failure_without_being_kept_twice() -> None:
    """The recording goes on; sound that nobody will decode is not queued."""
    ear = DullEar()
    ear.fails = True
    hearing = whisper(ear).listen()
    assert isinstance(hearing, LiveHearing)
    hearing.accept(ANSWER)
    hearing._worker.join(10)
    for _ in range(100):
        hearing.accept(ANSWER[:1600])

    assert hearing._queue.empty()
    with pytest.raises(ModelError, match="out of memory"):
        hearing.finish()


def test_dropped() -> None:
    """A dropped answer stops its thread; dropping twice and finishing are harmless."""
    hearing = whisper(DullEar()).listen()
    hearing.accept(ANSWER[:8000])
    hearing.drop()
    hearing.drop()
    assert hearing.finish().words == ()


ENDS_WHILE_DECODING = """
import threading, time, numpy as np
from simulator.transcribe import hearing, stream
inside = threading.Event()
class Voice:
    def reset(self): pass
    def probability(self, chunk): return float(np.abs(chunk).max() > 0.01)
def understand(piece, sound):
    inside.set()
    time.sleep(0.5)  # as the engine: long, and without Python's lock
    print("came out")
    return ()
begun = hearing.LiveHearing(stream.Stream(Voice()), understand, str, lambda w: None)
for k in range(40):
    begun.accept(np.full(8000, 0.1 if k % 20 < 15 else 0.0, np.float32))
inside.wait(10)
"""


def test_a_program_that_ends_lets_the_worker_come_out_of_the_engine() -> None:
    """Torn out of it, the engine would abort the program; nothing more is begun."""
    done = subprocess.run(
        [sys.executable, "-c", ENDS_WHILE_DECODING],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "came out\n", "")


def test_ready_when_silence_ends_the_answer() -> None:
    """What was said is decoded in the silence after it; finishing decodes nothing."""
    ear = DullEar()
    hearing = whisper(ear).listen()
    hearing.accept(sound((False, 0.5), (True, 2.0), (False, 1.5)))
    until = time.monotonic() + 5
    while not ear.decoded and time.monotonic() < until:
        time.sleep(0.01)
    assert len(ear.decoded) == 1

    hearing.accept(sound((False, 1.0)))
    assert len(hearing.finish().words) == 1
    assert len(ear.decoded) == 1


@pytest.mark.parametrize("length", [0, 1, 511])
def test_hardly_any_sound(length: int) -> None:
    """An empty or tiny recording gives an empty transcript."""
    samples = np.full(length, 0.1, np.float32)

    assert whisper(DullEar()).transcribe(samples).words == ()


def test_broken_samples() -> None:
    """Samples that are no numbers (a damaged float file) count as silence."""
    broken = ANSWER.copy()
    broken[1000:1400] = np.nan
    broken[2000] = np.inf

    assert len(whisper(DullEar()).transcribe(broken).words) >= 2


def test_progress_is_told_from_the_thread_that_waits() -> None:
    """Screens are drawn from one thread alone."""
    ear = DullEar()
    ear.open.clear()
    hearing = whisper(ear).listen()
    hearing.accept(ANSWER)
    told: list[tuple[str, float]] = []

    def progress(done: float) -> None:
        told.append((threading.current_thread().name, done))
        if len(told) == 3:  # waited long enough: the piece is understood now
            ear.open.set()

    hearing.finish(progress)

    assert {name for name, _ in told} == {threading.current_thread().name}
    shares = [done for _, done in told]
    assert len(shares) > 2
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_long_piece_is_prepared_while_its_pause_is_still_short() -> None:
    """It is the one that is waited for; what is prepared is what is decoded."""
    ear = DullEar()
    hearing = whisper(ear).listen()

    hearing.accept(sound((True, 9.0), (False, 0.25)))
    assert until(lambda: bool(ear.prepared))
    assert not ear.decoded
    hearing.accept(sound((False, 0.5)))
    hearing.finish()

    assert ear.decoded == ear.prepared


def test_a_short_piece_is_not_prepared() -> None:
    """More may join it; its sound is not all there yet."""
    ear = DullEar()
    hearing = whisper(ear).listen()
    hearing.accept(sound((True, 6.0), (False, 0.25)))
    hearing.finish()

    assert not ear.prepared
