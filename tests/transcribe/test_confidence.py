"""Intervals of the accuracy benchmark, against published ones."""

import pytest

from benchmarks import confidence, scoring
from benchmarks.accuracy_page import section
from benchmarks.noisy import MIXED
from benchmarks.scoring import Hits
from benchmarks.speech import Output, Recording
from benchmarks.tally import Tally

SAID = Recording("a.wav", "group", "group", "um yes", [("um", 0.0, 0.4)], 1, 2.0)
HEARD = Output([("um", 0.0, 0.4), ("yes", 0.5, 0.9)], [("um", 0.0, 0.4)], 0.1)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (81, 263, 0.2527, 0.3676),
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0.0, 0.1684),
        (1, 29, 0.0009, 0.1776),
    ],
)
def test_a_share(right: int, of: int, low: float, high: float) -> None:
    """Clopper-Pearson's column in Newcombe 1998, Statistics in Medicine 17: 857-872."""
    assert confidence.share(right, of) == pytest.approx((low, high), abs=5e-5)


def test_all_of_few_is_not_certainty() -> None:
    """22 found and none false: 22 of 22 is worth 0.85 to 1.00, not 1.00 to 1.00."""
    hits = [Hits(hit=2, missed=0, false=0)] * 11

    precision = scoring.rate(scoring.precision, hits)

    assert (precision.value, precision.high) == (1.0, 1.0)
    assert precision.low == pytest.approx(0.8456, abs=1e-4)
    # 0.8456 of those found or there, as F1: 2 x 0.8456 / 1.8456.
    assert scoring.rate(scoring.f1, hits).low == pytest.approx(0.9164, abs=1e-4)
    assert scoring.error_rate([(0, 30), (0, 70)]).high == pytest.approx(
        0.0369, abs=1e-4
    )


def test_one_bad_recording_is_not_hidden_by_many_events() -> None:
    """A hundred false ones in one recording of ten: speakers differ, and it shows."""
    hits = [Hits(hit=2, missed=0, false=0)] * 9 + [Hits(hit=2, missed=0, false=100)]

    interval = scoring.rate(scoring.precision, hits)

    assert interval.value == pytest.approx(20 / 120)
    assert interval.high == 1.0


def test_mixes_of_one_recording_are_one_draw() -> None:
    """Two noises under one speaker tell nothing of a second speaker."""
    tally = Tally()
    for noise in ("noise1", "noise2"):
        mix = Recording(f"a.wav{MIXED}{noise}", *list(vars(SAID).values())[1:])
        tally.add(mix, HEARD, 60.0)

    assert tally.all_hits == [Hits(hit=2, missed=0, false=0)]
    assert tally.count("group") == 2


def test_the_page_gives_every_group_its_intervals() -> None:
    """With filled pauses precision and recall, without them false ones a minute."""
    tally = Tally()
    tally.add(SAID, HEARD, 2.0)
    tally.add(Recording("b.wav", "read", "read", "yes", [], 0, 60.0), HEARD, 60.0)

    lines = section({"ours": tally}, "base: 2 recordings", [])

    whole = "1.00 (0.02 to 1.00)"
    row = f"| group | 1 | this product | 1 | 0 | {whole} | {whole} |"
    assert any(line.startswith(row) for line in lines), lines
    assert "| read | 1.0 | 1.00 (0.03 to 5.57) |" in lines
