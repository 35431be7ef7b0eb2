"""True words, true fillers: the product beside plain Whisper and a prompted one.

`python -m benchmarks.accuracy [--model base|tiny.en] [--quick] [--cache FOLDER]`

Same recordings, same model, one run. Prints a table, writes docs/accuracy.md (full runs
with base only), and ends with one JSON object: figures, targets, whether they are met.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from simulator.records import Samples

from . import scoring, speech
from .scoring import Hits
from .speech import Cache, Output, Recording

SYSTEMS = ("ours", "plain", "prompted")
TITLES = {
    "ours": "this product",
    "plain": "plain faster-whisper",
    "prompted": "prompted, voice filter",
}
QUICK_GROUPS = ("ami", "monologue")
SILENT = "silence"
WORD_LOSS = 0.005
"""WER may be worse than plain by half a point, or by one word, in any group."""


@dataclass
class Score:
    """What one system did on all recordings."""

    hits: list[Hits] = field(default_factory=list)
    errors: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    length: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    false_without: int = 0
    minutes_without: float = 0.0
    words_in_silence: int = 0
    took_s: float = 0.0
    slowest: float = 0.0
    """Longest time over duration among recordings of 5 s or more."""

    def add(self, recording: Recording, output: Output, duration_s: float) -> None:
        """Score one recording."""
        said = " ".join(text for text, _, _ in output.words)
        self.took_s += output.took_s
        if duration_s >= 5:
            self.slowest = max(self.slowest, output.took_s / duration_s)
        if recording.text is None or recording.group == "noise":
            self.words_in_silence += len(scoring.spoken(said))
        if recording.group == "noise":
            self.false_without += len(output.fillers)
            self.minutes_without += duration_s / 60
            return
        hits = _hits(recording, output, said)
        self.hits.append(hits)
        if not recording.filler_count:
            self.false_without += hits.false
            self.minutes_without += duration_s / 60
        reference = scoring.spoken(recording.text or "")
        for group in {recording.group, recording.speaker_group}:
            self.errors[group].append(scoring.errors(reference, scoring.spoken(said)))
            self.length[group].append(len(reference))

    def wer(self, group: str) -> float:
        """Word error rate of a group."""
        return sum(self.errors[group]) / max(1, sum(self.length[group]))


def _hits(recording: Recording, output: Output, said: str) -> Hits:
    if recording.fillers is not None:
        return scoring.timed_hits(recording.fillers, output.fillers)
    return scoring.aligned_hits(
        scoring.tokens(recording.text or ""), scoring.tokens(said)
    )


def main() -> int:
    options = _options()
    place = speech.folder()
    chosen = [
        recording
        for recording in speech.recordings(place)
        if not options.quick or recording.group in (*QUICK_GROUPS, "noise")
    ]
    scores = _run(chosen, place, options.model, Cache(options.cache, options.model))
    lines = _report(scores, options.model, len(chosen))
    print("\n".join(lines))
    if options.model == "base" and not options.quick and not options.cache:
        document = Path(__file__).resolve().parents[1] / "docs" / "accuracy.md"
        document.parent.mkdir(exist_ok=True)
        document.write_text("\n".join(lines) + "\n", "utf-8")
    figures = _figures(scores, cost=options.cache is None)
    targets = {k: v for k, v in _targets(options.model).items() if k in figures}
    met = all(_holds(figures[name], rule) for name, rule in targets.items())
    print(
        json.dumps(
            {
                "benchmark": "accuracy",
                "model": options.model,
                "figures": figures,
                "targets": targets,
                "met": met,
            }
        )
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base", choices=["base", "tiny.en"])
    parser.add_argument("--quick", action="store_true", help="spontaneous speech only")
    parser.add_argument(
        "--cache", type=Path, help="keep the baselines' outputs here; no cost figures"
    )
    return parser.parse_args()


def _run(
    chosen: Sequence[Recording], place: Path, model: str, cache: Cache
) -> dict[str, Score]:
    from faster_whisper import WhisperModel

    from simulator.sound import decode
    from simulator.transcribe import open_transcriber, weights

    transcriber = open_transcriber(model)
    plain = WhisperModel(
        str(weights.find(model)), device="cpu", compute_type="int8", cpu_threads=2
    )
    scores = {system: Score() for system in SYSTEMS}
    rooms = [(r, decode.read(place / r.file)) for r in chosen]
    rooms += [(_silence(name), sound) for name, sound in _silences()]
    # The first call of a process pays for buffers that all later ones share.
    speech.ours(transcriber, rooms[0][1])
    for number, (recording, sound) in enumerate(rooms, 1):
        print(f"{number}/{len(rooms)} {recording.file}", file=sys.stderr)
        for system in SYSTEMS:
            output = cache.get(system, sound) if system != "ours" else None
            if output is None:
                output = _transcribed(system, transcriber, plain, sound)
                cache.put(system, sound, output)
            scores[system].add(recording, output, speech.seconds(sound))
    return scores


def _transcribed(system: str, transcriber: Any, plain: Any, sound: Samples) -> Output:
    if system == "ours":
        return speech.ours(transcriber, sound)
    return speech.whisper(plain, sound, prompted=system == "prompted")


def _silence(name: str) -> Recording:
    return Recording(f"made/{name}", "noise", "noise", None, [], 0, 0.0)


def _silences() -> list[tuple[str, Samples]]:
    """Sound in which nobody speaks: digital silence, and hiss at three levels."""
    generator = np.random.default_rng(1)
    hiss = generator.standard_normal(20 * 16_000).astype(np.float32)
    made = [("silence", np.zeros_like(hiss))]
    return made + [
        (f"hiss at {level} dBFS", hiss * np.float32(10 ** (level / 20)))
        for level in (-60, -40, -20)
    ]


def _report(scores: dict[str, Score], model: str, count: int) -> list[str]:
    ours = scores["ours"]
    lines = [
        "# Accuracy on human speech",
        "",
        f"`python -m benchmarks.accuracy --model {model}`: {count} recordings, "
        "95 % intervals by bootstrap over recordings. Filled pauses are um, uh, er, "
        'erm and their like; "mm" and "hmm" are left out on both sides.',
        "",
        "| | precision | recall | F1 | false, a minute without any "
        "| words in silence and noise | time, to plain |",
        "|---|---|---|---|---|---|---|",
    ]
    for system in SYSTEMS:
        score = scores[system]
        ratio = score.took_s / max(1e-9, scores["plain"].took_s)
        lines.append(
            f"| {TITLES[system]}, {model} "
            f"| {scoring.rate(scoring.precision, score.hits)} "
            f"| {scoring.rate(scoring.recall, score.hits)} "
            f"| {scoring.rate(scoring.f1, score.hits)} "
            f"| {score.false_without / score.minutes_without:.2f} "
            f"| {score.words_in_silence} | {ratio:.2f} |"
        )
    lines += [""]
    for other in ("plain", "prompted"):
        more = scoring.advantage(ours.hits, scores[other].hits)
        lines.append(f"F1 above {TITLES[other]}: {more} (paired).")
    lines += [
        "",
        "Word error rate without fillers:",
        "",
        "| group | words | " + " | ".join(TITLES[s] for s in SYSTEMS) + " |",
        "|---|---|---|---|---|",
    ]
    for group in sorted(ours.length):
        rates = " | ".join(f"{scores[s].wer(group):.3f}" for s in SYSTEMS)
        lines.append(f"| {group} | {sum(ours.length[group])} | {rates} |")
    return lines


def _figures(scores: dict[str, Score], *, cost: bool) -> dict[str, float | int]:
    ours, plain = scores["ours"], scores["plain"]
    figures: dict[str, float | int] = {
        "filled_pause_precision": round(scoring.precision(ours.hits), 3),
        "filled_pause_recall": round(scoring.recall(ours.hits), 3),
        "filled_pause_f1": round(scoring.f1(ours.hits), 3),
        "false_per_minute_without": round(ours.false_without / ours.minutes_without, 3),
        "words_in_silence": ours.words_in_silence,
        "groups_with_worse_words": sum(_worse(ours, plain, g) for g in ours.length),
    }
    for other in ("plain", "prompted"):
        low = scoring.advantage(ours.hits, scores[other].hits).low
        figures[f"f1_above_{other}_low"] = round(low, 3)
    if cost:
        figures["time_to_plain"] = round(ours.took_s / plain.took_s, 3)
        figures["slowest_x_real_time"] = round(ours.slowest, 3)
    return figures


def _worse(ours: Score, plain: Score, group: str) -> bool:
    words = max(1, sum(ours.length[group]))
    return ours.wer(group) > plain.wer(group) + max(WORD_LOSS, 1 / words) + 1e-9


def _targets(model: str) -> dict[str, list[str | float]]:
    base = model == "base"
    return {
        "filled_pause_precision": [">=", 0.88 if base else 0.8],
        "filled_pause_f1": [">=", 0.88 if base else 0.82],
        "false_per_minute_without": ["<=", 0.1],
        "words_in_silence": ["<=", 0],
        "groups_with_worse_words": ["<=", 0],
        "f1_above_plain_low": [">", 0],
        "f1_above_prompted_low": [">", 0],
        "time_to_plain": ["<=", 0.5],
        "slowest_x_real_time": ["<=", 1.5],
    }


def _holds(value: float, rule: list[str | float]) -> bool:
    sign, limit = rule[0], float(rule[1])
    if sign == ">":
        return value > limit
    return value >= limit if sign == ">=" else value <= limit


if __name__ == "__main__":
    sys.exit(main())
