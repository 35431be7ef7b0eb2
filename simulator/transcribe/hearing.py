"""One answer, decoded while it is spoken: a queue and one worker thread.

The worker takes finished pieces first. When it has nothing else to do it looks ahead:
while the speaker is silent it decodes the unfinished piece for good (if the answer ends
there, the words are ready), while they speak it sketches it every two seconds.

`accept` only queues. What fails in the worker is told by `finish`, never lost.
"""

import atexit
import queue
import threading
import time
import weakref
from collections.abc import Callable, Iterable

from simulator.errors import ModelError, SimulatorError
from simulator.records import SAMPLE_RATE_HZ, Samples, Transcript, Word
from simulator.seams import Progress

from .pieces import Piece
from .stream import Stream

SKETCH_EVERY_S = 2.0
"""Rarer than a reader's glance, and cheap: a sketch takes about half a second."""

SKETCHED_MOST_S = 10.0
"""Of a longer piece a sketch takes a second, in which the answer may end, and the real
words, due in four seconds at most, would come so much later."""

PAUSE_S = 0.15
"""Longer than a stop consonant: the speaker pauses, or has finished."""

PROGRESS_EVERY_S = 0.1
"""Told by whoever waits: screens are drawn from one thread alone."""

SLACK_SAMPLES = SAMPLE_RATE_HZ // 2
"""Sound that may lie in the queue while the words before it are taken for all: asked
for only after 1.5 s of silence and more, so it is silence too."""

LAST_WAIT_S = 3.0
"""At the program's end, for the step at hand; usually about one second."""

Understand = Callable[[Piece, Samples], tuple[Word, ...]]


def as_spoken(words: Iterable[Word]) -> str:
    """All that was said, fillers too: an "um" at the end shows that more is to come."""
    sure = (word for word in words if word.certainty != "possible")
    return " ".join(word.text for word in sure if word.kind != "fragment")


