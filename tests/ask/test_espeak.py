"""The child that speaks: late, dead, lying, or well."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.ask import voices
from simulator.ask.espeak import EspeakProcess
from simulator.ask.voices import Voice
from simulator.errors import VoiceError

VOICE = Voice("espeak")
needs_espeak = pytest.mark.skipif(
    not voices.installed("espeak"), reason="NO ESPEAK: pip install espeakng-loader"
)


@pytest.fixture
def speaking() -> Iterator[EspeakProcess]:
    process = EspeakProcess()
    yield process
    process.close()


def _child(code: str) -> tuple[str, ...]:
    """A child that is not espeak's, to behave badly on purpose."""
    return (sys.executable, "-c", "import sys, time, os, json\n" + code)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("time.sleep(60)", "no answer within 0.4 s"),
        ("sys.stdin.readline(); time.sleep(60)", "no answer within 0.4 s"),
        ("sys.exit(3)", "its process"),
        ("sys.stdin.readline(); os.abort()", "its process ended"),
        ("print('not json', flush=True); time.sleep(60)", "answered"),
        ("print('[]', flush=True); time.sleep(60)", "answered"),
        ("print('{}', flush=True); time.sleep(60)", "answered"),
        ("print(json.dumps({'error': 'a reason'})); time.sleep(0)", "a reason"),
        ("print(json.dumps({'ok': True}), flush=True)", "cannot be read"),
    ],
)
def test_a_child_that_misbehaves_becomes_one_clear_error(code: str, why: str) -> None:
    process = EspeakProcess(_child(code), limit_s=0.4)
    with pytest.raises(VoiceError, match=why) as failed:
        process.render("Hello there", VOICE, 1.0)
    process.close()
    assert failed.value.next_step


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("b''", "cannot be read"),
        ("b'RIFF' + bytes(20)", "cannot be read"),
        ("os.urandom(5000)", "cannot be read"),
    ],
)
def test_a_file_that_is_no_sound_is_not_played(content: str, why: str) -> None:
    code = (
        "for line in sys.stdin:\n"
        f"    open(json.loads(line)['path'], 'wb').write({content})\n"
        "    print(json.dumps({'ok': True}), flush=True)"
    )
    process = EspeakProcess(_child(code), limit_s=5.0)
    with pytest.raises(VoiceError, match=why):
        process.render("Hello there", VOICE, 1.0)
    process.close()


def test_a_late_child_is_killed_with_all_that_it_started(tmp_path: Path) -> None:
    """A driver's own helper (aplay) must not go on after its parent is given up."""
    pids = tmp_path / "pids"
    code = (
        "import subprocess\n"
        "helper = subprocess.Popen(['sleep', '60'])\n"
        f"open({str(pids)!r}, 'a').write(f'{{os.getpid()}} {{helper.pid}} ')\n"
        "time.sleep(60)"
    )
    process = EspeakProcess(_child(code), limit_s=1.0)
    with pytest.raises(VoiceError):
        process.render("Hello there", VOICE, 1.0)
    process.close()
    started = [int(pid) for pid in pids.read_text().split()]
    deadline_s = time.monotonic() + 5.0
    while any(map(_alive, started)) and time.monotonic() < deadline_s:
        time.sleep(0.02)
    assert len(started) == 4, "two tries, each with a helper"
    assert not any(map(_alive, started))


@needs_espeak
def test_a_child_that_dies_once_is_replaced(tmp_path: Path) -> None:
    died = tmp_path / "died"
    code = (
        f"died = {str(died)!r}\n"
        "if not os.path.exists(died):\n"
        "    open(died, 'w').close()\n"
        "    sys.stdin.readline()\n"
        "    os.abort()\n"
        "from simulator.ask import espeak_child\n"
        "sys.argv = sys.argv\n"
        "espeak_child.main()"
    )
    process = EspeakProcess(_child(code))
    samples, rate_hz = process.render("Hello there", VOICE, 1.0)
    process.close()
    assert died.exists()
    assert len(samples) / rate_hz > 0.4


@needs_espeak
def test_one_child_says_many_things(speaking: EspeakProcess) -> None:
    durations_s = [
        len(samples) / rate_hz
        for text in ("One.", "One, two, three, four, five, six, seven.", "One.")
        for samples, rate_hz in [speaking.render(text, VOICE, 1.0)]
    ]
    assert durations_s[0] == pytest.approx(durations_s[2], abs=0.02)
    assert durations_s[1] > 2 * durations_s[0]


@needs_espeak
def test_nothing_is_left_on_the_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With --private, a question made from a CV may not survive in a sound file."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    process = EspeakProcess()
    process.render("Hello there", VOICE, 1.0)
    sounds = [path for path in tmp_path.rglob("*") if path.is_file()]
    process.close()
    process.close()
    assert sounds == []
    assert list(tmp_path.iterdir()) == []


@needs_espeak
def test_files_where_the_user_happens_to_be_do_not_break_the_child(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, speaking: EspeakProcess
) -> None:
    (tmp_path / "json.py").write_text("raise RuntimeError('not yours')")
    monkeypatch.chdir(tmp_path)
    samples, _ = speaking.render("Hello there", VOICE, 1.0)
    assert len(samples) > 0


def test_no_room_for_temporary_files_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    process = EspeakProcess(_child("time.sleep(60)"))
    with pytest.raises(VoiceError, match="no room"):
        process.render("Hello", VOICE, 1.0)
    process.close()


def test_a_child_that_cannot_be_started_is_an_error() -> None:
    process = EspeakProcess(("/nowhere/at/all",))
    with pytest.raises(VoiceError, match="cannot be started"):
        process.render("Hello", VOICE, 1.0)
    process.close()
