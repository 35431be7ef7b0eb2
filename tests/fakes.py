"""The parts behind the seams, as tests play them. One home for all fakes.

Each is held to the real part by a contract test in `tests/contract/`. Scripts are
strict: a step that is asked for but was not scripted fails at once, a step that was
scripted but never asked for fails in `assert_done` (or at the end of a `with`).
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeVar

from fake_sound import FedMicrophone, ListedVoice, LoudVoice, voiced

from simulator.events import Choice, Key, Level, Shown, YourTurn
from simulator.records import SAMPLE_RATE_HZ, Samples, Transcript, Word
from simulator.seams import Progress, Until

__all__ = [
    "At",
    "FedMicrophone",
    "LineSpeaker",
    "ListedVoice",
    "LoudVoice",
    "ScriptedHearing",
    "ScriptedScreen",
    "ScriptedTranscriber",
    "transcript_of",
    "voiced",
]

E = TypeVar("E")


class _Script:
    """Ends a `with` by failing if steps are left over, unless it fails anyway."""

    def assert_done(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.assert_done()


@dataclass(frozen=True)
class At:
    """Press `key` once the answer under way is `elapsed_s` old, by its Levels."""

    elapsed_s: float
    key: Key


class ScriptedScreen(_Script):
    """A `Screen` with a person who does what the script says.

    Args:
        keys: what each call of `key` gives: a Key, None for "nothing pressed", or an
            `At`, which gives None until its time has come. Afterwards always None.
        choices: answers to `choose`, in order: an option's value, free text, or None
            for the default.
    """

    def __init__(
        self,
        keys: Iterable[Key | At | None] = (),
        choices: Iterable[str | None] = (),
    ) -> None:
        self.events: list[Shown] = []
        self.asked: list[Choice] = []
        self._keys = deque(keys)
        self._choices = deque(choices)
        self._elapsed_s = 0.0

    def show(self, event: Shown) -> None:
        self.events.append(event)
        if isinstance(event, Level):
            self._elapsed_s = event.elapsed_s
        elif isinstance(event, YourTurn):
            self._elapsed_s = 0.0

    def key(self) -> Key | None:
        if not self._keys:
            return None
        step = self._keys[0]
        if isinstance(step, At) and self._elapsed_s < step.elapsed_s:
            return None
        self._keys.popleft()
        return step.key if isinstance(step, At) else step

    def choose(self, choice: Choice) -> str:
        self.asked.append(choice)
        if not self._choices:
            raise AssertionError(f"nobody scripted an answer to {choice.prompt!r}")
        answer = self._choices.popleft()
        values = [value for value, _ in choice.options]
        if answer is None:
            return choice.default or (values[0] if values else "")
        if values and answer not in values:
            raise AssertionError(
                f"{answer!r} is no answer to {choice.prompt!r}: {values}"
            )
        return answer

    def shown(self, kind: type[E]) -> list[E]:
        """The events of one kind, in order."""
        return [event for event in self.events if isinstance(event, kind)]

    def assert_done(self) -> None:
        keys = [step for step in self._keys if step is not None]
        assert not keys, f"keys never asked for: {keys}"
        left = list(self._choices)
        assert not left, f"choices never asked for: {left}"


class LineSpeaker:
    """A `Speaker` that keeps what it was to say and to play."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.slower: list[str] = []
        self.played: list[Samples] = []

    def say(self, text: str, *, slower: bool = False, until: Until = None) -> float:
        self.lines.append(text)
        if slower:
            self.slower.append(text)
        return 0.0

    def play(self, samples: Samples) -> None:
        self.played.append(samples)


WORD_S = 0.4
"""150 words a minute: an everyday pace."""


def transcript_of(
    text: str, *, start_s: float = 0.0, model: str = "script"
) -> Transcript:
    """Words every 0.4 s from `start_s`; "um" and "uh" are fillers, not in the text."""
    words = tuple(
        Word(
            text=token,
            start_s=round(start_s + k * WORD_S, 3),
            end_s=round(start_s + k * WORD_S + 0.3, 3),
            probability=0.95,
            kind=_kind(token),
        )
        for k, token in enumerate(text.split())
    )
    written = " ".join(word.text for word in words if word.kind == "word")
    return Transcript(text=written, language="en", model=model, words=words)


def _kind(token: str) -> str:
    return "filled_pause" if token.lower().strip(",.") in {"um", "uh"} else "word"


class ScriptedHearing:
    """A `Hearing` whose words appear as their time is reached by the sound."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        self.samples = 0
        self.finished = False
        self.dropped = False

    def accept(self, chunk: Samples) -> None:
        assert not self.finished, "sound after the end of the answer"
        self.samples += len(chunk)

    def words(self) -> tuple[str, str]:
        heard_s = self.samples / SAMPLE_RATE_HZ
        settled = [
            word.text for word in self._transcript.words if (word.end_s or 0) <= heard_s
        ]
        return " ".join(settled), ""

    def foreseen(self) -> Transcript | None:
        heard_s = self.samples / SAMPLE_RATE_HZ
        last_s = max((word.end_s or 0 for word in self._transcript.words), default=0)
        return self._transcript if heard_s >= last_s else None

    def end(self) -> None:
        pass

    def finish(self, progress: Progress | None = None) -> Transcript:
        assert not self.finished, "finish was called twice"
        self.finished = True
        if progress is not None:
            progress(1.0)
        return self._transcript

    def drop(self) -> None:
        self.dropped = True


class ScriptedTranscriber(_Script):
    """A `Transcriber` that understands what the script says, one step an answer."""

    model = "script"

    def __init__(self, *answers: str | Transcript) -> None:
        self._waiting = deque(
            transcript_of(step) if isinstance(step, str) else step for step in answers
        )
        self.hearings: list[ScriptedHearing] = []

    def listen(self) -> ScriptedHearing:
        hearing = ScriptedHearing(self._next())
        self.hearings.append(hearing)
        return hearing

    def transcribe(
        self, samples: Samples, progress: Progress | None = None
    ) -> Transcript:
        if progress is not None:
            progress(1.0)
        return self._next()

    def _next(self) -> Transcript:
        if not self._waiting:
            raise AssertionError("an answer that nobody scripted")
        return self._waiting.popleft()

    def assert_done(self) -> None:
        left = [transcript.text for transcript in self._waiting]
        assert not left, f"answers never asked for: {left}"
