"""Cuts sound into pieces of 5 to 14 s at pauses, from voice probabilities alone.

Pure and causal: probabilities of 32 ms go in one at a time, a piece comes out as soon
as it is certain. A whole recording takes the same path, so its cuts are the same as
those of a live answer, frame for frame.

Why pieces: Whisper loses whole sentences when it is prompted over 30 s, and the prompt
reaches only the first window. Why 5 to 14 s: shorter ones lack context, longer ones
need a long (slow) encoder window. Silence is never decoded: it makes Whisper invent.
"""

import math
from dataclasses import dataclass

import numpy as np

from simulator.records import SAMPLE_RATE_HZ, Samples

from .settings import Cutting

FRAME_SAMPLES = 512
"""Silero's frame: 32 ms at 16 kHz."""

FRAME_S = FRAME_SAMPLES / SAMPLE_RATE_HZ


@dataclass(frozen=True)
class Piece:
    """Stretches of one recording, decoded together, long silences left out.

    `spans` are (first sample, one past the last), in order, not overlapping; `voice`
    are those parts of them in which somebody speaks.
    """

    spans: tuple[tuple[int, int], ...]
    voice: tuple[tuple[int, int], ...] = ()

    @property
    def start_s(self) -> float:
        """Where the piece begins in the recording."""
        return self.spans[0][0] / SAMPLE_RATE_HZ

    @property
    def end_s(self) -> float:
        """Where the piece ends in the recording."""
        return self.spans[-1][1] / SAMPLE_RATE_HZ

    @property
    def duration_s(self) -> float:
        """Length of the sound kept, without what was left out."""
        return sum(end - start for start, end in self.spans) / SAMPLE_RATE_HZ

    def sound(self, samples: Samples) -> Samples:
        """The kept sound, cut out of the whole recording."""
        return np.concatenate([samples[start:end] for start, end in self.spans])

    def voice_s(self) -> tuple[tuple[float, float], ...]:
        """Where somebody speaks, in seconds of the kept sound."""
        found, before = [], 0
        for start, end in self.spans:
            for first, last in self.voice:
                if start <= first < end:
                    shift = before - start
                    found.append(
                        (
                            (first + shift) / SAMPLE_RATE_HZ,
                            (min(last, end) + shift) / SAMPLE_RATE_HZ,
                        )
                    )
            before += end - start
        return tuple(found)

    def recording_time(self, time_s: float, *, ending: bool = False) -> float:
        """Map a time of the kept sound to the recording's clock.

        On a seam the time belongs to the later span, or with `ending` to the earlier.
        """
        left = round(time_s * SAMPLE_RATE_HZ)
        for start, end in self.spans:
            size = end - start
            if left < size or (ending and left == size):
                return (start + left) / SAMPLE_RATE_HZ
            left -= size
        return self.end_s


