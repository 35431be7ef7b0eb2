"""What every `Screen` promises: the scripted one, the live view, appended lines."""

import io
from collections.abc import Callable

import pytest
from fakes import ScriptedScreen
from rich.console import Console

from simulator.events import (
    Choice,
    EndHeard,
    FeedbackReady,
    Level,
    LongAnswer,
    Note,
    QuestionAsked,
    Said,
    SessionEnded,
    Shown,
    Trouble,
    TurnEnded,
    Words,
    Working,
    YourTurn,
)
from simulator.records import Analysis, Feedback, Question, Transcript, Turn
from simulator.seams import Screen
from simulator.show import PlainScreen, RichScreen
from simulator.show.keys import NoKeys
from simulator.show.lines import LineInput

QUESTION = Question(id="conflict", text="Tell me about a conflict.")
TURN = Turn(
    stem="01-conflict",
    question=QUESTION,
    ended_by="typed",
    duration_s=None,
    transcript=Transcript(text="", language="en", model="x"),
    analysis=Analysis(verdict="not_assessable", why="silence"),
    feedback=Feedback(headline="I did not hear an answer. That happens.", spoken=""),
)

EVENTS: tuple[Shown, ...] = (
    Said("Hello."),
    Working("Fetching", 0.0),
    Working("Fetching", 1.0),
    Level(-40.0, False, False, 0.1),
    QuestionAsked(1, 2, QUESTION),
    QuestionAsked(1, 2, QUESTION, repeated=True),
    YourTurn(QUESTION, 90.0),
    YourTurn(QUESTION, 90.0, from_file="story.flac"),
    Level(float("-inf"), False, False, 0.1),
    Level(0.0, True, True, 100.0),
    Words("So last", "spring"),
    Words("", ""),
    Note("Quiet."),
    Trouble("The microphone went away", "Plug it in again."),
    LongAnswer(140.0),
    EndHeard(),
    EndHeard(reopened=True),
    TurnEnded("silence", 12.0),
    Working("Understanding", None),
    FeedbackReady(TURN, 1, 2, aloud=False),
    FeedbackReady(TURN, 1, 2, aloud=True),
    SessionEnded((), None, ""),
    SessionEnded((TURN,), "/x/report.html", "Speak up."),
    Said("Goodbye."),
)

CHOICES = (
    Choice("How long?", (("5", "Five minutes"), ("9", "Nine minutes")), "9"),
    Choice("Which?", (("a", "A"), ("b", "B"))),
    Choice("Your name?", default="Ada"),
    Choice("Anything?"),
)


def scripted() -> Screen:
    return ScriptedScreen(choices=[None] * len(CHOICES))


def plain() -> Screen:
    return PlainScreen(io.StringIO(), io.StringIO(), io.StringIO("typed\n"))


def rich() -> Screen:
    console = Console(file=io.StringIO(), force_terminal=True, width=80, height=24)
    return RichScreen(console, NoKeys(), LineInput(io.StringIO("typed\n")))


every = pytest.mark.parametrize("make", [scripted, plain, rich])


@every
def test_every_event_can_be_shown_in_any_order(make: Callable[[], Screen]) -> None:
    """A screen never decides and never fails: forwards and backwards alike."""
    forwards, backwards = make(), make()

    for event in EVENTS:
        forwards.show(event)
    for event in reversed(EVENTS):
        backwards.show(event)

    assert forwards.key() is None
    assert backwards.key() is None


def test_the_events_above_are_all_there_are() -> None:
    """A new event is held to this contract as well."""
    assert {type(event) for event in EVENTS} == set(Shown.__args__)


@every
def test_no_key_is_no_key(make: Callable[[], Screen]) -> None:
    """Asked at once, before anything was shown, and often."""
    screen = make()

    assert [screen.key() for _ in range(100)] == [None] * 100


@every
def test_where_nobody_answers_the_default_is_taken(make: Callable[[], Screen]) -> None:
    """The default, else the first option, else nothing."""
    screen = make()

    assert [screen.choose(choice) for choice in CHOICES] == ["9", "a", "Ada", ""]
