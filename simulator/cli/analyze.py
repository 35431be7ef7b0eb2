"""`mock-interview analyze`: recordings or text, measured without an interview."""

import json
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from ..errors import SimulatorError

if TYPE_CHECKING:
    from ..records import Measures, Turn
    from ..seams import Transcriber


@dataclass(frozen=True)
class Job:
    """One recording for one worker; small, so that it can cross processes."""

    path: Path
    question: str | None
    model: str
    language: str
    threads: int
    measures: "Measures" = "all"


@dataclass(frozen=True)
class Done:
    """What a worker gives back: the contract's object and a short text, or an error."""

    document: dict[str, Any]
    summary: str
    error: str = ""


def analyze(
    recordings: list[Path] = typer.Argument(None, help="Any sound files."),
    question: str = typer.Option(None, help="The question that was asked, or its id."),
    as_json: bool = typer.Option(False, "--json", help="One JSON object a line."),
    text: Path = typer.Option(None, help="Judge written text instead of sound."),
    model: str = typer.Option("base", help="tiny.en, base, a folder, or any name."),
    language: str = typer.Option("en", help="The language spoken."),
    measures: str = typer.Option("all", help="all; content: nothing about delivery."),
    workers: int = typer.Option(None, min=1, max=64, help="Processes at once."),
) -> None:
    """Measure recordings of answers, or a written one (--text)."""
    if text is None and not recordings:
        raise SimulatorError(
            "There is nothing to analyze",
            "Give recordings, or a written answer with --text FILE.",
        )
    judged = _measures(measures)
    if text is not None:
        failed = _report([_text(text, question, judged)], as_json)
    else:
        cores = os.cpu_count() or 2
        # One recording keeps two cores busy with Whisper; more processes than that
        # only take turns.
        count = workers or max(1, min(len(recordings), cores // 2))
        threads = max(1, cores // count)
        jobs = [
            Job(path, question, model, language, threads, judged) for path in recordings
        ]
        failed = _report(_results(jobs, count), as_json)
    if failed:
        raise typer.Exit(2)


def _results(jobs: list[Job], count: int) -> Iterator[Done]:
    if count == 1:
        yield from map(measured, jobs)
    else:
        with ProcessPoolExecutor(count) as pool:
            yield from pool.map(measured, jobs)


def measured(job: Job) -> Done:
    """One recording, start to end; runs in a worker process."""
    from ..answer import asked, judge_recording

    try:
        turn = judge_recording(
            job.path,
            asked(job.question),
            _transcriber(job),
            progress_of(job.path.name),
            job.measures,
        )
    except SimulatorError as error:
        return Done({}, "", str(error))
    document = dict(turn.document(str(job.path)))
    return Done(document, summary(turn, str(job.path)))


_loaded: dict[tuple[str, str, int], "Transcriber"] = {}
"""A worker process loads its model once, for all its recordings."""


def _transcriber(job: Job) -> "Transcriber":
    from ..transcribe import open_transcriber

    key = (job.model, job.language, job.threads)
    if key not in _loaded:
        _loaded[key] = open_transcriber(
            job.model, language=job.language, threads=job.threads
        )
    return _loaded[key]


def _measures(given: str) -> "Measures":
    if given == "all":
        return "all"
    if given == "content":
        return "content"
    raise SimulatorError(
        f"--measures {given!r} is neither `all` nor `content`",
        "Give `content` to judge what was said and nothing of how it was said.",
    )


def _text(path: Path, question: str | None, measures: "Measures") -> Done:
    from ..answer import Given, asked, judge_words, read_text
    from ..transcribe.typed import transcript_of

    try:
        given = Given(
            question=asked(question),
            stem=path.stem,
            ended_by="typed",
            measures=measures,
        )
        turn = judge_words(transcript_of(read_text(path)), given)
    except SimulatorError as error:
        return Done({}, "", str(error))
    return Done(dict(turn.document(str(path))), summary(turn, str(path)))


def _report(results: "Iterator[Done] | list[Done]", as_json: bool) -> bool:
    failed = False
    for done in results:
        if done.error:
            failed = True
            print(f"mock-interview: {done.error}", file=sys.stderr)
        elif as_json:
            print(json.dumps(done.document, ensure_ascii=False), flush=True)
        else:
            print(done.summary, flush=True)
    return failed


def summary(turn: "Turn", name: str) -> str:
    """A recording in a few lines for a person."""
    from ..show.words import clean

    lines = [name, f"  {turn.feedback.headline}"]
    for m in turn.analysis.measurements:
        if m.value is not None and m.unit:
            doubt = "" if m.graded else "  (shown, not judged)"
            lines.append(f"  {m.title:<36} {m.value:>7.1f} {m.unit}{doubt}")
    lines += [f"  - {advice.text}" for advice in turn.feedback.advice[:3]]
    if turn.transcript.text:
        lines.append(f"  “{turn.transcript.text}”")
    return "\n".join(clean(line) for line in lines)


def progress_of(name: str) -> Any:
    """Shows the share done on a terminal; None where nobody looks."""
    if not sys.stderr.isatty():
        return None

    def show(done: float) -> None:
        end = "\n" if done >= 1 else ""
        print(f"\r{name[:40]:<40} {done:>4.0%}", end=end, file=sys.stderr, flush=True)

    return show
