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


@pytest.mark.parametrize(
    "line",
    [
        "The server was down, {so} [0.2] I restarted it.",
        "The server was down, {so} [0.6] I restarted it.",
        "It felt {like} one big family.",
        "It looked {like} three different problems.",
        "It sounded {like} maybe we were late.",
        "Users {like} two things about it.",
        "I used frameworks, [0.2] {like} React and Vue.",
        "I used frameworks, [0.4] {like} React and Vue.",
        "He ran the meeting [0.2] {like} a general.",
        "He ran the meeting [0.4] {like} a general.",
        "And {like} my father, I became a nurse.",
        "But {like} the other teams, we used Jira.",
        "When I say small, {I mean} three people.",
        "By quality, {I mean} fewer returns.",
        "I'm a hands-on {kind of} person.",
        "It was a very technical {kind of} role.",
        "And the result was [0.2] {okay}.",
        "And the result was [0.4] {okay}.",
        "We were done [0.3] {right} [0.3] before the launch.",
        "{Right} [0.2] after the launch we had a party.",
        "{Right} [0.4] after the launch we had a party.",
        "We sent reports {or whatever} [0.2] the customer asked for.",
        "We sent reports {or whatever} [0.4] the customer asked for.",
    ],
)
def test_a_word_with_a_meaning_is_no_marker(line: str) -> None:
    """A comparison, an example, a consequence, a manner or a moment is counted as
    nothing, also where the speaker stops for breath beside it."""
    assert [counted for _, counted in _counted(line)] == [False]


@pytest.mark.parametrize(
    "line",
    [
        "The server was down, {so}, I restarted it.",
        "The server was down, {so} um I restarted it.",
        "It took {like} one week.",
        "The release was um {like} late again.",
        "And {like} nobody called us, so we guessed.",
        "And {like} my manager was never there, so we did it.",
        "It was small, {I mean}, three people.",
        "We met on Friday, {I mean} we tried to.",
        "He was {kind of} lost in that team.",
        "So, {okay}, we lost that one.",
        "We were done, {right}, before the launch.",
        "{Right} [0.4] the first thing I did was make a list.",
        "We sent reports {or whatever} [0.4] and then we left.",
    ],
)
def test_the_same_word_said_for_nothing_is_one(line: str) -> None:
    """Set off by a comma or an um, or where it has no other work."""
    assert all(counted for _, counted in _counted(line))
