"""Keys and choices while the live view draws: both share one terminal."""

import os
import threading
import time
from collections.abc import Callable

from live_view import Seen
from show_examples import ASKED, CONFLICT

from simulator.events import Choice, Key, YourTurn
from simulator.show import RichScreen
from simulator.show.keys import PosixKeys
from simulator.show.lines import LineInput


def test_keys_come_from_the_terminal_and_it_is_given_back() -> None:
    """Pressed during the answer they count, pressed before it they do not."""
    person, program = os.openpty()
    seen = Seen()
    view = RichScreen(seen.console, PosixKeys(program), LineInput(None))
    view.key()
    os.write(person, b"q")
    time.sleep(0.05)
    view.show(YourTurn(CONFLICT, 90.0))
    early = view.key()
    os.write(person, b"e")
    time.sleep(0.05)

    assert (early, view.key()) == (None, Key.EXTEND)
    view.close()
    os.close(person)
    os.close(program)


def answered(seen: Seen, choice: Choice, typed: Callable[[int], object]) -> str:
    person, program = os.openpty()
    with os.fdopen(program) as stream:
        view = RichScreen(seen.console, PosixKeys(program), LineInput(stream))
        view.show(ASKED)
        view.key()
        typing = threading.Timer(0.15, typed, [person])
        typing.start()
        value = view.choose(choice)
        typing.join()
        view.close()
    os.close(person)
    return value


def test_a_choice_is_typed_with_the_view_at_rest() -> None:
    """Options are numbered, the cursor is visible, echo and editing work."""
    seen = Seen()
    choice = Choice("Which microphone?", (("0", "Built-in"), ("1", "Headset")))

    value = answered(seen, choice, lambda fd: os.write(fd, b"5\nx\x7f2\n"))

    assert value == "1"
    assert "2. Headset" in seen.show()
    assert "from 1 to 2" in seen.terminal.everything


def test_a_person_who_leaves_takes_the_default() -> None:
    """Ctrl-D is an answer too."""
    value = answered(
        Seen(), Choice("Name?", default="Ada"), lambda fd: os.write(fd, b"\x04")
    )

    assert value == "Ada"


def test_where_nobody_is_the_default_is_taken_and_said() -> None:
    """The log of a pipe shows what was decided."""
    seen = Seen()
    choice = Choice("How long?", (("5", "Five"), ("9", "Nine")), default="9")

    assert seen.view.choose(choice) == "9"
    assert "Nine" in seen.show()


def test_the_question_is_visible_above_a_written_answer() -> None:
    """A choice after a question that was never listened to shows the question first."""
    seen = Seen()
    seen.show(ASKED)

    seen.view.choose(Choice("Your answer, in writing:"))

    screen = seen.show()
    assert screen.index(ASKED.question.text[:30]) < screen.index("in writing")
