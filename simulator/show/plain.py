"""Appended lines: for pipes, screen readers and terminals that cannot draw.

Nothing moves, nothing is drawn over, and while somebody speaks nothing is printed: a
screen reader would read it aloud into their answer. What the interview says goes to
`out` (it is the result), how far some work is goes to `err`.
"""

from typing import TextIO

from ..events import (
    Choice,
    EndHeard,
    FeedbackReady,
    Key,
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
from ..records import Turn
from . import choosing, meter, words
from .keys import KEYS
from .lines import LineInput

STEP = 0.25
"""How often progress is told in lines: a quarter is worth one."""


class PlainScreen:
    """A `Screen` of lines.

    Args:
        out: gets the interview.
        err: gets progress.
        inp: keys and answers, a line each, if it is a terminal.
    """

    def __init__(self, out: TextIO, err: TextIO, inp: TextIO | None) -> None:
        self._out = out
        self._err = err
        self._lines = LineInput(inp)
        self._meter = meter.Meter(answering=False)
        self._by_file = False
        self._working = ("", -1)
        self._keys_told = False
        self._given: set[str] = set()

    def show(self, event: Shown) -> None:
        """Append what the event has to say; often nothing."""
        match event:
            case Level():
                self._meter.push(event)
            case Words() | EndHeard() | LongAnswer():
                pass
            case Working():
                self._show_working(event)
            case QuestionAsked():
                self._show_question(event)
            case YourTurn():
                self._show_turn(event)
            case TurnEnded():
                self._show_ended(event)
            case FeedbackReady():
                self._show_feedback(event)
            case Said(text=text) | Note(text=text):
                self._print(words.one_line(text))
            case Trouble():
                self._print(f"Trouble: {words.one_line(event.what)}")
                self._print(words.one_line(event.next_step))
            case SessionEnded():
                self._show_end(event)

    def key(self) -> Key | None:
        """The key of a finished line: its first letter; an empty line is `end`."""
        line = self._lines.poll()
        if line is None:
            return None
        word = line.strip().lower()
        return KEYS.get(word[:1] or " ")

    def choose(self, choice: Choice) -> str:
        """Ask and wait; where nobody is, the default is taken and said."""
        prompt = words.one_line(choice.prompt)
        if not self._lines.attended:
            taken = choosing.default_of(choice)
            label = dict(choice.options).get(taken, taken)
            self._print(f"{prompt} {words.one_line(label)}".rstrip())
            return taken
        self._lines.forget()
        self._print(prompt)
        for option in choosing.numbered(choice):
            self._print(f"  {option}")
        while True:
            self._out.write(f"{choosing.invitation(choice)}: ")
            self._out.flush()
            line = self._lines.wait_for(choice)
            if line is None:
                self._print("")
                return choosing.default_of(choice)
            value = choosing.understood(choice, line)
            if value is not None:
                return value
            self._print(choosing.again(choice))

    def close(self) -> None:
        """Nothing to put back."""

    def _show_question(self, event: QuestionAsked) -> None:
        text = words.one_line(event.question.text)
        if event.repeated:
            self._print(f"Again: {text}")
            return
        self._print("")
        self._print(f"Question {event.number} of {event.total}: {text}")

    def _show_turn(self, event: YourTurn) -> None:
        self._meter = meter.Meter(answering=True)
        self._by_file = bool(event.from_file)
        if event.from_file:
            self._print(f"The recording {words.one_line(event.from_file)} answers.")
            return
        self._print(f"Your turn. About {words.clock(event.target_s)} is a good length.")
        self._lines.forget()
        if self._lines.attended and not self._keys_told:
            named = [f"{key} {does}" for _, key, does in words.KEY_NAMES[1:]]
            self._print(f"Enter: done. With Enter: {', '.join(named)}.")
            self._print("While a question is spoken, Enter begins at once.")
            self._keys_told = True

    def _show_ended(self, event: TurnEnded) -> None:
        self._working = ("", -1)  # the next work is new, even under the same name
        self._print(words.ended(event))
        if not self._by_file:
            self._show_sound(spoken=event.ended_by not in ("typed", "skip"))
        self._meter = meter.Meter(answering=False)

    def _show_sound(self, spoken: bool) -> None:
        """What could not be said while listening."""
        if self._meter.ever_clipped:
            self._print(meter.CLIPPED)
        if spoken and self._meter.warning and not self._meter.ever_heard:
            self._print(meter.UNHEARD)

    def _show_working(self, event: Working) -> None:
        what = words.one_line(event.what)
        step = -1 if event.done is None else int(min(1.0, max(0.0, event.done)) / STEP)
        if (what, step) == self._working or (
            what == self._working[0] and step <= self._working[1]
        ):
            return
        share = "" if step <= 0 else f" {step * STEP:.0%}"
        self._working = (what, step)
        print(f"{what}{share}", file=self._err, flush=True)

    def _show_feedback(self, event: FeedbackReady) -> None:
        if event.aloud or event.turn.stem not in self._given:
            self._print_feedback(event.turn, f"Answer {event.number} of {event.total}")

    def _show_end(self, event: SessionEnded) -> None:
        for number, turn in enumerate(event.turns, 1):
            if turn.stem not in self._given:
                self._print_feedback(turn, f"Answer {number}")
        if event.turns:
            self._print("")
            self._print("Summary")
        for number, turn in enumerate(event.turns, 1):
            question = words.one_line(turn.question.text)
            headline = words.one_line(turn.feedback.headline)
            self._print(f"{number}. {question} {words.length(turn)}. {headline}")
        if event.next_step:
            self._print(f"Next step: {words.one_line(event.next_step)}")
        if event.report is not None:
            self._print(f"Report: {words.one_line(event.report)}")

    def _print_feedback(self, turn: Turn, title: str) -> None:
        self._given.add(turn.stem)
        self._print("")
        self._print(f"{title}: {words.one_line(turn.feedback.headline)}")
        for heading, text in words.feedback_lines(turn):
            self._print(f"{heading}: {text}")

    def _print(self, line: str) -> None:
        print(line, file=self._out, flush=True)
