"""Naming a voice."""

import pytest

from simulator.ask import voices
from simulator.ask.voices import Voice, parse
from simulator.errors import VoiceError


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("neural", Voice("neural")),
        ("espeak", Voice("espeak")),
        (" espeak:en-gb-scotland ", Voice("espeak", "en-gb-scotland")),
        ("espeak:en-us+f3", Voice("espeak", "en-us+f3")),
        ("neural:heart,speed=0.9", Voice("neural", "heart", 0.9)),
        ("espeak:en,speed=1.5,pitch=30", Voice("espeak", "en", 1.5, 30)),
    ],
)
def test_a_voice_is_named_by_engine_variant_and_manner(text: str, voice: Voice) -> None:
    assert parse(text) == voice


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "''"),
        ("siri", "siri"),
        ("Neural", "Neural"),
        ("espeak:", "''"),
        ("espeak:../../etc/passwd", "../../etc/passwd"),
        ("espeak:en us", "en us"),
        ("espeak:en+f3+f4", "en+f3+f4"),
        ("espeak:en\x00", "en"),
        ("espeak,speed=0.1", "speed=0.1"),
        ("espeak,speed=nan", "speed=nan"),
        ("espeak,speed=fast", "speed=fast"),
        ("espeak,pitch=100", "pitch=100"),
        ("espeak,pitch=1.5", "pitch=1.5"),
        ("neural,pitch=50", "pitch=50"),
        ("espeak,volume=1", "volume=1"),
        ("espeak," + "x" * 1000, "xxx"),
    ],
)
def test_what_names_no_voice_is_refused_with_the_part_that_does_not_fit(
    text: str, part: str
) -> None:
    with pytest.raises(VoiceError) as refused:
        parse(text)
    assert part in refused.value.what
    assert len(str(refused.value)) < 300
    assert "espeak:en-us+f3" in refused.value.next_step


def test_the_wished_voice_is_tried_first_and_no_engine_twice() -> None:
    """`--voice espeak:en-gb` falls back to the neural voice, not to espeak again."""
    tried = voices.in_order("espeak:en-gb")
    assert tried[0] == "espeak:en-gb"
    assert "espeak" not in tried


def test_every_engine_that_is_said_to_be_installed_is_offered() -> None:
    assert voices.in_order() == tuple(
        engine for engine in ("neural", "espeak") if voices.installed(engine)
    )
