"""How fast and how large the product is: starting, analyzing, memory, disk.

    python -m benchmarks.throughput [--model base] [--without-hour] [--hour-s 3600]

Prints a table and, as its last line, one JSON object; writes docs/throughput.md. The
targets are for 2 cores that have nothing else to do: the load of the machine is printed
beside the figures. What could not be measured is null and counts as not met.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audio_fixtures import truth as truths
from audio_fixtures.make import made
from benchmarks import child_processes
from benchmarks.installed_size import sizes_mb
from simulator.records import SAMPLE_RATE_HZ, Samples

RECORDING_S = 60.0
HOUR_S = 3600.0
RUNS = 3

Targets = dict[str, tuple[str, float]]
TARGETS: Targets = {
    "help_s": ("<=", 0.4),
    "demo_first_question_s": ("<=", 3.0),
    "analyze_60s_x_realtime": ("<=", 0.5),
    "all_but_whisper_x_realtime": ("<=", 0.03),
    "hour_peak_rss_mb": ("<=", 1200.0),
    "installed_mb": ("<=", 900.0),
}
MEANING = {
    "help_s": "`mock-interview --help`, median of 10 starts",
    "demo_first_question_s": "`demo`, from the command to its first question, warm",
    "analyze_60s_x_realtime": "`analyze` of 60 s, all but loading the model",
    "all_but_whisper_x_realtime": "the same without the time inside Whisper",
    "all_but_whisper_cpu_x_realtime": "that in processor time, whoever else is busy",
    "model_load_s": "loading the model",
    "hour_peak_rss_mb": "peak memory of `analyze` on a one-hour recording",
    "hour_x_realtime": "`analyze` of the hour, start to end",
    "installed_mb": "installed size with the extras offline and voice",
}
UNITS = {"s": "s", "realtime": "x real time", "mb": "MB"}


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, and of processor time in all threads of this process."""

    wall_s: float
    cpu_s: float

    @classmethod
    def now(cls) -> "Spent":
        """Both clocks."""
        return cls(time.perf_counter(), time.process_time())

    def __add__(self, other: "Spent") -> "Spent":
        return Spent(self.wall_s + other.wall_s, self.cpu_s + other.cpu_s)

    def __sub__(self, other: "Spent") -> "Spent":
        return Spent(self.wall_s - other.wall_s, self.cpu_s - other.cpu_s)


@dataclass
class TimedEar:
    """Whisper with a stopwatch: what is left of the whole is ours."""

    ear: Any
    spent: Spent = Spent(0.0, 0.0)

    def passes(self, sound: Samples, meanwhile: Any = None) -> Any:
        """What the ear hears, timed; the other work is left out, for it is ours."""
        began = Spent.now()
        try:
            return self.ear.passes(sound)
        finally:
            self.spent += Spent.now() - began


def analyzing(model: str, folder: Path) -> dict[str, float]:
    """Times of one recording of a minute, in this process, as `analyze` does it."""
    from simulator.answer import judge_recording
    from simulator.transcribe import open_transcriber

    recording = repeated_speech(folder / "minute.flac", RECORDING_S)
    began = Spent.now()
    transcriber: Any = open_transcriber(model)
    loaded = Spent.now() - began
    judge_recording(made("pauses"), None, transcriber)  # imports and warms everything
    engine = transcriber.ear
    wholes, ours = [], []
    for _ in range(RUNS):
        timed = transcriber.ear = TimedEar(engine)
        began = Spent.now()
        judge_recording(recording, None, transcriber)
        wholes.append(Spent.now() - began)
        ours.append(wholes[-1] - timed.spent)
    return {
        "analyze_60s_x_realtime": _median(s.wall_s for s in wholes),
        "all_but_whisper_x_realtime": _median(s.wall_s for s in ours),
        "all_but_whisper_cpu_x_realtime": _median(s.cpu_s for s in ours),
        "model_load_s": loaded.wall_s,
    }


def _median(seconds: Iterable[float]) -> float:
    return statistics.median(seconds) / RECORDING_S


def repeated_speech(path: Path, length_s: float) -> Path:
    """A recording of that length: the demo's two answers, one after the other.

    Written block by block, so that an hour of it does not count as our own memory.
    """
    import soundfile

    answers = [soundfile.read(made(n), dtype="float32")[0] for n in _SPOKEN]
    with soundfile.SoundFile(
        path, "w", SAMPLE_RATE_HZ, 1, subtype="PCM_16", format="FLAC"
    ) as file:
        left = round(length_s * SAMPLE_RATE_HZ)
        for answer in _endlessly(answers):
            file.write(answer[:left])
            left -= len(answer)
            if left <= 0:
                return path
    raise AssertionError("endless speech ended")


