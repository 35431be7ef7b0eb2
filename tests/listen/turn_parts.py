"""A counting microphone, a person at the keys, and listed voice, for turns."""

from collections.abc import Iterator

import numpy as np
from fakes import ListedVoice

from simulator.events import Key
from simulator.listen.heard import Desk, Heard, ListenSettings
from simulator.listen.turn import Decision
from simulator.records import Samples

PIECE_S = 0.1
SPEECH, SILENCE = 0.95, 0.02


class Loop:
    """A microphone that counts: each piece holds its own number, 0.1 s long.

    Sound goes on for `seconds`; then, unless an error is given, for ever.
    """

    live = True
    name = "counting"
    overflows = 0

    def __init__(
        self, seconds: float = 1e9, error: BaseException | None = None
    ) -> None:
        self.left = round(seconds / PIECE_S)
        self.error = error
        self.given = 0
        self.discards = 0

    def chunks(self) -> Iterator[Samples | None]:
        while True:
            if self.given == self.left:
                if self.error is not None:
                    raise self.error
                return
            if self.given > 100_000:
                raise AssertionError("the turn never ends")
            self.given += 1
            yield np.full(1600, self.given % 1000 / 1024, np.float32)
            yield None

    def discard(self) -> None:
        self.discards += 1

    def close(self) -> None: ...


class Person:
    """Presses keys at their moments (seconds of sound given) and keeps events."""

    def __init__(self, source: Loop, *presses: tuple[float, Key | type]) -> None:
        self.source = source
        self.presses = list(presses)
        self.told: list[object] = []
        self.prompts: list[Decision] = []
        self.prompt_lag_s: float | None = None

    def key(self) -> Key | None:
        if self.presses and self.source.given * PIECE_S >= self.presses[0][0] - 1e-9:
            pressed = self.presses.pop(0)[1]
            if isinstance(pressed, Key):
                return pressed
            raise pressed
        return None

    def prompt(self, decision: Decision) -> float | None:
        self.prompts.append(decision)
        return self.prompt_lag_s

    def desk(self) -> Desk:
        return Desk(self.key, self.told.append, self.prompt)

    def of(self, kind: type) -> list:
        return [event for event in self.told if isinstance(event, kind)]


AT_ONCE = ListenSettings(listen_from_now=False)
MANUAL = ListenSettings(listen_from_now=False, manual=True)


def voice(*runs: tuple[float, float]) -> ListedVoice:
    """(probability, seconds) runs, one value for each 0.1 s."""
    return ListedVoice([p for p, s in runs for _ in range(round(s / PIECE_S))])


def numbers(heard: Heard) -> list[int]:
    """Which pieces stand in the answer."""
    return np.unique(np.rint(heard.samples * 1024)).astype(int).tolist()
