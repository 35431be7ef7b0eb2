"""What the highest level needs, and that time grows with the words alone."""

import time

from simulator.measure import structure
from simulator.measure.stems import plain
from simulator.measure.structure.level import GAPS, Found, star_level
from simulator.records import Answer, Question, Transcript


def told(*parts: str, quantified: bool = False, detail: float = 7.0) -> Found:
    return Found(
        kind="story",
        parts=parts,
        own_action=True,
        quantified=quantified,
        detail=detail,
    )


def test_the_highest_level_needs_the_task() -> None:
    """However detailed, an episode without what was wanted lacks it."""
    assert star_level(told("situation", "action", "result", quantified=True)) == (
        4,
        GAPS["task"],
    )


def test_the_highest_level_needs_a_change_measured_or_described() -> None:
    whole = ("situation", "task", "action", "result")
    assert star_level(told(*whole, detail=3.0)) == (4, GAPS["number"])
    assert star_level(told(*whole, detail=3.0, quantified=True)) == (5, "")
    assert star_level(told(*whole)) == (5, "")


def spent_s(count: int) -> float:
    text = " ".join(f"Then she wanted page {n} painted quickly." for n in range(count))
    answer = Answer(
        question=Question(id="q", text="Tell me about a time.", kind="story"),
        transcript=Transcript(text=text, language="en", model="written"),
        sound=None,
    )
    best = float("inf")
    for _ in range(3):
        begin = time.process_time()
        structure.judge(answer)
        best = min(best, time.process_time() - begin)
    return best


def test_many_wishes_are_judged_in_linear_time() -> None:
    """Four times the sentences take at most eight times as long."""
    assert spent_s(400) < 8 * spent_s(100) + 0.01


def test_punctuation_within_a_word_costs_linear_time() -> None:
    """A hundred thousand dots between two letters are read at once."""
    begin = time.process_time()
    assert plain('"a' + "." * 100_000 + 'a!"') == "a" + "." * 100_000 + "a"
    assert time.process_time() - begin < 0.5
