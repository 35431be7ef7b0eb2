"""The accuracy benchmark counts as it says it does."""

from collections.abc import Callable

import numpy as np
import pytest

from benchmarks import accuracy, scoring, speech
from benchmarks.accuracy_page import SYSTEMS
from benchmarks.scoring import Hits
from benchmarks.speech import Cache, Output, Recording
from simulator.records import Samples


def test_timed_hits_are_one_to_one() -> None:
    """Two finds over one reference are one hit and one false; 0.3 s is near enough."""
    reference = [("um", 1.0, 1.5), ("uh", 5.0, 5.2)]
    found = [("um", 1.1, 1.3), ("um", 1.3, 1.6), ("uh", 4.71, 4.8), ("er", 9.0, 9.2)]

    assert scoring.timed_hits(reference, found) == Hits(hit=2, missed=0, false=2)


def test_a_find_too_far_away() -> None:
    """Half a second off without overlap is a miss and a false one."""
    hits = scoring.timed_hits([("um", 1.0, 1.2)], [("um", 1.6, 1.8)])

    assert hits == Hits(hit=0, missed=1, false=1)


def test_aligned_hits() -> None:
    """Without times the word sequences are aligned; any filled pause is like any."""
    reference = scoring.tokens("but &-um here's some retracing . &-um i like")
    found = scoring.tokens("But, uh, here's some tracing. I like, um,")

    assert scoring.aligned_hits(reference, found) == Hits(hit=1, missed=1, false=1)


def test_words_are_compared_without_fillers() -> None:
    """Fillers, listeners' hums, case and punctuation are no errors; words are."""
    reference = scoring.spoken("Mm-hmm okay So um if you're back")
    found = scoring.spoken("OK, so, if you're bag.")

    assert scoring.errors(reference, found) == 1


def test_rates() -> None:
    """Precision, recall and F1 of counted hits, with an interval around them."""
    hits = [Hits(3, 1, 0), Hits(1, 0, 1), Hits(0, 0, 0)] * 5
    rate = scoring.rate(scoring.f1, hits)

    assert scoring.precision(hits) == pytest.approx(0.8)
    assert scoring.recall(hits) == pytest.approx(0.8)
    assert rate.low < rate.value < rate.high
    assert scoring.advantage(hits, hits).high == 0.0


def test_no_system_pays_for_its_first_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every system is warmed up before it is timed, the baselines as well as ours."""

    def slow_at_first(name: str, model: str) -> Callable[[Samples], Output]:
        times_s = iter([9.0, 1.0])
        return lambda samples: Output([], [], next(times_s))

    monkeypatch.setattr(speech, "system", slow_at_first)
    rooms = [(Recording("a", "g", "g", "yes", [], 0, 1.0), np.zeros(16_000, "float32"))]

    scores = accuracy._run(rooms, "base", Cache(None, "base"), SYSTEMS)

    assert {name: score.took_s for name, score in scores.items()} == {
        name: 1.0 for name in SYSTEMS
    }
