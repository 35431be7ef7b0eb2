"""The live view: the question stays, everything else moves around it.

What has happened is printed and scrolls up; what is happening stands below it in a
region that is redrawn (Rich's `Live`), with the question always on top.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Self

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
from . import choosing, panels, words
from .keys import Keys
from .lines import LineInput
from .meter import Meter
from .region import Region

if TYPE_CHECKING:
    from rich.console import Console, Group, RenderableType

BELOW_QUESTION = 14
"""Lines left under a long question: frame 2, meter, time, warning 2, captions 2, work,
keys 2 (where the window is narrow), and air between them."""


class RichScreen:
    """A `Screen` that draws on a terminal.

    Args:
        console: where to draw.
        keys: single keys while an answer is given.
        lines: typed answers to choices.
        captions: whether words are shown while they are spoken.
        clock: seconds, for the rate of redrawing.
    """

    def __init__(
        self,
        console: "Console",
        keys: Keys,
        lines: LineInput,
        *,
        captions: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._console = console
        self._keys = keys
        self._lines = lines
        self._captions = captions
        self._region = Region(console, self.view, clock)
        self._question: QuestionAsked | None = None
        self._asking = False
        """Whether it is being spoken, with somebody there."""
        self._unanswered = False
        self._turn: YourTurn | None = None
        self._level: Level | None = None
        self._words: Words | None = None
        self._working: Working | None = None
        self._ending = self._long = False
        self._meter = Meter(answering=False)
        self._given: set[str] = set()

    def show(self, event: Shown) -> None:
        """Draw one event."""
        match event:
            case Level():
                self._level = event
                self._meter.push(event)
                self._region.draw(soon=True)
            case Words():
                self._words = event
                if self._captions:
                    self._region.draw(soon=True)
            case Working():
                self._show_working(event)
            case QuestionAsked():
                self._question, self._unanswered = event, True
                self._end_turn()
                self._asking = self._lines.attended
                self._region.draw()
            case YourTurn():
                self._begin_turn(event)
            case EndHeard(reopened=reopened):
                self._ending = not reopened
                self._region.draw()
            case LongAnswer():
                self._long = True
                self._region.print(panels.line(words.long_answer(event), "dim"))
            case TurnEnded():
                self._print_answered(event)
            case FeedbackReady():
                self._show_feedback(event)
            case Said(text=text):
                self._region.print(panels.line(f"{words.one_line(text)}", panels.AMBER))
            case Note(text=text):
                self._region.print(panels.line(f"{words.one_line(text)}", "dim"))
            case Trouble():
                self._region.print(panels.trouble(event))
            case SessionEnded():
                self._show_end(event)

    def key(self) -> Key | None:
        """The next key pressed, or None at once."""
        return self._keys.next()

    def choose(self, choice: Choice) -> str:
        """Ask and wait; where nobody is, the default is taken and said."""
        self._asking = False
        self._level = self._working = None
        self.close()
        if self._question is not None and self._unanswered:
            # A written answer has no turn during which the question would be visible.
            room = self._console.height - BELOW_QUESTION
            self._region.print(panels.question(self._question, room, self._console))
            self._unanswered = False
        self._region.print(_styled(words.one_line(choice.prompt), "bold"))
        if not self._lines.attended:
            return self._take_default(choice)
        for option in choosing.numbered(choice):
            self._region.print(panels.line(f"{option}", ""))
        self._lines.forget()
        while True:
            prompt = _styled(f"{choosing.invitation(choice)}: ", panels.AMBER)
            self._console.print(prompt, end="", soft_wrap=True)
            line = self._lines.wait_for(choice)
            value = choosing.understood(choice, line) if line is not None else None
            if line is None:
                return self._take_default(choice)
            if value is not None:
                return value
            self._region.print(_styled(choosing.again(choice), panels.BRICK))

    def close(self) -> None:
        """Give keyboard and cursor back. MAY be called twice; showing goes on."""
        self._keys.release()
        self._region.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _begin_turn(self, event: YourTurn) -> None:
        self._end_turn()
        self._turn, self._unanswered = event, False
        self._meter = Meter(answering=True)
        self._keys.forget()
        if event.from_file:
            name = words.one_line(event.from_file)
            self._region.print(panels.line(f"The recording {name} answers.", "dim"))
        self._region.draw()

    def _by_file(self) -> bool:
        return self._turn is not None and bool(self._turn.from_file)

    def _end_turn(self) -> None:
        self._asking = False
        self._turn = self._level = self._words = self._working = None
        self._ending = self._long = False
        self._meter = Meter(answering=False)

    def _print_answered(self, event: TurnEnded) -> None:
        self._end_turn()
        self._keys.release()
        if self._question is not None:
            asked = self._question
            text = f"{asked.number}. {words.one_line(asked.question.text)}"
            self._region.print(panels.line(text, "dim"))
        self._region.print(panels.line(f"{words.ended(event)}", panels.GREEN))

    def _show_working(self, event: Working) -> None:
        changed = self._working is None or self._working.what != event.what
        finished = event.done is not None and event.done >= 1.0
        self._working = None if finished else event
        self._region.draw(soon=not (changed or finished))

    def _show_feedback(self, event: FeedbackReady) -> None:
        self._working = None
        if event.aloud or event.turn.stem not in self._given:
            self._given.add(event.turn.stem)
            which = f"Answer {event.number} of {event.total}"
            self._region.print(panels.feedback(event.turn, which))

    def _show_end(self, event: SessionEnded) -> None:
        self._question = None
        self._end_turn()
        self.close()
        for number, turn in enumerate(event.turns, 1):
            if turn.stem not in self._given:
                self._region.print(panels.feedback(turn, f"Answer {number}"))
        if event.turns:
            self._region.print(panels.summary(event))
        if event.next_step:
            self._region.print(
                _styled(f"Next step: {words.one_line(event.next_step)}", "bold")
            )
        if event.report is not None:
            # Unbroken, so that it can be copied or clicked.
            report = _styled(f"Report: {words.one_line(event.report)}", "")
            self._console.print(report, soft_wrap=True)

    def _take_default(self, choice: Choice) -> str:
        taken = choosing.default_of(choice)
        label = dict(choice.options).get(taken, taken)
        self._region.print(panels.line(f"{words.one_line(label)}", "dim"))
        return taken

    def view(self) -> "Group":
        """What is happening now, as it is drawn below what has been printed."""
        from rich.console import Group

        ascii_only = self._console.options.ascii_only
        pieces: list[RenderableType] = []
        if self._question is not None:
            room = self._console.height - BELOW_QUESTION
            pieces.append(panels.question(self._question, room, self._console))
        if self._level is not None:
            target_s = self._turn.target_s if self._turn is not None else None
            pieces.append("")
            pieces.append(panels.level(self._level, ascii_only))
            elapsed_s = self._level.elapsed_s
            pieces.append(panels.time(elapsed_s, target_s, long=self._long))
            if self._meter.warning and not self._by_file():
                pieces.append(panels.warning(self._meter.warning))
        if self._ending:
            pieces.append(panels.line(words.ENDING, panels.GREEN))
        if self._captions and self._words is not None:
            pieces.append(panels.captions(self._words, self._console))
        if self._working is not None:
            pieces.append(panels.working(self._working, ascii_only))
        if self._turn is not None and not self._by_file():
            pieces += ["", panels.keys()]
        elif self._asking:
            pieces += ["", panels.line(words.WHILE_ASKED, "dim")]
        return Group(*pieces)


def _styled(text: str, style: str) -> "RenderableType":
    from rich.text import Text

    return Text(text, style=style)
