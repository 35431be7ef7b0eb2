"""What the sound says about an answer, described once and cached.

Describing costs about a second a minute of sound; a person who rejects a filler wants
the counts at once. Who cannot have them at once is told how far it has come.
"""

import contextlib
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np

from .. import atomic
from ..errors import SessionError
from ..records import SAMPLE_RATE_HZ, Samples, Sound
from ..sound import decode
from ..sound.describe import Describing

STEP_S = 10
"""Between two words about how far it has come; whole blocks of what is described."""

Told = Callable[[float], None]
"""Is told which share of the recording has been listened to, 0 to 1."""

_VERSION = 2
"""Raised when `describe` finds something else in the same sound."""


def described(audio: Path, cache: Path, told: Told | None = None) -> Sound:
    """The description of a recording; RecordingError where it cannot be read."""
    kept = cache / f"{audio.stem}.sound.npz"
    state = _state(audio)
    found = _read(kept, state)
    if found is None:
        found = _heard(decode.read(audio), told)
        with contextlib.suppress(OSError, SessionError):
            cache.mkdir(mode=0o700, parents=True, exist_ok=True)
            atomic.write(kept, _packed(found, state))
    return found


def known(audio: Path, cache: Path) -> bool:
    """Whether the recording is described already."""
    try:
        with np.load(cache / f"{audio.stem}.sound.npz", allow_pickle=False) as held:
            return str(held["state"]) == _state(audio) != ""
    except Exception:
        return False  # as in _read


def _heard(samples: Samples, told: Told | None) -> Sound:
    describing, step = Describing(), STEP_S * SAMPLE_RATE_HZ
    for start in range(0, len(samples), step):
        describing.push(samples[start : start + step])
        if told:
            told(min(1.0, (start + step) / len(samples)))
    return describing.sound(samples)


def _state(audio: Path) -> str:
    with contextlib.suppress(OSError):
        status = audio.stat()
        return f"{_VERSION} {status.st_size} {status.st_mtime_ns}"
    return ""


def _packed(sound: Sound, state: str) -> bytes:
    body = io.BytesIO()
    snr_db = np.nan if sound.snr_db is None else sound.snr_db
    np.savez_compressed(
        body,
        state=np.array(state),
        numbers=np.array([sound.duration_s, sound.hop_s, sound.clipped_ratio, snr_db]),
        doubts=np.array([sound.narrow_band, sound.second_voice]),
        voice=sound.voice,
        level_dbfs=sound.level_dbfs,
        pitch_hz=sound.pitch_hz,
        speech=np.array(sound.speech, np.float64).reshape(-1, 2),
    )
    return body.getvalue()


def _read(path: Path, state: str) -> Sound | None:
    """What the cache holds; None where it is missing, of another state or damaged."""
    try:
        with np.load(path, allow_pickle=False) as held:
            if not state or str(held["state"]) != state:
                return None
            duration_s, hop_s, clipped, snr_db = map(float, held["numbers"])
            return Sound(
                duration_s=duration_s,
                hop_s=hop_s,
                voice=held["voice"],
                level_dbfs=held["level_dbfs"],
                pitch_hz=held["pitch_hz"],
                speech=tuple((float(a), float(b)) for a, b in held["speech"]),
                clipped_ratio=clipped,
                snr_db=None if np.isnan(snr_db) else snr_db,
                narrow_band=bool(held["doubts"][0]),
                second_voice=bool(held["doubts"][1]),
            )
    except Exception:
        # zipfile, zlib and numpy each have their own ways to say "damaged".
        return None
