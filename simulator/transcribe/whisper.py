"""The transcriber: Whisper behind the seam `Transcriber`, live and on whole recordings.

Both take one path: `Stream` cuts, `understand` turns a piece into words, `assemble`
joins pieces. A live answer only differs in who waits.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from simulator.records import SAMPLE_RATE_HZ, Samples, Transcript, Word
from simulator.seams import Hearing, Progress, VoiceDetector

from .ear import Ear
from .evidence import evidence
from .gaps import foresee
from .hearing import LiveHearing
from .joining import join
from .pieces import Piece
from .settings import Settings
from .stream import Stream

BLOCK_SAMPLES = 10 * SAMPLE_RATE_HZ
"""Whole recordings go through the stream so much at a time, for the progress shown."""


@dataclass
class Whisper:
    """Words, fillers too, with their times, in one language.

    Args:
        model: its name, for the record.
        language: two letters, for the record.
        ear: the model.
        detector: makes a voice detector for each answer.
        settings: all thresholds.
    """

    model: str
    language: str
    ear: Ear
    detector: Callable[[], VoiceDetector]
    settings: Settings

    def listen(self) -> Hearing:
        """Begin one answer; it is decoded while it is spoken."""
        return LiveHearing(
            stream=self._stream(),
            understand=self.understand,
            sketch=self.ear.sketch,
            assemble=self.assemble,
            prepare=self.ear.prepare,
        )

    def transcribe(
        self, samples: Samples, progress: Progress | None = None
    ) -> Transcript:
        """A whole recording at once; the same words as `listen` gives.

        Raises:
            ModelError: the engine failed.
        """
        stream, total = self._stream(), max(1, len(samples))
        words: list[Word] = []
        for start in range(0, len(samples), BLOCK_SAMPLES):
            for piece in stream.take(samples[start : start + BLOCK_SAMPLES]):
                words += self.understand(piece, stream.sound(piece))
                stream.forget(piece)
                if progress:
                    progress(min(1.0, piece.end_s * SAMPLE_RATE_HZ / total))
        for piece in stream.end():
            words += self.understand(piece, stream.sound(piece))
        if progress:
            progress(1.0)
        return self.assemble(words)

    def understand(self, piece: Piece, sound: Samples) -> tuple[Word, ...]:
        """One piece's words, on the recording's clock."""
        found = evidence(sound, self.settings.fillers)
        passes = self.ear.passes(sound, meanwhile=partial(foresee, found))
        heard = join(passes, found, self.settings)
        return tuple(_placed(word, piece) for word in heard)

    def assemble(self, words: Iterable[Word]) -> Transcript:
        """The transcript; its text reads as one would write it, without fillers."""
        kept = tuple(words)
        return Transcript(
            text=" ".join(word.text for word in kept if word.kind == "word"),
            language=self.language,
            model=self.model,
            words=kept,
        )

    def _stream(self) -> Stream:
        return Stream(self.detector(), self.settings.cutting)


def _placed(word: Word, piece: Piece) -> Word:
    start_s = piece.recording_time(word.start_s or 0.0)
    end_s = piece.recording_time(word.end_s or 0.0, ending=True)
    return word.model_copy(
        update={"start_s": round(start_s, 3), "end_s": round(max(start_s, end_s), 3)}
    )
