"""The waveform as a page draws it: lowest and highest sample of each short stretch.

Computed once and cached: an hour of sound is read in blocks and becomes some hundred
kilobytes, so a page stays smooth whatever its length. One byte a peak (int8, 127 is
full scale) is finer than a screen's pixel.
"""

import hashlib
import json
import os
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .. import atomic
from ..errors import SessionError
from ..records import SAMPLE_RATE_HZ
from ..sound import decode

FINE_PER_S, COARSE_PER_S = 50, 20
FINE_UNTIL_S = 20 * 60.0
"""50 a second show a single "um" (0.2 s) as ten bars. An hour at 20 is 144 kB."""

_MAGIC = b"MIPK1\n"


@dataclass(frozen=True)
class Peaks:
    """A waveform: `low` and `high` hold one int8 a stretch of 1 / `per_s` seconds."""

    duration_s: float
    per_s: int
    low: bytes
    high: bytes

    def body(self) -> bytes:
        """low, high, low, high, ... as int8: what the page's canvas reads."""
        both = np.frombuffer(self.low + self.high, np.int8).reshape(2, -1)
        return both.T.tobytes()


def peaks(audio: Path, cache: Path) -> Peaks:
    """The peaks of a recording, from the cache where they are there and still true.

    Args:
        audio: the recording.
        cache: folder for what can be made again; made if missing.

    Raises:
        RecordingError: the recording is missing or unreadable.
    """
    kept = cache / f"{audio.stem}.peaks"
    state = _state(audio)
    found = _read(kept, state)
    if found is not None:
        return found
    made = compute(audio)
    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic.write(kept, _packed(made, state))
    except (OSError, SessionError):
        pass  # a full disk costs time, not the waveform
    return made


def compute(audio: Path) -> Peaks:
    """Read a recording once, in blocks of ten seconds."""
    fine: list[np.ndarray] = []
    samples = 0
    size = SAMPLE_RATE_HZ // FINE_PER_S
    for block in decode.blocks(audio, block_s=10.0):
        samples += len(block)
        fine.append(_extremes(block, size))
    both = np.concatenate(fine)
    per_s = FINE_PER_S
    if samples / SAMPLE_RATE_HZ > FINE_UNTIL_S:
        per_s, step = COARSE_PER_S, FINE_PER_S / COARSE_PER_S
        edges = np.floor(np.arange(0, len(both), step)).astype(int)
        low = np.minimum.reduceat(both[:, 0], edges)
        high = np.maximum.reduceat(both[:, 1], edges)
    else:
        low, high = both[:, 0], both[:, 1]
    return Peaks(samples / SAMPLE_RATE_HZ, per_s, _int8(low), _int8(high))


def _extremes(block: np.ndarray, size: int) -> np.ndarray:
    """(lowest, highest) of each `size` samples; the last stretch may be shorter."""
    room = -len(block) % size
    padded = np.pad(block, (0, room), mode="edge") if room else block
    shaped = padded.reshape(-1, size)
    return np.stack([shaped.min(axis=1), shaped.max(axis=1)], axis=1)


def _int8(values: np.ndarray) -> bytes:
    return bytes(np.clip(np.rint(values * 127), -127, 127).astype(np.int8).tobytes())


def _state(audio: Path) -> str:
    """Changes whenever the recording does."""
    try:
        status = os.stat(audio)
    except OSError:
        return ""
    told = f"{audio.name} {status.st_size} {status.st_mtime_ns}"
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def _packed(made: Peaks, state: str) -> bytes:
    head = json.dumps(
        {"state": state, "duration_s": made.duration_s, "per_s": made.per_s}
    ).encode()
    return _MAGIC + struct.pack("<I", len(head)) + head + made.low + made.high


def _read(path: Path, state: str) -> Peaks | None:
    """What the cache holds; None where it is missing, of another state or damaged."""
    try:
        data = path.read_bytes()
        if not state or not data.startswith(_MAGIC):
            return None
        start = len(_MAGIC) + 4
        (length,) = struct.unpack("<I", data[len(_MAGIC) : start])
        head = json.loads(data[start : start + length])
        body = data[start + length :]
        if head["state"] != state or len(body) % 2 or not body:
            return None
        half = len(body) // 2
        return Peaks(
            float(head["duration_s"]), int(head["per_s"]), body[:half], body[half:]
        )
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return None
