"""Appended lines for pipes and screen readers."""

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from show_examples import ASKED, CONFLICT, HOSTILE, turn_of

from simulator.events import (
    Choice,
    FeedbackReady,
    Key,
    Level,
    Note,
    QuestionAsked,
    Said,
    SessionEnded,
    Trouble,
    TurnEnded,
    Words,
    Working,
    YourTurn,
)
from simulator.show import PlainScreen
from simulator.show.meter import UNHEARD


class Person:
    """A plain screen with somebody at the keyboard."""

    def __init__(self) -> None:
        self.fd, program = os.openpty()
        self.stream = os.fdopen(program)
        self.out = io.StringIO()
        self.err = io.StringIO()
        self.screen = PlainScreen(self.out, self.err, self.stream)

    def types(self, text: str) -> None:
        os.write(self.fd, text.encode())
        time.sleep(0.05)

    def leaves(self) -> None:
        os.write(self.fd, b"\x04")


@pytest.fixture
def person() -> Iterator[Person]:
    person = Person()
    yield person
    os.close(person.fd)
    person.stream.close()


@pytest.fixture
def piped() -> PlainScreen:
    return PlainScreen(io.StringIO(), io.StringIO(), io.StringIO("q\n1\n"))


def test_nothing_is_printed_while_somebody_speaks(person: Person) -> None:
    """A screen reader would read it into their answer."""
    person.screen.show(ASKED)
    person.screen.show(YourTurn(CONFLICT, 90.0))
    before = person.out.getvalue()

    for tenth in range(100):
        person.screen.show(Level(-90.0, False, True, tenth / 10))
        person.screen.show(Words("so last", "spring"))

    assert person.out.getvalue() == before
    assert person.err.getvalue() == ""


def test_what_was_wrong_with_the_sound_is_said_afterwards(person: Person) -> None:
    """A microphone that heard nothing at all is named once the answer is over."""
    person.screen.show(YourTurn(CONFLICT, 90.0))
    for tenth in range(60):
        person.screen.show(Level(-90.0, False, False, tenth / 10))

    person.screen.show(TurnEnded("key", 6.0))

    assert UNHEARD in person.out.getvalue()


def test_an_interview_reads_from_top_to_bottom(person: Person) -> None:
    """Question, turn, end, feedback, summary, report: a line each, nothing moves."""
    turn = turn_of()
    for event in (
        Said("Hello."),
        ASKED,
        YourTurn(CONFLICT, 90.0),
        TurnEnded("key", 72.0),
        FeedbackReady(turn, 1, 1, aloud=True),
        Trouble("The microphone went away", "Plug it in again."),
        Note("Kept."),
        SessionEnded((turn,), "/x/report.html", "End with the result."),
    ):
        person.screen.show(event)

    assert person.out.getvalue().splitlines() == [
        "Hello.",
        "",
        f"Question 1 of 3: {CONFLICT.text}",
        "Your turn. About 1:30 is a good length.",
        "Enter: done. With Enter: e more time, p pause, r repeat, a start over, "
        "s skip, q finish.",
        "While a question is spoken, Enter begins at once.",
        "Recorded: 1:12.",
        "",
        "Answer 1 of 1: A clear story that stops before its end.",
        "Strength: You said what you did yourself. (0:12–0:20)",
        "Gap: How did it end?",
        "Next step: End with the result.",
        "Trouble: The microphone went away",
        "Plug it in again.",
        "Kept.",
        "",
        "Summary",
        f"1. {CONFLICT.text} 1:12. A clear story that stops before its end.",
        "Next step: End with the result.",
        "Report: /x/report.html",
    ]


def test_feedback_is_shown_once(person: Person) -> None:
    """Given after the answer, announced again at the end, or never announced."""
    given, announced, left = turn_of("01-a"), turn_of("02-b"), turn_of("03-c")
    person.screen.show(FeedbackReady(given, 1, 3, aloud=True))
    person.screen.show(FeedbackReady(given, 1, 3, aloud=False))
    person.screen.show(FeedbackReady(announced, 2, 3, aloud=False))
    person.screen.show(SessionEnded((given, announced, left), None, ""))

    out = person.out.getvalue()
    assert out.count("Gap: How did it end?") == 3
    assert "Report" not in out


