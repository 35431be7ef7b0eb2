"""The interviewer's voice: aloud where it can be, as text where it cannot.

A rehearsal never ends because a voice fails. The voices are tried best first; when none
is left, or nothing can be played, the text goes on the screen. Each of these steps down
is told once, with what to do about it, and never again.
"""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from simulator.errors import DeviceError, VoiceError
from simulator.records import SAMPLE_RATE_HZ, Samples
from simulator.seams import Until

from . import playback, synthesis, voices
from .speakable import speakable

ShowText = Callable[[str], None]
"""Shows what cannot be said aloud."""

Render = Callable[[str, str, bool], tuple[NDArray[np.float32], int]]
"""(text, voice, slower) to (samples, rate_hz); raises VoiceError."""

Play = Callable[[NDArray[np.float32], int, int | str | None, Until], float]
"""(samples, rate_hz, device, until) to the device's lag in s; raises DeviceError."""

TellTrouble = Callable[[str, str], None]
"""Called with what went wrong and how the interview goes on."""

SILENT = ("none", "text")
"""Names that ask for no voice at all."""

FAILURES = 2
"""A voice that failed this often is not tried again: one text may be in letters it
lacks, but each try of a hanging voice costs seconds of silence."""

KEPT = 8
"""Prepared sounds in memory, about 1 MB each; the oldest goes first."""


def _render(text: str, voice: str, slower: bool) -> tuple[NDArray[np.float32], int]:
    return synthesis.render(text, voice=voice, slower=slower)


class TextSpeaker:
    """Says everything on the screen: no device, no voice, or none wanted."""

    def __init__(self, on_text: ShowText) -> None:
        self._on_text = on_text

    def say(self, text: str, *, slower: bool = False, until: Until = None) -> float:
        """Show the text; there is no lag."""
        self._on_text(text)
        return 0.0

    def play(self, samples: Samples) -> None:
        """Nothing: there is nowhere to play it."""

    def prepare(self, text: str, *, slower: bool = False) -> None:
        """Nothing: text needs no preparing."""


class LoudSpeaker:
    """Renders a text with the first voice that works, and plays it.

    Args:
        tried: voices as `voices.parse` reads them, best first.
        on_text: shows a text that cannot be said aloud.
        on_trouble: is told each step down, once.
        device: number or name of an output device; None is the system's default.
        render: makes the sound.
        play: brings it to the device.
    """

    def __init__(
        self,
        tried: Sequence[str],
        *,
        on_text: ShowText,
        on_trouble: TellTrouble,
        device: int | str | None = None,
        render: Render = _render,
        play: Play = playback.play,
    ) -> None:
        self._render = render
        self._play = play
        self._voices = list(tried)
        self._on_text = on_text
        self._on_trouble = on_trouble
        self._device = device
        self._playable = True
        self._failures: Counter[str] = Counter()
        self._told: set[str] = set()
        self._ready: dict[tuple[str, bool], tuple[NDArray[np.float32], int]] = {}

    def say(self, text: str, *, slower: bool = False, until: Until = None) -> float:
        """Speak until the end or `until` says so; return the device's lag in s.

        Never raises for a voice or a device; KeyboardInterrupt stops the sound. Takes
        at most the sound's length and `playback.MARGIN_S`, and before it
        `espeak.TRIES * espeak.LIMIT_S` a piece where a voice hangs.
        """
        if not speakable(text):
            return 0.0
        sound = self._sound(text, slower) if self._playable else None
        if sound is not None:
            lag_s = self._played(*sound, until)
            if lag_s is not None:
                return lag_s
        self._on_text(text)
        return 0.0

    def play(self, samples: Samples) -> None:
        """Play a recording (16 kHz mono) to its end; nothing where that fails."""
        if self._playable:
            self._played(samples, SAMPLE_RATE_HZ)

    def prepare(self, text: str, *, slower: bool = False) -> None:
        """Render now, so that the next `say` of this text starts at once.

        The neural voice takes about a second to load and then 0.02 s for each second
        of sound, so this is worth calling while the person is reading something.
        """
        if self._playable and speakable(text):
            self._sound(text, slower)

    def _sound(self, text: str, slower: bool) -> tuple[NDArray[np.float32], int] | None:
        """The rendered text, or None when no voice is left that can say it."""
        ready = self._ready.get((text, slower))
        if ready is not None:
            return ready
        for voice in tuple(self._voices):
            try:
                sound = self._render(text, voice, slower)
            except VoiceError as error:
                self._failed(voice, error)
                continue
            self._ready[text, slower] = sound
            if len(self._ready) > KEPT:
                self._ready.pop(next(iter(self._ready)))
            return sound
        return None

    def _failed(self, voice: str, error: VoiceError) -> None:
        others = self._voices[self._voices.index(voice) + 1 :]
        self._failures[voice] += 1
        if self._failures[voice] >= FAILURES:
            self._voices.remove(voice)
        goes_on = (
            f"The {voices.parse(others[0]).engine} voice speaks instead."
            if others
            else "What would be said is shown as text."
        )
        self._tell(voice, error.what, f"{goes_on} {error.next_step}".strip())

    def _played(
        self, samples: NDArray[np.float32], rate_hz: int, until: Until = None
    ) -> float | None:
        try:
            return self._play(samples, rate_hz, self._device, until)
        except DeviceError as error:
            self._playable = False
            goes_on = "What would be said is shown as text."
            self._tell("device", error.what, f"{goes_on} {error.next_step}")
            return None

    def _tell(self, about: str, what: str, next_step: str) -> None:
        if about not in self._told:
            self._told.add(about)
            self._on_trouble(what, next_step)


def open_speaker(
    voice: str | None,
    *,
    on_text: ShowText,
    on_trouble: TellTrouble,
    device: int | str | None = None,
) -> LoudSpeaker | TextSpeaker:
    """The best speaker that this machine has.

    Args:
        voice: as `voices.parse` reads it; None or "auto" for the best installed; "none"
            for text.
        on_text: shows a text that cannot be said aloud.
        on_trouble: is told, once each, why something is not said as wished.
        device: number or name of an output device; None is the system's default.

    Raises:
        VoiceError: `voice` is not the name of a voice.
    """
    if voice in SILENT:
        return TextSpeaker(on_text)
    tried = voices.in_order(None if voice in (None, "auto") else voice)
    goes_on = "Questions are shown as text."
    if not tried:
        install = "Install a voice with: python -m pip install hibari-tts"
        on_trouble("There is no voice on this machine", f"{goes_on} {install}")
        return TextSpeaker(on_text)
    silent = playback.problem(device)
    if silent:
        on_trouble(f"There is no loudspeaker ({silent})", goes_on)
        return TextSpeaker(on_text)
    return LoudSpeaker(tried, on_text=on_text, on_trouble=on_trouble, device=device)
