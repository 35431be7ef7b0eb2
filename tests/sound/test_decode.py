import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from made_sounds import RATE_HZ, hiss, tone

from simulator.errors import RecordingError
from simulator.sound import decode

Write = Callable[..., Path]


@pytest.mark.parametrize(
    ("name", "rate_hz", "subtype"),
    [
        ("a.wav", 16_000, "PCM_16"),
        ("a.wav", 48_000, "PCM_24"),
        ("a.wav", 8_000, "PCM_U8"),
        ("a.wav", 44_100, "FLOAT"),
        ("a.flac", 44_100, "PCM_16"),
        ("a.mp3", 44_100, "MPEG_LAYER_III"),
        ("a.ogg", 48_000, "VORBIS"),
    ],
)
def test_any_format_becomes_the_same_tone(
    wav: Write, name: str, rate_hz: int, subtype: str
) -> None:
    """Stereo in any rate and encoding is read as 16 kHz mono with its level kept."""
    times = np.arange(2 * rate_hz) / rate_hz
    left = 0.5 * np.sin(2 * np.pi * 440 * times)
    path = wav(np.stack([left, left], axis=1), name, rate_hz, subtype)

    samples = decode.read(path)

    middle = samples[RATE_HZ // 2 : RATE_HZ // 2 + RATE_HZ]
    assert samples.dtype == np.float32
    assert len(samples) == pytest.approx(2 * RATE_HZ, abs=0.06 * RATE_HZ)
    assert np.argmax(np.abs(np.fft.rfft(middle))) == 440
    assert np.abs(middle).max() == pytest.approx(0.5, abs=0.03)


def test_sixteen_bit_sound_comes_back_exactly(wav: Write) -> None:
    """16 kHz mono 16-bit samples are read without the least change."""
    numbers = np.random.default_rng(1).integers(-32768, 32767, 40_000, dtype=np.int16)

    samples = decode.read(wav(numbers))

    assert np.array_equal(samples, numbers / np.float32(32768))


@pytest.mark.parametrize("block_s", [0.032, 0.1, 1.0, 60.0])
def test_blocks_join_to_the_whole(wav: Write, block_s: float) -> None:
    """Blocks have the size asked for, the last is shorter, and nothing is lost."""
    path = wav(hiss(3.21, -20), rate_hz=44_100)

    blocks = list(decode.blocks(path, block_s))

    size = round(block_s * RATE_HZ)
    assert all(len(block) == size for block in blocks[:-1])
    assert 0 < len(blocks[-1]) <= size
    assert np.array_equal(np.concatenate(blocks), decode.read(path))


def test_a_truncated_recording_keeps_what_is_there(wav: Write) -> None:
    """A FLAC that breaks off half-way gives its first half."""
    whole = hiss(4.0, -20)
    path = wav(whole, "cut.flac")
    os.truncate(path, path.stat().st_size // 2)

    samples = decode.read(path)

    assert 1.5 < len(samples) / RATE_HZ < 2.2
    assert np.allclose(samples, whole[: len(samples)], atol=1e-4)


def test_damage_in_the_middle_costs_only_itself(wav: Write) -> None:
    """Garbage inside an MP3 is skipped; what follows is still read."""
    path = wav(tone(300, 20.0), "hurt.mp3", 44_100, "MPEG_LAYER_III")
    whole_s = 20.0 * RATE_HZ / 44_100
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 3000] = os.urandom(3000)
    path.write_bytes(data)

    assert len(decode.read(path)) / RATE_HZ > 0.8 * whole_s


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "There is no recording"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_text("not a sound\n" * 99), "cannot be read"),
        (lambda path: path.write_bytes(os.urandom(5000)), "cannot be read"),
        (lambda path: os.mkfifo(path), "is not a file"),
    ],
    ids=["missing", "folder", "empty", "text", "garbage", "pipe"],
)
def test_what_is_no_recording_is_named(
    tmp_path: Path, make: Callable[[Path], object], says: str
) -> None:
    """What cannot be a recording gives one error with its name and the reason."""
    path = tmp_path / "thing.wav"
    make(path)

    with pytest.raises(RecordingError, match=says) as caught:
        decode.read(path)
    assert "thing.wav" in caught.value.what
    assert caught.value.next_step


def test_a_picture_holds_no_sound(tmp_path: Path) -> None:
    """A file without an audio stream is refused as such."""
    path = tmp_path / "photo.bmp"
    pixels = bytes(3 * 4 * 4)
    path.write_bytes(
        b"BM" + (54 + len(pixels)).to_bytes(4, "little") + bytes(4)
        + (54).to_bytes(4, "little") + (40).to_bytes(4, "little")
        + (4).to_bytes(4, "little") * 2 + (1).to_bytes(2, "little")
        + (24).to_bytes(2, "little") + bytes(24) + pixels
    )  # fmt: skip

    with pytest.raises(RecordingError, match="no sound"):
        decode.read(path)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_samples_that_are_no_numbers_are_refused(wav: Write, bad: float) -> None:
    """NaN and infinity never reach a measure."""
    sound = hiss(1.0, -20)
    sound[8000] = bad

    with pytest.raises(RecordingError, match="not numbers"):
        decode.read(wav(sound, subtype="FLOAT"))


def test_too_short_a_recording_is_refused(wav: Write) -> None:
    """0.05 s is no answer, and the error says how much there is."""
    with pytest.raises(RecordingError, match=r"only 0\.05 s"):
        decode.read(wav(hiss(0.05, -20)))


def test_a_playlist_fetches_nothing(tmp_path: Path) -> None:
    """A playlist named as a recording is refused and no address in it is opened."""
    path = tmp_path / "list.m3u8"
    path.write_text("#EXTM3U\n#EXTINF:9,\nhttp://127.0.0.1:9/a.ts\n#EXT-X-ENDLIST\n")

    with pytest.raises(RecordingError):
        decode.read(path)


def test_a_name_like_an_address_is_only_a_name(tmp_path: Path) -> None:
    """A path that looks like a URL is looked up on the disk."""
    with pytest.raises(RecordingError, match="There is no recording"):
        decode.read(Path("http://127.0.0.1:9/a.wav"))


def test_human_recordings_are_read_with_their_lengths(speech: Path) -> None:
    """Recordings of many makers decode to the length that their index states."""
    import json

    listed = json.loads((speech / "manifest.json").read_text())
    some = [entry for entry in listed if entry["file"].startswith(("clean", "mono"))]

    off = {
        entry["file"]: len(decode.read(speech / entry["file"])) / RATE_HZ
        - entry["duration_s"]
        for entry in some
    }

    assert some
    assert all(abs(seconds) < 0.1 for seconds in off.values()), off
