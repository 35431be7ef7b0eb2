"""Comparing: what moved, by how much, and whether it counts."""

import math
from typing import Any

import pytest
from made_documents import document, filler

from simulator.check.comparing import compare, refused
from simulator.check.expectation import parse
from simulator.check.row import Row


def rows(toml: str, model: str = "base", **changes: Any) -> dict[str, Row]:
    found = compare(document(**changes), parse(toml, "x"), model)
    return {row.name: row for row in found}


def outcomes(toml: str, model: str = "base", **changes: Any) -> dict[str, str]:
    return {name: row.outcome for name, row in rows(toml, model, **changes).items()}


def test_everything_as_expected_is_ok() -> None:
    found = outcomes(
        """
        [truth]
        verdict = "assessable"
        why = ""
        words = {text = "We sold bread", wer_at_most = 0.0}
        fillers = {at = [{text = "um", start_s = 0.8, end_s = 1.2}]}
        markers = {at = []}
        pauses = {at = [{start_s = 1.62, end_s = 2.4, place = "mid_clause"}]}
        structure = {kind = "story", shape = "star", level = 3, missing = ["result"]}
        advice = ["result", "speech_rate"]
        events = {repetition = 1, restart = 0}
        found = ["bread"]
        strength = "action"
        [truth.values]
        speech_rate = {value = 101.0, relative = 0.03}
        pace_variation = {unknown = true}
        """
    )

    assert len(found) == 18
    assert set(found.values()) == {"ok"}


@pytest.mark.parametrize(
    ("toml", "row"),
    [
        ("[truth]\nverdict = 'not_assessable'", "verdict"),
        ("[truth]\nwhy = 'silence'", "why"),
        ("[truth]\nwords = {text = 'We sold red bread', wer_at_most = 0.2}", "words"),
        ("[truth]\nfillers = {at = []}", "fillers"),
        ("[truth]\nmarkers = {at = [{start_s = 1.0, end_s = 1.1}]}", "markers"),
        ("[truth]\npauses = {at = []}", "pauses"),
        (
            "[truth]\npauses = {at = [{start_s = 1.5, end_s = 2.4}]}",
            "pause_edges",
        ),
        (
            "[truth]\npauses = {at = [{start_s = 1.6, end_s = 2.4,"
            " place = 'clause_end'}]}",
            "pause_places",
        ),
        ("[truth]\nstructure = {kind = 'opinion'}", "structure.kind"),
        ("[truth]\nstructure = {level = 5}", "structure.level"),
        ("[truth]\nstructure = {missing = []}", "structure.missing"),
        ("[truth]\nstructure = {uncertain = ['task']}", "structure.uncertain"),
        ("[truth]\nadvice = ['result']", "advice"),
        ("[truth]\nevents = {}", "events"),
        ("[truth]\nevents = {repetition = 1, cut_off = 2}", "events"),
        ("[truth]\nfound = []", "found"),
        ("[truth]\nstrength = ''", "strength"),
        (
            "[truth.values]\nspeech_rate = {value = 96.0, relative = 0.03}",
            "speech_rate",
        ),
        ("[truth.values]\npace_variation = {low = 0.0}", "pace_variation"),
        ("[truth.values]\npitch = {low = 0.0}", "pitch"),
        ("[truth]\nrefused = 'empty'", "refused"),
    ],
)
def test_what_is_not_as_expected_is_missed_by_name(toml: str, row: str) -> None:
    found = rows(toml)

    assert [n for n, r in found.items() if r.failed] == [row]
    assert found[row].outcome == "missed"
    assert found[row].off > 0


def test_a_movement_is_told_with_its_sign_and_share() -> None:
    row = rows("[truth.values]\nspeech_rate = {value = 80.0, absolute = 40.0}")

    assert row["speech_rate"].moved == "+20 (+25.0%)"
    assert row["speech_rate"].used == pytest.approx(0.5)


