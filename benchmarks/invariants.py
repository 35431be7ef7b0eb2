"""What must not move: the same speech, handed in another way, through real Whisper.

`python -m benchmarks.invariants [--model tiny.en|base] [--quick]`

Every clean fixture in five other forms, and with one more filler in each of its long
pauses. Prints a table, writes docs/invariants.md (full runs), and ends with one JSON
object.
"""

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from audio_fixtures import make
from audio_fixtures import truth as truths
from audio_fixtures.expectations import clean
from benchmarks.counts import wilson
from benchmarks.small_changes import COMPARED, changes, counted, moved, spliced
from simulator.answer import Given, judge_samples
from simulator.check.decodings import Decodings
from simulator.check.engine import Engine
from simulator.records import Analysis, Samples
from simulator.sound import decode

PAGE = Path(__file__).resolve().parents[1] / "docs" / "invariants.md"
TARGET = 0.95
QUICK = ("voice_neural", "fillers", "pauses")


@dataclass
class Tally:
    """How many comparisons held."""

    held: int = 0
    of: int = 0
    outside: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Of the comparisons."""
        return self.held / max(1, self.of)

    def add(self, of: int, outside: list[str]) -> None:
        """Count some more."""
        self.of += of
        self.held += of - len(outside)
        self.outside += outside


def main(arguments: list[str] | None = None) -> int:
    """Run it; exit code 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="tiny.en")
    parser.add_argument("--quick", action="store_true", help="three recordings")
    given = parser.parse_args(arguments)
    names = QUICK if given.quick else clean_names()
    tallies = measured(names, Decodings(Engine(given.model)))
    lines = page(tallies, given.model, len(names))
    print("\n".join(lines))
    if not given.quick:
        PAGE.write_text("\n".join(lines) + "\n", "utf-8")
    filler = tallies.pop(SPLICED)
    small = Tally()
    for tally in tallies.values():
        small.add(tally.of, tally.outside)
    figures = {
        "small_changes_held": round(small.share, 3),
        "small_changes_compared": small.of,
        "spliced_filler_adds_one": round(filler.share, 3),
        "spliced_fillers": filler.of,
    }
    targets = {
        "small_changes_held": [">=", TARGET],
        "spliced_filler_adds_one": [">=", TARGET],
    }
    met = all(figures[name] >= TARGET for name in targets)
    result = {"benchmark": "invariants", "figures": figures, "targets": targets}
    print(json.dumps({**result, "met": met}))
    return 0 if met else 1


SPLICED = "one filler more in a pause"


def clean_names() -> list[str]:
    """Stored fixtures with words, and nothing that wears the sound."""
    return [
        name
        for name in make.names(stored_only=True)
        if clean(script := make.script_named(name))
        and not script.damage
        and script.verdict == "assessable"
    ]


def measured(
    names: "tuple[str, ...] | list[str]", engine: Decodings
) -> dict[str, Tally]:
    """A tally for each change."""
    tallies = defaultdict[str, Tally](Tally)
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(names, 1):
            print(f"{number} of {len(names)}  {name}", file=sys.stderr, flush=True)
            path = make.made(name)
            samples = decode.read(path)
            usual = judged(engine, samples)
            for change, other in changes(samples, Path(folder)).items():
                found = moved(usual, judged(engine, other))
                tallies[change].add(COMPARED, [f"{name}: {what}" for what in found])
            for what, more in spliced(samples, truths.read(path)):
                added = counted(judged(engine, more)) - counted(usual)
                wrong = [f"{name}, {what}: {added:+d}"] if added != 1 else []
                tallies[SPLICED].add(1, wrong)
    return dict(tallies)


def judged(engine: Decodings, samples: Samples) -> Analysis:
    """What the product says of the sound."""
    return judge_samples(samples, engine.transcribe(samples), Given()).analysis


def page(tallies: dict[str, Tally], model: str, recordings: int) -> list[str]:
    """docs/invariants.md."""
    lines = [
        "# What must not move",
        "",
        f"`python -m benchmarks.invariants --model {model}`: {recordings} clean "
        "fixtures, each handed in another way. Counts of fillers, markers and pauses "
        "may move by one, speech and articulation rate by under 3 %; an added filler "
        "must add exactly one. Intervals are Wilson's, 95 %.",
        "",
        "| change | held | of | share |",
        "|---|---|---|---|",
    ]
    for change, tally in tallies.items():
        low, high = wilson(tally.held, tally.of)
        share = f"{tally.share:.3f} ({low:.2f} to {high:.2f})"
        lines.append(f"| {change} | {tally.held} | {tally.of} | {share} |")
    outside = [f"- {c}: {what}" for c, t in tallies.items() for what in t.outside]
    if outside:
        lines += ["", "What moved further:", "", *outside]
    return lines


if __name__ == "__main__":
    sys.exit(main())
