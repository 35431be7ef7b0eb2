"""What the live view is made of: pieces for Rich, each from plain values.

Every text that is not ours goes through `clean` into a `Text`, never through Rich's
markup. Meaning never rests on colour alone: the meter says "speaking" in words too.
Colours are warm and few: amber for the interviewer, green for what is well, brick red
for trouble. On a terminal without UTF-8 bars and frames are ASCII.
"""

from typing import TYPE_CHECKING

from ..events import Level, QuestionAsked, SessionEnded, Trouble, Words, Working
from ..records import Turn
from . import meter, wording

if TYPE_CHECKING:
    from rich.console import Group
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

AMBER = "#e0a458"
GREEN = "#7fb069"
BRICK = "#d1603d"

METER_WIDTH = 30
BAR_WIDTH = 40

LONG_AT = 1.5
"""Times the target; from there an answer is long (`Question.target_s`)."""


def question(event: QuestionAsked, max_lines: int, width: int) -> "Panel":
    """The question on the table, cut to the lines there is room for."""
    from rich.panel import Panel
    from rich.text import Text

    text = wording.clean(event.question.text)
    room = max(1, max_lines) * max(10, width - 6)
    if len(text) > room:
        text = text[: room - 1] + "…"
    again = ", once more" if event.repeated else ""
    return Panel(
        Text(text, style="bold"),
        title=Text(f" Question {event.number} of {event.total}{again} ", style=AMBER),
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
    line = Text("  ")
    line.append(full * lit, style=style)
    line.append(empty * (METER_WIDTH - lit), style="dim")
    line.append(f"  {said}", style=style)
    return line


def time(elapsed_s: float, target_s: float | None) -> "Text":
    """Elapsed time, and beside it the length a good answer has."""
    from rich.text import Text

    line = Text("  ")
    over = target_s is not None and elapsed_s >= LONG_AT * target_s
    line.append(wording.clock(elapsed_s), style=f"bold {AMBER}" if over else "bold")
    if target_s is not None:
        line.append(f" of about {wording.clock(target_s)}", style="dim")
    return line


def warning(text: str) -> "Text":
    """A line about the sound."""
    from rich.text import Text

    return Text(f"  ! {text}", style=BRICK)


def captions(event: Words, width: int) -> "Text":
    """The end of what was understood so far; what may still change stands dim."""
    from rich.text import Text

    settled, tentative = wording.clean(event.settled), wording.clean(event.tentative)
    room = max(20, 2 * (width - 4))
    tentative = tentative[-room:]
    left = room - len(tentative)
    settled = settled[-left:] if left else ""
    line = Text("  ")
    line.append(settled)
    line.append(f" {tentative}" if tentative else "", style="dim italic")
    return line


def keys() -> "Text":
    """Which key does what."""
    from rich.text import Text

    line = Text("  ")
    for position, (_, key, does) in enumerate(wording.KEY_NAMES):
        line.append("  " if position else "")
        line.append(key, style="bold")
        line.append(f" {does}", style="dim")
    return line


def working(event: Working, ascii_only: bool) -> "Text":
    """How far some work is."""
    from rich.text import Text

    line = Text(f"  {wording.clean(event.what)}")
    if event.done is not None:
        done = min(1.0, max(0.0, event.done))
        lit = round(done * BAR_WIDTH)
        full, empty = ("=", " ") if ascii_only else ("━", "─")
        line.append("\n  ")
        line.append(full * lit, style=AMBER)
        line.append(empty * (BAR_WIDTH - lit), style="dim")
        line.append(f" {done:.0%}", style="dim")
    else:
        line.append(" ...", style="dim")
    return line


def feedback(turn: Turn, title: str) -> "Panel":
    """Headline, strength, gap and next step of an answer."""
    from rich.panel import Panel
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style=AMBER, no_wrap=True)
    grid.add_column()
    for heading, text in wording.feedback_lines(turn):
        grid.add_row(Text(heading), Text(text))
    headline = Text(wording.clean(turn.feedback.headline), style="bold")
    body = _stacked(headline, Text(""), grid) if grid.row_count else headline
    return Panel(
        body,
        title=Text(f" {title} ", style=GREEN),
        title_align="left",
        border_style=GREEN,
        padding=(0, 2),
    )


def trouble(event: Trouble) -> "Panel":
    """What went wrong and how it goes on."""
    from rich.panel import Panel
    from rich.text import Text

    body = Text(wording.clean(event.what), style="bold")
    if event.next_step:
        body.append(f"\n{wording.clean(event.next_step)}", style="not bold")
    return Panel(
        body,
        title=Text(" Trouble ", style=BRICK),
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
        asked = wording.clean(turn.question.text)
        table.add_row(
            str(number),
            Text(asked if len(asked) <= 120 else asked[:119] + "…"),
            wording.length(turn),
            Text(wording.clean(turn.feedback.headline)),
        )
    return table


def _stacked(*pieces: object) -> "Group":
    from rich.console import Group

    return Group(*pieces)  # type: ignore[arg-type]
