"""`kill -9` in the middle of a spoken answer, then `rehearse --resume`."""

import os
import re
import signal
import time
from pathlib import Path

import pytest
import soundfile
from command_line import CommandLine
from virtual_sound import VirtualSound, sound_card

from simulator.keep import FolderStore
from simulator.listen.recording import recover
from simulator.records import SAMPLE_RATE_HZ
from simulator.sound import flac

pytestmark = [pytest.mark.device, pytest.mark.model]
__all__ = ["sound_card"]

FIRST = (
    "Last winter our biggest customer wanted to leave. I was responsible for the "
    "account, and I called them the same day. I wrote a plan for the first week."
)
SECOND = "As a result they stayed with us, and their orders grew by twenty percent."
BANK = """
id = "one"
title = "One question"

[[questions]]
id = "customer"
text = "Tell me about a customer you nearly lost."
kind = "story"
"""
SPOKEN_S = 5.0
"""Into the first half when the process is killed."""
TO_BEGIN_S = 1.2
"""The first 0.3 s and the latency (large with this sound server) are thrown away."""


@pytest.fixture(scope="module")
def halves(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    from simulator.ask.synthesis import render

    folder, paths = tmp_path_factory.mktemp("halves"), []
    for number, text in enumerate((FIRST, SECOND)):
        samples, rate_hz = render(text, voice="neural")
        paths.append(folder / f"{number}.wav")
        soundfile.write(paths[-1], samples, rate_hz, subtype="PCM_16")
    return paths


@pytest.fixture
def home(sound_card: VirtualSound, tmp_path: Path) -> dict[str, str]:
    (tmp_path / "one.toml").write_text(BANK, encoding="utf-8")
    return {
        **os.environ,
        **sound_card.environment,
        "MOCK_INTERVIEW_HOME": str(tmp_path / "home"),
    }


def test_a_killed_answer_goes_on_where_it_broke_off(
    sound_card: VirtualSound, halves: list[Path], home: dict[str, str], tmp_path: Path
) -> None:
    """At most a second is gone, the turn goes on, and both halves are one answer."""
    usual = ("--plain", "--model", "tiny.en", "--voice", "none", "--no-open-report")
    bank = str(tmp_path / "one.toml")
    first = CommandLine(
        *("rehearse", *usual, "--bank", bank, "--questions", "1", "--probes", "0"),
        environment=home,
    )
    try:
        first.until("Your turn.", within_s=60)
        part, since, held_s = growing(Path(home["MOCK_INTERVIEW_HOME"]))
        sound_card.speak(halves[0])
        time.sleep(SPOKEN_S)
        os.killpg(first.process.pid, signal.SIGKILL)
        killed = time.monotonic()
        first.process.wait(timeout=5)
    finally:
        first.close()
    kept_s = seconds(part)
    assert kept_s - held_s > killed - since - 1.0
    time.sleep(6.0)  # the sound server plays the sentence to its end

    again = CommandLine("rehearse", *usual, "--resume", environment=home)
    try:
        again.until("Go on speaking where it broke off", within_s=60)
        again.press("\r")
        again.until("Your turn.", within_s=60)
        time.sleep(TO_BEGIN_S)
        sound_card.speak(halves[1])
        assert again.finish(within_s=90) == 0, again.screen
    finally:
        again.close()

    assert "Traceback" not in first.screen + again.screen
    session = FolderStore(part.parent.parent).load(part.parent.name)
    (turn,) = session.turns
    whole = flac.read(part.parent / str(turn.audio))
    assert len(whole) / SAMPLE_RATE_HZ > kept_s + 3.0
    words = turn.transcript.text.lower()
    assert turn.ended_by == "silence"
    assert {"customer", "orders"} <= set(re.findall("[a-z]+", words)), words
    assert session.finished


def growing(folder: Path, within_s: float = 30.0) -> tuple[Path, float, float]:
    """The part file once sound is in it, when that was, and how much it held."""
    limit = time.monotonic() + within_s
    while time.monotonic() < limit:
        for part in folder.rglob("*.part.s16"):
            if part.stat().st_size:
                return part, time.monotonic(), seconds(part)
        time.sleep(0.05)
    raise AssertionError("no sound reached the disk")


def seconds(part: Path) -> float:
    return len(recover(part)) / SAMPLE_RATE_HZ
