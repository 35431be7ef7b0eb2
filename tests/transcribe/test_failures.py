"""What goes wrong inside the engine is told in our words, whichever pass it was."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from simulator.errors import ModelError
from simulator.transcribe.encoding import Encoder
from simulator.transcribe.engine import Engine
from simulator.transcribe.heard import Asked, Decoding
from simulator.transcribe.loading import loaded
from simulator.transcribe.settings import Decoder

SOUND = np.zeros(16_000, np.float32)
CLEAN, PROMPTED = [1], [2]


class Hurt(Engine):
    """An engine without weights whose passes fail as they are told to."""

    def __init__(self, failure: Exception, *failing: list[int]) -> None:
        self._decoder = Decoder()
        self._encoder = Encoder(
            SimpleNamespace(
                feature_extractor=lambda sound, padding: np.zeros((80, 100)),
                encode=lambda features: np.zeros((1, 2, 2), np.float32),
            ),
            self._decoder,
        )
        self._abreast = ThreadPoolExecutor(2, "let go")
        self._clean, self._prompted = CLEAN, PROMPTED
        self._terms = frozenset()
        self.failure, self.failing = failure, failing

    def _best(self, piece: object, prompt: list[int], beam: int) -> Decoding:
        if prompt in self.failing:
            raise self.failure
        return Decoding()

    def _probabilities(self, encoding: object, words: list[list[int]]) -> list[float]:
        raise self.failure


@pytest.mark.parametrize("failing", [(CLEAN,), (PROMPTED,), (CLEAN, PROMPTED)])
@pytest.mark.parametrize("failure", [RuntimeError("no room"), MemoryError()])
def test_a_pass_that_fails_is_one_error(
    failure: Exception, failing: tuple[list[int], ...]
) -> None:
    """Of one pass or of both; and the next piece can be decoded."""
    engine = Hurt(failure, *failing)

    with pytest.raises(ModelError, match=r"no room|MemoryError") as caught:
        engine.passes(SOUND)
    assert caught.value.next_step

    engine.failing = ()
    assert engine.passes(SOUND).clean == Decoding()


def test_a_question_that_fails_is_one_error() -> None:
    """The decoder is asked about fillers after its passes: that may fail too."""
    pytest.importorskip("ctranslate2")
    engine = Hurt(RuntimeError("no room"))
    engine._tokenizer = type("Tokens", (), {"encode": lambda _, text: [len(text)]})()

    passes = engine.passes(SOUND)
    with pytest.raises(ModelError, match="no room"):
        passes.likely(["so", "we"], [Asked(0, -4.5), Asked(1, -4.5)])


def test_a_language_that_whisper_does_not_know_is_not_the_models_fault(
    tmp_path: Path,
) -> None:
    """Nor is it told by a list of a hundred codes."""
    pytest.importorskip("ctranslate2")
    with pytest.raises(ModelError, match="knows no language 'xx'") as caught:
        loaded(tmp_path, "xx", Decoder())
    assert "en for English" in caught.value.next_step


def test_an_engine_that_is_let_go_leaves_no_thread() -> None:
    """Models are loaded anew for each posting's terms."""
    before = set(threading.enumerate())
    started: set[threading.Thread] = set()
    for _ in range(3):
        engine = Hurt(RuntimeError())
        engine.passes(SOUND)
        # By name, not by count: threads of other tests come and go meanwhile.
        started |= {it for it in threading.enumerate() if it.name.startswith("let go")}
    started -= before
    assert started
    del engine

    for thread in started:
        thread.join(timeout=5)
    assert not [thread for thread in started if thread.is_alive()]


class Waiting(Hurt):
    """Its clean pass lasts until the other work is done."""

    done = threading.Event()

    def _best(self, piece: object, prompt: list[int], beam: int) -> Decoding:
        if prompt == CLEAN:
            assert self.done.wait(10), "the other work was not begun"
        return super()._best(piece, prompt, beam)


def test_other_work_is_done_while_one_pass_waits_for_the_other() -> None:
    """By the processor that would stand idle."""
    engine = Waiting(RuntimeError())

    engine.passes(SOUND, meanwhile=engine.done.set)


def test_other_work_that_fails_leaves_the_words() -> None:
    """Who asks for what it would have given is told."""

    class Failing(Waiting):
        done = threading.Event()

    engine = Failing(RuntimeError())

    def other() -> None:
        engine.done.set()
        raise RuntimeError("no pitch")

    assert engine.passes(SOUND, other).clean == Decoding()
