"""What a room, a microphone and a line do to dry speech; length never changes.

Numpy alone and seeded, so that the same script gives the same bytes on one machine. The
truth speaks of the dry sound: reverberation lets a phrase sound on into its pause.
"""

import numpy as np
from numpy.typing import NDArray

from .script import Script, SoundSettings
from .voices import phrase

DIRECT_OVER_ROOM_DB = 6.0
"""Direct sound over reverberation at desk distance from the microphone."""

TELEPHONE_HZ = (300.0, 3400.0)
"""ITU-T G.712's pass band."""

SECOND_CHANNEL_GAIN = 10 ** (-1.5 / 20)
"""The right microphone is a little further away."""

BABBLE = (
    "The train was late again",
    "we could paint the kitchen yellow",
    "my sister has two dogs",
    "they moved to the second floor",
)


def with_effects(
    dry: NDArray[np.float32], speech: NDArray[np.bool_], script: Script
) -> NDArray[np.float32]:
    """The recording as the file holds it.

    Args:
        dry: mono speech with zeros between phrases, shape (n,).
        speech: which samples belong to phrases, shape (n,).
        script: its `sound` and `seed` are used.

    Returns:
        Shape (n, channels), in [-1, 1].
    """
    sound = script.sound
    level = _rms(dry[speech]) if speech.any() else 0.0
    gain = 10 ** (sound.level_dbfs / 20) / level if level else 1.0
    channels = [
        _channel(dry * gain * SECOND_CHANNEL_GAIN**k, sound, (script.seed, k))
        for k in range(sound.channels)
    ]
    recorded = np.stack(channels, axis=1)
    if sound.clip_db:
        peak = float(np.abs(recorded).max()) or 1.0
        recorded *= 10 ** (sound.clip_db / 20) / peak
    return np.clip(recorded, -1.0, 1.0).astype(np.float32)


def _channel(
    speech: NDArray[np.floating], sound: SoundSettings, seed: tuple[int, int]
) -> NDArray[np.float64]:
    rng = np.random.default_rng(seed)
    heard = speech.astype(np.float64)
    if sound.reverberation_s:
        heard = _in_a_room(heard, sound.reverberation_s, sound.rate_hz, rng)
    if sound.noise:
        heard = heard + _noise(sound, len(heard), rng) * _noise_rms(sound)
    if sound.telephone:
        heard = _band(heard, sound.rate_hz, *TELEPHONE_HZ)
    return heard


def _noise_rms(sound: SoundSettings) -> float:
    if sound.noise_dbfs is not None:
        return float(10 ** (sound.noise_dbfs / 20))
    assert sound.snr_db is not None
    return float(10 ** ((sound.level_dbfs - sound.snr_db) / 20))


def _noise(
    sound: SoundSettings, n: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Noise of RMS 1."""
    if sound.noise == "babble":
        noise = _babble(n, sound.rate_hz, rng)
    else:
        noise = rng.standard_normal(n)
        if sound.noise == "room":
            noise = _room_tone(noise, sound.rate_hz)
    return noise / (_rms(noise) or 1.0)


def _room_tone(white: NDArray[np.float64], rate_hz: int) -> NDArray[np.float64]:
    """Ventilation and distant traffic: amplitude falls with frequency (pink), no DC."""
    spectrum = np.fft.rfft(white)
    hz = np.fft.rfftfreq(len(white), 1 / rate_hz)
    shape = np.where(hz < 40.0, 0.0, 1.0 / np.sqrt(np.maximum(hz, 40.0)))
    return np.fft.irfft(spectrum * shape, len(white))


def _babble(n: int, rate_hz: int, rng: np.random.Generator) -> NDArray[np.float64]:
    """Several people talking at once, each from another place in another sentence."""
    mixed = np.zeros(n)
    for text in BABBLE:
        for speed in (0.85, 1.0):
            said = phrase(text, "neural", speed, rate_hz).astype(np.float64)
            looped = np.resize(said, n + len(said))
            start = int(rng.integers(len(said)))
            mixed += looped[start : start + n] / _rms(said)
    return mixed


def _in_a_room(
    dry: NDArray[np.float64], rt60_s: float, rate_hz: int, rng: np.random.Generator
) -> NDArray[np.float64]:
    """Convolved with noise that falls by 60 dB in `rt60_s` (Moorer 1979)."""
    t_s = np.arange(round(rt60_s * rate_hz)) / rate_hz
    tail = rng.standard_normal(len(t_s)) * 10 ** (-3.0 * t_s / rt60_s)
    tail *= 10 ** (-DIRECT_OVER_ROOM_DB / 20) / np.sqrt(np.sum(tail**2))
    tail[0] += 1.0
    size = len(dry) + len(tail)
    wet = np.fft.irfft(np.fft.rfft(dry, size) * np.fft.rfft(tail, size), size)
    return np.asarray(wet[: len(dry)])


def _band(
    samples: NDArray[np.float64], rate_hz: int, low_hz: float, high_hz: float
) -> NDArray[np.float64]:
    hz = np.fft.rfftfreq(len(samples), 1 / rate_hz)
    rise = 1 / (1 + (low_hz / np.maximum(hz, 1e-3)) ** 12)
    fall = 1 / (1 + (hz / high_hz) ** 24)
    shaped = np.fft.rfft(samples) * np.sqrt(rise * fall)
    return np.fft.irfft(shaped, len(samples))


def _rms(samples: NDArray[np.floating]) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
