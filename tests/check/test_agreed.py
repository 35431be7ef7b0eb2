"""What several processors measured becomes one expectation that all of them meet."""

from typing import Any

import pytest
from made_documents import document, filler

from simulator.check.comparing import compare
from simulator.check.contract import Document
from simulator.check.expectation import Expected, parse
from simulator.check.updating import updated


def rate(value: float | None) -> dict[str, Any]:
    return document(measurements=[{"name": "speech_rate", "value": value}])


def expected(*documents: Document) -> Expected:
    return parse(updated("", documents, "base", "x"), "x").of("base")


def test_every_document_that_was_shown_meets_it() -> None:
    """Whatever moved between them."""
    shown = (
        document(),
        document(verdict="not_assessable", why="too_short"),
        document(pauses=[]),
        document(fillers=[filler(0.8, 1.2), filler(3.0, 3.4)]),
        rate(130.0),
        document(feedback={"strength": None, "advice": []}),
    )
    text = updated("", shown, "base", "x")

    for one in shown:
        missed = [r.name for r in compare(one, parse(text, "x"), "base") if r.failed]
        assert missed == []


def test_what_all_agree_in_is_still_expected() -> None:
    found = expected(document(), document(pauses=[]))

    assert found.verdict == "assessable"
    assert found.fillers is not None
    assert found.values["speech_rate"].value == 100.0


def test_a_number_that_moves_is_expected_between_the_lowest_and_the_highest() -> None:
    """With the usual tolerance on either side."""
    value = expected(rate(100.0), rate(110.0), rate(96.0)).values["speech_rate"]

    assert value.bounds == pytest.approx((96 * 0.97, 110 * 1.03), rel=1e-4)


def test_an_interval_does_not_grow_with_every_update() -> None:
    """What a worse version measured is not accepted for ever."""
    wide = updated("", [rate(100.0), rate(200.0)], "base", "x")
    narrow = updated(wide, [rate(100.0), rate(101.0)], "base", "x")

    value = parse(narrow, "x").of("base").values["speech_rate"]

    assert value.bounds == pytest.approx((97.0, 103.0))


def test_a_pause_that_only_some_find_may_be_missing() -> None:
    found = expected(document(), document(pauses=[])).pauses

    assert found is not None
    assert [pause.optional for pause in found.at] == [True]


def test_of_what_cannot_be_bounded_nothing_is_expected() -> None:
    """Words that are guesses, counts of fillers that differ, a value now unknown."""
    other = document(
        transcript={
            "words": [
                {"text": text, "start_s": 0.5, "end_s": 1.0, "kind": "word"}
                for text in ("Oui", "son", "prêt")
            ]
        },
        fillers=[],
        measurements=[{"name": "speech_rate", "value": None}],
    )
    found = expected(document(), other)

    assert found.words is None
    assert found.fillers is None
    assert "speech_rate" not in found.values


def test_what_only_some_can_know_is_not_expected() -> None:
    """Unknown in one way and a number in another: neither is a property of ours."""
    known = document(measurements=[{"name": "pace_variation", "value": 1.2}])
    text = updated("", [document(), known], "base", "x")

    assert "pace_variation" not in parse(text, "x").of("base").values
    alike = parse(updated("", [document(), document()], "base", "x"), "x").of("base")
    assert alike.values["pace_variation"].unknown
