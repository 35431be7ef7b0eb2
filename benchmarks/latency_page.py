"""The latency benchmark's figures and its page."""

import os
import platform
import statistics
from collections.abc import Sequence

import numpy as np

from benchmarks.latency_runs import Results, Timed

SHORT_S = 30.0
FLAT_S = (300.0, 30.0)
SOONER_S = 120.0

Figures = dict[str, float]

MEANING = {
    "feedback_after_key_p50_s": "ready after the key, median",
    "feedback_after_key_p95_s": "the same, 95 of 100 short answers (15 and 30 s)",
    "after_key_300_to_30": "300 s to the 30 s with the same endings, medians",
    "sooner_than_recorded_first": "times sooner than record-then-transcribe, 120 s",
    "feedback_after_silence_p50_s": "ready after an end decided by silence, median",
    "most_pieces_behind": "finished pieces behind, at most",
    "caption_delay_p50_s": "captions, from the end of a word to its display, median",
    "first_sound_after_key_p50_s": "first sound of spoken feedback after the key",
}


def targets() -> dict[str, tuple[str, float]]:
    """The issue's promises."""
    return {
        "feedback_after_key_p50_s": ("<=", 1.0),
        "feedback_after_key_p95_s": ("<=", 2.0),
        "after_key_300_to_30": ("<=", 1.3),
        "sooner_than_recorded_first": (">=", 20.0),
        "feedback_after_silence_p50_s": ("<=", 0.3),
        "most_pieces_behind": ("<=", 1),
        "caption_delay_p50_s": ("<=", 4.0),
    }


def figures(results: Results) -> Figures:
    """What was measured; a figure without its runs is left out."""
    found: Figures = {}
    keyed = results.by_key
    if keyed:
        found["feedback_after_key_p50_s"] = _median([t.ready_s for t in keyed])
        if short := [t.ready_s for t in keyed if t.length_s <= SHORT_S]:
            found["feedback_after_key_p95_s"] = float(np.percentile(short, 95))
        found["first_sound_after_key_p50_s"] = _median([t.first_sound_s for t in keyed])
    long, brief = (_ready(keyed, length_s) for length_s in FLAT_S)
    brief = brief[: len(long)]  # the same seeds, and so the same last half minute
    if long and brief:
        found["after_key_300_to_30"] = _median(long) / _median(brief)
    first = results.recorded_first.get(SOONER_S)
    if first and (ours := _ready(keyed, SOONER_S)):
        found["sooner_than_recorded_first"] = _median(first) / _median(ours)
    if results.by_silence:
        silent = [t.ready_s for t in results.by_silence]
        found["feedback_after_silence_p50_s"] = _median(silent)
    if both := [*keyed, *results.by_silence]:
        found["most_pieces_behind"] = max(t.most_behind for t in both)
    if delays := [s for t in both for s in t.captions_s]:
        found["caption_delay_p50_s"] = _median(delays)
    return {name: round(value, 3) for name, value in found.items()}


def page(results: Results) -> list[str]:
    """The table, for docs/latency.md."""
    found, wanted = figures(results), targets()
    lines = [
        "# At once: how soon the feedback is there",
        "",
        "Written by `python -m benchmarks.latency`. Answers made of human recordings "
        "(`monologue/` and `clean/`, a second of silence between them) go through the "
        "product's source, turn-taker and Whisper at the pace of a clock. The key is "
        "pressed 0.5 s after the last word. Ready: the Feedback record exists. "
        "Record-then-transcribe: plain faster-whisper with word times, and the same "
        "measures, over the same recordings after their end.",
        "",
        "| what | measured | target |",
        "|---|---|---|",
    ]
    for name, meaning in MEANING.items():
        sign, limit = wanted.get(name, ("", ""))
        value = f"{found[name]:g}" if name in found else "not measured"
        lines.append(f"| {meaning} | {value} | {sign} {limit} |")
    lines += [
        "",
        "| answer | runs | ready after the key, s: median (least to most) "
        "| first sound, s | recorded first, s | times sooner |",
        "|---|---|---|---|---|---|",
    ]
    for length_s in sorted({t.length_s for t in results.by_key}):
        lines.append(_row(results, length_s))
    lines += [
        "",
        "| answer | runs | ready after the decision, s: median (least to most) |",
        "|---|---|---|",
    ]
    for length_s in sorted({t.length_s for t in results.by_silence}):
        ready = _ready(results.by_silence, length_s)
        lines.append(f"| {length_s:.0f} s | {len(ready)} | {_spread(ready)} |")
    lines += [
        "",
        "After an end decided by silence nothing is spoken for 1.5 s, whoever goes on "
        "speaking is not cut off; the feedback is worked out in that time.",
        "",
        f"Model {results.model}, {os.cpu_count()} cores ({platform.machine()}), Python "
        f"{platform.python_version()}; load {os.getloadavg()[1]:.1f} over the last "
        "five minutes (0 is an idle machine; our own work is 1 to 2 of it).",
    ]
    return lines


def _row(results: Results, length_s: float) -> str:
    timed = [t for t in results.by_key if t.length_s == length_s]
    ready = _ready(timed, length_s)
    sound = _median([t.first_sound_s for t in timed])
    first = results.recorded_first.get(length_s)
    recorded = f"{_median(first):.1f}" if first else ""
    sooner = f"{_median(first) / _median(ready):.0f}" if first else ""
    return (
        f"| {length_s:.0f} s | {len(timed)} | {_spread(ready)} | {sound:.2f} "
        f"| {recorded} | {sooner} |"
    )


def _spread(values: Sequence[float]) -> str:
    return f"{_median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def _ready(timed: Sequence[Timed], length_s: float) -> list[float]:
    return [t.ready_s for t in timed if t.length_s == length_s]


def _median(values: Sequence[float]) -> float:
    return float(statistics.median(values))
