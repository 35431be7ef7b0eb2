"""What must hold exactly of the measures, whatever the words, when they are given."""

import math
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_talks import TICK_S, Said, answer, end, shifted, talks

from simulator.measure import analyse
from simulator.records import Analysis

FEW = settings(max_examples=40, deadline=None)
SILENCE_TICKS = st.integers(1, 20 * 64)


def values(analysis: Analysis) -> dict[str, float]:
    """Not a number where nothing is known."""
    return {
        m.name: math.nan if m.value is None else m.value for m in analysis.measurements
    }


def counts(said: Sequence[Said]) -> Counter[str]:
    found = analyse(answer(said))
    return Counter(
        words=sum(s.text != "um" for s in said),
        pauses=len(found.pauses),
        **{kind: sum(f.kind == kind for f in found.fillers) for kind in KINDS},
    )


KINDS = ("filled_pause", "discourse_marker")


@FEW
@given(talks())
def test_twice_the_speed_is_twice_the_pace(said: tuple[Said, ...]) -> None:
    """Rates in time double; what is counted in words stays."""
    usual = values(analyse(answer(said)))
    twice = values(analyse(answer(said, tick_s=TICK_S / 2)))

    for name in ("speech_rate", "articulation_rate", "filled_pause_rate"):
        assert twice[name] == pytest.approx(2 * usual[name], rel=1e-12)
    assert twice["answer_words"] == usual["answer_words"]
    assert twice["sentence_length"] == usual["sentence_length"]


@FEW
@given(talks(), SILENCE_TICKS)
def test_silence_in_front_changes_only_the_latency(
    said: tuple[Said, ...], ticks: int
) -> None:
    """Every moment is that much later, and no other number moves."""
    first, later = analyse(answer(said)), analyse(answer(shifted(said, ticks)))
    before, after = values(first), values(later)
    waited_s = ticks * TICK_S

    latency = before.pop("response_latency"), after.pop("response_latency")

    assert latency[1] == pytest.approx(latency[0] + waited_s)
    assert after == pytest.approx(before, rel=1e-9, nan_ok=True)
    assert [f.text for f in later.fillers] == [f.text for f in first.fillers]
    assert [p.start_s - waited_s for p in later.pauses] == [
        p.start_s for p in first.pauses
    ]
    assert later.structure.missing == first.structure.missing
    assert later.verdict == first.verdict


@FEW
@given(talks(), talks())
def test_joining_two_answers_adds_their_counts(
    said: tuple[Said, ...], more: tuple[Said, ...]
) -> None:
    """And the silence between them is one more pause."""
    joined = (*said, *shifted(more, end(said) + 64))

    assert counts(joined) == counts(said) + counts(more) + Counter(pauses=1)


@FEW
@given(talks())
def test_the_same_words_give_the_same_output_byte_for_byte(
    said: tuple[Said, ...],
) -> None:
    """No clock, no chance, no order of a set."""
    first, second = (analyse(answer(said)).model_dump_json() for _ in range(2))

    assert first == second
