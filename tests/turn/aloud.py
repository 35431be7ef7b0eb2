"""A voice that takes its time, and a person who presses keys meanwhile."""

from collections.abc import Iterable
from dataclasses import replace

from fakes import LineSpeaker
from interview_table import Table

from simulator.events import Key
from simulator.seams import Until


class Aloud(LineSpeaker):
    """A voice that takes its time: it asks thrice whether it is still wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.cut: list[str] = []

    def say(self, text: str, *, slower: bool = False, until: Until = None) -> float:
        super().say(text, slower=slower)
        if until is not None and any(until() for _ in range(3)):
            self.cut.append(text)
        return 0.0


def spoken_to(table: Table, keys: Iterable[Key | None]) -> Aloud:
    """Give the table that voice; the keys are what is pressed, look by look."""
    voice, pressed, scripted = Aloud(), iter(keys), table.screen.key
    table.parts = replace(table.parts, speaker=voice)
    table.screen.key = lambda: next(pressed, None) or scripted()  # type: ignore[method-assign]
    return voice
