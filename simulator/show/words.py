"""What both screens say, in the same words, safe to print.

Questions, transcripts and names come from files and from speech. A terminal obeys
escape sequences wherever they stand, so `clean` takes out everything that is not a
visible character before any text is drawn.
"""

import re
import unicodedata

from ..events import Key, LongAnswer, TurnEnded
from ..records import Advice, EndedBy, Moment, Turn

_ESCAPES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # OSC: titles, links
    r"|[\x1b\x9b][\[(]?[0-?]*[ -/]*[@-~]?"  # CSI and two-letter sequences
)
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Controls, direction overrides, surrogates, private use, line separators."""
_JOINERS = "\u200c\u200d"
"""Needed to write Persian and Indic scripts; they move nothing."""

LONGEST_TEXT = 4000
"""Nobody reads more on a terminal, and a hostile bank may hold megabytes."""

KEY_NAMES: tuple[tuple[Key, str, str], ...] = (
    (Key.END, "Space", "done"),
    (Key.EXTEND, "e", "more time"),
    (Key.PAUSE, "p", "pause"),
    (Key.REPEAT, "r", "repeat"),
    (Key.RESTART, "a", "start over"),
    (Key.SKIP, "s", "skip"),
    (Key.FINISH, "q", "finish"),
)
"""Key, what to press, what it does: 76 columns in one line."""

WHILE_ASKED = "Space: begin at once, s: skip, q: finish"
"""While a question is spoken: who has read it need not wait."""

ENDING = "That was all? Then stay quiet a moment; if not, just speak on."
"""For the 1.5 s in which an end decided by silence can be re-opened."""

_ENDED: dict[EndedBy, str] = {
    "key": "Recorded",
    "silence": "Recorded",
    "end_of_file": "The recording has ended",
    "finish": "Recorded; we finish here",
    "skip": "Skipped",
    "trouble": "Recorded until the trouble",
    "typed": "Written down",
}


def clean(text: str) -> str:
    """The text without anything a terminal would obey; only newlines are kept.

    Tabs and carriage returns become spaces: both can write over what stands there.
    """
    flat = _ESCAPES.sub("", text.replace("\t", " ").replace("\r", " "))
    return "".join(c for c in flat if _visible(c))


def one_line(text: str) -> str:
    """Clean text in one line of bounded length, so that it cannot pose as our lines."""
    line = clean(text[:LONGEST_TEXT].replace("\n", " "))
    return line + ("…" if len(text) > LONGEST_TEXT else "")


def _visible(character: str) -> bool:
    return (
        character == "\n"
        or character in _JOINERS
        or unicodedata.category(character) not in _HIDDEN
    )


def clock(seconds: float) -> str:
    """Seconds as 0:42, 12:05 or 1:02:05."""
    whole = max(0, int(seconds + 0.5))
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"
    return f"{rest // 60}:{rest % 60:02d}"


def length(turn: Turn) -> str:
    """How long an answer was; a written one has no length."""
    return "written" if turn.duration_s is None else clock(turn.duration_s)


def ended(event: TurnEnded) -> str:
    """That an answer is safe, in a sentence."""
    said = _ENDED[event.ended_by]
    if event.ended_by in ("skip", "typed"):
        return f"{said}."
    return f"{said}: {clock(event.duration_s)}."


def long_answer(event: LongAnswer) -> str:
    """A line for whoever asked to be told; it is no order."""
    return f"{clock(event.spoken_s)}: longer than this question needs. Go on or end."


def moments(evidence: tuple[Moment, ...], most: int = 3) -> str:
    """The first moments behind a remark: " (0:12–0:20, 1:05)"; empty if unknown."""
    shown: list[str] = []
    for moment in evidence:
        if moment.start_s is None:
            continue
        start = clock(moment.start_s)
        end = clock(moment.end_s) if moment.end_s is not None else start
        shown.append(start if start == end else f"{start}–{end}")
    listed = ", ".join(dict.fromkeys(shown[:most]))
    more = ", …" if len(shown) > most else ""
    return f" ({listed}{more})" if listed else ""


def remark(advice: Advice) -> str:
    """A remark with the moments that earned it."""
    return one_line(advice.text) + moments(advice.evidence)


def feedback_lines(turn: Turn) -> list[tuple[str, str]]:
    """(heading, text) of an answer's feedback: strength, gap, next step."""
    feedback = turn.feedback
    lines: list[tuple[str, str]] = []
    if feedback.strength is not None:
        lines.append(("Strength", remark(feedback.strength)))
    if feedback.advice:
        lines.append(("Gap", remark(feedback.advice[0])))
    if feedback.next_step:
        lines.append(("Next step", one_line(feedback.next_step)))
    if turn.compared:
        lines.append(("Since last time", one_line(turn.compared)))
    return lines