def test_progress_goes_to_stderr_by_quarters(person: Person) -> None:
    """A download of 330 MB is four lines, not four hundred; stdout stays the result."""
    for percent in range(101):
        person.screen.show(Working("Fetching Whisper", percent / 100))
    person.screen.show(Working("Reading", None))

    assert person.out.getvalue() == ""
    assert person.err.getvalue().splitlines() == [
        "Fetching Whisper",
        "Fetching Whisper 25%",
        "Fetching Whisper 50%",
        "Fetching Whisper 75%",
        "Fetching Whisper 100%",
        "Reading",
    ]


def test_the_same_work_on_the_next_answer_is_told_again(person: Person) -> None:
    """Reading the second answer is not the first one's end."""
    for _ in range(2):
        person.screen.show(TurnEnded("key", 9.0))
        person.screen.show(Working("Reading", 1.0))

    assert person.err.getvalue().splitlines() == ["Reading 100%", "Reading 100%"]


def test_keys_are_lines(person: Person) -> None:
    """Enter alone ends; a letter or its word with Enter does the rest."""
    nothing = person.screen.key()
    person.types("\ns\nQuit\nxyz\nun")

    got = [person.screen.key() for _ in range(5)]

    assert nothing is None
    assert got == [Key.END, Key.SKIP, Key.FINISH, None, None]


def test_a_line_typed_before_the_turn_does_not_end_it(person: Person) -> None:
    """Impatience during the question is not the end of the answer."""
    person.types("\n\n")
    person.screen.show(YourTurn(CONFLICT, 90.0))

    assert person.screen.key() is None


def test_a_choice_is_asked_until_it_is_understood(person: Person) -> None:
    """The answer is an option's value; nonsense is asked again."""
    choice = Choice("How long?", (("5", "Five"), ("9", "Nine")), default="9")
    os.write(person.fd, b"")  # nothing yet: what is typed before is forgotten

    def type_later() -> None:
        time.sleep(0.1)
        os.write(person.fd, b"lots\n1\n")

    import threading

    typing = threading.Thread(target=type_later)
    typing.start()
    value = person.screen.choose(choice)
    typing.join()

    assert value == "5"
    assert "Please type a number from 1 to 2." in person.out.getvalue()


def test_a_person_who_leaves_takes_the_default(person: Person) -> None:
    """Ctrl-D does not end in an endless question."""
    import threading

    leaving = threading.Timer(0.1, person.leaves)
    leaving.start()
    value = person.screen.choose(Choice("Name?", default="Ada"))
    leaving.join()

    assert value == "Ada"


def test_a_pipe_presses_no_keys_and_takes_defaults(piped: PlainScreen) -> None:
    """Letters in a pipe are not a person's answers."""
    choice = Choice("How long?", (("5", "Five"), ("9", "Nine")), default="9")

    assert piped.key() is None
    assert piped.choose(choice) == "9"


def test_no_text_reaches_the_terminal_with_its_controls(person: Person) -> None:
    """Bank, transcript, device and session names are untrusted alike."""
    turn = turn_of(text=HOSTILE)
    for event in (
        QuestionAsked(1, 1, turn.question),
        QuestionAsked(1, 1, turn.question, repeated=True),
        YourTurn(turn.question, 90.0, from_file=HOSTILE),
        Working(HOSTILE, 0.5),
        FeedbackReady(turn, 1, 1, aloud=True),
        Said(HOSTILE),
        Note(HOSTILE),
        Trouble(HOSTILE, HOSTILE),
        SessionEnded((turn_of("02", HOSTILE),), HOSTILE, HOSTILE),
    ):
        person.screen.show(event)

    written = person.out.getvalue() + person.err.getvalue()
    assert "evil end" in written
    assert all(c.isprintable() or c == "\n" for c in written)


def test_a_closed_input_is_nobody(tmp_path: Path) -> None:
    """A service without stdin can still run an interview from files."""
    stream = (tmp_path / "x").open("w+")
    stream.close()
    screen = PlainScreen(io.StringIO(), io.StringIO(), stream)

    assert screen.key() is None
    assert PlainScreen(io.StringIO(), io.StringIO(), None).key() is None
