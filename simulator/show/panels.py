"""What the live view is made of: pieces for Rich, each from plain values.

Every text that is not ours goes through `clean` into a `Text`, never through Rich's
markup. Meaning never rests on colour alone: the meter says "speaking" in words too.
Colours are warm and few: amber for the interviewer, green for what is well, brick red
for trouble. On a terminal without UTF-8 bars and frames are ASCII.
"""

from typing import TYPE_CHECKING

from ..events import Level, QuestionAsked, SessionEnded, Trouble, Words, Working
from ..records import Turn
from . import meter, words

if TYPE_CHECKING:
    from rich.console import Console, Group
    from rich.padding import Padding
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

AMBER = "#e0a458"
GREEN = "#7fb069"
BRICK = "#d1603d"

METER_WIDTH = 30
BAR_WIDTH = 40
SHORT = 60
"""Enough of a question to know it again, two lines of the summary at 80 columns."""
CAPTION_LINES = 2
CAPTION_LENGTH = 500
"""More than two lines of any terminal hold."""


def question(event: QuestionAsked, max_lines: int, console: "Console") -> "Panel":
    """The question on the table, cut to the lines there is room for."""
    from rich.panel import Panel
    from rich.text import Text

    lines = _wrapped(Text(words.one_line(event.question.text), style="bold"), console)
    text = Text("\n").join(lines[: max(1, max_lines)])
    if len(lines) > max_lines:
        text.truncate(len(text.plain) - 1)
        text.append("…")
    again = ", once more" if event.repeated else ""
    return Panel(
        text,
        title=Text(f"Question {event.number} of {event.total}{again}", style=AMBER),
        title_align="left",
        border_style=AMBER,
        padding=(0, 2),
    )


def level(event: Level, ascii_only: bool) -> "Text":
    """The level meter with what it means beside it."""
    from rich.text import Text

    lit = meter.filled(event.level_dbfs, METER_WIDTH)
    full, empty = ("#", "-") if ascii_only else ("█", "░")
    said, style = ("listening", "dim")
    if event.speaking:
        said, style = ("speaking", GREEN)
    if event.clipped:
        said, style = ("too loud", BRICK)
    if event.paused:
        said, style = ("paused", AMBER)
    row = Text("  ")
    row.append(full * lit, style=style)
    row.append(empty * (METER_WIDTH - lit), style="dim")
    row.append(f"  {said}", style=style)
    return row


def time(elapsed_s: float, target_s: float | None, *, long: bool = False) -> "Text":
    """Elapsed time, and beside it the length a good answer has.

    Args:
        elapsed_s: since the answer began.
        target_s: the length of a good one; None where there is none.
        long: whether who speaks wanted to be told that it is long, and it is.
    """
    from rich.text import Text

    row = Text("  ")
    row.append(words.clock(elapsed_s), style=f"bold {AMBER}" if long else "bold")
    if target_s is not None:
        row.append(f" of about {words.clock(target_s)}", style="dim")
    return row


def warning(text: str) -> "Padding":
    """A line about the sound."""
    return line(f"! {text}", BRICK)


def line(text: str, style: str) -> "Padding":
    """A line that stays, set in by two columns even where it wraps."""
    from rich.padding import Padding
    from rich.text import Text

    return Padding(Text(text, style=style), (0, 2))


def captions(event: Words, console: "Console") -> "Padding":
    """The last lines of what was understood; what may still change stands dim."""
    from rich.padding import Padding
    from rich.text import Text

    said = Text(_ending(event.settled))
    if event.tentative:
        said.append(f" {_ending(event.tentative)}", style="dim italic")
    return Padding(Text("\n").join(_wrapped(said, console)[-CAPTION_LINES:]), (0, 2))


def keys() -> "Text":
    """Which key does what."""
    from rich.text import Text

    row = Text("  ")
    for position, (_, key, does) in enumerate(words.KEY_NAMES):
        row.append("  " if position else "")
        row.append(key, style="bold")
        row.append(f" {does}", style="dim")
    return row


def working(event: Working, ascii_only: bool) -> "Text":
    """How far some work is."""
    from rich.text import Text

    row = Text(f"  {words.one_line(event.what)}")
    if event.done is not None:
        done = min(1.0, max(0.0, event.done))
        lit = round(done * BAR_WIDTH)
        full, empty = ("=", " ") if ascii_only else ("━", "─")
        row.append("\n  ")
        row.append(full * lit, style=AMBER)
        row.append(empty * (BAR_WIDTH - lit), style="dim")
        row.append(f" {done:.0%}", style="dim")
    else:
        row.append(" ...", style="dim")
    return row


def feedback(turn: Turn, title: str) -> "Panel":
    """Headline, strength, gap and next step of an answer."""
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=AMBER, no_wrap=True)
    grid.add_column()
    for heading, text in words.feedback_lines(turn):
        grid.add_row(Text(heading), Text(text))
    headline = Text(words.one_line(turn.feedback.headline), style="bold")
    body = _stacked(headline, Text(""), grid) if grid.row_count else headline
    return Panel(
        body,
        title=Text(title, style=GREEN),
        title_align="left",
        border_style=GREEN,
        padding=(0, 2),
    )


def trouble(event: Trouble) -> "Panel":
    """What went wrong and how it goes on."""
    from rich.panel import Panel
    from rich.text import Text

    body = Text(words.one_line(event.what), style="bold")
    if event.next_step:
        body.append(f"\n{words.one_line(event.next_step)}", style="not bold")
    return Panel(
        body,
        title=Text("Trouble", style=BRICK),
        title_align="left",
        border_style=BRICK,
        padding=(0, 2),
    )


def summary(event: SessionEnded) -> "Table":
    """All answers in one table: question, length, headline."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, header_style=AMBER, expand=True, pad_edge=False)
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Question", ratio=2)
    table.add_column("Length", justify="right", no_wrap=True)
    table.add_column("In short", ratio=3)
    for number, turn in enumerate(event.turns, 1):
        asked = words.one_line(turn.question.text)
        table.add_row(
            str(number),
            Text(asked if len(asked) <= SHORT else asked[: SHORT - 1] + "…"),
            words.length(turn),
            Text(words.one_line(turn.feedback.headline)),
        )
    return table


def _wrapped(text: "Text", console: "Console") -> "list[Text]":
    """Lines as they stand inside a frame and its margins; wide letters count twice."""
    return [*text.wrap(console, console.width - 6)]


def _ending(text: str) -> str:
    return words.one_line(text[-CAPTION_LENGTH:])


def _stacked(*pieces: object) -> "Group":
    from rich.console import Group

    return Group(*pieces)  # type: ignore[arg-type]
