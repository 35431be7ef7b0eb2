"""One turn while it lasts: what becomes of each piece of sound and of each key.

Sound flows once, each piece in this order: to the disk, to the transcriber, to the
voice detector, to the screen. The disk comes first because everything after it may
fail. Every part hears the 16-bit samples that are kept, so live and file are the same.
"""

import math
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from simulator.errors import DeviceError, RecordingError
from simulator.events import EndHeard, Key, Level, LongAnswer, Note, Trouble, Words
from simulator.records import SAMPLE_RATE_HZ, EndedBy, Samples
from simulator.seams import AudioSource, VoiceDetector
from simulator.sound.level import clipped_ratio, moving_dbfs
from simulator.sound.sixteen_bits import STEP, quantised, restored

from .heard import Attending, Desk, ListenSettings
from .recording import PartFile
from .turn import FIRST_SPEECH_S, Decision, TurnTaker
from .wording import without_fillers

ECHO_TAIL_S = 0.3
"""After our own voice has left the loudspeaker: the room's echo of it."""
REOPEN_S = 1.5
"""After an end decided by silence, speech that begins within this time re-opens the
answer."""
LEVEL_EVERY_S = 0.1
"""Pace of level events."""
PAUSED, RECORDING = Note("Paused: nothing is recorded."), Note("Recording.")

ENDS: dict[Key, EndedBy] = {
    Key.END: "key",
    Key.REPEAT: "key",
    Key.RESTART: "key",
    Key.SKIP: "skip",
    Key.FINISH: "finish",
}


