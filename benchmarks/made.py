"""Everything that hangs on the clock, on made speech whose truth is exact.

`python -m benchmarks.made [--model base] [--each 1]`

Talks in the neural voice and five of espeak's, clean and in noise; sixty held, blocked
and repeated words; labelled discourse markers. Prints tables, writes docs/made.md, and
ends with one JSON object.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks import made_page
from benchmarks.made_scores import FIGURES, Measured, measured
from benchmarks.made_speech import ASIDE, SENTENCES, Talk, mixed, noises, talks
from benchmarks.made_stutters import Told, told
from benchmarks.marker_uses import Use, lines, passages, uses
from simulator.answer import Given, judge_samples
from simulator.check.decodings import Decodings
from simulator.check.engine import Engine
from simulator.records import Samples

PAGE = Path(__file__).resolve().parents[1] / "docs" / "made.md"
SNR_DB = (20, 10)
TARGETS: dict[str, list[str | float]] = {
    "pause_f1": [">=", 0.9],
    "pause_edge_median_s": ["<=", 0.08],
    "pause_edges_within_0_2_s": [">=", 0.95],
    "speech_rate_error": ["<=", 0.03],
    "articulation_rate_error": ["<=", 0.05],
    "latency_error_95_s": ["<=", 0.1],
}
"""Of issue 3, asked of every condition."""
OTHERS: dict[str, list[str | float]] = {
    "stutters_counted_as_fillers": ["<=", 1],
    "marker_precision": [">=", 0.85],
    "marker_recall": [">=", 0.6],
    "marker_precision_set_aside": [">=", 0.85],
    "marker_recall_set_aside": [">=", 0.6],
}


def main(arguments: list[str] | None = None) -> int:
    """Run it; exit code 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base")
    parser.add_argument("--each", type=int, default=1, help="talks of every voice")
    given = parser.parse_args(arguments)
    ear = Decodings(Engine(given.model))
    by_condition = {
        name: [_heard(ear, talk, sound) for talk, sound in made]
        for name, made in conditions(given.each)
    }
    stutters = list(told(ear))
    markers = {
        "tuned on": _uses(lines("tune")),
        "first set aside": _uses(lines("held") + lines("late")),
        "set aside": _uses(passages()),
    }
    page = made_page.page(given.model, by_condition, stutters, markers)
    print("\n".join(page))
    PAGE.write_text("\n".join(page) + "\n", "utf-8")
    figures = _figures(by_condition, stutters, markers)
    targets = {f"{n}_{c}": rule for c in by_condition for n, rule in TARGETS.items()}
    targets |= OTHERS
    met = all(_holds(figures[name], rule) for name, rule in targets.items())
    result = {"benchmark": "made", "figures": figures, "targets": targets, "met": met}
    print(json.dumps(result))
    return 0 if met else 1


def conditions(each: int) -> Iterator[tuple[str, Iterator[tuple[Talk, Samples]]]]:
    """(name, talks with the sound to be heard)."""
    yield "clean", ((talk, talk.samples) for talk in talks(each))
    yield "set_aside", ((talk, talk.samples) for talk in talks(each, ASIDE))
    beside = Path(__file__).resolve().parents[2] / "shared" / "audio"
    recorded = noises(Path(os.environ.get("MOCK_INTERVIEW_SPEECH", beside)))
    for snr_db in SNR_DB:
        yield (
            f"{snr_db}_db",
            (
                (talk, mixed(talk, recorded[k % len(recorded)], snr_db))
                for k, talk in enumerate(talks(each, SENTENCES))
            ),
        )


def _heard(ear: Decodings, talk: Talk, sound: Samples) -> Measured:
    print(talk.name, file=sys.stderr, flush=True)
    return measured(talk, judge_samples(sound, ear.transcribe(sound), Given()))


def _uses(texts: list[str]) -> list[Use]:
    return [use for text in texts for use in uses(text)]


def _figures(
    by_condition: dict[str, list[Measured]],
    stutters: list[Told],
    markers: dict[str, list[Use]],
) -> dict[str, float | int]:
    found: dict[str, float | int] = {
        f"{name}_{condition}": round(figure(heard), 4)
        for condition, heard in by_condition.items()
        for name, figure in FIGURES.items()
    }
    found["stutters"] = len(stutters)
    found["stutters_counted_as_fillers"] = sum(t.fillers > 0 for t in stutters)
    for name, ending in (("first set aside", ""), ("set aside", "_set_aside")):
        score = made_page.marker_score(markers[name])
        found[f"marker_uses{ending}"] = len(markers[name])
        found[f"marker_precision{ending}"] = round(score.precision, 3)
        found[f"marker_recall{ending}"] = round(score.recall, 3)
    return found


def _holds(number: float, rule: list[str | float]) -> bool:
    sign, limit = rule[0], float(rule[1])
    if np.isnan(number):
        return False
    return number >= limit if sign == ">=" else number <= limit


if __name__ == "__main__":
    sys.exit(main())