class LiveHearing:
    """The seam `Hearing` over a stream and a function that understands a piece."""

    def __init__(
        self,
        stream: Stream,
        understand: Understand,
        sketch: Callable[[Samples], str],
        assemble: Callable[[Iterable[Word]], Transcript],
        prepare: Callable[[Samples], None] = lambda _: None,
    ) -> None:
        self._stream = stream
        self._understand = understand
        self._sketch = sketch
        self._assemble = assemble
        self._prepare = prepare
        self._queue: queue.SimpleQueue[Samples | None] = queue.SimpleQueue()
        self._waiting: list[Piece] = []
        self._words: list[Word] = []
        self._text = ("", "")
        """(settled, tentative); as one, or a piece that settles would be read twice."""
        self._ahead: tuple[Piece, tuple[Word, ...]] | None = None
        self._accepted = self._taken = 0
        """Samples that came, and those the worker has looked at."""
        self._foreseen: tuple[int, Transcript] | None = None
        """Samples looked at, and all words if only silence follows them."""
        self._sketched_at = 0.0
        self._sketched: Piece | None = None
        self._prepared: Piece | None = None
        self._ended = False
        self._dropped = threading.Event()
        self._total = 0
        self._failure: BaseException | None = None
        self._worker = threading.Thread(
            target=self._work, name="transcriber", daemon=True
        )
        self._worker.start()
        _begun.add(self)

    def accept(self, chunk: Samples) -> None:
        """Take the next sound; returns at once."""
        if not self._dropped.is_set() and self._failure is None:
            self._accepted += len(chunk)
            self._queue.put(chunk.copy())

    def words(self) -> tuple[str, str]:
        """(settled, tentative) text so far; settled text only grows."""
        return self._text

    @property
    def behind(self) -> int:
        """Finished pieces that are not yet understood, the one at hand among them."""
        return len(self._waiting)

    def foreseen(self) -> Transcript | None:
        """All words, if nothing more is said; None while some are not understood."""
        foreseen = self._foreseen
        if foreseen is None or self._accepted - foreseen[0] > SLACK_SAMPLES:
            return None
        return foreseen[1]

    def end(self) -> None:
        """No more sound comes: the worker goes on to what is left."""
        self._queue.put(None)

    def finish(self, progress: Progress | None = None) -> Transcript:
        """Wait for what is left and return all words.

        Raises:
            ModelError: the worker failed; what it had understood is in `words()`.
        """
        self._queue.put(None)
        while self._worker.is_alive():
            self._worker.join(PROGRESS_EVERY_S)
            if progress and self._total:
                progress(max(0.0, 1 - len(self._waiting) / self._total))
        if isinstance(self._failure, SimulatorError):
            raise self._failure
        if self._failure is not None:
            raise ModelError(
                f"the transcription stopped: {self._failure}",
                "The recording is safe; transcribe it with `mock-interview analyze`.",
            ) from self._failure
        if progress:
            progress(1.0)
        return self._assemble(self._words)

    def drop(self) -> None:
        """Stop after the piece at hand, without a result. May be called twice."""
        self._dropped.set()
        self._queue.put(None)

    def _work(self) -> None:
        try:
            while not (self._dropped.is_set() or self._done()):
                self._listen()
                if self._dropped.is_set():
                    return
                self._foresee()
                if self._waiting:
                    self._settle(self._waiting[0])
                    del self._waiting[0]
                elif not self._ended:
                    self._look_ahead()
        except BaseException as failure:  # told by finish(), in the caller's thread
            self._failure = failure

    def _done(self) -> bool:
        return self._ended and not self._waiting

    def _listen(self) -> None:
        """Take all that is queued; wait for more only when there is nothing to do."""
        idle = not self._waiting and not self._ended
        try:
            chunk = self._queue.get(block=idle, timeout=SKETCH_EVERY_S)
            while not self._dropped.is_set():
                self._take(chunk)
                chunk = self._queue.get_nowait()
        except queue.Empty:
            return

    def _take(self, chunk: Samples | None) -> None:
        if self._ended:
            return
        if chunk is None:
            self._ended = True
            self._waiting += self._stream.end()
            self._total = len(self._waiting)
        else:
            self._waiting += self._stream.take(chunk)
            self._taken += len(chunk)

    def _settle(self, piece: Piece) -> None:
        if self._ahead and self._ahead[0] == piece:
            words = self._ahead[1]
        else:
            words = self._understand(piece, self._stream.sound(piece))
        self._ahead = None
        self._stream.forget(piece)
        self._words += words
        self._text = (as_spoken(self._words), "")

    def _foresee(self) -> None:
        """Tell whether every word is understood, should it end here."""
        piece = self._stream.unfinished()
        ahead = self._ahead if piece is not None else (piece, ())
        if self._waiting or self._ended or ahead is None or ahead[0] != piece:
            self._foreseen = None
        elif self._foreseen is None:
            words = self._assemble((*self._words, *ahead[1]))
            self._foreseen = (self._taken, words)
        else:
            self._foreseen = (self._taken, self._foreseen[1])

    def _look_ahead(self) -> None:
        piece = self._stream.unfinished()
        if piece is None or piece in (self._sketched, self._ahead and self._ahead[0]):
            return
        if self._stream.resting():
            self._ahead = (piece, self._understand(piece, self._stream.sound(piece)))
            self._text = (self._text[0], as_spoken(self._ahead[1]))
            self._foresee()
        elif self._stream.silent_s >= PAUSE_S:
            # A sketch would delay the real words, due in a moment.
            self._prepare_for(self._stream.coming())
        elif piece.duration_s > SKETCHED_MOST_S:
            return
        elif time.monotonic() - self._sketched_at >= SKETCH_EVERY_S:
            sketched = self._sketch(self._stream.sound(piece))
            self._text = (self._text[0], sketched)
            self._sketched = piece
            self._sketched_at = time.monotonic()

    def _prepare_for(self, coming: Piece | None) -> None:
        """The long pieces are those that are waited for: begin with what is certain."""
        if coming is not None and coming != self._prepared:
            self._prepare(self._stream.sound(coming))
            self._prepared = coming


_begun: weakref.WeakSet[LiveHearing] = weakref.WeakSet()
"""Those that may still have a worker."""


@atexit.register
def _end_in_order() -> None:
    """Let workers come out of the engine: Python would tear them out of it at the
    program's end, and the engine then aborts the program."""
    for hearing in (begun := list(_begun)):
        hearing.drop()
    for hearing in begun:
        hearing._worker.join(LAST_WAIT_S)
