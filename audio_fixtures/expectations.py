"""What must be measured, from the exact truth: `expectations.py [NAMES]`.

`NAME.truth.toml` says what lies where; this turns it into the `[truth]` part of
`NAME.expected.toml`, which `mock-interview check` compares with. Known misses and all
that `check --update` wrote stay as they are.

Nothing here was chosen by looking at what the product measures: the tolerances are
those that are promised, and where the product misses one, the miss is recorded.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from audio_fixtures import make
from audio_fixtures import truth as truths
from audio_fixtures.script import Script
from audio_fixtures.truth import Truth
from simulator.check.expectation import SUFFIX, parse
from simulator.check.updating import LINE, difference, write
from simulator.check.writing import significant, table, tables, time, value
from simulator.errors import SimulatorError

RATE_RELATIVE = 0.03
EDGE_S = 0.08
"""What is promised of rates, and of the edges of pauses."""

WER_CLEAN, WER_WORN, WER_LOUD = 0.1, 0.2, 0.4
"""One word in ten; worn: noise, a room, a line; loud: noise within 5 dB of the speech,
where people too begin to lose words."""
CLEAN_SNR_DB, LOUD_SNR_DB = 30.0, 5.0

SURE_PAUSE_S, NO_PAUSE_S = 0.30, 0.17
"""Around the shortest pause (0.25 s), by the edge that is allowed on one side: what
lies between may be found or not."""

JUDGED_WORDS = 30
"""Below it answers are shown, not judged; no truth says what the verdict must be."""

KIND_OF = {"story": "story", "self": "self_description", "opinion": "opinion"}
"""Of the answer, by the question's; answers to the other questions are "other"."""

PSEUDO = "pseudo_story"
"""The one recording that does not answer in the kind that was asked for."""

ALL_MARKERS = "markers_"
"""Names of the recordings whose script says of every "so" and "like" what it is."""

REFUSED = {"empty": "is empty"}

CONCEPTS = {
    "off_topic": ("cache|caching", "image|picture", "compress|smaller", "server")
}
"""Of a question's good answer, as a bank has them: without, no answer is off topic."""


def head(name: str, folder: Path = make.FOLDER) -> str:
    """Everything above the line of `NAME.expected.toml`."""
    script = make.script_named(name)
    path = folder / f"{name}.{script.sound.format}"
    lines = [
        "# Above the line: written by audio_fixtures/expectations.py from the truth.",
        f"about = {value(script.about)}",
        'licence = "MIT"',
        'consent = "Nobody was recorded: the voice is made."',
    ]
    if script.question:
        lines += [
            f"question = {value(script.question)}",
            f"kind = {value(script.kind)}",
        ]
    if name in CONCEPTS:
        lines.append(f"concepts = {value(CONCEPTS[name])}")
    known: dict[str, Any] = {"truth": {}}
    if name in REFUSED:
        known["truth"] = {"refused": REFUSED[name]}
    elif not script.damage:
        known["truth"] = expected(truths.read(path), script, name)
    blocks = ["\n".join(lines) + "\n"]
    if known["truth"]:
        blocks.append(table("truth", known["truth"]))
    # What is not stored has its known misses here, where they outlive the recording.
    apart = make.FOLDER / f"{name}.misses.toml"
    there = expectation_path(path) if script.stored else apart
    if there.is_file():
        misses = parse(there.read_text("utf-8"), there.name).known_misses
        if misses:
            told = [m.model_dump(mode="json", exclude_defaults=True) for m in misses]
            blocks.append(tables("known_misses", told))
    return "\n".join(blocks)


def expected(truth: Truth, script: Script, name: str) -> dict[str, Any]:
    """The `[truth]` of a recording."""
    said: dict[str, Any] = {"verdict": truth.verdict, "why": truth.why}
    if truth.verdict == "not_assessable":
        if not truth.phrases:
            said |= {"fillers": {"at": []}, "pauses": {"at": []}}
        return said
    if len(truth.words) < JUDGED_WORDS:
        said = {}
    said["words"] = {"text": truth.plain_text, "wer_at_most": _wer(script)}
    said["fillers"] = {"at": _spots(truth, "filled_pause")}
    if name.startswith(ALL_MARKERS):
        said["markers"] = {"at": _spots(truth, "discourse_marker")}
    if clean(script):
        said["pauses"] = {"at": list(_pauses(truth)), "edges_within_s": EDGE_S}
    if script.missing or any(p.part for p in truth.phrases):
        # An opinion without its point is whatever else it holds, and "what would you
        # do?" is answered with what one would do or with what there is to choose.
        open_kind = "point" in truth.missing or truth.kind == "situational"
        kind = {} if open_kind else {"kind": KIND_OF.get(truth.kind, "other")}
        said["structure"] = {**kind, "missing": list(truth.missing)}
    if name == PSEUDO:
        said["structure"] = {"kind": PSEUDO}
    said["values"] = _values(truth)
    return said