@dataclass
class Ongoing:
    """One turn, and what becomes of each piece of its sound."""

    source: AudioSource
    detector: VoiceDetector
    hearing: Attending | None
    desk: Desk
    part: PartFile | None
    settings: ListenSettings
    kept: list[NDArray[np.int16]] = field(default_factory=list)
    count: int = 0
    skip: int = 0
    paused: bool = False
    safe: bool = True
    decided: int | None = None
    """The samples after which silence decided the end; it may still be re-opened."""
    foreseen: bool = False
    """Whether the feedback to that end is worked out."""
    spoke_until_s: float = 0.0
    """When the last speech before that end was over."""
    held_back: list[Samples] = field(default_factory=list)
    """Sound after that end: it belongs to the answer only if the answer goes on."""
    spoken_since_s: float = 0.0
    """Speech after that end."""
    would_cut: int = 0
    cut_offs: int = 0
    level_at_s: float = 0.0
    nudged: bool = False
    asked_again: bool = False
    shown: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        chosen = self.settings
        words = self.hearing is not None
        ways = (chosen.patience, chosen.manual, words, chosen.replies)
        self.taker = TurnTaker(*ways)
        self.nudged = chosen.nudge_s is not None and chosen.before_s >= chosen.nudge_s

    @property
    def elapsed_s(self) -> float:
        """How much is kept so far."""
        return self.count / SAMPLE_RATE_HZ

    def discard(self, lag_s: float) -> None:
        """Throw our own voice away: what came, and what is still to be heard of it."""
        self.source.discard()
        self.skip = round((lag_s + ECHO_TAIL_S) * SAMPLE_RATE_HZ)

    def run(self) -> tuple[EndedBy, Key | None]:
        """Listen until something ends the turn."""
        chunks = self.source.chunks()
        for chunk in chunks:
            pressed = self.desk.key()
            if pressed in ENDS:
                self._take_the_rest(chunk, chunks)
                return ENDS[pressed], pressed
            self._steer(pressed)
            if self._take(chunk):
                if self.asked_again:
                    return "key", Key.REPEAT
                return "silence", None
            if self.elapsed_s >= self.settings.longest_s:
                self.desk.tell(
                    Trouble(
                        f"The answer is {self.elapsed_s / 60:.0f} minutes long",
                        "It ends here and is kept.",
                    )
                )
                return "trouble", None
        # A microphone's sound ends only when somebody has closed it.
        return ("trouble" if self.source.live else "end_of_file"), None

    def _take_the_rest(
        self, chunk: Samples | None, chunks: Iterator[Samples | None]
    ) -> None:
        """What was spoken before the key: a Bluetooth headset is a syllable behind."""
        left = round(self.source.behind_s * SAMPLE_RATE_HZ)
        self._take(chunk)
        with suppress(DeviceError):  # the key has ended it already
            while left > 0 and (chunk := next(chunks, None)) is not None:
                self._take(chunk[:left])
                left -= len(chunk)

    def _steer(self, pressed: Key | None) -> None:
        if pressed is Key.EXTEND:
            self.taker.extend()
            self._reopen()
            self.desk.tell(Note("Take your time."))
        elif pressed is Key.PAUSE:
            self.paused = not self.paused
            self._reopen()
            self.taker.begin_waiting()
            self.detector.reset()
            if self.paused:
                now_s = self.settings.before_s + self.elapsed_s
                self.desk.tell(Level(-math.inf, False, False, now_s, paused=True))
            self.desk.tell(PAUSED if self.paused else RECORDING)

    def _take(self, chunk: Samples | None) -> bool:
        """Keep a piece of sound; whether silence has ended the turn for good."""
        if chunk is None or self.paused:
            return False
        skipped = min(self.skip, len(chunk))
        self.skip -= skipped
        if skipped == len(chunk):
            return False
        sound = self._keep(chunk[skipped:])
        # Words may hang on the last bit: a file's are those that it has by itself.
        self._pass_on(sound if self.source.live else chunk[skipped:])
        probability = self.detector.probability(sound)
        decision = self.taker.step(probability, self.elapsed_s, self._words())
        self._show_level(sound)
        self._nudge()
        return self._decide(decision, len(sound) / SAMPLE_RATE_HZ)

    def _keep(self, chunk: Samples) -> Samples:
        numbers = quantised(chunk)
        sound = restored(numbers)
        self.kept.append(numbers)
        self.count += len(numbers)
        if self.part is not None and self.safe:
            try:
                self.part.append(sound)
            except RecordingError as error:
                self.safe = False
                self.desk.tell(Trouble(error.what, error.next_step))
        return sound

    def _pass_on(self, sound: Samples) -> None:
        """To the transcriber. While an end may be re-opened it waits: a breath then
        would become a word beyond the end."""
        if self.hearing is None:
            return
        if self.decided is not None and self.source.live:
            self.held_back.append(sound)
            # Nothing new, but a worker that waits for sound looks at what it has.
            sound = sound[:0]
        self.hearing.accept(sound)

    def pass_on_the_rest(self) -> None:
        """The answer holds what came after the end decided by silence too."""
        while self.held_back and self.hearing is not None:
            self.hearing.accept(self.held_back.pop(0))

    def _words(self) -> str:
        if self.hearing is None:
            return ""
        settled, tentative = self.hearing.words()
        words = (without_fillers(settled), without_fillers(tentative))
        if words != self.shown:
            self.shown = words
            self.desk.tell(Words(*words))
        return f"{settled} {tentative}"

    def _show_level(self, sound: Samples) -> None:
        if self.elapsed_s < self.level_at_s:
            return
        self.level_at_s = self.elapsed_s + LEVEL_EVERY_S * 0.99
        self.desk.tell(
            Level(
                level_dbfs=moving_dbfs(sound),
                speaking=self.taker.speaking,
                clipped=clipped_ratio(sound) > 0,
                elapsed_s=self.settings.before_s + self.elapsed_s,
            )
        )

    def _nudge(self) -> None:
        """One line, once, and never aloud; who has not begun is not long."""
        limit_s, before_s = self.settings.nudge_s, self.settings.before_s
        began_s = 0.0 if before_s else self.taker.first_speech_s
        if self.nudged or limit_s is None or began_s is None:
            return
        lasts_s = before_s + self.elapsed_s - began_s
        if lasts_s >= limit_s:
            self.nudged = True
            self.desk.tell(LongAnswer(lasts_s))

    def _decide(self, decision: Decision, length_s: float) -> bool:
        if self.decided is not None:
            return self._after_the_end(length_s)
        if decision is Decision.END:
            self._end()
        elif not self.source.live:
            return False
        elif decision in (Decision.NOTHING_HEARD, Decision.SAY_AGAIN):
            self.asked_again = decision is Decision.SAY_AGAIN
            return True
        elif decision is not Decision.WAIT:
            lag_s = self.desk.prompt(decision)
            if lag_s is not None:
                self.discard(lag_s)
        return False

    def _end(self) -> None:
        """Silence has decided; what can be worked out is worked out meanwhile."""
        self.decided, self.foreseen = self.count, False
        self.spoke_until_s, self.spoken_since_s = self.taker.last_speech_s, 0.0
        if self.source.live:
            self.desk.tell(EndHeard())
            self._foresee()

    def _after_the_end(self, length_s: float) -> bool:
        """Re-opened by speech, or final; a click or a breath is no first word."""
        assert self.decided is not None
        decided_s = self.decided / SAMPLE_RATE_HZ
        if self.taker.speaking:
            self.spoken_since_s += length_s
        if round(self.spoken_since_s, 6) >= FIRST_SPEECH_S:
            if self.source.live:
                self.cut_offs += 1
            else:
                self.would_cut += 1
            self.taker.cut_off()
            self._reopen()
            return False
        if not self.source.live:
            return False
        self._foresee()
        return self.elapsed_s - decided_s >= REOPEN_S and not self.taker.speaking

    def _foresee(self) -> None:
        if not self.foreseen:
            count = self.decided
            self.foreseen = self.desk.foresee(lambda: self.sound(count))

    def _reopen(self) -> None:
        if self.decided is not None and self.source.live:
            self.desk.tell(EndHeard(reopened=True))
        self.decided = None
        self.pass_on_the_rest()

    def sound(self, count: int | None = None) -> Samples:
        """The samples kept, or the first `count` of them."""
        # An hour is 115 MB as kept and 230 MB as samples; no third copy is made of it.
        none = np.zeros(0, np.float32)
        samples: Samples = np.concatenate([none, *self.kept], dtype=np.float32)
        samples /= np.float32(STEP)
        return samples[:count]

    def close(self) -> bool:
        """Close the part file; whether all of the answer is in it."""
        if self.part is None:
            return True
        try:
            if self.safe:
                # Ctrl-C may have come between keeping a piece and writing it.
                self.part.append(self.sound()[self.part.samples :])
            self.part.close()
        except RecordingError as error:
            self.desk.tell(Trouble(error.what, error.next_step))
            return False
        return self.safe
