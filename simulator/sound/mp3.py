"""Answers as MP3, for pages that must play in any browser.

Safari plays no Ogg in most versions. libsndfile's own encoder (LAME, LGPL) writes it;
nothing here comes from FFmpeg. The rate is constant: then a browser finds the byte of a
moment by arithmetic, and a filler played alone is that filler (with a variable rate
they seek by a table of a hundred entries). The file tells the encoder's delay, so times
are those of the recording to the sample.
"""

import io
from pathlib import Path

from simulator.errors import RecordingError
from simulator.records import SAMPLE_RATE_HZ

from . import decode

KBIT_PER_S = {64: 0.6, 48: 0.75, 40: 0.8, 32: 0.85, 24: 0.9}
"""Constant rates of 16 kHz mono MP3, with libsndfile's `compression_level` for each.
48 is where a voice has no audible artefacts; 24 is still clear speech."""


def encode(recording: Path, kbit_per_s: int = 48) -> bytes:
    """A recording (any container) as MP3, 16 kHz mono, read in blocks.

    Raises:
        RecordingError: it cannot be read, or no encoder is there.
    """
    import soundfile

    body = io.BytesIO()
    try:
        with soundfile.SoundFile(
            body,
            "w",
            SAMPLE_RATE_HZ,
            1,
            format="MP3",
            subtype="MPEG_LAYER_III",
            bitrate_mode="CONSTANT",
            compression_level=KBIT_PER_S[kbit_per_s],
        ) as sound:
            for block in decode.blocks(recording, block_s=10.0):
                sound.write(block)
    except soundfile.LibsndfileError as error:
        raise RecordingError(
            f"{recording} cannot be written as MP3 ({error})",
            "Update soundfile: `python -m pip install --upgrade soundfile`.",
        ) from None
    return body.getvalue()


def rate_for(seconds: float, most_bytes: int) -> int:
    """The highest rate in kbit/s at which so much sound fits, else the lowest."""
    fitting = [rate for rate in KBIT_PER_S if rate * 125 * seconds <= most_bytes]
    return max(fitting, default=min(KBIT_PER_S))
