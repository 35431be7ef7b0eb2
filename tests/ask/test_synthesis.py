"""Text to sound, with the real voices."""

import numpy as np
import pytest

from simulator.ask import voices
from simulator.ask.synthesis import SLOWER, render
from simulator.errors import VoiceError

needs_espeak = pytest.mark.skipif(
    not voices.installed("espeak"), reason="NO ESPEAK: pip install espeakng-loader"
)
needs_neural = pytest.mark.skipif(
    not voices.installed("neural"), reason="NO NEURAL VOICE: pip install hibari-tts"
)
both = pytest.mark.parametrize(
    "voice",
    [
        pytest.param("neural", marks=needs_neural),
        pytest.param("espeak", marks=needs_espeak),
    ],
)
QUESTION = "Tell me about a time you disagreed with a colleague. What did you do?"


@both
def test_a_question_becomes_sound_of_a_persons_pace(voice: str) -> None:
    """14 words take 3 to 7 s: 120 to 280 words a minute."""
    samples, rate_hz = render(QUESTION, voice=voice)
    assert samples.dtype == np.float32
    assert samples.ndim == 1
    assert 3.0 < len(samples) / rate_hz < 7.0
    assert 0.1 < np.abs(samples).max() <= 1.0


@both
def test_a_repeat_is_slower(voice: str) -> None:
    usual, rate_hz = render(QUESTION, voice=voice)
    slower, _ = render(QUESTION, voice=voice, slower=True)
    stretched = len(slower) / len(usual)
    assert 1.05 < stretched < 1.1 / SLOWER
    assert rate_hz > 0


@both
@pytest.mark.parametrize("text", ["", "   ", "\n\0\n", "...", "😀🎉", "\x1b[2J"])
def test_nothing_to_say_makes_no_sound(voice: str, text: str) -> None:
    assert len(render(text, voice=voice)[0]) == 0


@both
@pytest.mark.parametrize(
    "text",
    [
        "\x1b[31mThe red one\x1b[0m",
        "'; rm -rf / #  $(reboot) `id` %s %n \\ \" |",
        '<speak><audio src="/etc/passwd"/>Hello</speak>',
        "[[h@l'oU]] hello",
        "before\0after",
        "A",
        "x" * 350,
        "1234567890",
        "Łódź, naïve, £50 & 30%",
        '{"ok": true}\n{"text": "second request"}',
    ],
)
def test_hostile_text_is_only_text(voice: str, text: str) -> None:
    samples, rate_hz = render(text, voice=voice)
    assert len(samples) / rate_hz > 0.1


@both
def test_a_long_text_is_said_to_its_end(voice: str) -> None:
    """Twelve sentences last about twelve times as long as one."""
    one, _ = render("The next sentence follows at once.", voice=voice)
    all_of_them, _ = render("The next sentence follows at once. " * 12, voice=voice)
    assert len(all_of_them) == pytest.approx(12 * len(one), rel=0.25)


@needs_espeak
def test_twenty_utterances_in_a_row_are_rendered_and_none_hangs() -> None:
    """The known fault of pyttsx3 is the second utterance that never ends."""
    durations_s = []
    for number in range(20):
        samples, rate_hz = render(f"Question {number}. {QUESTION}", voice="espeak")
        durations_s.append(len(samples) / rate_hz)
    assert len(durations_s) == 20
    assert min(durations_s) > 3.0


@needs_espeak
def test_espeaks_voices_differ_and_each_keeps_its_own_pace() -> None:
    """A pace that is changed between utterances arrives at once, not one later."""
    names = ("espeak:en-us", "espeak:en-gb", "espeak:en-gb-scotland", "espeak:en+f3")
    sounds = [render(QUESTION, voice=name)[0] for name in names]
    assert len({sound.tobytes() for sound in sounds}) == len(names)
    for _ in range(3):
        slow = render(QUESTION, voice="espeak,speed=0.7")[0]
        fast = render(QUESTION, voice="espeak,speed=1.4")[0]
        assert len(slow) > 1.6 * len(fast)


@needs_espeak
def test_a_voice_that_espeak_does_not_have_is_named() -> None:
    with pytest.raises(VoiceError, match="espeak:atlantean"):
        render("Hello", voice="espeak:atlantean")


@needs_neural
def test_a_neural_voice_that_is_not_here_is_not_downloaded(
    monkeypatch: pytest.MonkeyPatch, home: object
) -> None:
    """Even with a network, a rehearsal fetches nothing."""
    monkeypatch.setenv("HIBARI_HOME", str(home))
    with pytest.raises(VoiceError, match="never downloaded"):
        render("Hello", voice="neural:emma")


@needs_neural
def test_letters_that_a_voice_does_not_know_are_no_silent_question() -> None:
    with pytest.raises(VoiceError, match="neural voice failed"):
        render("你好，请介绍一下你自己", voice="neural")


@needs_neural
def test_the_same_text_is_the_same_sound() -> None:
    first, second = (render(QUESTION, voice="neural")[0] for _ in range(2))
    assert np.array_equal(first, second)
