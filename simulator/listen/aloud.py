"""A recording that answers audibly: heard in the room while it is being listened to.

The demonstration plays its answers, so that whoever tries the product hears what it
hears. Playing sets the pace; where nothing can be played, the file is simply read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from simulator.records import SAMPLE_RATE_HZ, Samples

from .file import FileSource


class AudibleFile(FileSource):
    """A `FileSource` that plays each piece before handing it on."""

    def __init__(self, path: Path, device: int | str | None = None) -> None:
        super().__init__(path)
        self._device = device

    def chunks(self) -> Iterator[Samples | None]:
        """The recording in pieces of 0.1 s, at the pace at which it plays."""
        stream = _opened(self._device)
        try:
            for piece in super().chunks():
                if stream is not None and piece is not None:
                    stream = _played(stream, piece)
                yield piece
        finally:
            if stream is not None:
                stream.close(ignore_errors=True)


def _opened(device: int | str | None) -> Any:
    try:
        import sounddevice

        stream = sounddevice.OutputStream(
            samplerate=SAMPLE_RATE_HZ, channels=1, dtype="float32", device=device
        )
        stream.start()
    except Exception:  # no library, no device, a rate it refuses: read without sound
        return None
    return stream


def _played(stream: Any, piece: Samples) -> Any:
    """The stream, or None once it has failed: the rest is read without sound."""
    import sounddevice

    try:
        stream.write(piece.reshape(-1, 1))
    except sounddevice.PortAudioError:
        stream.close(ignore_errors=True)
        return None
    return stream
