"""How well discourse markers are told from the same words with a meaning."""

import re
import tomllib
from pathlib import Path

import pytest
from made_answers import answer, written

from simulator.measure import fillers

USES = tomllib.loads((Path(__file__).parent / "data/discourse_uses.toml").read_text())
BRACED = re.compile(r"\{(.+?)\}")


def _counted(line: str) -> list[tuple[str, bool]]:
    """Each braced use, and whether it was counted as a marker."""
    plain = line.replace("{", "").replace("}", "")
    uses = []
    for match in BRACED.finditer(line):
        first = len(re.sub(r"\[[\d.]+\]", "", line[: match.start()]).split())
        uses.append((match.group(1).lower(), first))
    made = answer(plain) if "[" in plain else written(plain)
    words = made.transcript.words
    if made.sound is None:  # times that only count: word k is at k seconds
        words = tuple(
            w.model_copy(update={"start_s": float(k), "end_s": float(k + 1)})
            for k, w in enumerate(words)
        )
        made = written(plain)
        object.__setattr__(
            made, "transcript", made.transcript.model_copy(update={"words": words})
        )
    starts = {f.start_s for f in fillers.find(made) if f.kind == "discourse_marker"}
    return [(text, words[first].start_s in starts) for text, first in uses]


def _score(half: str) -> tuple[float, float, list[str]]:
    hits = misses = false = 0
    wrong = []
    for label in ("marker", "meant"):
        for line in USES[half][label]:
            for text, counted in _counted(line):
                hits += label == "marker" and counted
                misses += label == "marker" and not counted
                false += label == "meant" and counted
                if counted != (label == "marker"):
                    wrong.append(f"{label}: {text}: {line}")
    return hits / (hits + false), hits / (hits + misses), wrong


@pytest.mark.parametrize("half", ["tune", "held", "late"])
def test_discourse_markers_are_told_apart(half: str) -> None:
    """Precision is at least .85 and recall at least .6, on each half of the uses."""
    precision, recall, wrong = _score(half)

    print(f"\n{half}: precision {precision:.2f}, recall {recall:.2f}")
    print("\n".join(wrong))
    assert precision >= 0.85
    assert recall >= 0.60
