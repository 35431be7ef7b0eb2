"""What every `Speaker` promises, also where there is no voice and no loudspeaker."""

from collections.abc import Callable

import numpy as np
import pytest
from fakes import LineSpeaker

from simulator.ask.speaker import LoudSpeaker, TextSpeaker
from simulator.seams import Speaker

Made = tuple[Speaker, list[str]]


def lines() -> Made:
    speaker = LineSpeaker()
    return speaker, speaker.lines


def text() -> Made:
    shown: list[str] = []
    return TextSpeaker(shown.append), shown


def voiceless() -> Made:
    """The real one after every voice has failed."""
    shown: list[str] = []
    speaker = LoudSpeaker([], on_text=shown.append, on_trouble=lambda what, step: None)
    return speaker, shown


every = pytest.mark.parametrize("make", [lines, text, voiceless])


@every
def test_what_is_said_reaches_the_person_in_order(make: Callable[[], Made]) -> None:
    """Heard or read, slower or not; text does not lag."""
    speaker, reached = make()

    lags_s = [
        speaker.say("Tell me about yourself."),
        speaker.say("Again.", slower=True),
    ]

    assert reached == ["Tell me about yourself.", "Again."]
    assert lags_s == [0.0, 0.0]


@every
def test_playing_never_fails(make: Callable[[], Made]) -> None:
    """Where there is no loudspeaker a recording is silently not played."""
    speaker, reached = make()

    speaker.play(np.zeros(1600, np.float32))
    speaker.play(np.zeros(0, np.float32))

    assert reached == []


@every
def test_text_is_there_at_once_and_asks_nobody_to_wait(
    make: Callable[[], Made],
) -> None:
    """Only sound asks whether it is still wanted."""
    speaker, reached = make()
    asked: list[int] = []

    speaker.say("Welcome.", until=lambda: bool(asked.append(1)))

    assert reached == ["Welcome."]
    assert asked == []
