"""Sound into a file of any container that people hand in.

libsndfile writes FLAC and WAV bit by bit the same every time. What phones and browsers
make (AAC, Opus, WebM) is written by PyAV, the reader that the product uses; its files
carry chance numbers, and lossy ones shift everything by up to 0.05 s.
"""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SOUNDFILE = {
    "flac": "PCM_16",
    "wav": "PCM_16",
    "aiff": "PCM_16",
    "mp3": "MPEG_LAYER_III",
    "ogg": "VORBIS",
}
AV = {
    "m4a": ("ipod", "aac"),
    "aac": ("adts", "aac"),
    "opus": ("ogg", "libopus"),
    "webm": ("webm", "libopus"),
}
"""Container and codec, as FFmpeg names them."""

BITS_PER_S = 32_000
"""What a phone's voice recorder uses for one channel of speech."""


def write(
    path: Path, recorded: NDArray[np.float32], rate_hz: int, container: str
) -> None:
    """Write samples of shape (n, channels) in [-1, 1]."""
    if container in SOUNDFILE:
        import soundfile

        kind = SOUNDFILE[container]
        soundfile.write(path, recorded, rate_hz, kind, format=container.upper())
    else:
        _encode(path, recorded, rate_hz, *AV[container])


def _encode(
    path: Path, recorded: NDArray[np.float32], rate_hz: int, container: str, codec: str
) -> None:
    import av

    layout = "mono" if recorded.shape[1] == 1 else "stereo"
    with av.open(str(path), "w", format=container) as file:
        stream: Any = file.add_stream(codec, rate=rate_hz, layout=layout)
        stream.bit_rate = BITS_PER_S * recorded.shape[1]
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(recorded.T), format="fltp", layout=layout
        )
        frame.sample_rate = rate_hz
        fifo = av.AudioFifo()
        fifo.write(frame)
        resampler = av.AudioResampler(stream.format, layout, rate_hz)
        size = stream.frame_size or 1024
        while piece := fifo.read(size, partial=True):
            for ready in resampler.resample(piece):
                file.mux(stream.encode(ready))
        for ready in resampler.resample(None):
            file.mux(stream.encode(ready))
        file.mux(stream.encode(None))
