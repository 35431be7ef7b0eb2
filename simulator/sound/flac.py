"""Answers on disk: FLAC, 16 kHz, 16 bit, mono.

Lossless, half the size of WAV, and every browser plays it. Written under a temporary
name and renamed: a FLAC without its end cannot be read, so a half-written one must
never bear the real name.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import numpy as np

from simulator.errors import RecordingError
from simulator.records import SAMPLE_RATE_HZ, Samples

from . import decode

BLOCK = 60 * SAMPLE_RATE_HZ
"""One minute at a time: the encoder's copies stay small for any length."""


def write(path: Path, samples: Samples) -> None:
    """Write samples (float32 in [-1, 1]) to `path`, wholly or not at all.

    Raises:
        RecordingError: the disk is full or the folder cannot be written to.
    """
    write_blocks(
        path, (samples[i : i + BLOCK] for i in range(0, max(len(samples), 1), BLOCK))
    )


def write_blocks(path: Path, blocks: Iterable[Samples]) -> None:
    """As `write`, from pieces, none of which is kept."""
    import soundfile

    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with (
            unfinished.open("wb") as file,
            soundfile.SoundFile(
                file, "w", SAMPLE_RATE_HZ, 1, subtype="PCM_16", format="FLAC"
            ) as sound,
        ):
            for block in blocks:
                sound.write(np.clip(block, -1.0, 1.0))
            sound.close()
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except (OSError, soundfile.LibsndfileError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RecordingError(
            f"{path} could not be written ({reason})",
            "Make room on the disk, or choose another folder.",
        ) from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def read(path: Path) -> Samples:
    """Read a recording that `write` wrote (other files go through `decode.read`).

    Raises:
        RecordingError: missing, damaged or empty.
    """
    return decode.read(path)