def test_outside_of_an_interval_is_told_by_how_much() -> None:
    row = rows("[truth.values]\nspeech_rate = {low = 50.0, high = 88.0}")

    assert row["speech_rate"].moved == "12 above"
    assert row["speech_rate"].expected == "50 to 88"


def test_words_that_are_not_as_expected_are_named() -> None:
    """By how much, and where to listen."""
    row = rows("[truth]\nwords = {text = 'We sold red bread', wer_at_most = 0.2}")

    assert row["words"].measured == 'WER 0.250: nothing for "red"'
    assert row["words"].moved == "0.050 above"


def test_a_measure_that_is_gone_is_missed_infinitely() -> None:
    """No known miss can allow for it."""
    row = rows("[truth.values]\npitch = {value = 1.0, absolute = 1.0}")["pitch"]

    assert row.measured == "not measured"
    assert math.isinf(row.off)


def test_fillers_that_are_only_possible_do_not_count() -> None:
    found = outcomes(
        "[truth]\nfillers = {at = []}",
        fillers=[filler(1.0, 1.2, certainty="possible")],
    )

    assert found == {"fillers": "ok"}


def test_one_filler_heard_answers_for_one_expected() -> None:
    """Two that were said at once and one heard: one is missed."""
    row = rows(
        "[truth]\nfillers = {at = [{text = 'um', start_s = 0.7, end_s = 0.9},"
        " {text = 'uh', start_s = 1.0, end_s = 1.2}]}"
    )["fillers"]

    assert row.off == 1
    assert "missed: um at 0.7 s" in row.measured


@pytest.mark.parametrize("pauses", [[], [{"start_s": 0.7, "end_s": 0.96}]])
def test_a_pause_at_the_threshold_may_be_found_or_not(pauses: list[Any]) -> None:
    found = rows(
        "[truth]\npauses = {at = [{start_s = 0.7, end_s = 0.95, optional = true}]}",
        pauses=pauses,
    )

    assert not any(row.failed for row in found.values())


KNOWN = """
[truth]
fillers = {at = [{start_s = 5.0, end_s = 5.2}]}
[[known_misses]]
of = "fillers"
models = ["base"]
off = 2
reason = "hummed, and no pass hears it"
"""
"""Of the made document: one is missed and one not expected, which makes 2."""


def test_a_known_miss_is_told_and_does_not_fail() -> None:
    row = rows(KNOWN)["fillers"]

    assert row.outcome == "known_miss"
    assert row.reason == "hummed, and no pass hears it"
    assert not row.failed


def test_a_known_miss_of_another_model_excuses_nothing() -> None:
    assert outcomes(KNOWN, "tiny.en") == {"fillers": "missed"}


def test_a_known_miss_of_what_is_not_compared_fails() -> None:
    """A slip of the pen in its name, or a comparison that was taken out."""
    found = rows(KNOWN.replace('"fillers"', '"filers"'))

    assert found["filers"].outcome == "passes_now"
    assert found["filers"].measured == "there is none"
    assert found["fillers"].outcome == "missed"


def test_a_known_miss_that_gets_worse_fails() -> None:
    more = [filler(0.8, 1.2), filler(2.0, 2.2)]

    assert outcomes(KNOWN, fillers=more) == {"fillers": "worse"}


def test_a_known_miss_that_is_none_any_more_fails() -> None:
    """So that the list stays true; unless it hangs on the processor."""
    found = [filler(5.0, 5.2)]

    assert outcomes(KNOWN, fillers=found) == {"fillers": "passes_now"}
    assert outcomes(KNOWN + "unsteady = true", fillers=found) == {"fillers": "ok"}


def test_a_refused_recording_is_right_where_that_is_expected() -> None:
    wanted = parse("[truth]\nrefused = 'is empty'", "x")

    assert not refused("a.wav is empty (0 bytes)", wanted, "base").failed
    assert refused("a.wav is a folder", wanted, "base").failed
    assert refused("a.wav is empty", parse("", "x"), "base").failed
