"""The fakes are strict: a script that was not followed fails the test."""

import pytest
from fakes import At, ScriptedScreen, ScriptedTranscriber, transcript_of

from simulator.events import Choice, Key, Level, YourTurn
from simulator.records import Question

QUESTION = Question(id="q", text="?")


def test_steps_that_are_left_over_fail() -> None:
    """A key, a choice or an answer that nobody asked for."""
    for script in (
        ScriptedScreen(keys=[Key.END]),
        ScriptedScreen(choices=["a"]),
        ScriptedTranscriber("hello"),
    ):
        with pytest.raises(AssertionError, match="never asked for"), script:
            pass


def test_steps_that_nobody_scripted_fail() -> None:
    """A choice without an answer, an answer that is no option, words from nowhere."""
    choice = Choice("Which?", (("a", "A"),))

    with pytest.raises(AssertionError, match="nobody scripted"):
        ScriptedScreen().choose(choice)
    with pytest.raises(AssertionError, match="no answer to"):
        ScriptedScreen(choices=["b"]).choose(choice)
    with pytest.raises(AssertionError, match="nobody scripted"):
        ScriptedTranscriber().listen()


def test_a_failing_test_keeps_its_own_failure() -> None:
    """Leftovers are not reported over the error that caused them."""
    with pytest.raises(ZeroDivisionError), ScriptedScreen(keys=[Key.END]):
        raise ZeroDivisionError


def test_a_key_is_pressed_when_its_time_has_come() -> None:
    """By the clock of the answer under way, which starts anew with each."""
    screen = ScriptedScreen(keys=[None, At(2.0, Key.SKIP), At(1.0, Key.END)])
    first = screen.key()
    screen.show(Level(-30.0, True, False, 1.9))
    early = screen.key()
    screen.show(Level(-30.0, True, False, 2.0))
    pressed = screen.key()
    screen.show(YourTurn(QUESTION, 90.0))
    anew = screen.key()
    screen.show(Level(-30.0, True, False, 1.0))

    assert (first, early, pressed, anew) == (None, None, Key.SKIP, None)
    assert screen.key() is Key.END
    screen.assert_done()


def test_scripted_words_have_times_and_kinds() -> None:
    """Fillers are words, but not in the text, as with the real transcriber."""
    transcript = transcript_of("Um, we met", start_s=1.0)

    assert transcript.text == "we met"
    assert [w.kind for w in transcript.words] == ["filled_pause", "word", "word"]
    assert [w.start_s for w in transcript.words] == [1.0, 1.4, 1.8]
