"""Who is cut off while thinking, and how long who has finished waits.

`python -m benchmarks.turns [--model base|tiny.en] [--smart-turn FILE] [--slower 2]`

120 made answers with one long pause each, real Whisper on a virtual clock, and rules
beside each other on the same sound and words. Decodings are kept in the cache, so a
change of the rules is measured in seconds. Prints a table, writes docs/turns.md and
docs/turns.svg (base, with Smart Turn), and ends with one JSON object.
"""

import argparse
import json
import statistics
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audio_fixtures.make import made_from
from simulator import resources
from simulator.listen.ongoing import REOPEN_S
from simulator.records import Samples
from simulator.sound import decode
from simulator.sound.voice import probabilities
from simulator.transcribe.stream import Stream

from . import turn_page
from .turn_answers import ThinkingAnswer, answers
from .turn_clock import (
    Cost,
    KeptDecodings,
    KnownVoice,
    Step,
    VirtualHearing,
    quantised,
    steps,
)
from .turn_rules import FIXED_S, FixedSilence, Judged, Ours, Rule, judge
from .turn_smart import (
    Curve,
    OnPeople,
    SmartTurn,
    SmartTurnAlone,
    WordsAndSmartTurn,
    on_people,
)

TARGETS: dict[str, tuple[str, float]] = {
    "cut_off_share": ("<", 0.02),
    "cut_off_up_to_3_s": ("<=", 0),
    "wait_p50_s": ("<=", 3.5),
}
LONGEST_TARGETED_S = 4.0
"""After a full sentence; longer pauses there are reported and have no target."""


@dataclass(frozen=True)
class Heard:
    """One answer as the rules see it."""

    answer: ThinkingAnswer
    steps: tuple[Step, ...]
    curve: Curve


def main() -> int:
    options = _options()
    listener = _Listener(options)
    chosen = answers()
    heard = []
    for number, answer in enumerate(chosen, 1):
        print(f"{number}/{len(chosen)} {answer.name}", file=sys.stderr)
        heard.append(listener.heard(answer))
    made = {name: _judged(heard, rule) for name, rule in _rules(options).items()}
    found = {name: figures(judged) for name, judged in made.items()}
    lines = turn_page.page(made, found, options.model, listener.conditions())
    lines += turn_page.smart(found, listener.people())
    print("\n".join(lines))
    if options.model == "base" and options.smart_turn and options.slower == 1:
        folder = Path(__file__).resolve().parents[1] / "docs"
        (folder / "turns.md").write_text("\n".join(lines) + "\n", "utf-8")
        (folder / "turns.svg").write_text(turn_page.picture(made), "utf-8")
    ours = found[turn_page.OURS]
    print(
        json.dumps(
            {
                "benchmark": "turns",
                "model": options.model,
                "figures": {**ours, "others": {k: v for k, v in found.items()}},
                "targets": {name: list(rule) for name, rule in TARGETS.items()},
                "met": all(_holds(ours[n], *rule) for n, rule in TARGETS.items()),
            }
        )
    )
    return 0


def targeted(judged: Judged) -> bool:
    """Whether a cut-off there counts against the target."""
    answer = judged.answer
    return answer.context != "full sentence" or answer.pause_s <= LONGEST_TARGETED_S


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """The numbers of one rule."""
    counted = [j for j in judged if targeted(j)]
    reported = [j for j in judged if not targeted(j)]
    cut = [j for j in counted if j.cut_after_s is not None]
    waits = [j.waited_s for j in judged if j.waited_s is not None]
    return {
        "cut_off_share": round(len(cut) / len(counted), 4),
        "cut_off": len(cut),
        "of": len(counted),
        "cut_off_up_to_3_s": sum(j.answer.pause_s <= 3.0 for j in cut),
        "reopened": sum(j.reopened for j in judged),
        "cut_off_over_4_s_after_a_sentence": sum(
            j.cut_after_s is not None for j in reported
        ),
        "of_over_4_s_after_a_sentence": len(reported),
        "wait_p50_s": round(statistics.median(waits), 2),
        "wait_p90_s": round(statistics.quantiles(waits, n=10)[-1], 2),
        "never_ended": len(judged) - len(waits),
    }


def _rules(options: argparse.Namespace) -> dict[str, Callable[[Curve], Rule]]:
    found: dict[str, Callable[[Curve], Rule]] = {turn_page.OURS: lambda _: Ours()}
    for wait_s in FIXED_S:
        found[f"fixed {wait_s} s"] = lambda _, s=wait_s: FixedSilence(s)
    if options.smart_turn:
        found["Smart Turn v3, no words"] = SmartTurnAlone
        found["this product and Smart Turn v3"] = WordsAndSmartTurn
    return found


def _judged(
    heard: Sequence[Heard], rule: Callable[[Curve], Rule]
) -> tuple[Judged, ...]:
    return tuple(judge(h.answer, h.steps, rule(h.curve), REOPEN_S) for h in heard)


class _Listener:
    """Makes an answer, and hears it on the virtual clock."""

    def __init__(self, options: argparse.Namespace) -> None:
        from simulator.transcribe import open_transcriber

        self._whisper: Any = open_transcriber(options.model)
        self._kept = KeptDecodings(self._whisper, resources.cache_folder() / "turns")
        self._cost = Cost().times(options.slower)
        self._file: Path | None = options.smart_turn
        self._smart = SmartTurn(self._file) if self._file else None

    def heard(self, answer: ThinkingAnswer) -> Heard:
        """Steps of one answer, and what Smart Turn makes of its silences."""
        path = made_from(answer.script, answer.name)
        sound = quantised(decode.read(path))
        found = self._kept.steps(sound, self._cost, lambda: self._steps(sound))
        return Heard(answer, found, self._curve(sound, found))

    def people(self) -> OnPeople | None:
        """What Smart Turn makes of pauses in human recordings."""
        return on_people(self._smart) if self._smart else None

    def _curve(self, sound: Samples, found: tuple[Step, ...]) -> Curve:
        smart, file = self._smart, self._file
        if smart is None or file is None:
            return ()
        kept = self._kept.asked(sound, file, lambda: smart.asked(sound, found))
        return tuple((at_s, complete) for at_s, complete in kept)

    def conditions(self) -> str:
        """What the words' times rest on."""
        return f"{self._cost.said()} {self._kept.measured()}"

    def _steps(self, sound: Samples) -> tuple[Step, ...]:
        voice = probabilities(sound)
        hearing = VirtualHearing(
            Stream(KnownVoice(voice), self._whisper.settings.cutting),
            self._kept.understand,
            self._kept.sketch,
            self._cost,
        )
        return steps(sound, hearing, KnownVoice(voice))


def _holds(value: float, sign: str, limit: float) -> bool:
    return value < limit if sign == "<" else value <= limit


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base", choices=["base", "tiny.en"])
    parser.add_argument("--smart-turn", type=Path, metavar="FILE", help="its ONNX file")
    parser.add_argument("--slower", type=float, default=1.0, help="factor on decoding")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
