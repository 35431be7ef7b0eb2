"""The check on people's recordings, read where they lie; loudly skipped where not.

Made voices prove that counting works. Here the references are human, and so are the
limits: what tiny.en reaches today, rounded up.
"""

import json
from pathlib import Path

import pytest

from simulator.check import finding, junit, running
from simulator.check.decodings import Decodings
from simulator.check.engine import Engine
from simulator.check.writing import table

pytestmark = pytest.mark.model

LIMITS = {
    "monologue/acoustic_corpus.wav": (0.16, 2),
    "monologue/cold_corpus.wav": (0.4, 3),
    "clean/OSR_us_000_0034_8k.wav": (0.1, 0),
}
"""WER, and how many filled pauses more or less may be counted; the worse of two
processors (of 53 words in the first, 7 are wrong with AVX-512 and 8 with AVX2)."""
LEAST_SPOKEN = 0.7
"""Of a recording's length, from the first word to the last."""


def test_people_are_understood_as_well_as_before(speech: Path, tmp_path: Path) -> None:
    """Words and filled pauses within their limits of the references."""
    manifest = json.loads((speech / "manifest.json").read_text("utf-8"))
    about = {entry["file"]: entry for entry in manifest}
    for file, (limit, off) in LIMITS.items():
        entry = about[file]
        minutes = entry["duration_s"] / 60
        least = max(0, entry["n_filled_pauses"] - off)
        most = entry["n_filled_pauses"] + off
        rate = {"low": least / minutes, "high": most / minutes / LEAST_SPOKEN}
        truth = {
            "verdict": "assessable",
            "words": {"text": without_fillers(entry["text"]), "wer_at_most": limit},
            "values": {"filled_pause_rate": rate},
        }
        place = f"recording = {json.dumps(str((speech / file).resolve()))}\n"
        expected = tmp_path / f"{Path(file).stem}.expected.toml"
        expected.write_text(place + table("truth", truth), "utf-8")

    tiny = Decodings(Engine("tiny.en"), keep=False)
    checked = [running.check(case, tiny) for case in finding.find([tmp_path])]

    assert len(checked) == len(LIMITS)
    failed = [
        f"{one.name}: {junit.told(row)}"
        for one in checked
        for row in one.rows
        if row.failed
    ]
    assert failed == []


def without_fillers(text: str) -> str:
    """The reference is verbatim; the words that are compared leave these out."""
    words = text.lower().split()
    return " ".join(w for w in words if w.strip(".,") not in {"um", "uh", "er", "erm"})
