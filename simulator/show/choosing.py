"""Reading an answer to a choice: a number, a value, the beginning of a label.

Pure, so that both screens accept the same answers.
"""

import re

from ..events import Choice
from .words import LONGEST_TEXT, clean, one_line

_PARTS = re.compile(rf".{{1,{LONGEST_TEXT}}}", re.DOTALL)


def default_of(choice: Choice) -> str:
    """What is taken when nobody answers: the default, else the first option.

    An empty default counts where an option stands for it ("none of them").
    """
    if not choice.options or choice.default in dict(choice.options):
        return choice.default
    return choice.options[0][0]


def understood(choice: Choice, line: str) -> str | None:
    """The value that a typed line means, or None if it means none of the options."""
    if choice.document:
        return "\n".join(clean(part) for part in line.splitlines())
    if not choice.options:
        # A whole answer: as long as it is, and without what a terminal would obey.
        parts = (clean(part) for part in _PARTS.findall(line))
        return " ".join("".join(parts).split()) or default_of(choice)
    typed = one_line(line).strip()
    if not typed:
        return default_of(choice)
    if typed.isdecimal() and 1 <= int(typed) <= len(choice.options):
        return choice.options[int(typed) - 1][0]
    small = typed.casefold()
    for value, label in choice.options:
        if small in (value.casefold(), label.casefold()):
            return value
    begun = [v for v, label in choice.options if label.casefold().startswith(small)]
    return begun[0] if len(begun) == 1 else None


def numbered(choice: Choice) -> list[str]:
    """The options as lines: "1. Yes"."""
    return [f"{k}. {one_line(label)}" for k, (_, label) in enumerate(choice.options, 1)]


def invitation(choice: Choice) -> str:
    """How to answer, with what Enter alone takes."""
    default = default_of(choice)
    if choice.document:
        return "Paste; a line that holds only a full stop ends it"
    if not choice.options:
        if default:
            return f"Enter alone takes {one_line(default)}"
        return "One line, then Enter" if choice.line else "Type; an empty line ends it"
    values = [value for value, _ in choice.options]
    taken = values.index(default) + 1 if default in values else 1
    return f"A number, then Enter (Enter alone takes {taken})"


def again(choice: Choice) -> str:
    """What to say when the answer meant none of the options."""
    return f"Please type a number from 1 to {len(choice.options)}."
