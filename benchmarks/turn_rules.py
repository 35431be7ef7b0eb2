"""Rules that decide when an answer has ended, each held to the same sound and words."""

from dataclasses import dataclass, field
from typing import Protocol

from simulator.listen.turn import ENTER, LEAVE, Decision, TurnTaker

from .turn_answers import TAIL_S, ThinkingAnswer
from .turn_clock import Step

FIXED_S = (1.5, 3.2)
"""Waits of rules that know no words: what assistants use, and this product's own wait
after a full sentence."""


class Rule(Protocol):
    """One answer, a tenth of a second at a time."""

    def ends(self, step: Step) -> bool:
        """Whether silence has ended the answer."""
        ...


@dataclass
class FixedSilence:
    """So many seconds of silence end an answer, whatever was said."""

    wait_s: float
    spoken_s: float | None = None
    _speaking: bool = False

    def ends(self, step: Step) -> bool:
        """Whether the silence is long enough."""
        self._speaking = step.probability >= (LEAVE if self._speaking else ENTER)
        if self._speaking:
            self.spoken_s = step.at_s
        return self.spoken_s is not None and step.at_s - self.spoken_s >= self.wait_s


@dataclass
class Ours:
    """The product's own rule."""

    taker: TurnTaker = field(default_factory=TurnTaker)

    def ends(self, step: Step) -> bool:
        """What the product decides."""
        return self.taker.step(step.probability, step.at_s, step.words) is Decision.END


@dataclass(frozen=True)
class Judged:
    """What a rule did with one answer."""

    answer: ThinkingAnswer
    cut_after_s: float | None
    """Silence after which it ended the answer too early, or None."""
    reopened: bool
    """Whether speech came within the time in which the product re-opens."""
    waited_s: float | None
    """From the last word to the decision; None: never decided."""


def judge(
    answer: ThinkingAnswer,
    steps: tuple[Step, ...],
    rule: Rule,
    reopen_s: float,
) -> Judged:
    """Run one rule over one answer; after a wrong end it goes on, re-opened."""
    finished_s = steps[-1].at_s - TAIL_S
    ends = [step.at_s for step in steps if rule.ends(step)]
    early = [at for at in ends if at < finished_s]
    late = [at for at in ends if at >= finished_s]
    cut_after_s, reopened = None, False
    if early:
        silence = _silence_around(early[0], steps)
        cut_after_s = early[0] - silence[0]
        reopened = silence[1] - early[0] <= reopen_s
    return Judged(answer, cut_after_s, reopened, late[0] - finished_s if late else None)


def _silence_around(at_s: float, steps: tuple[Step, ...]) -> tuple[float, float]:
    voiced = [step.at_s for step in steps if step.probability >= ENTER]
    before = max(v for v in voiced if v < at_s)
    return before, min(v for v in voiced if v > at_s)
