"""The short list of what a job asks for, shown to be confirmed or edited.

The product proposes and the user decides: rules read postings well, not perfectly.
"""

from .. import prepare
from ..events import Choice, Note
from ..prepare.company import value
from ..prepare.proposing import MOST_REQUIREMENTS, requirement
from ..records import Requirement, Value
from ..seams import Screen

_WHAT_NOW = (
    ("begin", "That is right: go on"),
    ("drop", "Leave one out"),
    ("swap", "Change one between needed and nice to have"),
    ("reword", "Say one in other words"),
    ("add", "Add one"),
    ("values", "Give other values of the company"),
)


def confirmed(
    screen: Screen,
    requirements: tuple[Requirement, ...],
    values: tuple[Value, ...],
) -> tuple[tuple[Requirement, ...], tuple[Value, ...]]:
    """Both lists after the user has looked through them."""
    while True:
        _show(screen, requirements, values)
        wish = screen.choose(Choice("Is this what the job asks for?", _WHAT_NOW))
        if wish == "values":
            values = _values(screen)
        elif wish == "add":
            requirements = _added(screen, requirements)
        elif wish == "begin":
            return requirements, values
        else:
            requirements = _changed(screen, requirements, wish)


def _show(
    screen: Screen, requirements: tuple[Requirement, ...], values: tuple[Value, ...]
) -> None:
    for number, one in enumerate(requirements, 1):
        kind = "needed" if one.must else "nice to have"
        screen.show(Note(f"{number}. {one.text} ({kind})"))
    if not requirements:
        screen.show(Note("No requirements yet."))
    if values:
        screen.show(Note(f"Values: {'; '.join(v.text for v in values)}"))


def _changed(
    screen: Screen, requirements: tuple[Requirement, ...], wish: str
) -> tuple[Requirement, ...]:
    if not requirements:
        return requirements
    options = tuple((r.id, r.text) for r in requirements)
    chosen = screen.choose(Choice("Which one?", (*options, ("", "None of them")), ""))
    if wish == "drop":
        return prepare.edited(r for r in requirements if r.id != chosen)
    return tuple(_other(screen, r, wish) if r.id == chosen else r for r in requirements)


def _other(screen: Screen, one: Requirement, wish: str) -> Requirement:
    if wish == "swap":
        return one.model_copy(update={"must": not one.must})
    words = screen.choose(
        Choice(
            "In your words (several ways to say it: a|b|c):",
            default=one.text,
            line=True,
        )
    )
    return requirement(one.id, words, one.must)


def _added(
    screen: Screen, requirements: tuple[Requirement, ...]
) -> tuple[Requirement, ...]:
    if len(requirements) >= MOST_REQUIREMENTS:
        screen.show(Note(f"{MOST_REQUIREMENTS} are enough; leave one out first."))
        return requirements
    words = screen.choose(Choice("What else does the job ask for?", line=True)).strip()
    if not words:
        return requirements
    return prepare.edited((*requirements, requirement("new", words)))


def _values(screen: Screen) -> tuple[Value, ...]:
    words = screen.choose(Choice("Its values, with commas between them:", line=True))
    given = [w.strip() for w in words.split(",") if w.strip()]
    return tuple(value(f"v{n}", text) for n, text in enumerate(given[:5], 1))
