"""Any recording becomes 16 kHz mono samples, streamed.

PyAV reads every container a phone or a meeting tool writes. Frames are resampled as
they come, so an hour at 48 kHz never stands in memory at its own rate. A recording that
breaks off (a crash, a full disk) keeps what can be decoded: somebody said it.
"""

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from simulator.errors import RecordingError
from simulator.records import SAMPLE_RATE_HZ, Samples

from .resample import HIGHEST_RATE_HZ, LOWEST_RATE_HZ, Resampler

SHORTEST_S = 0.1
"""Shorter than any word, and shorter than a damaged header's worth of noise."""
LONGEST_S = 4 * 3600.0
"""230 MB an hour: memory for what is read stays under 1 GB, whatever a file claims to
hold."""

KNOWN_FORMATS = "WAV, FLAC, MP3, M4A, OGG or WebM"

# A playlist can name addresses: nothing of ours may fetch one.
_LOCAL_ONLY = {"protocol_whitelist": "file"}


def read(path: Path) -> Samples:
    """The whole recording, 16 kHz mono float32 in [-1, 1], shape (n_samples,).

    Raises:
        RecordingError: missing, a folder, empty, no audio in it, unreadable, samples
            that are not numbers, or longer than four hours.
    """
    # It grows where it lies: joined from pieces it would stand in memory twice.
    whole = bytearray()
    for piece in blocks(path, block_s=10.0):
        whole += piece.tobytes()
        if len(whole) > LONGEST_S * SAMPLE_RATE_HZ * piece.itemsize:
            raise RecordingError(
                f"{path} is longer than {LONGEST_S / 3600:.0f} hours",
                "Cut it into one file an answer.",
            )
    return np.frombuffer(whole, np.float32)


def blocks(path: Path, block_s: float = 0.1) -> Iterator[Samples]:
    """The recording in pieces of `block_s` (the last one shorter), nothing else kept.

    Raises:
        RecordingError: as `read`, when the first piece is asked for; later only for
            samples that are not numbers.
    """
    size = max(1, round(block_s * SAMPLE_RATE_HZ))
    waiting: list[Samples] = []
    held = 0
    given = False
    for piece in _resampled(path):
        waiting.append(piece)
        held += len(piece)
        if held < size or (not given and held <= SHORTEST_S * SAMPLE_RATE_HZ):
            continue
        whole = np.concatenate(waiting)
        full = len(whole) - len(whole) % size
        for start in range(0, full, size):
            given = True
            yield whole[start : start + size]
        waiting, held = [whole[full:]], len(whole) - full
    if not given and held <= SHORTEST_S * SAMPLE_RATE_HZ:
        raise RecordingError(
            f"{path} holds only {held / SAMPLE_RATE_HZ:.2f} s of sound",
            "Was it cut off while it was saved? Record it again.",
        )
    whole = np.concatenate(waiting)
    for start in range(0, len(whole), size):
        yield whole[start : start + size]


def _resampled(path: Path) -> Iterator[Samples]:
    """16 kHz mono in pieces as the decoder gives them."""
    resampler: Resampler | None = None
    for frame, rate_hz in _frames(path):
        channels = frame.shape[1]
        if resampler is None or (rate_hz, channels) != (
            resampler.rate_hz,
            resampler.channels,
        ):
            # Joined streams may change rate half-way (some radio and phone recordings).
            if resampler is not None:
                yield resampler.flush()
            resampler = Resampler(rate_hz, channels)
        yield resampler.push(frame)
    if resampler is not None:
        yield resampler.flush()


def _frames(path: Path) -> Iterator[tuple[NDArray[np.float32], int]]:
    """Decoded frames (n, channels) with their rate; damaged packets are skipped."""
    import av

    _must_be_a_file(path)
    try:
        # A Python file, not a name: a name like "http://..." would be fetched.
        with (
            path.open("rb") as file,
            av.open(file, metadata_errors="ignore", options=_LOCAL_ONLY) as container,
        ):
            if not container.streams.audio:
                raise RecordingError(
                    f"There is no sound in {path}",
                    f"Give a recording ({KNOWN_FORMATS}).",
                )
            yield from _decoded(container, path)
    except av.FFmpegError as error:
        raise RecordingError(
            f"{path} cannot be read as a recording ({error.strerror})",
            f"Give {KNOWN_FORMATS}, or convert it first.",
        ) from None
    except OSError as error:
        raise RecordingError(
            f"{path} cannot be opened ({error.strerror})",
            "Check that you may read it.",
        ) from None


def _decoded(container: Any, path: Path) -> Iterator[tuple[NDArray[np.float32], int]]:
    import av

    stream = container.streams.audio[0]
    # Only the sample format is changed here (planar float); rate and channels are ours.
    planar = av.AudioResampler(format="fltp")
    frames_given = 0
    try:
        for packet in container.demux(stream):
            try:
                frames = [f for raw in packet.decode() for f in planar.resample(raw)]
            except av.FFmpegError:
                continue
            except ValueError:
                # The channel layout changed half-way.
                planar = av.AudioResampler(format="fltp")
                continue
            for frame in frames:
                planes = np.asarray(frame.to_ndarray(), np.float32)
                yield _checked(planes, frame.sample_rate, path)
                frames_given += 1
    except av.FFmpegError:
        # The end is missing. What came before it was said and counts.
        if not frames_given:
            raise


def _checked(
    planes: NDArray[np.float32], rate_hz: int, path: Path
) -> tuple[NDArray[np.float32], int]:
    if not np.isfinite(planes).all():
        raise RecordingError(
            f"{path} holds samples that are not numbers",
            "It is damaged; export it again from the program it came from.",
        )
    if not LOWEST_RATE_HZ <= rate_hz <= HIGHEST_RATE_HZ:
        raise RecordingError(
            f"{path} says it has {rate_hz} samples a second", "It is damaged."
        )
    return np.clip(planes, -1.0, 1.0).T, rate_hz


def _must_be_a_file(path: Path) -> None:
    try:
        status = path.stat()
    except OSError as error:
        raise RecordingError(
            f"There is no recording at {path} ({error.strerror})", "Check the name."
        ) from None
    except ValueError:
        raise RecordingError(f"{str(path)!r} is no file name", "Check it.") from None
    if stat.S_ISDIR(status.st_mode):
        raise RecordingError(f"{path} is a folder", "Name the recordings in it.")
    if not stat.S_ISREG(status.st_mode):
        raise RecordingError(f"{path} is not a file", "Give a recording.")
    if status.st_size == 0:
        raise RecordingError(f"{path} is empty (0 bytes)", "Record it again.")
