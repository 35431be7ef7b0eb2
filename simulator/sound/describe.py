"""All that the sound itself says about an answer, on one time grid.

Voice, level and pitch share a hop of 16 ms so that measures can lay them over one
another without resampling. Everything runs in short blocks: memory beyond the
samples themselves stays at a few MB, for an hour too.
"""

import numpy as np
from numpy.typing import NDArray

from simulator.records import SAMPLE_RATE_HZ, Samples, Sound

from . import edges, level, offset, pitch, timbre, voice

HOP = pitch.HOP
HOP_S = pitch.HOP_S

ENOUGH_S = 0.3
"""Less speech or less background says nothing about their ratio."""
NOISY_SNR_DB = 15.0
"""Below it words and pauses become doubtful (research notes, project's choice)."""
LARGEST_SNR_DB = 80.0
"""Beyond this it is digital silence or a studio; the number says nothing more."""


NEAR_HOPS = 16
"""0.26 s: further from a frame that may be speech no stretch of speech reaches (edges
lie up to 0.1 s outside, gaps up to 0.21 s are closed)."""


class Describing:
    """Sound that is described while it is still coming.

    What costs time (voice, pitch) is done as it comes, in blocks of 2 s; what needs the
    whole (the edges of speech, its level) is quick. The result is the same to the last
    bit as that of the whole recording at once, which takes this very path.
    """

    def __init__(self) -> None:
        self._voice = voice.Voice()
        self._pitch = pitch.Pitch(voice.BLOCK // HOP)
        self._timbre = timbre.Timbre()
        self.samples = 0
        """How many have come."""

    def push(self, samples: Samples) -> None:
        """Take the next sound, 16 kHz mono."""
        self.samples += len(samples)
        for start in range(0, len(samples), voice.BLOCK):
            self._voice.push(samples[start : start + voice.BLOCK])
            self._pitch.push(samples[start : start + voice.BLOCK])
            self._timbre.push(samples[start : start + voice.BLOCK])
            self._settle()

    def sound(self, samples: Samples) -> Sound:
        """The description, as if the recording ended here; more may come after.

        Args:
            samples: all that was pushed.
        """
        frames = -(-len(samples) // HOP)
        probabilities = self._voice.so_far()
        speech = voice.spans(probabilities, samples)
        voiced = np.repeat(probabilities, voice.FRAME // HOP)[:frames]
        pitch_hz = self._pitch.so_far(_spoken(voiced, speech))
        level_dbfs = level.track(samples, HOP, about=offset.of(samples))
        return Sound(
            duration_s=len(samples) / SAMPLE_RATE_HZ,
            hop_s=HOP_S,
            voice=voiced,
            level_dbfs=level_dbfs,
            pitch_hz=pitch_hz,
            speech=speech,
            clipped_ratio=level.clipped_ratio(samples),
            snr_db=_snr_db(level_dbfs, voiced),
            narrow_band=self._timbre.narrow_band(probabilities),
            second_voice=self._timbre.second_voice(pitch_hz),
        )

    def _settle(self) -> None:
        """Track the pitch of the block before the last: what it hangs on is known."""
        known = self._voice.blocks
        while self._pitch.settled < len(known) - 1:
            at = self._pitch.settled
            around = np.repeat(
                np.concatenate(known[max(0, at - 1) : at + 2]), voice.FRAME // HOP
            )
            hops = voice.BLOCK // HOP
            first = 0 if at == 0 else hops - NEAR_HOPS
            last = (1 if at == 0 else 2) * hops + NEAR_HOPS
            perhaps = around[first:last] >= edges.SURELY_SILENT
            self._pitch.settle(bool(perhaps.any()))


def describe(samples: Samples) -> Sound:
    """Describe 16 kHz mono sound, shape (n_samples,); no samples give empty tracks."""
    describing = Describing()
    describing.push(samples)
    return describing.sound(samples)


def hides_silence(sound: Sound) -> bool:
    """Whether silence is hard to tell, so that a key had better end answers."""
    noisy = sound.snr_db is not None and sound.snr_db < NOISY_SNR_DB
    return noisy or sound.second_voice


def _spoken(
    voiced: NDArray[np.float32], speech: tuple[tuple[float, float], ...]
) -> NDArray[np.bool_]:
    """Hops in which somebody may speak: fans and hum have a pitch too."""
    centres_s = (np.arange(len(voiced)) + 0.5) * HOP_S
    inside = np.zeros(len(voiced), np.bool_)
    for start_s, end_s in speech:
        first, last = np.searchsorted(centres_s, (start_s, end_s))
        inside[first:last] = True
    return inside | (voiced >= edges.SURELY_SILENT)


def _snr_db(
    level_dbfs: NDArray[np.float32], voiced: NDArray[np.float32]
) -> float | None:
    """Speech level (mean power) over background level (median power), in dB.

    The speech's own power is had by taking the background's from it. The median leaves
    coughs and doors out of the background. None with under 0.3 s of either.
    """
    power = 10 ** (level_dbfs.astype(np.float64) / 10)
    enough = ENOUGH_S / HOP_S
    spoken = power[voiced >= voice.ENTER]
    quiet = power[voiced < edges.SURELY_SILENT]
    if len(spoken) < enough or len(quiet) < enough:
        return None
    ratio = float(np.mean(spoken) / np.median(quiet)) - 1
    if ratio <= 1:
        return 0.0
    return min(LARGEST_SNR_DB, float(10 * np.log10(ratio)))
