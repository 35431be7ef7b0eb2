"""A question is put: on the screen and aloud, to its end or until a key.

Who has read it need not wait for the voice. The key that would end an answer begins it;
the one that skips skips, the one that finishes finishes.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..events import Key, QuestionAsked
from .parts import Parts, Slot

HEEDED = (Key.END, Key.SKIP, Key.FINISH)
"""The others are about an answer that has not begun."""


@dataclass(frozen=True)
class Posed:
    """How it went."""

    lag_s: float
    """By how much the loudspeaker may still lag behind."""
    wish: Key | None = None
    """SKIP or FINISH, where that was pressed instead of listening."""


def pose(
    slot: Slot, parts: Parts, *, rephrased: bool = False, again: bool = False
) -> Posed:
    """Ask the question.

    Args:
        slot: which one.
        parts: screen and voice.
        rephrased: in the bank's other words.
        again: it was asked before; now it comes slower.
    """
    question = slot.question
    text = question.rephrase if rephrased and question.rephrase else question.text
    shown = question.model_copy(update={"text": text})
    parts.screen.show(
        QuestionAsked(slot.number, slot.total, shown, repeated=again or rephrased)
    )
    pressed: list[Key] = []
    lag_s = parts.speaker.say(text, slower=again, until=_heeded(parts, pressed))
    wish = pressed[0] if pressed and pressed[0] is not Key.END else None
    return Posed(lag_s, wish)


def any_key(parts: Parts) -> Callable[[], bool]:
    """Whether a key was pressed: for what is spoken and stands on the screen too."""
    return lambda: parts.screen.key() is not None


def _heeded(parts: Parts, pressed: list[Key]) -> Callable[[], bool]:
    def heeded() -> bool:
        key = parts.screen.key()
        if key in HEEDED:
            pressed.append(key)
        return bool(pressed)

    return heeded
