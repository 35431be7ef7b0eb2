"""A question is put: on the screen and aloud, to its end or until a key.

Who has read it need not wait for the voice. The key that would end an answer begins it;
the one that skips skips, the one that finishes finishes.
"""

from collections.abc import Collection
from dataclasses import dataclass

from ..events import Key, QuestionAsked
from ..seams import Screen
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
    stop = Stop(parts.screen, HEEDED)
    lag_s = parts.speaker.say(text, slower=again, until=stop)
    return Posed(lag_s, None if stop.pressed is Key.END else stop.pressed)


@dataclass
class Stop:
    """Asked while something is spoken: whether a key has ended it.

    A key from before the sound is about something else: Space pressed twice ends one
    answer, and leaves the next question whole.
    """

    screen: Screen
    heeded: Collection[Key] = tuple(Key)
    pressed: Key | None = None
    _begun: bool = False

    def __call__(self) -> bool:
        """Look for a key; the first look only throws earlier ones away."""
        while not self._begun and self.screen.key() is not None:
            pass
        if self._begun and self.pressed is None:
            key = self.screen.key()
            self.pressed = key if key in self.heeded else None
        self._begun = True
        return self.pressed is not None
