"""The level of an answer, held to the anchored answers of the question banks."""

from collections import defaultdict

import pytest

from simulator.ask import anchors
from simulator.measure.structure import judge
from simulator.records import Answer, Question
from simulator.transcribe.typed import transcript_of


def level(kind: str, question: str, text: str) -> int:
    asked = Question.model_validate({"id": "q", "text": question, "kind": kind})
    found = judge(Answer(asked, transcript_of(" ".join(text.split())), None))
    assert found.level is not None
    return found.level


@pytest.fixture(scope="module")
def sets() -> dict[tuple[str, str], dict[str, int]]:
    """Levels by kind and competency: those of the weak, fair and strong answer."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for one in anchors.shipped():
        given = level(one.kind, one.question, one.answer)
        found[one.kind, one.competency][one.level] = given
    return found


def test_a_strong_anchor_stands_above_the_weak_one(
    sets: dict[tuple[str, str], dict[str, int]],
) -> None:
    """In 64 of 65 sets at the least; the weak one never stands above."""
    above = [s["strong"] > s["weak"] for s in sets.values()]
    assert sum(above) >= len(above) - 1
    assert all(s["strong"] >= s["weak"] for s in sets.values())


def test_a_fair_anchor_stands_between(
    sets: dict[tuple[str, str], dict[str, int]],
) -> None:
    """Six in seven sets rise from weak over fair to strong, or stay on one step."""
    rising = [s["weak"] <= s["fair"] <= s["strong"] for s in sets.values()]
    assert sum(rising) >= 6 / 7 * len(rising)


def test_talking_on_earns_nothing() -> None:
    """General talk said at three times the length stays general."""
    talk = (
        "I think it is very important to be a good listener. Everybody always wants to "
        "be heard, so usually I try to be nice to people and things work out somehow. "
    )
    short = level("opinion", "What makes a good colleague?", talk)
    more = talk + talk.replace("listener", "friend").replace("nice", "kind") + talk
    assert level("opinion", "What makes a good colleague?", more) <= short <= 2