def clean(script: Script) -> bool:
    """Whether times are promised: nothing sounds into the pauses, nothing is lost."""
    sound = script.sound
    quiet = sound.snr_db is None or sound.snr_db >= CLEAN_SNR_DB
    worn = sound.reverberation_s or sound.telephone or sound.clip_db
    return quiet and not worn


def _wer(script: Script) -> float:
    if clean(script):
        return WER_CLEAN
    snr_db = script.sound.snr_db
    return WER_LOUD if snr_db is not None and snr_db <= LOUD_SNR_DB else WER_WORN


def _spots(truth: Truth, kind: str) -> list[dict[str, Any]]:
    return [
        {
            "text": f.text,
            "start_s": time(f.start_s or 0.0),
            "end_s": time(f.end_s or 0.0),
        }
        for f in truth.fillers
        if f.kind == kind
    ]


def _pauses(truth: Truth) -> Iterator[dict[str, Any]]:
    """Silences between phrases; their place is known from 0.25 s on."""
    places = {p.start_s: p.place for p in truth.pauses}
    for before, after in pairwise(truth.phrases):
        length_s = round(after.start_s - before.end_s, 6)
        if length_s < NO_PAUSE_S:
            continue
        pause = {"start_s": time(before.end_s), "end_s": time(after.start_s)}
        if before.end_s in places and length_s >= SURE_PAUSE_S:
            yield pause | {"place": places[before.end_s]}
        else:
            yield pause | {"optional": True}


def _values(truth: Truth) -> dict[str, dict[str, float]]:
    """By the definitions in `simulator/measure`, from the truth alone."""
    filled = {(f.start_s, f.end_s) for f in truth.fillers if f.kind == "filled_pause"}
    plain = [p for p in truth.phrases if (p.start_s, p.end_s) not in filled]
    words = sum(w.kind != "filled_pause" for w in truth.words)
    spoken_s = plain[-1].end_s - plain[0].start_s
    held_s = truth.phrases[-1].end_s - truth.phrases[0].start_s
    longest_s = max((p.end_s - p.start_s for p in truth.pauses), default=0.0)
    rates = {
        "speech_rate": 60.0 * words / spoken_s,
        "filled_pause_rate": 60.0 * len(filled) / held_s,
    }
    values: dict[str, dict[str, float]] = {
        name: {"value": significant(rate), "relative": RATE_RELATIVE}
        for name, rate in rates.items()
    }
    first_s = truth.phrases[0].start_s
    values["response_latency"] = {"value": time(first_s), "absolute": EDGE_S}
    if longest_s >= SURE_PAUSE_S:
        room = {"value": time(longest_s), "absolute": 2 * EDGE_S}
        values["longest_pause"] = room
    return values


def expectation_path(recording: Path) -> Path:
    """NAME.expected.toml beside NAME.flac."""
    return recording.with_suffix(SUFFIX)


def renewed(name: str, folder: Path = make.FOLDER) -> tuple[Path, str]:
    """The file of a fixture and what should stand in it."""
    script = make.script_named(name)
    path = expectation_path(folder / f"{name}.{script.sound.format}")
    text = path.read_text("utf-8") if path.is_file() else ""
    _, line, below = text.partition(LINE)
    return path, head(name, folder) + (f"\n{line}{below}" if line else "")


def main(arguments: list[str] | None = None) -> int:
    """The command; 0 done, 1 something is out of date, 2 an error."""
    parser = argparse.ArgumentParser(prog="expectations.py", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="default: all stored")
    parser.add_argument("--out", type=Path, default=make.FOLDER, metavar="FOLDER")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    given = parser.parse_args(arguments)
    code = 0
    try:
        for name in given.names or make.names(stored_only=True):
            path, text = renewed(name, given.out)
            changes = difference(path, text)
            if changes and not given.check:
                write(path, text)
            if changes:
                code = int(given.check)
                print(changes)
    except (SimulatorError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
