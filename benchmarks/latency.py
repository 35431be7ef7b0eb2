"""How soon the feedback is there: at once, or as late as recording first would be.

    python -m benchmarks.latency [--quick] [--model base]

Answers of 15, 30, 120 and 300 s of human speech go through the real source, turn-taker
and Whisper at the pace of a clock; a key or silence ends them. In the same run, plain
faster-whisper transcribes the same recordings after their end, and they are measured
then, as in a tool that records first. Prints a table and, as its last line, one JSON
object; writes docs/latency.md. The full run takes about 42 minutes: it cannot go faster
than people speak.
"""

import argparse
import json
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from benchmarks import speech
from benchmarks.latency_page import SHORT_S, figures, page, targets
from benchmarks.latency_runs import QUESTION, Booth, Results, Timed
from benchmarks.talking import Voices
from simulator.answer import Given, judge_samples
from simulator.records import Samples, Transcript, Word

DOCS = Path(__file__).resolve().parents[1] / "docs" / "latency.md"

Plan = dict[float, int]
"""Length of the answer in s: how many runs."""
BY_KEY: Plan = {300.0: 3, 120.0: 3, 15.0: 20, 30.0: 20}
BY_SILENCE: Plan = {15.0: 10}
RECORDED_FIRST: Plan = {15.0: 1, 30.0: 1, 120.0: 3, 300.0: 1}
QUICK: tuple[Plan, Plan, Plan] = (
    {15.0: 3, 30.0: 3, 120.0: 1},
    {15.0: 3},
    {30.0: 1, 120.0: 1},
)


def main() -> int:
    """Run it; 0 where every target is met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", default="base")
    parser.add_argument("--quick", action="store_true", help="a few runs, no page")
    arguments = parser.parse_args()
    plans = QUICK if arguments.quick else (BY_KEY, BY_SILENCE, RECORDED_FIRST)
    results = measured(arguments.model, *plans)
    lines = page(results)
    print("\n".join(lines))
    if not arguments.quick:
        DOCS.write_text("\n".join(lines) + "\n", "utf-8")
    found, wanted = figures(results), targets()
    met = all(
        found.get(name) is not None and found[name] <= limit
        if sign == "<="
        else found.get(name) is not None and found[name] >= limit
        for name, (sign, limit) in wanted.items()
    )
    print(
        json.dumps(
            {"benchmark": "latency", "figures": found, "targets": wanted, "met": met}
        )
    )
    return 0 if met else 1


def measured(model: str, by_key: Plan, by_silence: Plan, first: Plan) -> Results:
    """All runs; Ctrl-C ends them, and what was measured so far counts."""
    voices, results = Voices(speech.folder()), Results(model)
    with suppress(KeyboardInterrupt), tempfile.TemporaryDirectory() as folder:
        booth, plain = Booth(model, Path(folder)), _plain(model)

        def run(plan: Plan, told: list[Timed], seed_from: int, by: str) -> None:
            for length_s, runs in plan.items():
                for seed in range(seed_from, seed_from + runs):
                    samples = voices.answer(length_s, seed)
                    timed = booth.answer(samples, length_s, by_key=by == "key")
                    told.append(_told(timed, by))

        run(_only(by_key, short=False), results.by_key, 0, "key")
        run(_only(by_key, short=True), results.by_key, 0, "key")
        run(by_silence, results.by_silence, 1000, "silence")
        for length_s, runs in first.items():
            for seed in range(runs):
                took_s = recorded_first(plain, voices.answer(length_s, seed))
                print(f"plain {length_s:.0f} s: {took_s:.1f} s", file=sys.stderr)
                results.recorded_first.setdefault(length_s, []).append(took_s)
    return results


def _only(plan: Plan, *, short: bool) -> Plan:
    return {length: n for length, n in plan.items() if (length <= SHORT_S) == short}


def recorded_first(plain: Any, samples: Samples) -> float:
    """Seconds from the end of a recording to its Feedback, transcribed afterwards."""
    begun = time.monotonic()
    heard = speech.whisper(plain, samples, prompted=False)
    words = tuple(
        Word(text=text, start_s=start_s, end_s=end_s, probability=0.9)
        for text, start_s, end_s in heard.words
    )
    text = " ".join(word.text for word in words)
    transcript = Transcript(text=text, language="en", model="plain", words=words)
    judge_samples(samples, transcript, Given(QUESTION))
    return time.monotonic() - begun


def _told(timed: Timed, ended: str) -> Timed:
    print(
        f"{timed.length_s:.0f} s by {ended}: ready {timed.ready_s:.2f} s, sound "
        f"{timed.first_sound_s:.2f} s, behind {timed.most_behind}, captions "
        f"{timed.caption_p50_s:.1f} s",
        file=sys.stderr,
        flush=True,
    )
    return timed


def _plain(model: str) -> Any:
    """faster-whisper as it comes."""
    from faster_whisper import WhisperModel

    from simulator.transcribe import weights

    return WhisperModel(
        str(weights.find(model)), device="cpu", compute_type="int8", cpu_threads=2
    )


if __name__ == "__main__":
    sys.exit(main())