_SPOKEN = ("demo_story", "demo_ramble")


def _endlessly(answers: list[Samples]) -> Iterator[Samples]:
    while True:
        yield from answers


def hour(model: str, folder: Path, home: Path, length_s: float) -> dict[str, float]:
    """Peak memory and time of `analyze` on a very long recording."""
    recording = repeated_speech(folder / "hour.flac", length_s)
    ended = child_processes.run(
        ["analyze", str(recording), "--json", "--model", model], home
    )
    if ended.code != 0:
        print(f"analyze of the hour failed: {ended.error}", file=sys.stderr)
        return {}
    return {
        "hour_peak_rss_mb": ended.peak_rss_mb,
        "hour_x_realtime": ended.took_s / length_s,
    }


def measured(given: argparse.Namespace) -> tuple[dict[str, float | None], list[str]]:
    """All figures, and the rows of the installed sizes."""
    figures: dict[str, float | None] = dict.fromkeys(TARGETS)
    sizes = sizes_mb()
    figures["installed_mb"] = sum(sizes.values())
    question = truths.read(made("demo_story")).question
    with _places() as (folder, home):
        figures["help_s"] = child_processes.help_s(home)
        asked_s = child_processes.demo_first_question_s(home, question)
        figures["demo_first_question_s"] = asked_s
        figures |= analyzing(given.model, folder)
        if not given.without_hour:
            figures |= hour(given.model, folder, home, given.hour_s)
    rows = [f"| {n} | {mb:.1f} |" for n, mb in sizes.items() if mb >= 5 or "NOT" in n]
    return figures, rows


@contextmanager
def _places() -> Iterator[tuple[Path, Path]]:
    """A folder for sound and a home for the children, both gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mock-interview-bench-") as name:
        folder, home = Path(name), Path(name) / "home"
        home.mkdir()
        before = os.environ.get("MOCK_INTERVIEW_HOME")
        os.environ["MOCK_INTERVIEW_HOME"] = str(home)
        try:
            yield folder, home
        finally:
            if before is None:
                del os.environ["MOCK_INTERVIEW_HOME"]
            else:
                os.environ["MOCK_INTERVIEW_HOME"] = before


def table(figures: dict[str, float | None]) -> list[str]:
    """Markdown rows of the figures that have a target, then of the others."""
    rows = ["| what | measured | target |", "|---|---|---|"]
    for name, value in figures.items():
        said = "not measured" if value is None else f"{value:.3g} {_unit(name)}"
        target = " ".join(map(str, TARGETS[name])) if name in TARGETS else ""
        rows.append(f"| {MEANING.get(name, name)} | {said} | {target} |")
    return rows


def _unit(name: str) -> str:
    return UNITS.get(name.rsplit("_", 1)[-1], "")


def document(rows: list[str], sizes: list[str], conditions: str) -> str:
    """docs/throughput.md."""
    lines = [
        "# Speed and size",
        "",
        "Written by `python -m benchmarks.throughput`. Recordings: the demo's answers.",
        "",
        *rows,
        "",
        conditions,
        "",
        "Distributions of 5 MB and more:",
        "",
        "| distribution | MB |",
        "|---|---|",
        *sizes,
    ]
    return "\n".join(lines) + "\n"


def conditions(given: argparse.Namespace, load: tuple[float, float, float]) -> str:
    """What the figures hold for."""
    length = "" if given.hour_s == HOUR_S else f" The hour was {given.hour_s:g} s."
    return (
        f"Model {given.model}, {os.cpu_count()} cores ({platform.machine()}), Python"
        f" {platform.python_version()}; load {load[0]:.1f} at the start, {load[1]:.1f}"
        f" over the five minutes before (0 is an idle machine).{length}"
    )


def met(figures: dict[str, float | None]) -> bool:
    """Whether every target was measured and kept."""
    limits = {name: limit for name, (_, limit) in TARGETS.items()}
    found = {name: figures[name] for name in limits}
    return all(v is not None and v <= limits[name] for name, v in found.items())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="base")
    parser.add_argument("--without-hour", action="store_true")
    parser.add_argument("--hour-s", type=float, default=HOUR_S)
    parser.add_argument("--out", type=Path, default=Path("docs/throughput.md"))
    given = parser.parse_args()
    load = os.getloadavg()
    figures, sizes = measured(given)
    rows, said = table(figures), conditions(given, load)
    given.out.write_text(document(rows, sizes, said), "utf-8")
    print("\n".join(rows))
    print(said)
    rounded = {n: None if v is None else round(v, 4) for n, v in figures.items()}
    print(
        json.dumps(
            {
                "benchmark": "throughput",
                "figures": rounded,
                "targets": {name: list(target) for name, target in TARGETS.items()},
                "met": met(figures),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