class Cutter:
    """Takes voice probabilities frame by frame, gives finished pieces.

    A frame is kept when somebody speaks within `margin_s` of it; so a pause longer than
    twice the margin is shortened to that. A piece ends

    - at such a long pause, once it holds `shortest_s`;
    - at a pause of `pause_s`, once it holds `ripe_s`;
    - at the longest dip of its second part, when it reaches `longest_s`; where there is
      none, after the frame there that is the least like speech.
    """

    def __init__(self, cutting: Cutting | None = None) -> None:
        self._cutting = cutting or Cutting()
        self._margin = round(self._cutting.margin_s / FRAME_S)
        self._voiced: list[bool] = []
        self._spoken_until = 0
        """Frames up to the last voiced one."""
        self._likeness: dict[int, float] = {}
        """Probabilities of frames not yet given or left out."""
        self._left_out: list[int] = []
        self._open: list[int] = []
        """Frames kept and not yet given out."""
        self._judged = 0
        """Frames whose keeping is decided."""
        self._speaking = False
        self._run = 0

    def push(self, probability: float) -> tuple[Piece, ...]:
        """Take the next frame's probability of speech."""
        cutting = self._cutting
        at = cutting.stay_at if self._speaking else cutting.voice_at
        self._run = self._run + 1 if probability >= at else 0
        self._speaking = self._run > 0
        self._likeness[len(self._voiced)] = probability
        self._voiced.append(False)
        # A lone frame is a click; once a second follows, the first was speech too.
        least = cutting.least_frames
        if self._run >= least:
            self._voiced[-least:] = [True] * least
            self._spoken_until = len(self._voiced)
        pending = self._run if self._run < least else 0
        return self._judge(len(self._voiced) - pending)

    def unfinished(self) -> Piece | None:
        """What is kept so far and not yet given out, up to now."""
        frames = self._pending()
        return self._piece(frames) if self._has_voice(frames) else None

    def _pending(self) -> list[int]:
        return self._open + [
            k for k in range(self._judged, len(self._voiced)) if self._kept(k)
        ]

    def resting(self) -> bool:
        """Whether nothing more joins the unfinished piece while silence lasts.

        True 0.4 s after its last word, once its margin is full (a piece long enough to
        be cut within the pause has been cut by then).
        """
        return self.silent_s >= (self._margin + 1) * FRAME_S

    def coming(self) -> Piece | None:
        """The piece that is finished if this pause goes on until it is long enough.

        None where the piece is not ripe, or its end has not been heard yet.
        """
        cutting, frames = self._cutting, self._pending()
        silent = len(self._voiced) - self._spoken_until
        enough = math.ceil(round(cutting.pause_s / FRAME_S, 6))
        held = len(frames) - silent + enough
        if not (
            0 < silent < enough <= self._margin
            and cutting.ripe_s <= held * FRAME_S < cutting.longest_s
        ):
            return None
        end = held - enough // 2
        return self._piece(frames[:end]) if end <= len(frames) else None

    @property
    def silent_s(self) -> float:
        """Seconds since somebody last spoke, or since the beginning."""
        return (len(self._voiced) - self._spoken_until) * FRAME_S

    def left_out(self) -> list[int]:
        """Frames that are in no piece, so far as is known and not yet told."""
        told, self._left_out = self._left_out, []
        return told

    def end(self) -> tuple[Piece, ...]:
        """The sound is over: give out what is left."""
        done = list(self._judge(len(self._voiced), over=True))
        if self._has_voice(self._open):
            done.append(self._piece(self._open))
        self._open = []
        return tuple(done)

    def _kept(self, frame: int) -> bool:
        near = self._voiced[max(0, frame - self._margin) : frame + self._margin + 1]
        return any(near)

    def _has_voice(self, frames: list[int]) -> bool:
        return any(self._voiced[k] for k in frames)

    def _judge(self, certain: int, *, over: bool = False) -> tuple[Piece, ...]:
        """Judge what can be: of `certain` frames it is known whether they are voiced.

        A frame after speech is kept whatever follows, so a piece is finished as soon as
        the pause behind it is long enough; one after silence waits for the speech that
        may come within the margin.
        """
        done = []
        while self._judged < certain:
            frame = self._judged
            kept = self._kept(frame)
            if not (kept or over or frame + self._margin < certain):
                break
            self._judged += 1
            if kept:
                self._open.append(frame)
            else:
                del self._likeness[frame]
                self._left_out.append(frame)
            cut = self._cut_before(frame)
            if cut:
                done.append(self._piece(self._open[:cut]))
                for given in self._open[:cut]:
                    del self._likeness[given]
                self._open = self._open[cut:]
        return tuple(done)

    def _cut_before(self, frame: int) -> int:
        """How many of the open frames make a finished piece now; 0 for none."""
        cutting, held = self._cutting, len(self._open)
        if held * FRAME_S < cutting.shortest_s or not self._has_voice(self._open):
            return 0
        if self._open[-1] != frame:
            return held
        silent = self._silent_run(held)
        if held * FRAME_S >= cutting.ripe_s and silent * FRAME_S >= cutting.pause_s:
            return held - silent // 2
        if held * FRAME_S >= cutting.longest_s:
            return self._longest_dip()
        return 0

    def _silent_run(self, end: int) -> int:
        count = 0
        while count < end and not self._voiced[self._open[end - count - 1]]:
            count += 1
        return count

    def _longest_dip(self) -> int:
        """Middle of the longest unvoiced run of the part that may be cut.

        Without any, the end of its frame that is least like speech, of equals the last:
        in 8 stretches of human speech (4 s and more) it was by 10 dB and more quieter
        than usual there each time, at any place once in five.
        """
        first = round(self._cutting.shortest_s / FRAME_S)
        best, longest, run = self._least_like_speech(first), 0, 0
        for position in range(first, len(self._open)):
            run = 0 if self._voiced[self._open[position]] else run + 1
            if run >= max(longest, 1):
                best, longest = position + 1 - run // 2, run
        return best

    def _least_like_speech(self, first: int) -> int:
        part = range(first, len(self._open))
        likeness = [self._likeness[self._open[position]] for position in part]
        if not likeness:
            return len(self._open)
        return len(self._open) - likeness[::-1].index(min(likeness))

    def _piece(self, frames: list[int]) -> Piece:
        return Piece(_runs(frames), _runs([k for k in frames if self._voiced[k]]))


def _runs(frames: list[int]) -> tuple[tuple[int, int], ...]:
    """Stretches of samples that consecutive frames make."""
    spans: list[tuple[int, int]] = []
    for frame in frames:
        start, end = frame * FRAME_SAMPLES, (frame + 1) * FRAME_SAMPLES
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)
