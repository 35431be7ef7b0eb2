"""A sound card made of software, so that a machine without one tests the real drivers.

PulseAudio runs privately in a temporary folder with two null sinks: `speaker`, where
the product plays, and `voice`, whose monitor is remapped into the default microphone.
Whatever `speak` plays is what a person says. PortAudio reaches it through ALSA's pulse
plugin (Debian: pulseaudio, libasound2-plugins, libportaudio2).

    with virtual_sound() as sound:
        sound.speak(Path("answer.wav"))        # returns at once
        ...                                    # record through sounddevice

Programs started as children get `sound.environment`; in this process it is set already.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

NEEDED = ("pulseaudio", "pactl", "paplay", "parec")
INSTALL = "apt install pulseaudio libasound2-plugins libportaudio2"
START_WITHIN_S = 15.0
RATE_HZ = 48_000

SCRIPT = """
.fail
load-module module-native-protocol-unix auth-anonymous=1 socket={socket}
load-module module-null-sink sink_name=speaker rate={rate_hz} channels=2
load-module module-null-sink sink_name=voice rate={rate_hz} channels=2
load-module module-remap-source source_name=microphone master=voice.monitor
set-default-sink speaker
set-default-source microphone
"""

# PortAudio knows ALSA; ALSA's default is sent to the private server.
ALSA = """
</usr/share/alsa/alsa.conf>
pcm.!default {{ type pulse server "unix:{socket}" }}
ctl.!default {{ type pulse server "unix:{socket}" }}
"""


@dataclass
class VirtualSound:
    """The running sound card."""

    environment: Mapping[str, str]
    server: subprocess.Popen[bytes]
    children: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def speak(self, path: Path) -> subprocess.Popen[bytes]:
        """Play a WAV (16 bit) into the microphone; returns at once.

        paplay misreads 24-bit FLAC: write WAV.
        """
        # Low latency, or the null sink hands two seconds to its monitor at once.
        return self.start("paplay", "--device=voice", "--latency-msec=20", str(path))

    def listen_in(
        self, path: Path, source: str = "speaker.monitor"
    ) -> subprocess.Popen[bytes]:
        """Record what the product plays (WAV, 16 kHz mono) until `terminate()`.

        With the source `microphone`, what it hears.
        """
        return self.start(
            *("parec", f"--device={source}", "--file-format=wav"),
            *("--rate=16000", "--channels=1", str(path)),
        )

    def feed_back(self, latency_ms: int, level_db: float) -> None:
        """Let the microphone hear the loudspeaker, late and quieter."""
        self.control(
            *("load-module", "module-loopback", "source=speaker.monitor"),
            *(
                "sink=voice",
                f"latency_msec={latency_ms}",
                "sink_input_properties=media.name=echo",
            ),
        )
        percent = round(100 * 10 ** (level_db / 60))
        listed = self.control("list", "short", "sink-inputs").split()
        self.control("set-sink-input-volume", listed[0], f"{percent}%")

    def unplug(self) -> None:
        """Take all devices away (removing one source would only move its streams)."""
        _end(self.server)

    def plug_in(self, rate_hz: int = RATE_HZ) -> None:
        """Bring the devices back, running at a rate of their own."""
        at = Path(self.environment["XDG_RUNTIME_DIR"])
        (at / "native").unlink(missing_ok=True)
        _write_script(at, rate_hz)
        self.server = _server(self.environment)
        _await(self)
        self.keep_awake()

    def keep_awake(self) -> None:
        """Ask for low latency: an idle null sink hands over two seconds at a time."""
        for source in ("microphone", "speaker.monitor"):
            self.start(
                *("parec", f"--device={source}", "--latency-msec=20", "--raw"),
                "/dev/null",
            )

    def control(self, *arguments: str) -> str:
        """Run pactl and return what it prints."""
        done = subprocess.run(
            ["pactl", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        )
        return done.stdout

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program beside the sound card; it is ended with it."""
        child = subprocess.Popen(
            command, env=self.environment, stderr=subprocess.DEVNULL
        )
        self.children.append(child)
        return child


@contextmanager
def virtual_sound() -> Iterator[VirtualSound]:
    """Start the sound card, point this process at it, end it on leaving."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        raise RuntimeError(f"{', '.join(missing)} missing: {INSTALL}")
    before = dict(os.environ)
    # A short path: a socket's name may have at most 107 characters.
    with tempfile.TemporaryDirectory(prefix="sound-", ignore_cleanup_errors=True) as at:
        ours = _environment(Path(at))
        sound = VirtualSound(ours, _server(ours))
        try:
            _await(sound)
            sound.keep_awake()
            os.environ.update(ours)
            _look_again()
            yield sound
        finally:
            _await_playback()
            for child in (*sound.children, sound.server):
                _end(child)
            os.environ.clear()
            os.environ.update(before)
            _look_again()


@pytest.fixture
def sound_card() -> Iterator[VirtualSound]:
    """A fresh virtual sound card; skips loudly where PulseAudio is not installed."""
    if any(shutil.which(name) is None for name in NEEDED):
        pytest.skip(f"NO VIRTUAL SOUND: {INSTALL}")
    with virtual_sound() as sound:
        yield sound


def _environment(at: Path) -> dict[str, str]:
    socket = at / "native"
    _write_script(at, RATE_HZ)
    (at / "alsa.conf").write_text(ALSA.format(socket=socket))
    return {
        **os.environ,
        "XDG_RUNTIME_DIR": str(at),
        "PULSE_RUNTIME_PATH": str(at),
        "PULSE_STATE_PATH": str(at),
        "PULSE_COOKIE": str(at / "cookie"),
        "PULSE_SERVER": f"unix:{socket}",
        "ALSA_CONFIG_PATH": str(at / "alsa.conf"),
    }


def _write_script(at: Path, rate_hz: int) -> None:
    script = SCRIPT.format(socket=at / "native", rate_hz=rate_hz)
    (at / "server.pa").write_text(script)


def _server(environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    script = f"{environment['XDG_RUNTIME_DIR']}/server.pa"
    return subprocess.Popen(
        [
            *("pulseaudio", "-n", "-F", script, "--daemonize=no"),
            *("--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"),
            *("--realtime=no", "--high-priority=no", "--log-level=error"),
        ],
        env=environment,
        stderr=subprocess.DEVNULL,
    )


def _await(sound: VirtualSound) -> None:
    until = time.monotonic() + START_WITHIN_S
    while time.monotonic() < until:
        if sound.server.poll() is not None:
            raise RuntimeError(f"pulseaudio ended with code {sound.server.returncode}")
        try:
            if "microphone" in sound.control("list", "short", "sources"):
                return
        except subprocess.SubprocessError:
            time.sleep(0.05)
    raise RuntimeError(f"pulseaudio did not answer within {START_WITHIN_S:.0f} s")


def _await_playback() -> None:
    """Let a playback that a test has frozen come back from C, then go on.

    PortAudio aborts the process when it is terminated under a call that is inside it.
    """
    until = time.monotonic() + START_WITHIN_S
    while _playing() and time.monotonic() < until:
        time.sleep(0.1)


def _playing() -> bool:
    return any(thread.name == "playback" for thread in threading.enumerate())


def _look_again() -> None:
    """PortAudio lists devices once; where it is loaded already, let it look again."""
    sounddevice = sys.modules.get("sounddevice")
    if sounddevice is not None and not _playing():
        sounddevice._terminate()
        sounddevice._initialize()


def _end(child: subprocess.Popen[bytes]) -> None:
    if child.poll() is None:
        child.terminate()
        try:
            child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
