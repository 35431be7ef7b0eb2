"""Sound in, finished pieces out: voice detection and cutting, joined.

Sound is taken in frames of exactly 512 samples, whatever the chunks are, and each frame
goes to the detector by itself: its numbers, and so the cuts and the words, are then the
same to the last bit whether an answer is spoken or read from a file.
"""

import numpy as np

from simulator.records import Samples
from simulator.seams import VoiceDetector

from .pieces import FRAME_SAMPLES, Cutter, Piece
from .settings import Cutting


class Stream:
    """One recording on its way through the cutter, kept until it is understood.

    Of silence nothing is kept: an hour of it would be 230 MB.
    """

    def __init__(self, detector: VoiceDetector, cutting: Cutting | None = None) -> None:
        detector.reset()
        self._detector = detector
        self._cutter = Cutter(cutting)
        self._rest = np.zeros(0, np.float32)
        self._frames: dict[int, Samples] = {}
        """By number, in order, those that are or may be in a piece."""
        self._count = 0

    def take(self, chunk: Samples) -> tuple[Piece, ...]:
        """Take the next sound; pieces that it finished."""
        if not np.isfinite(chunk).all():
            chunk = np.nan_to_num(chunk, nan=0.0, posinf=1.0, neginf=-1.0)
        sound = np.concatenate([self._rest, chunk.astype(np.float32, copy=False)])
        whole = len(sound) - len(sound) % FRAME_SAMPLES
        self._rest = sound[whole:]
        done: list[Piece] = []
        for start in range(0, whole, FRAME_SAMPLES):
            frame = sound[start : start + FRAME_SAMPLES]
            self._frames[self._count] = frame.copy()
            self._count += 1
            done += self._cutter.push(self._detector.probability(frame))
            for number in self._cutter.left_out():
                del self._frames[number]
        return tuple(done)

    def end(self) -> tuple[Piece, ...]:
        """The sound is over: what is left. The last frame is filled up with silence."""
        missing = -len(self._rest) % FRAME_SAMPLES
        done = self.take(np.zeros(missing, np.float32))
        return done + self._cutter.end()

    def unfinished(self) -> Piece | None:
        """What is not yet given out, up to now."""
        return self._cutter.unfinished()

    def coming(self) -> Piece | None:
        """The piece that is finished in a moment if the pause goes on."""
        return self._cutter.coming()

    def resting(self) -> bool:
        """Whether the unfinished piece stays as it is while silence lasts."""
        return self._cutter.resting()

    @property
    def silent_s(self) -> float:
        """Seconds since somebody last spoke."""
        return self._cutter.silent_s

    def sound(self, piece: Piece) -> Samples:
        """A piece's sound, its speech brought to one level.

        Level changes Whisper's words (a recording at -20 dB lost some); leading silence
        too, which the cutter has left out.
        """
        from simulator.sound import level

        parts = [
            self._frames[number]
            for start, end in piece.spans
            for number in range(start // FRAME_SAMPLES, end // FRAME_SAMPLES)
        ]
        return level.normalised(np.concatenate(parts), piece.voice_s())

    def forget(self, piece: Piece) -> None:
        """Let go of all sound up to the end of a piece: later ones begin after it."""
        until = piece.spans[-1][1] // FRAME_SAMPLES
        for number in [n for n in self._frames if n < until]:
            del self._frames[number]
