"""A counting microphone, a person at the keys, and listed voice, for turns."""

from collections.abc import Iterator

import numpy as np
from fakes import ListedVoice, ScriptedHearing, transcript_of

from simulator.events import Key
from simulator.listen.heard import Desk, Heard, ListenSettings
from simulator.listen.turn import Decision, TurnTaker
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
    behind_s = 0.0

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


class Keeping(ScriptedHearing):
    """Keeps what it is given."""

    def __init__(self) -> None:
        super().__init__(transcript_of("yes"))
        self.got: list[Samples] = []

    def accept(self, chunk: Samples) -> None:
        self.got.append(chunk)

    @property
    def sound(self) -> Samples:
        return np.concatenate(self.got)


class Clock:
    """Feeds a taker in steps of 0.1 s; words are understood 0.4 s into a silence."""

    def __init__(self, taker: TurnTaker) -> None:
        self.taker = taker
        self.now_s = 0.0
        self.words = ""
        self.decisions: list[tuple[float, Decision]] = []

    def speak(self, seconds: float) -> "Clock":
        self._run(seconds, SPEECH)
        return self

    def silence(self, seconds: float, words: str | None = None) -> "Clock":
        self._run(min(0.4, seconds), SILENCE)
        self.words = self.words if words is None else words
        self._run(max(0.0, seconds - 0.4), SILENCE)
        return self

    def ended_s(self) -> float | None:
        """When the first END came."""
        return next((t for t, d in self.decisions if d is Decision.END), None)

    def _run(self, seconds: float, probability: float) -> None:
        for _ in range(round(seconds / PIECE_S)):
            self.now_s = round(self.now_s + PIECE_S, 3)
            found = self.taker.step(probability, self.now_s, self.words)
            if found is not Decision.WAIT:
                self.decisions.append((self.now_s, found))


def after(words: str, spoken_s: float = 30.0, **taker: object) -> float:
    """Silence that ends an answer of `spoken_s` ending in `words`."""
    clock = Clock(TurnTaker(**taker)).speak(spoken_s)  # type: ignore[arg-type]
    clock.silence(60.0, words)
    ended_s = clock.ended_s()
    assert ended_s is not None
    return ended_s - spoken_s
